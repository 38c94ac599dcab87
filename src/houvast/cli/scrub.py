# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast scrub`: where in a column of texts is personal data? Without the app, the settings or a database."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from houvast.domain.errors import OptionRejected

if TYPE_CHECKING:
    from houvast.engine.language.person_data_kinds import PersonDataKind
    from houvast.exchange.delimited_text import Header
    from houvast.exchange.scrubbed_table import ScrubbedRow

BIG = 1_000_000  # bytes; rows are counted aloud from here on
EVERY = 200  # rows between two counts


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", default="text", show_default=True, help="The column with the texts.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a row, and nothing else.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path),
              help="Write the file again, with marks such as [TELEFOON] in place of what was found.")  # fmt: skip
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of the texts.")
@click.option("--allow", metavar="WORD", multiple=True, help="A word that is nobody's name here. May be repeated.")
def scrub(file: Path, **options: Any) -> None:
    """Find telephone numbers, addresses, names and other personal data in the texts of FILE.

    FILE is a CSV with a header (comma, semicolon or tab; UTF-8 or UTF-16; gzip may be). Nothing is sent anywhere. The
    output names rows by number, the first one under the header being 1, and stretches by their place in the cell,
    half open; it holds no word of the file, but for --out.

    This catches slips. It is not anonymisation: read what is left.

    \b
    houvast scrub signalen.csv
    houvast scrub signalen.csv --column melding --json > gevonden.jsonl
    houvast scrub signalen.csv --column melding --allow Wytemahof --out signalen-zonder.csv

    Ends with 0 when done, 2 when the file or an option cannot be used.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    _check_out(file, options["out"])
    from houvast.exchange.scrubbed_table import TableWriter, open_table, scrub_rows

    header, column = open_table(str(file), column=options["column"])
    allowed = frozenset(word.lower() for word in options["allow"])
    rows = scrub_rows(header, column=column, language=options["language"], allowed=allowed)
    with ExitStack() as stack:
        sinks: list[Callable[[ScrubbedRow], None]] = [_print_json] if options["as_json"] else []
        if options["out"] is not None:
            sinks.append(stack.enter_context(TableWriter(options["out"], header)).write)
        sinks.append(stack.enter_context(_progress(file)))
        counts, touched, number = _run(rows, sinks)
    if not options["as_json"]:
        click.echo("\n".join(_summary(header, counts, touched, number)))
        click.echo("" if options["out"] is None else f"\n{options['out']}", nl=options["out"] is not None)


def _check_out(file: Path, out: Path | None) -> None:
    if out is None:
        return
    if not out.parent.is_dir():
        raise OptionRejected(f"--out {out}: there is no such folder. Make it first.")
    if out.exists() and file.exists() and out.samefile(file):
        raise OptionRejected(f"--out {out}: that is the file itself. Choose another name, so that nothing is lost.")


def _run(
    rows: Iterator[ScrubbedRow], sinks: list[Callable[[ScrubbedRow], None]]
) -> tuple[Counter[PersonDataKind], int, int]:
    """Send every row to every sink; (spans per kind, rows with any, rows)."""
    counts: Counter[PersonDataKind] = Counter()
    touched = number = 0
    for row in rows:
        for sink in sinks:
            sink(row)
        counts.update(span.kind for span in row.spans)
        touched += bool(row.spans)
        number = row.number
    return counts, touched, number


def _print_json(row: ScrubbedRow) -> None:
    click.echo(json.dumps(row.to_dict(), ensure_ascii=False))


def _summary(header: Header, counts: Counter[PersonDataKind], touched: int, number: int) -> list[str]:
    """Counts per kind, certain kinds first, and what they mean."""
    from houvast.exchange.scrubbed_table import MARKS

    width = max(len(mark) for mark in MARKS.values())
    lines = [f"{header.path}: {number} rows, {touched} with something found"]
    lines += [f"  {mark:<{width}}  {counts[kind]:>6}" for kind, mark in MARKS.items() if counts[kind]]
    lines += [
        "",
        "[NAAM]: possibly a name. Names in small letters are found only after words such as mevrouw or buurman.",
    ]
    return lines


@contextmanager
def _progress(file: Path) -> Iterator[Callable[[ScrubbedRow], None]]:
    """A count of rows on standard error for a big file while somebody is looking; nothing otherwise."""
    if not file.exists() or file.stat().st_size < BIG or not sys.stderr.isatty():
        yield _say_nothing
        return
    yield lambda row: click.echo(f"\r{row.number} rows", err=True, nl=False) if row.number % EVERY == 0 else None
    click.echo("\r" + " " * 20 + "\r", err=True, nl=False)


def _say_nothing(row: ScrubbedRow) -> None:
    """Where nobody is looking."""
