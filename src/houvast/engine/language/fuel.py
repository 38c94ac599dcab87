# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words of a text are fuel: do they say what a group *is*, instead of what happened, and how do they do it?

A word to the writer, with the words found and the reason; it blocks nothing, counts nothing and judges nobody. It knows
plain forms only, and finds about one in three to one in two of such judgements. What a text reports or contradicts
("volgens …", "het is een vooroordeel dat …") is left alone, and so is a name between quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from houvast.engine.language.group_judgement import REPORTS, GroupJudgement, find_group_judgements


class FuelKind(StrEnum):
    """How words make fuel."""

    DEHUMANISING = "dehumanising"
    EXCLUSION = "exclusion"
    NATURE = "nature"
    BLAME = "blame"
    MOTIVE = "motive"
    TRAIT = "trait"
    NAME_CALLING = "name-calling"


# What the writer reads: a message of the interface, to be translated at the edge.
EXPLANATIONS = {
    FuelKind.DEHUMANISING: "These words make a group less than human. What happened, and who did it?",
    FuelKind.EXCLUSION: "This says that a whole group does not belong. What would you like to see change?",
    FuelKind.NATURE: "This says that a whole group is so by nature. What did you see or hear?",
    FuelKind.BLAME: "This blames a whole group. What happened, and who was involved?",
    FuelKind.MOTIVE: "This says what a whole group wants or thinks. What did people do or say?",
    FuelKind.TRAIT: "This says what a whole group is like. What happened, and how often?",
    FuelKind.NAME_CALLING: "This is a term of abuse for a group. Which people do you mean, and what happened?",
}
_SIGNS = (
    (FuelKind.DEHUMANISING, r"ratten|parasieten|tuig|uitschot|minderwaardig|nesten|ziek|rats|scum|parasites|inferior"),
    (
        FuelKind.EXCLUSION,
        r"horen hier niet|moeten oprotten|past zich|passen zich|never adapt",
    ),
    (
        FuelKind.NATURE,
        r"van nature|in hun (?:bloed|aard|genen|cultuur)|nou eenmaal|hoe ze zijn|by nature|in their (?:blood|genes)",
    ),
    (
        FuelKind.BLAME,
        r"kapot|verpest|pik(?:t|ken)|ste(?:el|len)|steal|ruin|schuld|alle macht|bedreiging|gevaar|problee?m|threat",
    ),
    (
        FuelKind.MOTIVE,
        r"alleen (?:om|voor|aan)|wil(?:len)?\b|maling|schijt|haten|hate|lach|profite|lieg|lie and|only come|want to",
    ),
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{signs})", re.IGNORECASE)) for kind, signs in _SIGNS)
_ABUSE = """
    kankerjood kankerjoden tyfusjood jodenlul kutmarokkaan kutmarokkanen rifaap kutpool kutpolen kutturk kutturken
    geitenneuker geitenneukers zandneger zandnegers dobberneger dobbernegers nikker nikkers spleetoog spleetogen
    zwartjoekel roetmop kankerhomo kankerhomo's kutflikker haatbaard haatbaarden
    gelukszoeker gelukszoekers testosteronbommen wappie wappies gekkies klimaatgekkies klimaatdrammers tokkies
    deugmensen landverraders boomknuffelaars bijstandstrekkers profiteurs
    """
ABUSE = frozenset(_ABUSE.split())
_ABUSE_FOUND = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(ABUSE, key=len, reverse=True)))})\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:uitgescholden|scheld\w*|schreeuw\w*|nageroepen|uitgemaakt voor|called)\b", re.IGNORECASE)
_QUOTED = re.compile('["“”„«»\'‘’][^"“”„«»]*["“”„«»\'‘’]')


@dataclass(frozen=True, slots=True)
class FuelFound:
    """A stretch of the text (half open), how it makes fuel, and the words that say so."""

    start: int
    end: int
    kind: FuelKind
    words: str


def find_fuel(text: str) -> tuple[FuelFound, ...]:
    """The stretches in the order of the text; a term of abuse inside a judgement belongs to it."""
    judged = [FuelFound(one.start, one.end, _kind(one), one.said) for one in find_group_judgements(text)]
    free = [one for one in _abuse(text) if not any(judge.start <= one.start < judge.end for judge in judged)]
    return tuple(sorted((*judged, *free), key=lambda one: (one.start, one.end)))


def _kind(judgement: GroupJudgement) -> FuelKind:
    """The first kind whose sign is in what is said; a trait where there is none."""
    return next((kind for kind, sign in _KINDS if sign.search(judgement.said)), FuelKind.TRAIT)


def _abuse(text: str) -> list[FuelFound]:
    if REPORTS.search(text) or _TOLD.search(text):
        return []
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    return [
        FuelFound(found.start(), found.end(), FuelKind.NAME_CALLING, found.group())
        for found in _ABUSE_FOUND.finditer(text)
        if not any(start <= found.start() < end for start, end in quoted)
    ]
