# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does what is written come back the same, and does an older text still read?"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from enum import StrEnum

import pytest
from disclosed_landscapes import disclosed

from houvast.engine.disclosure import DisclosedLandscape
from houvast.engine.landscape.result import Verdict
from houvast.exchange.typed_json import read_typed, write_typed


class Kind(StrEnum):
    ONE = "one"


@dataclass(frozen=True)
class Inner:
    value: float | None
    kind: Kind


@dataclass(frozen=True)
class Outer:
    items: tuple[Inner, ...]
    pair: tuple[str, int]
    later: int = 7


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("dimensions", [1, 2])
def test_a_landscape_comes_back_to_six_digits_and_then_stays_the_same(verdict: Verdict, dimensions: int) -> None:
    shown = disclosed(verdict, public=True, dimensions=dimensions, block=12)
    text = write_typed(shown)
    again = read_typed(DisclosedLandscape, text)
    assert write_typed(again) == text
    assert again.structure.verdict is verdict
    assert again.map.curve == pytest.approx(shown.map.curve, rel=1e-5)
    assert [s.answers.n for s in again.statements] == [s.answers.n for s in shown.statements]
    assert type(again) is DisclosedLandscape
    assert again.segments == tuple(again.segments)


def test_every_kind_of_value() -> None:
    made = Outer((Inner(0.1234567, Kind.ONE), Inner(None, Kind.ONE)), ("a", 2))
    assert read_typed(Outer, write_typed(made)) == Outer((Inner(0.123457, Kind.ONE), Inner(None, Kind.ONE)), ("a", 2))
    assert read_typed(tuple[Inner, ...], write_typed(made.items)) == (Inner(0.123457, Kind.ONE), Inner(None, Kind.ONE))
    unknown = read_typed(Inner, write_typed(Inner(math.nan, Kind.ONE))).value
    assert unknown is not None
    assert math.isnan(unknown)


def test_a_field_that_an_older_text_lacks_gets_its_default() -> None:
    older = json.dumps({"items": [], "pair": ["a", 2]})
    assert read_typed(Outer, older) == Outer((), ("a", 2), 7)


@pytest.mark.parametrize("text", ["{}", '{"items": [{"value": 1, "kind": "two"}], "pair": ["a", 2]}', "not json"])
def test_a_text_of_something_else_is_refused(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        read_typed(Outer, text)
