# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which themes does a municipality look for, and which words of a text point to them? Its own list, never a guess.

A word of the list is found as itself, in another form ("woning", "woningen"), as the last part of a compound
("hangjeugd" for "jeugd"), or as the first part where the rest is a word too ("huurteam" for "huur"). An entry of more
words is found where they follow each other. "fatbike*" is found in all that begins so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from houvast.engine.language.dictionary import lemma_of
from houvast.engine.language.same_fact import plain_words

LANGUAGE = "nl"
COMPOUND = 0.75  # what a part of a compound counts for; the word itself counts for 1
SHORTEST_PART = 4
CERTAIN_PART = 5  # a shorter last part counts only when what stands before it is a word too: "huur" is in "schuur"
SHORTEST_REST = 3
ENDINGS = ("s", "en", "n", "e")
OPEN_END = "*"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: a code that stays, names by language ("nl", "en"), two lines on what belongs to it, words, examples."""

    code: str
    names: Mapping[str, str] = field(hash=False)
    description: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()

    def name_in(self, language: str) -> str:
        """The name in this language, else in the first one it has, else the code."""
        return self.names.get(language) or next(iter(self.names.values()), self.code)


@dataclass(frozen=True, slots=True)
class ThemeList:
    """The themes in the order in which people read them. origin: who wrote them and what they are meant for."""

    themes: tuple[Theme, ...]
    version: str
    name: str = ""
    origin: str = ""

    def codes(self) -> tuple[str, ...]:
        """The codes in order."""
        return tuple(theme.code for theme in self.themes)


@dataclass(frozen=True, slots=True)
class WordFound:
    """A word of the text (plain: small letters, no accents) that points to the theme at this place in the list.

    weight: 1 for the word itself, less for a part of a compound, divided by the number of themes that have the word.
    """

    theme: int
    text: str
    entry: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries of all themes by their form: (theme, entry as written, weight)."""

    single: dict[str, tuple[tuple[int, str, float], ...]]
    phrases: dict[str, tuple[tuple[int, str, float, tuple[str, ...]], ...]]
    beginnings: dict[str, tuple[tuple[int, str, float], ...]]


def find_theme_words(text: str, *, themes: ThemeList) -> tuple[WordFound, ...]:
    """The words that point to a theme, each once per theme, in the order of the text."""
    entries = _entries(themes)
    words = plain_words(text)
    found: dict[tuple[int, str], WordFound] = {}
    for at, word in enumerate(words):
        for one in (*_phrases_at(words, at, entries), *_matches(word, themes)):
            known = found.get((one.theme, one.entry))
            if known is None or known.weight < one.weight:
                found[one.theme, one.entry] = one
    return tuple(found.values())


def _phrases_at(words: list[str], at: int, entries: _Entries) -> list[WordFound]:
    return [
        WordFound(theme, " ".join(words[at : at + len(parts)]), entry, weight)
        for theme, entry, weight, parts in entries.phrases.get(words[at], ())
        if tuple(words[at : at + len(parts)]) == parts
    ]


@lru_cache(maxsize=65_536)
def _matches(word: str, themes: ThemeList) -> tuple[WordFound, ...]:
    """The entries that one word of a text is, or is built with."""
    entries = _entries(themes)
    for form in (word, _lemma(word)):
        if form in entries.single:
            return tuple(WordFound(theme, word, entry, weight) for theme, entry, weight in entries.single[form])
    parts = (*_beginning(word, entries), *_last_part(word, entries), *_first_part(word, entries))
    return tuple(WordFound(theme, word, entry, weight) for theme, entry, weight in parts)


def _beginning(word: str, entries: _Entries) -> tuple[tuple[int, str, float], ...]:
    cuts = (word[:cut] for cut in range(len(word), 1, -1))
    return next((entries.beginnings[cut] for cut in cuts if cut in entries.beginnings), ())


def _last_part(word: str, entries: _Entries) -> tuple[tuple[int, str, float], ...]:
    """The longest entry that the word ends in, as the head of a compound."""
    for cut in range(SHORTEST_REST, len(word) - SHORTEST_PART + 1):
        part = word[cut:]
        known = entries.single.get(part) or entries.single.get(_lemma(part))
        if known and (len(part) >= CERTAIN_PART or _is_known(word[:cut])) and (weak := _weakened(known)):
            return weak
    return ()


def _first_part(word: str, entries: _Entries) -> tuple[tuple[int, str, float], ...]:
    """The longest entry that the word begins with, where the rest is a word."""
    for cut in range(len(word) - SHORTEST_REST, SHORTEST_PART - 1, -1):
        known = entries.single.get(word[:cut])
        if known and any(_is_known(rest) for rest in (word[cut:], word[cut:].removeprefix("s"))):
            return _weakened(known)
    return ()


def _weakened(known: tuple[tuple[int, str, float], ...]) -> tuple[tuple[int, str, float], ...]:
    """Entries as part of a compound; one of three letters is in too many words ("weg" in "vanwege")."""
    return tuple((theme, entry, weight * COMPOUND) for theme, entry, weight in known if len(entry) >= SHORTEST_PART)


def _is_known(part: str) -> bool:
    stems = (part, part.removesuffix("s"), part.removesuffix("e"), part.removesuffix("en"))
    return any(len(stem) >= SHORTEST_REST and lemma_of(stem, LANGUAGE) is not None for stem in stems)


def _lemma(word: str) -> str:
    return lemma_of(word, LANGUAGE) or word


@lru_cache(maxsize=8)
def _entries(themes: ThemeList) -> _Entries:
    """The list turned around. A form that more themes have counts for less in each."""
    single: dict[str, dict[int, str]] = {}
    beginnings: dict[str, dict[int, str]] = {}
    phrases: dict[str, list[tuple[int, str, float, tuple[str, ...]]]] = {}
    for at, theme in enumerate(themes.themes):
        for entry in theme.words:
            words = plain_words(entry)
            if len(words) > 1:
                phrases.setdefault(words[0], []).append((at, entry, 1.0, tuple(words)))
            elif words and entry.endswith(OPEN_END):
                beginnings.setdefault(words[0], {}).setdefault(at, entry)
            elif words:
                for form in _forms(words[0]):
                    single.setdefault(form, {}).setdefault(at, entry)
    return _Entries(_shared(single), {word: tuple(them) for word, them in phrases.items()}, _shared(beginnings))


def _forms(word: str) -> set[str]:
    return {word, _lemma(word), *(word + ending for ending in ENDINGS if len(word) >= SHORTEST_PART)}


def _shared(forms: dict[str, dict[int, str]]) -> dict[str, tuple[tuple[int, str, float], ...]]:
    return {form: tuple((at, entry, 1 / len(them)) for at, entry in them.items()) for form, them in forms.items()}
