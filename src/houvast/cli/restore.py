# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast restore`: back to what was saved."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Lose what is in this installation now.")
def restore(file: Path, *, replace: bool) -> None:
    """Put back a FILE made by houvast backup, and bring its tables up to this version.

    \b
    houvast restore houvast-2026-11-24.zip

    Stop the app first. A backup of an older version is upgraded; one of a newer version is refused by its tables.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from django.core.management import call_command

    from houvast.store.backup import restore_backup

    manifest = restore_backup(file, replace=replace)
    call_command("migrate", verbosity=0)
    click.echo(f"Restored: what Houvast {manifest['houvast']} saved at {manifest['at']}.")
