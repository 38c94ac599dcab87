# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast themes`: which themes do the texts of a file point to, what is new in them, and how are they written?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from houvast.domain.errors import OptionRejected

if TYPE_CHECKING:
    from houvast.engine.language.emerging_themes import Emerging, EmergingTerm
    from houvast.exchange.theme_report import Progress, ThemeReport, ThemeSettings

BIG = 2_000  # rows; a bar is shown from here on
DRIVERS = ("none", "use")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", help="The column with the texts. Default: text, tekst, signaal, waarneming, melding …")
@click.option("--week", help="The column with the day or week. Default: week, datum, date …")
@click.option("--reporter", help="The column with a code of who reported. Default: reporter, melder …")
@click.option("--confirmed", default="", help="A column with theme codes that people confirmed: rows to learn from.")
@click.option("--themes", "list_file", metavar="LIST.json", type=click.Path(path_type=Path),
              help="Your own list. Default: the one that comes with Houvast.")  # fmt: skip
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True,
              help="Of the names of themes.")  # fmt: skip
@click.option("--languages", default="", metavar="nl,en,…", help="The languages that occur in the texts.")
@click.option("--k", metavar="N", type=click.IntRange(1), default=10, show_default=True,
              help="Do not show new words that fewer reporters used.")  # fmt: skip
@click.option("--model", type=click.Choice(DRIVERS), default="none", show_default=True,
              help="A model of meaning on this machine, if installed.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the whole report, and nothing else, on standard output.")
@click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), help="Write the proposals of each row here: CSV."
)
def themes(file: Path, **options: Any) -> None:
    """Propose themes for each text of FILE, and say what is new in the last three weeks.

    FILE is a CSV with a header, a column of texts and, if it has them, columns of weeks and reporters. Nothing is sent
    anywhere, and no text of the file is in the output: rows are named by their line.

    \b
    houvast themes signalen.csv
    houvast themes signalen.csv --column melding --themes onze-themas.json --out voorstellen.csv
    houvast themes signalen.csv --confirmed thema --json > themas.json

    Ends with 0 when done, 2 when the file, the list or an option cannot be used.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    if options["out"] is not None and not options["out"].parent.is_dir():
        raise OptionRejected(f"--out {options['out']}: there is no such folder. Make it first.")
    report = _make(file, options)
    if options["out"] is not None:
        _write(options["out"], report.table())
    if options["as_json"]:
        click.echo(json.dumps(report.to_dict(), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_summary(report, options["language"])))
        click.echo("" if options["out"] is None else f"\n{options['out']}", nl=options["out"] is not None)


def _make(file: Path, options: dict[str, Any]) -> ThemeReport:
    try:
        from houvast.exchange.sentence_encoder import find_embedder
        from houvast.exchange.text_rows import read_text_rows
        from houvast.exchange.theme_pack import read_theme_pack
        from houvast.exchange.theme_report import ThemeSettings, learn_from_rows, report_themes
    except ModuleNotFoundError as error:
        raise OptionRejected(
            f"This command needs the package {error.name}. Install Houvast with its extra: houvast[app]."
        ) from error
    settings = ThemeSettings(read_theme_pack(options["list_file"]), k=options["k"])
    settings = _with_languages(settings, options["languages"])
    rows = read_text_rows(
        str(file),
        column=options["column"],
        week=options["week"],
        reporter=options["reporter"],
        confirmed=options["confirmed"],
    )
    learned = learn_from_rows(rows, settings=settings, embedder=find_embedder(options["model"]))
    with _progress(len(rows.texts)) as progress:
        return report_themes(rows, settings=settings, learned=learned, progress=progress)


def _with_languages(settings: ThemeSettings, asked: str) -> ThemeSettings:
    """The settings with the languages that were asked for. OptionRejected where the model does not know one."""
    from dataclasses import replace

    from houvast.engine.language.language_identification import identify_language

    codes = tuple(code.strip() for code in asked.split(",") if code.strip())
    if not codes:
        return settings
    try:
        identify_language("Er hangen jongeren in het portiek", candidates=codes)
    except ValueError as error:
        raise OptionRejected(f"--languages {asked}: {error}. Use codes such as nl,en,tr.") from error
    return replace(settings, languages=codes)


@contextmanager
def _progress(rows: int) -> Iterator[Progress]:
    """A bar on standard error for a big file while somebody is looking; nothing otherwise."""
    if rows < BIG or not sys.stderr.isatty():
        yield _say_nothing
        return
    with click.progressbar(length=rows, file=sys.stderr, label="rows") as bar:
        yield lambda done, total: bar.update(done - bar.pos) if done % 100 == 0 or done == total else None


def _say_nothing(done: int, total: int) -> None:
    """For who is not looking, and for small files."""


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OptionRejected(f"--out {path}: cannot be written ({error.strerror}). Choose another place.") from error


def _summary(report: ThemeReport, language: str) -> Iterator[str]:
    n = len(report.rows)
    yield f"{n} texts" + (f", {report.empty} rows without one" if report.empty else "")
    yield ""
    yield "Themes proposed first (and among the first three). Proposals are not facts: a person decides."
    counts = zip(report.settings.themes.themes, report.first, report.proposed, strict=True)
    for theme, first, proposed in sorted(counts, key=lambda row: -row[1]):
        if proposed:
            yield f"{first:6} ({proposed})  {theme.name_in(language)}"
    yield f"{report.no_theme:6}  no theme yet"
    yield ""
    yield "Languages: " + ", ".join(f"{code} {count}" for code, count in report.languages)
    yield from _say_writing(report)
    yield ""
    yield from _say_emerging(report)


def _say_writing(report: ThemeReport) -> Iterator[str]:
    found = report.writing
    if found.words_per_sentence is None or found.long_share is None or found.unknown_share is None:
        yield "Writing: too few Dutch texts of five words or more to say anything."
        return
    yield (
        f"Writing ({found.n} Dutch texts, medians): {found.words:.0f} words, "
        f"{found.words_per_sentence:.0f} a sentence, {found.long_share:.0%} long words, "
        f"{found.unknown_share:.0%} unknown words; {found.with_passive} with a passive"
    )
    if found.jargon:
        yield "Words of the office: " + ", ".join(f"{word} ({texts})" for word, texts in found.jargon)


def _say_emerging(report: ThemeReport) -> Iterator[str]:
    found = report.emerging
    if found is None:
        yield "New words: not looked for, because no column holds the week."
    elif not found.enough:
        yield f"New words: not looked for: {found.weeks_before} weeks before the last three, and twelve are needed."
    else:
        yield from _say_found(found, report)


def _say_found(found: Emerging, report: ThemeReport) -> Iterator[str]:
    yield (
        f"New words in the last three weeks ({found.documents} texts against {found.weeks_before} weeks before; "
        f"{found.tested} terms tested):"
    )
    back = report.looked_back
    yield (
        f"  In a quiet stream {found.false_looks:.0%} of looks find something that is nothing; of {back.looks} earlier "
        f"looks at this one {back.with_findings} found something."
    )
    if not report.knows_reporters:
        yield "  The file does not say who reported: one eager reporter cannot be told from many."
    yield from (f"  {_say_term(term)}" for term in found.terms)
    if not found.terms:
        yield "  none"


def _say_term(term: EmergingTerm) -> str:
    words = ", ".join(term.words) or "something new, used by too few reporters to show"
    return f"{words}: {term.documents} texts of {term.reporters} reporters, {term.expected:.1f} expected"
