# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast landscape`: votes in; a summary, landscape.json, tables and the report out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from houvast.domain.errors import OptionRejected

if TYPE_CHECKING:
    from houvast.exchange.landscape_result import LandscapeResult, Progress
    from houvast.exchange.polis_result import PolisResult

PERSONAL = "participants.csv"


@click.command()
@click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Write the report and tables here.")
@click.option("--json", "as_json", is_flag=True, help="Print landscape.json, and nothing else, on standard output.")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option("--lenient", is_flag=True, help="Skip unreadable rows and say how many.")
@click.option("--groups", metavar="N", type=click.IntRange(2, 12), help="Force this number of groups.")
@click.option("--method", type=click.Choice(["trait", "polis"]), default="trait", show_default=True,
              help="polis: the published Polis formulas, for comparison.")  # fmt: skip
@click.option("--k", metavar="N", type=click.IntRange(1), default=10, show_default=True,
              help="Say nothing about fewer people than this.")  # fmt: skip
@click.option("--public", is_flag=True, help="For publication: nothing that ties votes to a point on the map.")
@click.option(
    "--participants", is_flag=True, help="Also write participants.csv, every person's place. Not for sharing."
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True)
@click.option("--background", metavar="CSV", type=click.Path(path_type=Path),
              help="Voluntary background of participants, for weighting.")  # fmt: skip
@click.option("--margins", metavar="CSV", type=click.Path(path_type=Path),
              help="Shares in the population: variable, category, share.")  # fmt: skip
@click.option("--serve", is_flag=True, help="Show the written report on a local address until Ctrl-C.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port for --serve. Default: a free one.")
def landscape(source: Path, **options: Any) -> None:
    """The opinion landscape of INPUT: groups if there are any, what binds, what divides, and how sure that is.

    INPUT is a Polis export folder, a matrix of participants and statements, or a long table (participant, statement,
    vote); CSV, gzipped CSV or Parquet.

    \b
    houvast landscape votes.csv
    houvast landscape polis-export/ --out map --serve
    houvast landscape votes.parquet --json > landscape.json
    houvast landscape votes.csv --out web --public --language en
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    _check_options(options)
    if not options["serve"]:
        _make(source, options)
        return
    from houvast.cli.landscape_server import open_server, serve_until_ended

    with open_server(port=options["port"]) as server:
        server.show(_make(source, options))
        serve_until_ended(server, announce=lambda address: click.echo(f"\n{address}", err=True))


def _make(source: Path, options: dict[str, Any]) -> dict[str, str]:
    """Compute, write and print; the written files by name."""
    result = _compute(source, options)
    files = result.files(options["language"]) if options["out"] is not None else {}
    paths = _write(files, options) if files else ()
    if options["as_json"]:
        click.echo(_json(result), nl=False)
    else:
        click.echo(result.summary(options["language"]))
        click.echo("\n" + ("\n".join(map(str, paths)) or _hint(options["language"])))
    return files


def _check_options(options: dict[str, Any]) -> None:
    """Combinations that cannot be; before any work is done."""
    if options["public"] and options["participants"]:
        raise OptionRejected(
            "--participants and --public cannot go together: the first writes every person's political opinions. "
            "Leave one of them out."
        )
    for name in ("participants", "serve"):
        if options[name] and options["out"] is None:
            raise OptionRejected(f"--{name} needs a folder: add --out DIR.")
    if (options["background"] is None) != (options["margins"] is None):
        raise OptionRejected("--background and --margins belong together: give both files, or neither.")
    _check_polis(options)
    if options["out"] is not None and not options["participants"] and (options["out"] / PERSONAL).exists():
        raise OptionRejected(
            f"--out {options['out']}: holds {PERSONAL} of an earlier run. Remove that file or choose another folder."
        )


def _check_polis(options: dict[str, Any]) -> None:
    """The published method has no report, no groups to force and no weights."""
    for name in ("serve", "public", "groups", "background"):
        if options["method"] == "polis" and options[name]:
            raise OptionRejected(f"--{name} does not go with --method polis: leave one of them out.")


def _compute(source: Path, options: dict[str, Any]) -> LandscapeResult | PolisResult:
    from houvast.engine.landscape.result import LandscapeSettings
    from houvast.exchange.landscape_result import compute_landscape, read_weights
    from houvast.exchange.vote_reader import read_votes

    votes = read_votes(source, lenient=options["lenient"])
    for row in votes.facts.skipped[:20]:
        click.echo(f"skipped: {row.place}: {row.what}", err=True)
    if options["method"] == "polis":
        from houvast.exchange.polis_result import compute_polis

        return compute_polis(votes, seed=options["seed"], k=options["k"], participants=options["participants"])
    weights, margins = read_weights(votes.table, background=options["background"], margins=options["margins"])
    settings = LandscapeSettings(seed=options["seed"], k=options["k"], groups=options["groups"])
    with _progress_bar() as progress:
        return compute_landscape(
            votes,
            settings=settings,
            weights=weights,
            margins=margins,
            public=options["public"],
            participants=options["participants"],
            progress=progress,
        )


@contextmanager
def _progress_bar() -> Iterator[Progress | None]:
    """A bar on standard error while somebody is looking; nothing otherwise."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1000, file=sys.stderr, show_eta=False, item_show_func=lambda name: name) as bar:

        def show(stage: str, fraction: float) -> None:
            bar.update(max(round(fraction * 1000) - bar.pos, 0), stage)

        yield show


def _write(files: dict[str, str], options: dict[str, Any]) -> tuple[Path, ...]:
    from houvast.exchange.landscape_files import write_files

    paths = write_files(files, folder=options["out"])
    if PERSONAL in files:
        click.echo(f"Warning: {PERSONAL} holds political opinions of single people. Do not share it.", err=True)
    return paths


def _json(result: LandscapeResult | PolisResult) -> str:
    from houvast.exchange.landscape_document import encode_document

    return encode_document(result.to_dict())


def _hint(language: str) -> str:
    from houvast.exchange.texts import Texts

    return Texts(language).say("Add --out DIR for the report and the tables.")
