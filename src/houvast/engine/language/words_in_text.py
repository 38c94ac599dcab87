# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a text divided in words, where do sentences begin, and is it written in capitals throughout?"""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"(?<!\d)[^\W\d_]+(?:['’-][^\W\d_]+)*(?:['’](?=\s|$))?")
SENTENCE_END = re.compile(r"[.!?…\n•;]|\s[-–—*]\s|^\s*[-–—*]\s|[\"“”„«»]|(?<=\s)['‘]")
ABBREVIATIONS = frozenset("dhr mevr mw mr mrs ms dr drs ir ing prof ds st vd".split())  # noqa: SIM905
SHOUTED_SHARE = 0.7
FEWEST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place. gap: what stands between it and the word before; is_first: it begins a sentence.

    follows_directly: it belongs to the word before: one space, a hyphen, or the full stop of an initial or a title.
    """

    text: str
    lower: str
    start: int
    end: int
    gap: str
    is_first: bool
    follows_directly: bool
    is_capital: bool
    is_initial: bool


def split_words(text: str) -> tuple[Word, ...]:
    """The words in order."""
    words: list[Word] = []
    end = 0
    for found in WORD.finditer(text):
        words.append(_word(found, text[end : found.start()], before=words[-1] if words else None))
        end = found.end()
    return tuple(words)


def _word(found: re.Match[str], gap: str, *, before: Word | None) -> Word:
    text = found.group()
    after = found.string[found.end() : found.end() + 1]
    letter = text[2:3] if text[1:2] in {"'", "’"} and text[:1].islower() else text[:1]
    short = before is not None and (before.is_initial or before.lower in ABBREVIATIONS)
    first = before is None or _ends_sentence(gap, after_short=short, capital=letter.isupper())
    return Word(
        text=text,
        lower=text.lower().replace("’", "'"),
        start=found.start(),
        end=found.end(),
        gap=gap,
        is_first=first,
        follows_directly=not first and (gap in {" ", "-"} or (short and gap in {".", ". "})),
        is_capital=letter.isupper(),
        is_initial=len(text) == 1 and letter.isupper() and after == ".",
    )


def _ends_sentence(gap: str, *, after_short: bool, capital: bool) -> bool:
    """after_short: the word before is an initial or abbreviation. A full stop inside an address ends nothing."""
    if gap.startswith(".") and "\n" not in gap and (after_short or (gap == "." and not capital)):
        return False
    return SENTENCE_END.search(gap) is not None


def is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals, so that a capital says nothing."""
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return len(letters) >= FEWEST_LETTERS and capitals >= SHOUTED_SHARE * len(letters)


def is_title_case(words: tuple[Word, ...]) -> bool:
    """Whether Most Words Begin With A Capital, so that a capital on an ordinary word says nothing."""
    longer = [word for word in words if len(word.text) > 3]
    return len(longer) >= 4 and sum(word.is_capital for word in longer) > 0.6 * len(longer)
