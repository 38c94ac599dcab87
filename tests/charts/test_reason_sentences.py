# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every reason without statistics have its sentence, and do readers hear steps only?"""

from __future__ import annotations

from attention_evidence import evidence

from houvast.charts.reason_sentences import say_coarse, say_heading, say_reason
from houvast.charts.wording import PlainEnglish
from houvast.domain.attention import PointKind
from houvast.engine.disclosure.attention import disclose_point

PLAIN = PlainEnglish()
KEPT = {
    PointKind.TRIGGER: {"title": "Jaarwisseling", "multiplier": 4.0},
    PointKind.POTENTIAL: {"number": 2},
    PointKind.FEEDBACK: {"of": "observations", "number": 3, "longest_days": 12},
    PointKind.RESILIENCE_FADES: {"observed": 1, "weeks": 8, "expected": 9.4},
    PointKind.SILENCE: {"weeks": 6, "expected": 9.0},
    PointKind.EMERGING: {"words": ["vuurwerk"], "number": 12, "weeks": 2},
}


def test_each_kind_says_something_of_its_own() -> None:
    said = {kind: say_reason(kind, kept, PLAIN) for kind, kept in KEPT.items()}
    assert len(set(said.values())) == len(KEPT)
    assert said[PointKind.FEEDBACK] == (
        "3 reporters wait longer than was promised to hear what was done; the longest 12 days."
    )
    assert "We do not know whether it is calm." in said[PointKind.SILENCE]
    assert {kind for kind in PointKind if not say_reason(kind, KEPT.get(kind, {}), PLAIN)} == {
        PointKind.COUNTS,
        PointKind.BY_HAND,
    }


def test_an_occasion_of_which_nothing_is_known_says_so() -> None:
    assert say_reason(PointKind.TRIGGER, {"title": "Kermis"}, PLAIN) == "What it brings is not known."


def test_headings_say_what_it_is_and_where() -> None:
    kept = KEPT[PointKind.TRIGGER]
    assert say_heading(PointKind.TRIGGER, kept, "", PLAIN) == "Jaarwisseling"
    assert say_heading(PointKind.TRIGGER, kept, "Duinbuurt", PLAIN) == "Jaarwisseling, Duinbuurt"
    assert say_heading(PointKind.FEEDBACK, KEPT[PointKind.FEEDBACK], "", PLAIN) == "Reporters who wait"
    assert say_heading(PointKind.SILENCE, KEPT[PointKind.SILENCE], "Duinbuurt", PLAIN) == ""


def test_messages_and_reporters_wait_each_in_their_words() -> None:
    said = say_reason(PointKind.FEEDBACK, {"of": "messages", "number": 1, "longest_days": 1}, PLAIN)
    assert said == "1 message waits for its answer longer than was promised; the longest 1 day."


def test_readers_hear_at_least() -> None:
    told = disclose_point(evidence(observed=27, n_reporters=13), k=10)
    assert told is not None
    assert say_coarse(told, PLAIN) == ("At least 20 signals from at least 10 reporters in 3 weeks: more than is usual.")
