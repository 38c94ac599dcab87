# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a worry about one person or a crime told from what happens between people? On our own sentences, by rules alone.

The first three sets were seen while the rules were made, so this guards; the fourth was not, and shows what rules
cannot do. Figures: docs/explanation/person-data.md.
"""

from __future__ import annotations

import pytest

from houvast.domain.right_door import WorryKind
from houvast.engine.language.individual_worry import find_worry
from houvast.exchange.door_examples import ExampleSet, read_door_examples

SETS = {each.name: each for each in read_door_examples()}


def found(each: ExampleSet) -> tuple[int, int]:
    """(worries found, phenomena taken for one)."""
    worries = [find_worry(text) is not None for text in each.person + each.crime]
    return sum(worries), sum(find_worry(text) is not None for text in each.phenomenon)


@pytest.mark.parametrize(("name", "fewest", "most_wrong"), [("first", 49, 0), ("second", 37, 1), ("third", 38, 1)])
def test_on_the_sets_that_the_rules_were_made_with(name: str, fewest: int, most_wrong: int) -> None:
    hits, wrong = found(SETS[name])
    assert hits >= fewest
    assert wrong <= most_wrong


def test_rules_alone_miss_most_of_what_they_never_saw_but_are_seldom_wrong() -> None:
    hits, wrong = found(SETS["fourth"])
    assert hits <= 10
    assert wrong == 0


@pytest.mark.parametrize(
    ("text", "kind", "acute"),
    [
        ("mijn buurman slaat zijn vrouw", WorryKind.VIOLENCE_AT_HOME, True),
        ("een leerling uit klas 3B praat over aanslagen en trekt zich terug", WorryKind.EXTREMISM, False),
        ("een jongen van 15 radicaliseert", WorryKind.EXTREMISM, False),
        ("er wordt gedeald vanuit die garage", WorryKind.CRIME, False),
        ("ik weet wie de brand stichtte", WorryKind.CRIME, False),
        ("verwarde man loopt met mes over het plein", WorryKind.DANGER_NOW, True),
        ("Ik maak me zorgen over een meisje uit mijn klas. Zij wil niet meer leven.", WorryKind.SELF_HARM, True),
        ("een vrouw hier in de flat wordt mishandeld door haar ex", WorryKind.VIOLENCE_AT_HOME, True),
        ("vrouw van 84 eet niet meer en ligt al dagen op de bank", WorryKind.CARE, False),
    ],
)
def test_the_kind_and_whether_it_is_acute(text: str, kind: WorryKind, acute: bool) -> None:
    worry = find_worry(text)
    assert worry is not None
    assert (worry.kind, worry.is_acute) == (kind, acute)
    assert all(text[start:end] == excerpt for (start, end), excerpt in zip(worry.spans, worry.excerpts, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "er wordt vaker gedeald rond het station",
        "jongeren praten over aanslagen na het nieuws",
        "een moeder is bang voor messen op school",
        "de buurt slaat alarm over de drugs",
        "",
        "?!",
    ],
)
def test_what_happens_is_no_worry(text: str) -> None:
    assert find_worry(text) is None


def test_somebody_told_apart_by_age_or_class_beside_a_word_of_need() -> None:
    assert find_worry("leerling klas 2 huilt elke dag") is not None
    assert find_worry("een leerling huilt om de uitslag") is None
