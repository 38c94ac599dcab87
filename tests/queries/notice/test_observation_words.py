# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a reader see fuel with its reason, and what says much the same nearby, and nothing of the far away?"""

from __future__ import annotations

import cast
import pytest

from houvast.domain.week import WEEK
from houvast.queries.notice.observation_words import ObservationWords, look_at_words

pytestmark = pytest.mark.django_db
SEEN = "Winkeliers en jongeren schelden elkaar uit bij de fontein."


def test_fuel_is_shown_with_the_words_and_the_question() -> None:
    signal = cast.observation(seen="Op straat hoor je: wappies hebben geen hersens.")
    (hint, *_rest) = look_at_words(signal.pk).fuel
    assert "wappies" in hint.excerpt.lower()
    assert hint.message.endswith("?")
    assert look_at_words(cast.observation(seen=SEEN).pk).fuel == ()


def test_the_same_words_nearby_are_shown_and_told_from_what_only_looks_like_it() -> None:
    signal = cast.observation(seen=SEEN)
    same = cast.observation(seen="Winkeliers en jongeren schelden elkaar weer uit bij de fontein!")
    other = cast.observation(seen="Winkeliers en jongeren helpen elkaar bij de fontein.")
    found = {one.identity: one.is_same for one in look_at_words(signal.pk).alike}
    assert found[same.pk] is True
    assert found.get(other.pk, False) is False
    assert signal.pk not in found


def test_what_is_elsewhere_or_long_ago_is_not_compared() -> None:
    signal = cast.observation(seen=SEEN)
    cast.observation(seen=SEEN, area=cast.area("BU00000102", "Duinbuurt"), theme=None)
    cast.observation(seen=SEEN, week=signal.week - 9 * WEEK)
    assert look_at_words(signal.pk).alike == ()


def test_of_removed_words_there_is_nothing_to_notice() -> None:
    signal = cast.observation(seen="")
    assert look_at_words(signal.pk) == look_at_words(0) == ObservationWords()
