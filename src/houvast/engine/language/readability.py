# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes a Dutch text hard to read? Sentence length, long and unknown words, passive verbs and words of the office.

ease = 206.84 - 0.93 words/sentence - 77 syllables/word     (Douma 1960, after Flesch); syllables: groups of vowels
These are features to write better by. They are no level: no formula is validated for B1, and this one is not either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from houvast.engine.language.dictionary import is_compound, is_word
from houvast.engine.language.jargon import Jargon, find_jargon
from houvast.engine.language.words_in_text import Word, split_words

LANGUAGE = "nl"
LONG_WORD = 10  # letters
FEWEST_WORDS = 5
REACH = 8  # words between the verb and its participle
PASSIVES = frozenset("wordt worden werd werden".split())  # noqa: SIM905
_PARTICIPLE = re.compile(r"(?:\w{2,6})?(?:ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\w{2,}(?:d|t))")
_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_SENTENCE = re.compile(r"[.!?…]+(?=\s|$)|\n+|[•;]")


@dataclass(frozen=True, slots=True)
class Readability:
    """The features. Shares are of words, from 0 to 1; None where there are too few words to say anything.

    unknown_share: not in the word list and not a compound of listed words: names, typing errors, rare words;
    passives: places (half open) of the verb and its participle.
    """

    words: int
    sentences: int
    words_per_sentence: float | None
    longest_sentence: int
    long_share: float | None
    unknown_share: float | None
    ease: float | None
    passives: tuple[tuple[int, int], ...]
    jargon: tuple[Jargon, ...]


def measure_readability(text: str) -> Readability:
    """The features of a Dutch text; of another language only counts and sentence length mean something."""
    words = split_words(text)
    lengths = _sentence_lengths(words)
    enough = len(words) >= FEWEST_WORDS
    per_sentence = len(words) / len(lengths) if enough else None
    return Readability(
        words=len(words),
        sentences=len(lengths),
        words_per_sentence=per_sentence,
        longest_sentence=max(lengths, default=0),
        long_share=sum(len(word.text) >= LONG_WORD for word in words) / len(words) if enough else None,
        unknown_share=sum(map(_is_unknown, words)) / len(words) if enough else None,
        ease=206.84 - 0.93 * per_sentence - 77 * _syllables(words) / len(words) if per_sentence else None,
        passives=tuple(_passives(words)),
        jargon=find_jargon(text),
    )


def _sentence_lengths(words: tuple[Word, ...]) -> list[int]:
    """Words a sentence, sentences without words left out. A full stop after an initial or title ends nothing."""
    numbered: list[int] = []
    sentence = 0
    for at, word in enumerate(words):
        if at and word.is_first and _SENTENCE.search(word.gap):
            sentence += 1
        numbered.append(sentence)
    return [len(list(group)) for _, group in groupby(numbered)]


def _is_unknown(word: Word) -> bool:
    return not is_word(word.text, LANGUAGE) and not is_compound(word.lower, LANGUAGE)


def _syllables(words: tuple[Word, ...]) -> int:
    return sum(max(len(_VOWELS.findall(word.lower)), 1) for word in words)


def _passives(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """A form of "worden" with a participle in the same sentence, before or after it."""
    found = []
    for at, word in enumerate(words):
        if word.lower in PASSIVES:
            other = _participle_near(words, at)
            if other is not None:
                found.append((min(word.start, other.start), max(word.end, other.end)))
    return found


def _participle_near(words: tuple[Word, ...], at: int) -> Word | None:
    ahead = words[at + 1 : at + 1 + REACH]
    end = next((i for i, word in enumerate(ahead) if word.is_first), len(ahead))
    before = () if words[at].is_first else words[max(at - 1, 0) : at]
    return next((word for word in (*ahead[:end], *before) if _PARTICIPLE.fullmatch(word.lower)), None)
