# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a click read right, and is a form that somebody made up refused?"""

from __future__ import annotations

import contextlib
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FieldRejected
from houvast.domain.votes import Vote
from houvast.web.gather.resident.ballot import Ballot, read_ballot, read_of_ten

CLICK = str(uuid.UUID(int=7))


@pytest.mark.parametrize(("word", "value"), [("agree", Vote.AGREE), ("disagree", Vote.DISAGREE), ("pass", Vote.PASS)])
def test_a_click(word: str, value: Vote) -> None:
    assert read_ballot({"vote": word, "statement": "12", "request": CLICK}) == Ballot(12, value, uuid.UUID(int=7))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"vote": "AGREE"}, "vote"),
        ({"vote": "1"}, "vote"),
        ({"statement": ""}, "statement"),
        ({"statement": "-1"}, "statement"),
        ({"statement": "٣"}, "statement"),
        ({"statement": "9" * 19}, "statement"),
        ({"request": "abc"}, "request"),
    ],
)
def test_what_no_card_sends_is_refused(change: dict[str, str], field: str) -> None:
    with pytest.raises(FieldRejected) as refused:
        read_ballot({"vote": "agree", "statement": "12", "request": CLICK, **change})
    assert refused.value.field == field


@given(st.dictionaries(st.sampled_from(["vote", "statement", "request"]), st.text(max_size=40)))
def test_whatever_comes_is_read_or_refused(sent: dict[str, str]) -> None:
    with contextlib.suppress(FieldRejected):
        assert isinstance(read_ballot(sent), Ballot)


@pytest.mark.parametrize(("sent", "of_ten"), [(["0"], 0), (["10"], 10), (["6", "unknown"], None), (["unknown"], None)])
def test_an_estimate(sent: list[str], of_ten: int | None) -> None:
    assert read_of_ten(sent) == of_ten


@pytest.mark.parametrize("sent", [[], [""], ["veel"], ["-1"], ["²"]])
def test_no_estimate(sent: list[str]) -> None:
    with pytest.raises(FieldRejected):
        read_of_ten(sent)
