# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page, to be read by everybody, whose code leads where its address says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed_pdf import read_pdf, read_text

from houvast.exchange.poster import Poster, PosterFact, write_poster
from houvast.exchange.qr_code import embed_qr

POSTER = Poster(
    language="nl",
    direction="ltr",
    fixed_language="nl",
    municipality="Gemeente Noorderhaaks",
    title="Samen op het plein",
    question="Wat moet er anders?",
    call="Doe mee",
    how="Scan de code.",
    address="https://houvast.example/g/plein",
    code_title="Code om te scannen",
    easy="Geen account.",
    facts=(PosterFact("Wie vraagt het", "Team Samenleven", "ltr"),),
)


def test_what_stands_on_it() -> None:
    written = write_poster(POSTER)
    read = read_pdf(written)
    assert (read.title, read.language, read.is_tagged, read.pages) == ("Samen op het plein", "nl", True, 1)
    assert read.alternatives == ("Code om te scannen",)
    assert read.tags.count("/H1") == 1
    text = read_text(written)
    for wanted in ("Gemeente Noorderhaaks", "Wat moet er anders?", "houvast.example/g/plein", "Team Samenleven"):
        assert wanted in text


@pytest.mark.parametrize("times", [1, 4, 9])
def test_long_texts_stay_on_one_page(times: int) -> None:
    long = "Wat gebeurt er met wat u zegt, en wie beslist daarover? " * times
    poster = replace(POSTER, title=long[:120], question=long, facts=(PosterFact("Wat ermee gebeurt", long, "ltr"),) * 3)
    assert read_pdf(write_poster(poster)).pages == 1


def test_the_code_is_of_the_address_people_can_type() -> None:
    assert POSTER.code == embed_qr(POSTER.address, title="Code om te scannen")
    assert POSTER.readable == "houvast.example/g/plein"


def test_from_right_to_left_with_fixed_words_in_dutch() -> None:
    written = write_poster(replace(POSTER, language="ar", direction="rtl", title="كيف نحافظ على وسط المدينة؟"))
    assert read_pdf(written).language == "ar"
    assert "Doe mee" in read_text(written)
