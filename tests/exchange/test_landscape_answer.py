# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer in words, for every verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from disclosed_landscapes import disclosed

from houvast.engine.disclosure import DisclosedLandscape
from houvast.engine.landscape.result import Verdict, Weighting
from houvast.exchange import landscape_answer as answer
from houvast.exchange.texts import Texts

DUTCH, ENGLISH = Texts("nl"), Texts("en")


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.NO_STRUCTURE, "Er zijn geen groepen gevonden."),
        (Verdict.ONE_SPECTRUM, "Er is één spectrum van meningen, zonder aparte groepen."),
        (Verdict.GROUPS, "Er zijn 2 groepen gevonden."),
    ],
)
def test_the_verdict_comes_first(verdict: Verdict, said: str) -> None:
    assert answer.summarise(disclosed(verdict), DUTCH).splitlines()[1] == said


def test_people_in_between_are_counted() -> None:
    shown = disclosed()
    told = " ".join(answer.explain_verdict(shown, ENGLISH))
    assert f"{shown.segments[2].size} people" in told


def test_participants_are_not_the_population_and_weights_are_named() -> None:
    weighted = replace(disclosed(), weighting=Weighting(310.2, 3.1, ("age",)))
    assert "not the whole population" in " ".join(answer.say_who_took_part(disclosed(), ENGLISH))
    assert "by age; that counts as 310 people" in " ".join(answer.say_who_took_part(weighted, ENGLISH))


def test_a_block_is_named_with_the_other_result_beside_it() -> None:
    told = answer.say_integrity(disclosed(block=13), ENGLISH)
    assert told[0] == "13 people gave almost the same votes. The results above leave them out."
    assert told[1] == "With them the result is: 2 groups were found."
    assert "Nobody is deleted" in told[-1]
    assert "one block are left out" in " ".join(answer.explain_verdict(disclosed(block=13), ENGLISH))


def test_a_small_block_has_no_size() -> None:
    assert answer.say_integrity(disclosed(block=7), ENGLISH)[0].startswith("fewer than 10 people")


def test_a_forced_number_is_said_to_be_forced() -> None:
    shown = disclosed()
    forced = replace(shown, structure=replace(shown.structure, forced=True))
    assert "asked for" in answer.explain_verdict(forced, ENGLISH)[0]


@pytest.mark.parametrize(("reliability", "word"), [(0.9, "sure enough"), (0.7, "fairly"), (0.3, "unsure")])
def test_reliability_in_words(reliability: float, word: str) -> None:
    shown = disclosed()
    evidence = replace(shown.structure.evidence, reliability=reliability)
    changed: DisclosedLandscape = replace(shown, structure=replace(shown.structure, evidence=evidence))
    assert word in " ".join(answer.say_how_sure(changed, ENGLISH))


def test_ranks_say_what_is_open() -> None:
    place = disclosed().lists.binds[0]
    assert answer.say_rank(place, 1, ENGLISH) == (
        "Place 1; could be 1 to 4. If 1% of participants voted in bad faith: 1 to 7."
    )
