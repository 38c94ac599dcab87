# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast import`: a conversation that was held elsewhere, of any size."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--title", default="", help="Of the conversation; without it, the export's own.")
@click.option("--language", default="nl", show_default=True, help="Of the statements, such as nl or en.")
@click.option("--source", required=True, help="Where the export comes from, and under which licence.")
@click.option("--email", required=True, help="Of the colleague who brings it in; an adviser or a professional.")
def import_conversation(folder: Path, title: str, language: str, source: str, email: str) -> None:
    """Bring in a folder with a Polis export, as a closed conversation, whole or not at all.

    \b
    houvast import export/ --source "pol.is/2demo, CC BY 4.0" --email samira@noorderhaaks.example

    With SQLite nobody can vote while a big one is written: do it in a quiet hour.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from houvast.actions.gather.polis_import import import_polis
    from houvast.queries.people import find_member

    made = import_polis(
        folder=folder, title=title, language=language, source=source, by=find_member(email), progress=_tell
    )
    click.echo(f"{made.title}: /beheer/gesprekken/{made.code}")


def _tell(done: int, votes: int) -> None:
    click.echo(f"{done} of {votes} votes written", err=True)
