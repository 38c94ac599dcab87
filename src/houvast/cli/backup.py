# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast backup`: everything in one file."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Save the database and the secret key in one new FILE, while the app goes on running.

    \b
    houvast backup houvast-2026-11-24.zip

    The file holds people's votes and the key that signs sessions: keep it as safe as the installation itself.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from importlib.metadata import version

    from houvast.configuration.start import start_app

    start_app()
    from django.utils import timezone

    from houvast.store.backup import write_backup

    write_backup(file, version=version("houvast"), at=timezone.now())
    click.echo(f"Saved: {file} ({file.stat().st_size / 1e6:.1f} MB)")
