# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is nothing under k told, and does one signal more or fewer read the same?"""

from __future__ import annotations

from dataclasses import astuple

from attention_evidence import evidence
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.disclosure.attention import disclose_point


@given(st.integers(0, 200), st.integers(0, 200), st.integers(3, 30))
def test_no_count_under_k_and_none_that_is_exact(observed: int, reporters: int, k: int) -> None:
    told = disclose_point(evidence(observed=observed, n_reporters=reporters), k=k)
    if observed < k or reporters < k:
        assert told is None
        return
    assert told is not None
    for exact, shown in ((observed, told.observations_at_least), (reporters, told.reporters_at_least)):
        assert shown >= k
        assert shown % k == 0
        assert 0 <= exact - shown < k


def test_the_course_over_the_weeks_is_not_in_it() -> None:
    told = disclose_point(evidence(observed=40, n_reporters=12), k=10)
    assert told is not None
    assert astuple(told) == ("youth", ("BU00000101",), "2026-W46", "2026-W48", 3, 40, 10)
