# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a point of the attention list say in plain words? What was seen, how sure, and what speaks against it.

How seldom chance alone gives such a point is said as a time between two of them, never as a probability.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from houvast.charts.series_band import say_usual
from houvast.charts.wording import Wording
from houvast.engine.attention.counter_readings import CounterKind, CounterReading
from houvast.engine.attention.kept_evidence import PointEvidence
from houvast.engine.attention.points import Detector, Shortage, TooLittle

LONGEST_MONTHS = 120


def say_where(theme: str, areas: Sequence[str], wording: Wording) -> str:
    """The heading of a point: its theme and where."""
    return wording.say("{theme}, {where}", theme=theme, where=say_areas(areas, wording))


def say_areas(areas: Sequence[str], wording: Wording) -> str:
    """The names of the areas; none are all of them."""
    return ", ".join(areas) if areas else wording.say("the whole municipality")


def say_evidence(evidence: PointEvidence, wording: Wording) -> str:
    """One sentence: how many against how many, from how many and what, where not, and whether anything is known."""
    parts = (_say_counts(evidence, wording), _say_reporters(evidence, wording), *_say_context(evidence, wording))
    return "; ".join(parts) + "."


def _say_counts(evidence: PointEvidence, wording: Wording) -> str:
    signals = wording.count("{n} signal", "{n} signals", evidence.observed)
    weeks = wording.count("{n} week", "{n} weeks", evidence.n_weeks)
    usual = say_usual(evidence.low, evidence.high, wording)
    return wording.say("{signals} in {weeks}, usually {usual}", signals=signals, weeks=weeks, usual=usual)


def _say_reporters(evidence: PointEvidence, wording: Wording) -> str:
    reporters = wording.count("{n} reporter", "{n} reporters", evidence.n_reporters)
    sources = wording.count("{n} kind of source", "{n} kinds of sources", len(evidence.sources))
    return wording.say("from {reporters} and {sources}", reporters=reporters, sources=sources)


def _say_context(evidence: PointEvidence, wording: Wording) -> Iterator[str]:
    if evidence.is_city_wide:
        yield wording.say("in the municipality as a whole")
    else:
        yield wording.say("not in the whole municipality")
    if evidence.occasions:
        yield wording.say("known occasion: {titles}", titles=", ".join(evidence.occasions))
    else:
        yield wording.say("no known occasion")


def say_recurrence(months: float | None, wording: Wording) -> str:
    """How often chance alone gives such an outlier in this municipality."""
    if months is None or months > LONGEST_MONTHS:
        return wording.say(
            "By chance alone an outlier like this comes less than once in ten years in this municipality."
        )
    if months < 1.5:
        return wording.say("By chance alone an outlier like this comes about once a month in this municipality.")
    return wording.say(
        "By chance alone an outlier like this comes about once in {n} months in this municipality.",
        n=wording.number(months),
    )


def say_detectors(evidence: PointEvidence, wording: Wording) -> tuple[str, ...]:
    """Which looks saw it."""
    words = {
        Detector.CELL: wording.say("many in one area in one week, more than the theme and the area as a whole explain"),
        Detector.BUILD_UP: wording.say("a rise in one area that adds up over weeks"),
        Detector.CLUSTER: wording.say("areas next to each other together, in one to four weeks"),
        Detector.CITY: wording.say("the theme in the whole municipality, in two weeks"),
    }
    return tuple(words[one] for one in evidence.detectors)


def say_without_one(evidence: PointEvidence, wording: Wording) -> str:
    """Whether it hangs on one reporter."""
    if evidence.holds_without_one_reporter:
        return wording.say("It stands when any one reporter is left out.")
    return wording.say("It falls when one reporter is left out: it may be one busy reporter.")


def say_against(reading: CounterReading, evidence: PointEvidence, wording: Wording) -> str:
    """One reading against the point, with the figure that it rests on."""
    n = wording.number(reading.figure)
    if reading.kind is CounterKind.ONE_REPORTER:
        return wording.say(
            "One busy reporter: {n} of the {all} signals come from the same reporter.",
            n=n, all=wording.number(evidence.observed),
        )  # fmt: skip
    if reading.kind is CounterKind.MORE_EFFORT:
        return wording.say(
            "More listening: there was {times} times as much listening as in the eight weeks before.",
            times=wording.number(reading.figure, 1),
        )
    if reading.kind is CounterKind.OCCASION:
        return wording.say("A known occasion: {titles}.", titles=", ".join(evidence.occasions))
    if reading.kind is CounterKind.LATE_NOTES:
        return wording.say(
            "Late notes: {n} signals were written down two weeks later or more, so they may come together.", n=n
        )
    return wording.say("Small numbers: with {n} signals, one or two more or fewer change the picture.", n=n)


def say_shortage(short: TooLittle, wording: Wording) -> str:
    """What is short when less can be said, and how much is needed."""
    needed = wording.number(short.needed)
    if short.shortage is Shortage.FEW_WEEKS:
        return wording.count(
            "There is {n} week of signals; {needed} are needed to know what is usual.",
            "There are {n} weeks of signals; {needed} are needed to know what is usual.",
            short.have,
            needed=needed,
        )
    if short.shortage is Shortage.FEW_OBSERVATIONS:
        return wording.count(
            "There is {n} signal; {needed} are needed to know what is usual.",
            "There are {n} signals; {needed} are needed to know what is usual.",
            short.have,
            needed=needed,
        )
    return wording.say("The list is not yet set to this municipality; that happens in the coming night.")


def say_budget(budget: float, wording: Wording) -> str:
    """The promise of the list, and that it is one about averages."""
    if budget == 1:
        return wording.say("The list is set to at most one unnecessary point a month, on average.")
    return wording.say(
        "The list is set to at most {n} unnecessary points a month, on average.", n=wording.number(budget, 1)
    )


def say_nothing(wording: Wording) -> tuple[str, ...]:
    """That nothing stands out, and what that does not mean."""
    return (
        wording.say("Nothing stands out this week. That is an ordinary answer."),
        wording.say("It does not mean that nothing is going on: the list sees only what was noted."),
        wording.say(
            "A short rise in one area is missed about half of the time; a slow one is often seen only after five weeks."
        ),
    )


def say_nothing_told(wording: Wording) -> tuple[str, ...]:
    """What readers are told when there is no point for them, whether or not the team has one."""
    return (
        wording.say("There is no point now that may be told outside the team."),
        wording.say("It does not mean that nothing is going on: the list sees only what was noted."),
    )


def say_change(evidence: PointEvidence, wording: Wording) -> str:
    """How the last week stands beside the week before."""
    seen = evidence.series.observed
    if len(seen) < 2:
        return wording.say("There is one week only: nothing can be said of a change.")
    return wording.say(
        "In the last week there were {now} signals, in the week before {before}.",
        now=wording.number(seen[-1]),
        before=wording.number(seen[-2]),
    )


def say_unknown(wording: Wording, *, heard: int, gut: int, number: int) -> tuple[str, ...]:
    """What the signals of a point cannot say. heard: not seen by the reporter; gut: marked as a gut feeling."""
    parts = [wording.say("Whether people who tell us nothing see the same.")]
    if number:
        whole = wording.number(number)
        parts.append(
            wording.say(
                "What the reporter saw: {n} of {all} signals were heard from others, or it was not said.",
                n=wording.number(heard),
                all=whole,
            )
        )
    if gut:
        parts.append(
            wording.say(
                "What is behind a feeling: {n} of {all} signals are a gut feeling.",
                n=wording.number(gut),
                all=wording.number(number),
            )
        )
    return tuple(parts)
