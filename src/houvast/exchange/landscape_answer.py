# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The result in plain words: the verdict first, then how sure, who took part, and what to be careful about."""

from __future__ import annotations

from houvast.charts.share_rows import say_range
from houvast.charts.wording import Wording, say_decimals, say_share
from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import DisclosedBlock, DisclosedLandscape, DisclosedPair, DisclosedRanked
from houvast.engine.landscape.result import Comparison, SegmentKind, Verdict

SURE, FAIRLY_SURE = 0.8, 0.6
FEW_VOTES, OFTEN = 10, 0.5


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
    if is_too_few(landscape):
        told.append(say("Too few people or statements to say anything about groups."))
    elif verdict is Verdict.NO_STRUCTURE:
        told.append(say("What people think of one statement says little about what they think of another."))
    elif verdict is Verdict.ONE_SPECTRUM:
        told.append(say("People differ by degrees: many stand near the middle and there is no gap between two camps."))
    else:
        told.append(say("People within a group often give the same answers, and answer otherwise than other groups."))
        told += _say_between(landscape, wording)
    told += say_not_described(landscape, wording)
    if any(block.left_out for block in landscape.blocks):
        told.append(say("People who seem to vote as one block are left out of this; see Honest voting."))
    if landscape.structure.evidence.style_confounded:
        told.append(say("Opinion and the habit of agreeing with anything cannot be told apart here."))
    return told


def is_too_few(landscape: DisclosedLandscape) -> bool:
    """Whether nothing could be tested."""
    structure = landscape.structure
    untested = structure.verdict is Verdict.NO_STRUCTURE and structure.evidence.structure_p is None
    return untested or structure.evidence.reason == "too-few"


def say_not_described(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """Groups that were found or asked for, and have no row of their own."""
    k, groups = wording.number(landscape.k), landscape.structure.groups
    if groups and landscape.segment_kind is SegmentKind.NONE:
        return [
            wording.say("The groups are not described apart: that would say something about fewer than {k} people.",
                        k=k)
        ]  # fmt: skip
    described = {segment.id for segment in landscape.segments}
    return [
        wording.say("Group {id} has fewer than {k} people and is not described apart.", id=number, k=k)
        for number in map(str, range(1, groups + 1))
        if number not in described
    ]


def _say_between(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    if landscape.segment_kind is SegmentKind.NONE:
        return []
    for segment in landscape.segments:
        if segment.is_middle:
            share = say_share(segment.share, wording)
            return [wording.count("{n} person ({share}) stands in between.", "{n} people ({share}) stand in between.",
                                  segment.size, share=share)]  # fmt: skip
    return [wording.say("Too few people stand in between to describe them.")]


def say_how_sure(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """How sure the verdict and the places are."""
    say, evidence = wording.say, landscape.structure.evidence
    told = []
    if evidence.structure_p is not None and landscape.structure.verdict is Verdict.NO_STRUCTURE:
        told.append(_say_chance(evidence.structure_p, wording))
    elif evidence.structure_p is not None:
        told.append(
            say("A pattern this strong comes up in at most {share} of shuffled votes, so it is not chance.",
                share=wording.number(evidence.structure_p * 100, 1) + "%")
        )  # fmt: skip
    if evidence.reliability is not None:
        few = landscape.votes < FEW_VOTES * landscape.participants
        told.append(_say_reliability(evidence.reliability, few=few, wording=wording))
    if evidence.resample_ari is not None and landscape.structure.verdict is Verdict.GROUPS:
        told.append(
            say("When part of the people is left out, the same groups come back (agreement {value} out of 1).",
                value=wording.number(evidence.resample_ari, 2))
        )  # fmt: skip
    return told


def _say_chance(p: float, wording: Wording) -> str:
    if p >= OFTEN:
        return wording.say("Patterns this strong come up by chance too.")
    return wording.say(
        "A pattern this strong also comes up in {share} of shuffled votes, so it may be chance.",
        share=say_share(p, wording),
    )


def _say_reliability(reliability: float, *, few: bool, wording: Wording) -> str:
    value = wording.number(reliability, 2)
    if reliability >= SURE:
        return wording.say(
            "The places on the map are sure enough to compare people (reliability {value}).", value=value
        )
    if reliability >= FAIRLY_SURE:
        return wording.say("The places on the map are fairly sure (reliability {value}).", value=value)
    if few:
        return wording.say(
            "The places on the map are unsure, because people gave few votes (reliability {value}).", value=value
        )
    return wording.say(
        "The places on the map are unsure, because the votes tell little about where people stand "
        "(reliability {value}).",
        value=value,
    )


def say_who_took_part(landscape: DisclosedLandscape, wording: Wording) -> list[str]:
    """How many, and that they are not the population."""
    say, number = wording.say, wording.number
    told = [
        wording.count(
            "{n} person gave {votes} on {statements}.", "{n} people gave {votes} on {statements}.",
            landscape.participants, votes=wording.count("{n} vote", "{n} votes", landscape.votes),
            statements=wording.count("{n} statement", "{n} statements", len(landscape.statements)),
        ),
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
    """The rule for small numbers, and that points on the map are people."""
    if landscape.k <= 1:
        told = wording.say("Small numbers are not hidden in this report.")
    else:
        told = wording.say(
            "Numbers about fewer than {k} people are hidden, and so are numbers from which they could be computed.",
            k=wording.number(landscape.k),
        )
    if landscape.map.points is None:
        return told
    return (
        told
        + " "
        + wording.say(
            "The map shows one mark for each person, without names or numbers; "
            "use --public for a version without marks."
        )
    )


def say_none_shown(landscape: DisclosedLandscape, wording: Wording, *, segment: int) -> str:
    """Why no statement is named for a segment; true whether there is none or it may not be shown."""
    if landscape.segments[segment].with_unplaced and landscape.k > 1:
        return wording.say("No statement is named here, because people who have no place of their own are counted too.")
    return say_empty_list(landscape, wording)


def say_empty_list(landscape: DisclosedLandscape, wording: Wording) -> str:
    """Why a list is empty; true whether there is nothing or it may not be shown."""
    if landscape.k <= 1:
        return wording.say("No such statement was found.")
    return wording.say(
        "No such statement can be shown: there is none, or showing it would say something about fewer than {k} people.",
        k=wording.number(landscape.k),
    )


def say_shortened(landscape: DisclosedLandscape, wording: Wording) -> str:
    """That a list may be shorter than what was found; nothing where everything is shown."""
    if landscape.k <= 1:
        return ""
    return wording.say(
        "Statements are left out where showing them would say something about fewer than {k} people.",
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
    return say_range(estimate, say_decimals, wording)


def _say_share(estimate: Estimate, wording: Wording) -> str:
    return say_range(estimate, say_share, wording)


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
    binds, divides = landscape.lists.binds, landscape.lists.divides
    for name, places, directed in ((say("What binds"), binds, True), (say("What divides"), divides, False)):
        if places:
            lines += ["", name + ":"]
            said = (_said(landscape, p, wording, directed=directed) for p in places[:3])
            lines += [f"  {i}. {text}" for i, text in enumerate(said, start=1)]
    if landscape.blocks:
        lines += ["", *say_integrity(landscape, wording)]
    return "\n".join(lines)


def _said(landscape: DisclosedLandscape, place: DisclosedRanked, wording: Wording, *, directed: bool) -> str:
    statement = landscape.statements[place.statement]
    text = " ".join((statement.text or wording.say("Statement {id}", id=statement.id)).split())
    printable = "".join(c for c in text if c.isprintable())
    return printable + (" [" + wording.say("disagree") + "]" if directed and place.direction == "disagree" else "")
