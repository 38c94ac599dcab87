# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can people answer this statement with agree or disagree? The check list of a good statement, as advice.

One idea, said straight, about a matter and not about what people are, short, and no question. What personal data it
holds is looked for apart (person_data.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from houvast.engine.language.dictionary import lemma_of
from houvast.engine.language.group_judgement import find_group_judgement
from houvast.engine.language.words_in_text import Word, is_shouted, split_words

LONG = 140
FEWEST_WORDS = 2
AND = frozenset("en maar of and but or".split())  # noqa: SIM905
FINITE = frozenset(
    """is zijn was waren ben heeft hebben heb had hadden wordt worden werd werden moet moeten moest mag mogen mocht kan
    kunnen kon zal zullen zou zouden wil willen wou gaat gaan ging komt komen kwam krijgt krijgen kreeg blijft blijven
    hoort horen vind vindt vinden voel voelt voelen doet doen deed maakt maken staat staan zit zitten ligt liggen rijdt
    rijden woont wonen werkt werken helpt helpen zorgt zorgen verdient verdienen durft durven weet weten denk denkt
    is are was were am has have had must should shall may might can could will would goes go comes come gets get stays
    feels feel do does did makes make helps help needs need think thinks want wants""".split()  # noqa: SIM905
)
# Of the verbs above, those that may as well be an infinitive say nothing of a second clause ("en bomen komen").
MODALS = frozenset("moeten mogen kunnen zullen willen zijn".split())  # noqa: SIM905
CLAUSE_VERBS = frozenset(verb for verb in FINITE if verb in MODALS or not verb.endswith("en"))
NEGATIONS = frozenset(
    """niet geen nooit niemand niets nergens zonder not no never nobody nothing nowhere without cannot can't don't
    doesn't won't isn't aren't shouldn't mustn't""".split()  # noqa: SIM905
)
# "onveilig", "oneerlijk": a negation inside the word; not "onder", "onderwijs", "ongeluk".
_NEGATIVE_WORD = re.compile(
    r"(?:on|un|in)(\w{3,}(?:ig|ige|lijk|lijke|baar|bare|eens|juist|juiste|zeker|terecht|waar|bekend|able|ible)"
    r"|(?:fair|safe|clear|necessary|kind|wise|true))"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:nl|com|org|eu|net)(?:/\S*)?\b", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\b(?:niet alleen|not only|niet meer dan|no more than)\b", re.IGNORECASE)


class Flaw(StrEnum):
    """What may be wrong with a statement."""

    TWO_IDEAS = "two ideas"
    QUESTION = "question"
    DOUBLE_NEGATION = "double negation"
    GROUP_JUDGEMENT = "group judgement"
    LONG = "long"
    SHORT = "short"
    SHOUTED = "shouted"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class FlawFound:
    """A flaw and the words it is about."""

    flaw: Flaw
    excerpt: str


def find_flaws(text: str) -> tuple[FlawFound, ...]:
    """What may be wrong with a statement, in the order of the check list."""
    words = split_words(text)
    found = ((flaw, find(text, words)) for flaw, find in _CHECKS)
    return tuple(FlawFound(flaw, excerpt) for flaw, excerpt in found if excerpt)


def _two_ideas(text: str, words: tuple[Word, ...]) -> str:
    second = next((word for word in words[1:] if word.is_first and re.search(r"[.!?…;]", word.gap)), None)
    if second is not None:
        return text[second.start :]
    for i, word in enumerate(words):
        if word.lower in AND and _has(FINITE, words[:i]) and _has(CLAUSE_VERBS, words[i + 1 : -1]):
            return text[word.start :]
    return ""


def _has(verbs: frozenset[str], words: tuple[Word, ...]) -> bool:
    return any(word.lower in verbs for word in words)


def _question(text: str, _: tuple[Word, ...]) -> str:
    return text if text.rstrip(" \"'”").endswith("?") else ""


def _double_negation(text: str, words: tuple[Word, ...]) -> str:
    only = {found.start() for found in _NOT_ONLY.finditer(text)}
    negations = [word for word in words if word.start not in only and _is_negation(word.lower)]
    for first, second in pairwise(negations):
        if not any(w.is_first for w in words if first.start < w.start <= second.start):
            return text[first.start : second.end]
    return ""


def _is_negation(word: str) -> bool:
    if word in NEGATIONS:
        return True
    inside = _NEGATIVE_WORD.fullmatch(word)
    return inside is not None and any(lemma_of(inside.group(1), code) is not None for code in ("nl", "en"))


def _group_judgement(text: str, _: tuple[Word, ...]) -> str:
    found = find_group_judgement(text)
    return text[found.start : found.end] if found else ""


def _long(text: str, _: tuple[Word, ...]) -> str:
    return text[LONG:] if len(text) > LONG else ""


def _short(text: str, words: tuple[Word, ...]) -> str:
    has_spaces_or_capitals = any(sign.isascii() for sign in text if sign.isalpha())
    return text if has_spaces_or_capitals and len(words) < FEWEST_WORDS else ""


def _shouted(text: str, _: tuple[Word, ...]) -> str:
    return text if is_shouted(text) else ""


def _link(text: str, _: tuple[Word, ...]) -> str:
    found = _LINK.search(text)
    return found.group() if found else ""


_CHECKS: tuple[tuple[Flaw, Callable[[str, tuple[Word, ...]], str]], ...] = (
    (Flaw.TWO_IDEAS, _two_ideas),
    (Flaw.QUESTION, _question),
    (Flaw.DOUBLE_NEGATION, _double_negation),
    (Flaw.GROUP_JUDGEMENT, _group_judgement),
    (Flaw.LONG, _long),
    (Flaw.SHORT, _short),
    (Flaw.SHOUTED, _shouted),
    (Flaw.LINK, _link),
)
