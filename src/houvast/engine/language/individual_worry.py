# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a text a worry about one person, or does it report a crime or who did it? Then it belongs behind another door.

    worry  =  somebody in particular (particular_person.py)  and, in the same or the next sentence,  danger, violence,
              crime or need (worry_words.py);  or words that tell a crime by themselves
    not a worry where only groups are spoken of, or how often something happens, or who fears it.

It reads short Dutch texts. It promises no more than was measured on our own sentences: docs/explanation/person-data.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from houvast.domain.right_door import WorryKind
from houvast.engine.language.particular_person import GENERIC, Mention, find_mentions, split_sentences
from houvast.engine.language.words_in_text import Word, split_words
from houvast.engine.language.worry_words import ABOUT_MANY, ACUTE, ALONE, DIRECT, FEARS, NEED

LONGEST_REACH = 16  # words between somebody and what is said of them
TOLD_APART = re.compile(
    r"\s\(?(?:van )?(?:een jaar of )?\d{1,2}\b(?! hoog)|\s(?:uit |in |van )?(?:klas|groep|havo|vmbo|vwo|mbo"
    r"|portiek|blok)\b"
    r"|\s(?:uit|van) (?:mijn|onze|de|zijn|haar) (?:klas|groep|team|straat|flat|portiek|school|les|hoek)\b"
)
_GENERIC = re.compile(r"\b(?:" + "|".join(sorted(GENERIC)) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WorryFound:
    """A worry and the words that led to it, in order. is_acute: the writer may not overrule it."""

    kind: WorryKind
    spans: tuple[tuple[int, int], ...]
    excerpts: tuple[str, ...]
    is_acute: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    start: int
    end: int


def find_worry(text: str) -> WorryFound | None:
    """The most pressing worry in the text; None where it speaks of what happens or of groups."""
    sentences = _read(text)
    for acute, patterns in ((True, ACUTE), (False, ALONE), (False, DIRECT)):
        for kind, pattern in patterns:
            for i, sentence in enumerate(sentences):
                before = sentences[i - 1].mentions if i else ()
                found = _told(text, sentence, before, pattern, alone=patterns is ALONE)
                if found is not None:
                    return _worry(text, kind, found, acute=acute)
    return _near_in_need(text, sentences)


def _worry(text: str, kind: WorryKind, spans: tuple[tuple[int, int], ...], *, acute: bool = False) -> WorryFound:
    return WorryFound(kind, spans, tuple(text[start:end] for start, end in spans), acute)


def _near_in_need(text: str, sentences: tuple[_Sentence, ...]) -> WorryFound | None:
    """Somebody near to the writer, or told apart by age or class, beside a word of need."""
    for sentence in sentences:
        need = NEED.search(text, sentence.start, sentence.end)
        for mention in sentence.mentions if need else ():
            told_apart = mention.is_near or TOLD_APART.match(text, mention.end) is not None
            if need and told_apart and mention in tuple(_who(text, sentence, need.span())):
                return _worry(text, WorryKind.CARE, tuple(sorted([(mention.start, mention.end), need.span()])))
    return None


def _read(text: str) -> tuple[_Sentence, ...]:
    return tuple(
        _Sentence(words, find_mentions(words), words[0].start, words[-1].end)
        for words in split_sentences(split_words(text))
    )


def _told(
    text: str, sentence: _Sentence, before: tuple[Mention, ...], pattern: re.Pattern[str], *, alone: bool
) -> tuple[tuple[int, int], ...] | None:
    """The places of somebody and of what is said of them in this sentence. alone: nobody need be mentioned."""
    for found in pattern.finditer(text, sentence.start, sentence.end):
        matter = (found.start(), len(found.group().rstrip()) + found.start())
        if alone:
            return None if _about_many(text, sentence) else (matter,)
        for who in _who(text, sentence, matter):
            return tuple(sorted({(who.start, who.end), matter}))
        if before and not sentence.mentions and _goes_on(sentence, text) and not _about_many(text, sentence):
            return ((before[-1].start, before[-1].end), matter)
    return None


def _who(text: str, sentence: _Sentence, matter: tuple[int, int]) -> Iterator[Mention]:
    """Whoever in the sentence the matter is about."""
    if _about_many(text, sentence):
        return
    for mention in sentence.mentions:
        between = text[min(mention.end, matter[1]) : max(mention.start, matter[0])]
        if len(between.split()) <= LONGEST_REACH and not _GENERIC.search(between) and not FEARS.search(between):
            yield mention


def _about_many(text: str, sentence: _Sentence) -> bool:
    return ABOUT_MANY.search(text, sentence.start, sentence.end) is not None


def _goes_on(sentence: _Sentence, text: str) -> bool:
    """Whether a sentence without anybody in it goes on about the one before: "Zij wil niet meer leven"."""
    first = sentence.words[0].lower
    return first in {"zij", "ze", "die", "wil", "heeft", "is", "slaat", "praat", "dreigt"} and not _GENERIC.search(
        text, sentence.start, sentence.end
    )
