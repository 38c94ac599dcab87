# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast demo`: an invented municipality to look around in."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--example", type=click.Path(exists=True, path_type=Path), help="Also import this Polis export: a folder or a zip."
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True)
def demo(example: Path | None, seed: int) -> None:
    """Fill an empty installation with invented conversations, and print the accounts. A second time changes nothing.

    \b
    HOUVAST_DEMO=1 houvast demo
    HOUVAST_DEMO=1 houvast serve

    Its passwords are well known: never use it for a real installation.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    import numpy as np
    from django.core.management import call_command

    from houvast.actions.demo import import_example, make_demo

    call_command("migrate", verbosity=0)
    click.echo("Inventing a municipality: this takes about half a minute the first time.", err=True)
    made = make_demo(rng=np.random.default_rng(seed))
    imported = import_example(example) if example else None
    click.echo("\nAccounts (demo only)")
    for email, role in made.accounts:
        click.echo(f"  {email:34} {role}")
    click.echo(f"  password of all: {made.password}\n")
    click.echo(f"Open conversation:       /g/{made.open_code}")
    click.echo(f"Published conversation:  /g/{made.published_code}/resultaat")
    if imported:
        click.echo(f"Imported conversation:   /beheer/gesprekken/{imported}/landschap")
