# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast attention`: a file of signals in; what deserves a look together out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from houvast.domain.errors import OptionRejected

if TYPE_CHECKING:
    from houvast.engine.attention.observations import ObservationTable
    from houvast.engine.attention.points import AttentionResult
    from houvast.exchange.attention_answer import AttentionAnswer


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--areas", metavar="CSV", type=click.Path(path_type=Path),
              help="Which areas touch: columns area and neighbour.")  # fmt: skip
@click.option("--budget", type=click.FloatRange(0.05, 50), default=1.0, show_default=True,
              help="Unnecessary points a month that you accept, on average.")  # fmt: skip
@click.option("--week", metavar="WEEK", help="Look from this week, as 2026-W48. Default: the last one in the file.")
@click.option("--json", "as_json", is_flag=True, help="Print attention.json, and nothing else, on standard output.")
@click.option(
    "--out", metavar="FOLDER", type=click.Path(path_type=Path), help="Write the report and attention.json here."
)
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True,
              help="The same file, options and seed give the same list.")  # fmt: skip
def attention(file: Path, **options: Any) -> None:
    """What deserves a look together this week, of the signals in FILE.

    FILE is a CSV with one row a signal: week (2026-W48 or a day), area, theme; if you have them reporter, source, count
    and entered (the week in which it was written down). Use codes for reporters, never names. Texts are not read.

    \b
    houvast attention signals.csv
    houvast attention signals.csv --areas neighbours.csv --budget 0.5
    houvast attention signals.csv --week 2026-W40 --out week-40
    houvast attention signals.csv --json > attention.json

    Ends with 0 when the list was made (also when nothing stands out), and 2 when the file or an option cannot be used.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    answer = _compute(file, options)
    from houvast.exchange.attention_answer import say_answer, write_json
    from houvast.exchange.texts import Texts

    paths = _write(answer, options) if options["out"] is not None else ()
    if options["as_json"]:
        click.echo(write_json(answer), nl=False)
        return
    click.echo(say_answer(answer, Texts(options["language"])))
    for path in paths:
        click.echo(path)


def _compute(file: Path, options: dict[str, Any]) -> AttentionAnswer:
    from houvast.exchange.attention_answer import make_answer
    from houvast.exchange.observation_file import read_observations

    read = read_observations(file, neighbours=options["areas"], week=_week(options["week"]))
    if read.unused:
        click.echo(f"not read: {', '.join(read.unused)}", err=True)
    return make_answer(read, _look(read.table, options), seed=options["seed"])


def _look(table: ObservationTable, options: dict[str, Any]) -> AttentionResult:
    """The list, set to this municipality first; with too few signals only what is short."""
    from dataclasses import replace

    import numpy as np

    from houvast.engine.attention.attention_list import FEWEST_OBSERVATIONS, FEWEST_WEEKS, attention_list
    from houvast.engine.attention.calibration import calibrate
    from houvast.engine.attention.points import Shortage

    if table.n_weeks < FEWEST_WEEKS or table.n_observations < FEWEST_OBSERVATIONS:
        result = attention_list(table, None)
        short = tuple(one for one in result.too_little if one.shortage is not Shortage.NOT_CALIBRATED)
        return replace(result, budget=options["budget"], too_little=short)
    with _told("the list is set to this municipality"):
        calibration = calibrate(table, budget=options["budget"], rng=np.random.default_rng(options["seed"]))
    return attention_list(table, calibration)


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Says on standard error what is going on, while somebody is looking."""
    if sys.stderr.isatty():
        click.echo(f"{what} …", err=True)
    yield


def _week(text: str | None) -> date | None:
    from houvast.domain.week import read_week

    if text is None:
        return None
    found = read_week(text)
    if found is None:
        raise OptionRejected(f"--week {text}: this is no week. Write it as 2026-W48.")
    return found


def _write(answer: AttentionAnswer, options: dict[str, Any]) -> tuple[Path, ...]:
    from houvast.exchange.attention_answer import write_json
    from houvast.exchange.attention_report import write_attention_report
    from houvast.exchange.landscape_files import write_files

    report = write_attention_report(answer, language=options["language"])
    return write_files({"report.html": report, "attention.json": write_json(answer)}, folder=options["out"])
