# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a point read as people speak, with its counts, its doubts and nothing that it does not know?"""

from __future__ import annotations

import pytest
from attention_evidence import evidence

from houvast.charts.attention_sentences import (
    say_against,
    say_budget,
    say_change,
    say_evidence,
    say_nothing,
    say_recurrence,
    say_shortage,
    say_unknown,
    say_where,
    say_without_one,
)
from houvast.charts.wording import PlainEnglish
from houvast.engine.attention.counter_readings import CounterKind, CounterReading
from houvast.engine.attention.points import Shortage, TooLittle
from houvast.exchange.texts import Texts

PLAIN, DUTCH = PlainEnglish(), Texts("nl")


def test_the_sentence_of_a_point() -> None:
    assert say_where("Jongeren", ["Havenkwartier"], DUTCH) == "Jongeren, Havenkwartier"
    assert say_evidence(evidence(), DUTCH) == (
        "9 signalen in 3 weken, gewoonlijk 2 tot 4; van 5 melders uit 3 soorten bronnen; niet in de hele gemeente; "
        "geen bekende aanleiding."
    )


def test_a_point_of_everywhere_with_a_known_occasion() -> None:
    said = say_evidence(evidence(areas=(), occasions=("Kermis",), observed=1, n_reporters=1, n_weeks=1), PLAIN)
    assert said == (
        "1 signal in 1 week, usually 2 to 4; from 1 reporter and 3 kinds of sources; in the municipality as a whole; "
        "known occasion: Kermis."
    )


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (0.7, "once a month"),
        (14.2, "once in 14 months"),
        (500.0, "less than once in ten"),
        (None, "less than once in ten"),
    ],
)
def test_how_seldom_chance_gives_it(months: float | None, said: str) -> None:
    assert said in say_recurrence(months, PLAIN)


def test_every_reading_against_it_has_its_words() -> None:
    said = [say_against(CounterReading(kind, 1.0, 3.0), evidence(occasions=("Kermis",)), PLAIN) for kind in CounterKind]
    assert len(set(said)) == len(CounterKind)
    assert said[0] == "One busy reporter: 3 of the 9 signals come from the same reporter."


def test_every_shortage_says_what_is_needed() -> None:
    said = [say_shortage(TooLittle(one, 3, 8), PLAIN) for one in Shortage]
    assert said[0] == "There are 3 weeks of signals; 8 are needed to know what is usual."
    assert len(set(said)) == len(Shortage)


def test_the_budget_and_an_ordinary_week() -> None:
    assert say_budget(1.0, DUTCH) == "De lijst is ingesteld op gemiddeld hoogstens één onnodig punt per maand."
    assert "0.5" in say_budget(0.5, PLAIN)
    assert len(say_nothing(PLAIN)) == 3


def test_whether_it_hangs_on_one_and_what_changed() -> None:
    assert say_without_one(evidence(), PLAIN) != say_without_one(evidence(holds_without_one_reporter=False), PLAIN)
    assert say_change(evidence(), PLAIN) == "In the last week there were 5 signals, in the week before 5."


def test_what_is_unknown_always_begins_with_those_who_say_nothing() -> None:
    assert say_unknown(PLAIN, heard=0, gut=0, number=0) == ("Whether people who tell us nothing see the same.",)
    assert len(say_unknown(PLAIN, heard=2, gut=1, number=9)) == 3
