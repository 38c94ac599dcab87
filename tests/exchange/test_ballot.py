# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Paper that a pen and a screen reader can work with."""

from __future__ import annotations

from dataclasses import replace

from printed_pdf import read_pdf, read_text

from houvast.exchange.ballot import Ballot, BallotStatement, BallotWords, write_ballot

WORDS = BallotWords(
    paper="Stembiljet", why="Waarom", what_happens="Wat ermee gebeurt", hear_back="Wanneer", how="Hoe",
    steps=("Lees.",), privacy="Uw privacy", promises=("Geen naam.",), consent="Ik vind het goed.",
    statements="Stellingen", number="Nr.", statement="Stelling", agree="Eens", disagree="Oneens", unsure="Weet niet",
    own="Uw stelling", own_help="Eén zin.", send="Inleveren", pile="stapel",
)  # fmt: skip


def ballot(statements: int = 3, **fields: object) -> Ballot:
    rows = tuple(
        BallotStatement(i, f"Er moet iets {i} keer anders.", "nl", "ltr", "Van een inwoner") for i in range(statements)
    )
    values: dict[str, object] = {
        "language": "nl", "direction": "ltr", "fixed_language": "nl", "municipality": "Gemeente", "title": "Het plein",
        "question": "Wat moet er anders?", "purpose": "We willen het weten.", "use_of_answers": "Naar de raad.",
        "hear_back": "Voor 1 maart.", "words": WORDS, "statements": rows, "own_lines": 2, "code": "plein", "mark": "",
        "send_to": "",
    }  # fmt: skip
    return Ballot(**{**values, **fields})  # type: ignore[arg-type]


def test_every_statement_with_its_number_and_origin() -> None:
    written = write_ballot(ballot())
    read, text = read_pdf(written), read_text(written)
    assert (read.title, read.language, read.is_tagged) == ("Het plein – Stembiljet", "nl", True)
    assert read.tags.count("/Table") == 1
    assert read.tags.count("/TR") == 4
    for wanted in ("0 Er moet iets 0 keer anders.", "Van een inwoner", "Ik vind het goed.", "Uw stelling"):
        assert wanted in text


def test_the_pile_stands_on_every_page_and_the_address_only_where_given() -> None:
    written = write_ballot(ballot(40, mark="bibliotheek", send_to="Balie\nStadhuis"))
    text = read_text(written)
    assert read_pdf(written).pages >= 3
    assert text.count("plein – stapel: bibliotheek") == read_pdf(written).pages + 1
    assert "Inleveren Balie Stadhuis" in text
    assert "Inleveren" not in read_text(write_ballot(ballot()))


def test_no_lines_where_nobody_may_add() -> None:
    assert "Uw stelling" not in read_text(write_ballot(ballot(own_lines=0)))


def test_letters_of_another_script() -> None:
    rows = (BallotStatement(7, "هناك ما يكفي من المقاعد", "ar", "rtl", "Van de gemeente"),)
    written = write_ballot(replace(ballot(language="ar", direction="rtl"), statements=rows))
    assert read_pdf(written).language == "ar"
    assert "Weet niet" in read_text(written)
