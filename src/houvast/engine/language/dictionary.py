# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is this an ordinary word of the language, and what is its lemma? Asked of the word lists that simplemma carries."""

from __future__ import annotations

from functools import lru_cache

from simplemma.strategies import DictionaryLookupStrategy
from simplemma.strategies.dictionaries import StreamDictionaryFactory

LANGUAGES = ("nl", "en")
SHORTEST_PART = 4
LINKS = ("", "s", "e", "en")
# What follows the apostrophe of a contraction or a plural: "scooter's", "we've", "zzp'ers".
CLITICS = frozenset({"s", "ve", "re", "ll", "d", "m", "t", "er", "ers", "en", "tje", "tjes"})
# Words of Dutch streets that the list lacks.
FURTHER_WORDS = {
    "nl": frozenset(
        """overlast fatbike fatbikes azc azc's wifi app apps buurtapp appgroep wappie wappies e-bike e-bikes zzp'er
        mantelzorg statushouder statushouders jongerenwerk buurtbus wijkteam laadpaal laadpalen deelauto deelscooter
        deelscooters warmtepomp warmtenet hittestress stikstof zonneweide tiny fietsstraat
        omwonenden omwonende shisha kinderopvang halal online offline appje appjes""".split()  # noqa: SIM905
    ),
    "en": frozenset(),
}
_LISTS = DictionaryLookupStrategy(StreamDictionaryFactory())


@lru_cache(maxsize=65_536)
def lemma_of(word: str, language: str) -> str | None:
    """The lemma of an ordinary word in "nl" or "en"; None where it is no word or only one with a capital."""
    if language not in LANGUAGES:
        return None
    if word.lower() in FURTHER_WORDS[language]:
        return word.lower()
    lemma: str | None = _LISTS.get_lemma(word.lower(), language)
    return None if lemma is None or lemma[:1].isupper() else lemma.replace("_", "")


@lru_cache(maxsize=65_536)
def is_word(word: str, language: str) -> bool:
    """Whether the word, written small, is an ordinary word; also before an apostrophe, or with a hyphen inside."""
    lower = word.lower().replace("’", "'").strip("'-")
    stem, _, ending = lower.partition("'")
    if lemma_of(lower, language) is not None or (ending in CLITICS and lemma_of(stem, language) is not None):
        return True
    parts = [part for part in lower.split("-") if part]
    return len(parts) > 1 and all(lemma_of(part, language) is not None for part in parts)


@lru_cache(maxsize=65_536)
def is_compound(word: str, language: str) -> bool:
    """Whether a word is two ordinary words in one, as Dutch makes them: "parkeerbeleid", "verkeersveiligheid"."""
    lower = word.lower()
    for cut in range(SHORTEST_PART, len(lower) - SHORTEST_PART + 1):
        if lemma_of(lower[cut:], language) is not None and _is_first_part(lower[:cut], language):
            return True
    return False


@lru_cache(maxsize=65_536)
def is_loose_compound(word: str, language: str) -> bool:
    """As is_compound, with a first part of three letters or more before a second of five or more: "belwinkel"."""
    lower = word.lower()
    cuts = range(SHORTEST_PART - 1, len(lower) - SHORTEST_PART)
    return any(lemma_of(lower[cut:], language) is not None and _is_word_part(lower[:cut], language) for cut in cuts)


def _is_word_part(part: str, language: str) -> bool:
    return any(lemma_of(part.removesuffix(link), language) is not None for link in LINKS if part.endswith(link))


def _is_first_part(part: str, language: str) -> bool:
    stems = [part.removesuffix(link) for link in LINKS if part.endswith(link)]
    return any(len(stem) >= SHORTEST_PART - 1 and lemma_of(stem, language) is not None for stem in stems)
