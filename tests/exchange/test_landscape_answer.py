# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer in words, for every verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from disclosed_landscapes import disclosed

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure import DisclosedLandscape
from houvast.engine.landscape.result import SegmentKind, Verdict, Weighting
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


def with_evidence(shown: DisclosedLandscape, **changed: object) -> DisclosedLandscape:
    evidence = replace(shown.structure.evidence, **changed)  # type: ignore[arg-type]
    return replace(shown, structure=replace(shown.structure, evidence=evidence))


def test_too_few_is_not_told_as_an_outcome() -> None:
    few = with_evidence(disclosed(Verdict.NO_STRUCTURE), structure_p=None, reason="too-few")
    assert answer.explain_verdict(few, ENGLISH) == ["Too few people or statements to say anything about groups."]
    assert answer.explain_verdict(few, DUTCH)[0].startswith("Er zijn te weinig mensen of stellingen")


def test_chance_is_said_without_hundred_per_cent() -> None:
    likely = with_evidence(disclosed(Verdict.NO_STRUCTURE), structure_p=1.0, reason="nothing-beyond-chance")
    assert answer.say_how_sure(likely, ENGLISH)[0] == "Patterns this strong come up by chance too."
    assert "44% of shuffled" in answer.say_how_sure(disclosed(Verdict.NO_STRUCTURE), ENGLISH)[0]


def test_few_votes_are_only_named_where_there_are_few() -> None:
    shown = with_evidence(disclosed(), reliability=0.3)
    assert "because the votes tell little" in answer.say_how_sure(shown, ENGLISH)[1]
    few = replace(shown, votes=shown.participants * 5)
    assert "because people gave few votes" in answer.say_how_sure(few, ENGLISH)[1]


def test_one_of_each_is_singular() -> None:
    shown = disclosed()
    single = replace(shown, participants=1, votes=1, statements=shown.statements[:1])
    assert answer.say_who_took_part(single, ENGLISH)[0] == "1 person gave 1 vote on 1 statement."
    assert answer.say_who_took_part(single, DUTCH)[0] == "1 mens gaf 1 stem op 1 stelling."


def test_a_group_that_is_folded_away_is_named() -> None:
    shown = disclosed()
    one_left = replace(shown, segments=shown.segments[1:])
    assert "Group 1 has fewer than 10 people and is not described apart." in answer.explain_verdict(one_left, ENGLISH)
    none_left = replace(shown, segments=(), segment_kind=SegmentKind.NONE)
    assert answer.say_not_described(none_left, ENGLISH)[0].startswith("The groups are not described apart")
    assert answer.say_not_described(shown, ENGLISH) == []


def test_a_direction_stands_with_what_binds_and_not_with_what_divides() -> None:
    shown = disclosed()
    lists = shown.lists
    against = replace(
        lists,
        binds=(replace(lists.binds[0], direction="disagree"),),
        divides=(replace(lists.divides[0], direction="disagree"),),
    )
    binds, divides = answer.summarise(replace(shown, lists=against), ENGLISH).split("What divides:")
    assert "[disagree]" in binds
    assert "[disagree]" not in divides


def test_an_empty_list_is_said_truly_whether_nothing_was_found_or_it_is_hidden() -> None:
    shown = disclosed()
    assert "there is none, or showing it" in answer.say_empty_list(shown, ENGLISH)
    assert answer.say_empty_list(disclosed(k=1), ENGLISH) == "No such statement was found."
    assert answer.say_shortened(disclosed(k=1), ENGLISH) == ""
    joined = replace(shown, segments=tuple(replace(s, with_unplaced=True) for s in shown.segments))
    assert "no place of their own" in answer.say_none_shown(joined, ENGLISH, segment=0)


def test_marks_on_the_map_are_named_where_there_are_marks() -> None:
    assert "één teken voor elke persoon" in answer.say_hidden(disclosed(), DUTCH)
    assert "mark" not in answer.say_hidden(disclosed(public=True), ENGLISH)


def test_a_tiny_overlap_is_not_called_nothing() -> None:
    shown = disclosed()
    pair = replace(shown.polarisation.pairs[0], overlap=Estimate(0.001, 0.0, 0.004, 0.95, 380))
    tiny = replace(shown, polarisation=replace(shown.polarisation, pairs=(pair,)))
    assert "overlap less than 1% (0% to less than 1%)" in answer.say_polarisation(tiny, ENGLISH)[-1]
