# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast areas`: districts and neighbourhoods from a file of the CBS, and which there are."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from houvast.actions.notice.areas import AreaChange


@click.group()
def areas() -> None:
    """Areas of the municipality: districts, neighbourhoods, and one's own."""


@areas.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--municipality", default="", metavar="GM0000", help="Whose areas; not needed where the file has one.")
@click.option("--may-end-many", is_flag=True, help="Also where more than half of the areas would end.")
def import_file(file: Path, municipality: str, may_end_many: bool) -> None:
    """Take over areas from a GeoPackage, GeoJSON or CSV file, or a zip with one of them; whole or not at all.

    \b
    houvast areas import wijkenbuurten_2026.gpkg --municipality GM0000

    What is gone from a newer file has ended and stays to be seen. A file with addresses is refused.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    _start()
    from houvast.actions.notice.areas import import_areas

    with file.open("rb") as content:
        done = import_areas(
            name=file.name, content=content, municipality=municipality, may_end_many=may_end_many, by=None
        )
    year = f" ({done.year})" if done.year else ""
    click.echo(
        f"{done.municipality or 'own areas'}{year}: {len(done.new)} new, {len(done.changed)} changed, "
        f"{len(done.ended)} ended, {done.same} the same"
    )
    _tell("changed", done.changed)
    _tell("ended", done.ended)


@areas.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program.")
def list_all(as_json: bool) -> None:
    """All areas, ended ones too."""
    _start()
    from houvast.queries.notice.areas import list_areas

    found = list_areas()
    if as_json:
        click.echo(json.dumps([asdict(line) for line in found], ensure_ascii=False, indent=1, default=str))
        return
    for line in found:
        ended = f" (ended {line.ended_at})" if line.ended_at else ""
        click.echo(f"{line.code}\t{line.kind}\t{line.name}{ended}")


def _tell(what: str, changes: Iterable[AreaChange]) -> None:
    for one in changes:
        click.echo(f"{what}: {one.code} {one.name}" + (f" (was {one.was})" if one.was else ""))


def _start() -> None:
    from houvast.configuration.start import start_app

    start_app()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
