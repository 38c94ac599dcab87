# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The result in plain words: the verdict first, then how sure, who took part, and what to be careful about."""

from __future__ import annotations

from houvast.charts.wording import Wording
from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import DisclosedBlock, DisclosedLandscape, DisclosedPair, DisclosedRanked
from houvast.engine.landscape.result import Comparison, SegmentKind, Verdict

SURE, FAIRLY_SURE = 0.8, 0.6


def say_verdict(landscape: DisclosedLandscape, wording: Wording) -> str:
    """One short line."""
    return _verdict_line(landscape.structure.verdict, landscape.structure.groups, wording)


def _verdict_line(verdict: Verdict, groups: int, wording: Wording) -> str:
    if verdict is Verdict.NO_STRUCTURE:
        return wording.say("No groups were found.")
    if verdict is Verdict.ONE_SPECTRUM:
        return wording.say("There is one spectrum of opinion, without separate groups.")
    return wording.count("{n} group was found.", "{n} groups were found.", groups)


def explain_verdict(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """What the verdict means."""
    say, verdict = wording.say, landscape.structure.verdict
    told = []
    if landscape.structure.forced:
        told.append(say("This number of groups was asked for; it was not concluded from the votes."))
    if verdict is Verdict.NO_STRUCTURE:
        told.append(say("What people think of one statement says little about what they think of another."))
    elif verdict is Verdict.ONE_SPECTRUM:
        told.append(say("People differ by degrees: many stand near the middle and there is no gap between two camps."))
    else:
        told.append(say("People within a group often give the same answers, and answer otherwise than other groups."))
        told += _say_between(landscape, wording)
    if any(block.left_out for block in landscape.blocks):
        told.append(say("People who seem to vote as one block are left out of this; see Honest voting."))
    if landscape.structure.evidence.style_confounded:
        told.append(say("Opinion and the habit of agreeing with anything cannot be told apart here."))
    return told


def _say_between(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    for segment in landscape.segments:
        if segment.is_middle:
            share = wording.percent(segment.share)
            return [wording.count("{n} person ({share}) stands in between.", "{n} people ({share}) stand in between.",
                                  segment.size, share=share)]  # fmt: skip
    return [wording.say("Too few people stand in between to describe them.")]


def say_how_sure(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """How sure the verdict and the places are."""
    say, evidence = wording.say, landscape.structure.evidence
    told = []
    if evidence.structure_p is not None and landscape.structure.verdict is Verdict.NO_STRUCTURE:
        told.append(
            say("A pattern this strong also comes up in {share} of shuffled votes, so it may be chance.",
                share=wording.percent(evidence.structure_p))
        )  # fmt: skip
    elif evidence.structure_p is not None:
        told.append(
            say("A pattern this strong comes up in at most {share} of shuffled votes, so it is not chance.",
                share=wording.number(evidence.structure_p * 100, 1) + "%")
        )  # fmt: skip
    if evidence.reliability is not None:
        told.append(_say_reliability(evidence.reliability, wording))
    if evidence.resample_ari is not None and landscape.structure.verdict is Verdict.GROUPS:
        told.append(
            say("When part of the people is left out, the same groups come back (agreement {value} out of 1).",
                value=wording.number(evidence.resample_ari, 2))
        )  # fmt: skip
    return told


def _say_reliability(reliability: float, wording: Wording) -> str:
    value = wording.number(reliability, 2)
    if reliability >= SURE:
        return wording.say(
            "The places on the map are sure enough to compare people (reliability {value}).", value=value
        )
    if reliability >= FAIRLY_SURE:
        return wording.say("The places on the map are fairly sure (reliability {value}).", value=value)
    return wording.say("The places on the map are unsure: people gave few votes (reliability {value}).", value=value)


def say_who_took_part(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """How many, and that they are not the population."""
    say, number = wording.say, wording.number
    told = [
        say("{people} people gave {votes} votes on {statements} statements.", people=number(landscape.participants),
            votes=number(landscape.votes), statements=number(len(landscape.statements))),
        say("These are the people who took part. They are not the whole population: others may think otherwise."),
    ]  # fmt: skip
    weighting = landscape.weighting
    if weighting is not None:
        told.append(
            say("Answers are weighted to the population by {margins}; that counts as {n} people.",
                margins=", ".join(weighting.margins), n=number(weighting.n_effective))
        )  # fmt: skip
    if landscape.facts.skipped_rows:
        told.append(
            wording.count("{n} unreadable row was skipped.", "{n} unreadable rows were skipped.",
                          landscape.facts.skipped_rows)
        )  # fmt: skip
    return told


def say_hidden(landscape: DisclosedLandscape, wording: Wording) -> str:
    """The rule for small numbers."""
    if landscape.k <= 1:
        return wording.say("Small numbers are not hidden in this report.")
    return wording.say(
        "Numbers about fewer than {k} people are hidden, and so are numbers from which they could be computed.",
        k=wording.number(landscape.k),
    )


def say_polarisation(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """Each measure by itself."""
    say, measured = wording.say, landscape.polarisation
    told = []
    if measured.mean_divisiveness is not None:
        told.append(
            say("Divisiveness: on average {value}, where 0 is all one way and 1 is half against half.",
                value=_say_number(measured.mean_divisiveness, wording))
        )  # fmt: skip
    if measured.alignment is not None:
        told.append(
            say("Alignment: opinions on different statements hang together {value} times as much as by chance.",
                value=_say_number(measured.alignment, wording))
        )  # fmt: skip
    return told + [_say_pair(pair, wording) for pair in measured.pairs]


def _say_pair(pair: DisclosedPair, wording: Wording) -> str:
    return wording.say(
        "Distance between group {first} and group {second}: {distance} standard deviations; overlap {overlap}.",
        first=pair.first,
        second=pair.second,
        distance=_say_number(pair.distance, wording),
        overlap=_say_share(pair.overlap, wording),
    )


def _say_number(estimate: Estimate, wording: Wording) -> str:
    low, high = wording.number(estimate.low, 2), wording.number(estimate.high, 2)
    if estimate.value is None:
        return wording.say("somewhere from {low} to {high}", low=low, high=high)
    return wording.say("{value} ({low} to {high})", value=wording.number(estimate.value, 2), low=low, high=high)


def _say_share(estimate: Estimate, wording: Wording) -> str:
    low, high = wording.percent(estimate.low), wording.percent(estimate.high)
    if estimate.value is None:
        return wording.say("somewhere from {low} to {high}", low=low, high=high)
    return wording.say("{value} ({low} to {high})", value=wording.percent(estimate.value), low=low, high=high)


def say_integrity(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """Blocks by name, and the result with them beside the headline without them."""
    say = wording.say
    if not landscape.blocks:
        return [
            say("No signs of organised voting were found."),
            say("People who carefully imitate ordinary answers cannot be seen."),
        ]
    told = [_say_block(block, landscape.k, wording) for block in landscape.blocks]
    if landscape.with_blocks is not None:
        told += _say_comparison(landscape.with_blocks, wording)
    told.append(say("Nobody is deleted: whether these people are a campaign is for people to judge."))
    return told


def _say_block(block: DisclosedBlock, k: int, wording: Wording) -> str:
    size = wording.number(block.size) if block.size is not None else wording.say("fewer than {k}", k=wording.number(k))
    kinds = {
        "near-identical votes": wording.say("{size} people gave almost the same votes.", size=size),
        "the same answer to everything": wording.say("{size} people gave the same answer to everything.", size=size),
        "many votes in one hour": wording.say("{size} people voted in a burst within one hour.", size=size),
    }
    told = kinds.get(block.kind, wording.say("{size} people voted in an unusual way.", size=size))
    kept = wording.say("They are counted in the results above.")
    return told + " " + (wording.say("The results above leave them out.") if block.left_out else kept)


def _say_comparison(compared: Comparison, wording: Wording) -> list[str]:
    say = wording.say
    return [
        say("With them the result is: {verdict}", verdict=_verdict_line(compared.verdict, compared.groups, wording)),
        say("The places of the other people then stay the same to a correlation of {r}, and {kept} of the {shown} "
            "statements that bind most stay on the list.", r=wording.number(compared.position_r, 3),
            kept=wording.number(compared.binds_kept), shown=wording.number(compared.binds_shown)),
    ]  # fmt: skip


def say_rank(place: DisclosedRanked, position: int, wording: Wording) -> str:
    """How sure the order is."""
    say, number = wording.say, wording.number
    if place.rank_low == place.rank_high:
        told = say("Place {position}, for sure.", position=number(position))
    else:
        told = say("Place {position}; could be {low} to {high}.", position=number(position),
                   low=number(place.rank_low), high=number(place.rank_high))  # fmt: skip
    if place.hostile_low is not None and place.hostile_high is not None:
        told += " " + say("If 1% of participants voted in bad faith: {low} to {high}.", low=number(place.hostile_low),
                          high=number(place.hostile_high))  # fmt: skip
    return told


def say_direction(place_direction: str, wording: Wording) -> str:
    """Which answer binds."""
    return wording.say("Disagree together") if place_direction == "disagree" else wording.say("Agree together")


def summarise(landscape: DisclosedLandscape, wording: Wording) -> str:
    """The short summary for a screen."""
    say = wording.say
    lines = [landscape.facts.title] if landscape.facts.title else []
    lines += [say_verdict(landscape, wording), *explain_verdict(landscape, wording)]
    lines += say_how_sure(landscape, wording)
    lines += ["", *say_who_took_part(landscape, wording)]
    named = ((say("What binds"), landscape.lists.binds), (say("What divides"), landscape.lists.divides))
    for name, places in named:
        if places:
            lines += ["", name + ":"]
            lines += [f"  {i}. {_said(landscape, p, wording)}" for i, p in enumerate(places[:3], start=1)]
    if landscape.blocks:
        lines += ["", *say_integrity(landscape, wording)]
    return "\n".join(lines)


def _said(landscape: DisclosedLandscape, place: DisclosedRanked, wording: Wording) -> str:
    statement = landscape.statements[place.statement]
    text = " ".join((statement.text or wording.say("Statement {id}", id=statement.id)).split())
    printable = "".join(c for c in text if c.isprintable())
    return printable + (" [" + wording.say("disagree") + "]" if place.direction == "disagree" else "")


def has_middle(landscape: DisclosedLandscape) -> bool:
    """Whether there are people in between, or a middle stretch, to speak of."""
    return landscape.segment_kind is not SegmentKind.NONE and any(s.is_middle for s in landscape.segments)
