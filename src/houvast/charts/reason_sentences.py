# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the points without statistics say, and what may readers be told of those with them?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from houvast.charts.wording import Wording
from houvast.domain.attention import PointKind
from houvast.engine.disclosure.attention import CoarsePoint

Kept = Mapping[str, Any]


def say_reason(kind: PointKind, kept: Kept, wording: Wording) -> str:
    """The sentence of a point of this kind with what was kept of it; empty for kinds that have their own words."""
    say = SENTENCES.get(kind)
    return "" if say is None else say(kept, wording)


def say_heading(kind: PointKind, kept: Kept, where: str, wording: Wording) -> str:
    """The heading of a point without statistics: what it is about, and where if that is known; empty: only where."""
    if kind is PointKind.TRIGGER:
        title = str(kept["title"])
        return wording.say("{title}, {where}", title=title, where=where) if where else title
    if kind is PointKind.FEEDBACK:
        return wording.say("Messages that wait") if kept["of"] == "messages" else wording.say("Reporters who wait")
    return ""


def say_coarse(point: CoarsePoint, wording: Wording) -> str:
    """What readers are told of a point of counts."""
    return wording.say(
        "At least {signals} signals from at least {reporters} reporters in {weeks}: more than is usual.",
        signals=wording.number(point.observations_at_least),
        reporters=wording.number(point.reporters_at_least),
        weeks=wording.count("{n} week", "{n} weeks", point.n_weeks),
    )


def _say_trigger(kept: Kept, wording: Wording) -> str:
    times = kept.get("multiplier")
    if not times:
        return wording.say("What it brings is not known.")
    return wording.say(
        "Earlier it brought about {times} times as many signals as usual.", times=wording.number(times, 1)
    )


def _say_potential(kept: Kept, wording: Wording) -> str:
    return wording.count(
        "{n} signal says that something is coming that may stir people.",
        "{n} signals say that something is coming that may stir people.",
        kept["number"],
    )


def _say_feedback(kept: Kept, wording: Wording) -> str:
    days = wording.count("{n} day", "{n} days", kept["longest_days"])
    if kept["of"] == "messages":
        return wording.count(
            "{n} message waits for its answer longer than was promised; the longest {days}.",
            "{n} messages wait for their answer longer than was promised; the longest {days}.",
            kept["number"],
            days=days,
        )
    return wording.count(
        "{n} reporter waits longer than was promised to hear what was done; the longest {days}.",
        "{n} reporters wait longer than was promised to hear what was done; the longest {days}.",
        kept["number"],
        days=days,
    )


def _say_fading(kept: Kept, wording: Wording) -> str:
    return wording.say(
        "What holds people together is noted less: {n} signals in {weeks} weeks, where about {usual} were usual. "
        "It may be gone, or we may no longer see it.",
        n=wording.number(kept["observed"]),
        weeks=wording.number(kept["weeks"]),
        usual=wording.number(kept["expected"]),
    )


def _say_silence(kept: Kept, wording: Wording) -> str:
    if kept.get("nobody"):
        return wording.say(
            "Nobody noted anything or said that they were there, for {weeks}. We do not know how it is there.",
            weeks=wording.count("{n} week", "{n} weeks", kept["weeks"]),
        )
    return wording.say(
        "Silent: nothing came for {weeks}, where about {usual} signals were usual. We do not know whether it is calm.",
        weeks=wording.count("{n} week", "{n} weeks", kept["weeks"]),
        usual=wording.number(kept["expected"]),
    )


def _say_emerging(kept: Kept, wording: Wording) -> str:
    return wording.say(
        "New in what people write: {words}. {n} signals in {weeks} weeks speak of it.",
        words=", ".join(kept.get("words", ())),
        n=wording.number(kept.get("number", 0)),
        weeks=wording.number(kept.get("weeks", 0)),
    )


SENTENCES: dict[PointKind, Callable[[Kept, Wording], str]] = {
    PointKind.TRIGGER: _say_trigger,
    PointKind.POTENTIAL: _say_potential,
    PointKind.FEEDBACK: _say_feedback,
    PointKind.RESILIENCE_FADES: _say_fading,
    PointKind.SILENCE: _say_silence,
    PointKind.EMERGING: _say_emerging,
}
