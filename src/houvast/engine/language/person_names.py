# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words may be the name of a person? Those with a capital that the language does not know in small letters.

A run is words with a capital, with tussenvoegsels between them. Each word of it is
    safe     a place, an organisation, a people, a day: the lists of place_names, group_names and word_lists
    plain    an ordinary word of the language ("Bakker", "Joke", "Mark")
    unknown  none of these
A run may be a name where a title or initial stands before it; where two of its words are not safe; where one is unknown
inside a sentence; or where one is unknown and begins a sentence without being a compound of ordinary words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from houvast.engine.language.dictionary import LANGUAGES, is_compound, is_loose_compound, is_word
from houvast.engine.language.group_names import names_capital_group, names_group
from houvast.engine.language.place_names import (
    ENGLISH_PLACE_WORDS,
    LIKELY_PLACE_ENDINGS,
    PHRASES,
    PLACES,
    SURE_PLACE_ENDINGS,
)
from houvast.engine.language.small_names import find_small_names
from houvast.engine.language.word_lists import (
    KNOWN_CAPITALS,
    KNOWN_PHRASES,
    LITTLE_WORDS,
    NAMING,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_ADJECTIVES,
    STRONG_TITLES,
    TITLES,
)
from houvast.engine.language.words_in_text import Word, is_shouted, is_title_case, split_words

NOUNS_WITH_CAPITALS = frozenset({"de", "lb", "nds"})
INSIDE = frozenset({"in", "te"})  # people are not inside something; places are
ARTICLES = frozenset({"de", "het", "the", "'t"})
ANY_OF_THEM = frozenset({"een", "die", "deze", "geen", "a"})
FAMILY_BEGINS = frozenset({"van", "ten", "ter", "den", "der"})  # "Van den Heuvel", but "Op het plein"
EVERYDAY_PLACES = frozenset("flat huis winkel straat plein park wijk buurt dag week nacht maand tafel school".split())  # noqa: SIM905
LONGEST_ACRONYM = 5
JOINED_PARTICLES = frozenset({"mc", "mac", "de", "van", "la", "di", "el", "al", "le", "du", "o", "d"})
SHORTEST_STEM = 2
PEOPLES_AND_NAMES = frozenset({"noor", "fin"})  # after an article somebody from there, else a first name
_PHRASES: dict[str, set[tuple[str, ...]]] = {}
for _phrase in sorted(PHRASES | KNOWN_PHRASES):
    _PHRASES.setdefault(_phrase.split()[0], set()).add(tuple(_phrase.split()))


class Sort(Enum):
    """What a capitalised word is."""

    SAFE = 0
    PLAIN = 1
    UNKNOWN = 2
    PARTICLE = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, what each is, and the word before them (small, or empty)."""

    words: tuple[Word, ...]
    sorts: tuple[Sort, ...]
    before: str
    is_titled: bool

    def count(self, sort: Sort) -> int:
        """How many words are of that sort."""
        return self.sorts.count(sort)


@dataclass(frozen=True, slots=True)
class _Reader:
    """How this text is read: whose words are ordinary, and what capitals mean in it."""

    languages: tuple[str, ...]
    allowed: frozenset[str]
    title_case: bool
    shouted: bool

    def is_ordinary(self, word: str) -> bool:
        return any(is_word(word, language) for language in self.languages)

    def is_compound(self, word: str) -> bool:
        return any(is_compound(word, language) for language in self.languages)


def find_names(text: str, *, language: str, allowed: frozenset[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Half-open places of what may be names. allowed: further words, in lower case, that are nobody's name here."""
    spoken = language.split("-", maxsplit=1)[0].lower()
    words = split_words(text)
    languages = (spoken,) if spoken in LANGUAGES else LANGUAGES
    reader = _Reader(languages, allowed, title_case=is_title_case(words), shouted=is_shouted(text))
    if reader.shouted:
        return _shouted_names(words, reader)
    runs = [run for run in _runs(words, reader) if spoken not in NOUNS_WITH_CAPITALS or run.is_titled]
    spans = [_span(run) for run in runs if _may_be_name(run, reader)]
    small = find_small_names(text, words, is_strange=lambda word: _is_strange_and_small(word, reader))
    small = small if spoken in LANGUAGES else ()
    spans += [span for span in small if all(span[1] <= start or end <= span[0] for start, end in spans)]
    return tuple(sorted(set(spans)))


def _runs(words: tuple[Word, ...], reader: _Reader) -> Iterator[Run]:
    i = 0
    while i < len(words):
        length = _phrase_length(words, i)
        if length:
            i += length
        elif not words[i].is_capital or _begins_with_nothing(words, i):
            i += 1
        else:
            end = _end_of_run(words, i)
            yield _make_run(words, i, end, reader)
            i = end


def _phrase_length(words: tuple[Word, ...], at: int) -> int:
    """How many words a known phrase takes here, 0 where there is none."""
    for phrase in _PHRASES.get(words[at].lower, ()):
        if tuple(word.lower.removesuffix("'s") for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _begins_with_nothing(words: tuple[Word, ...], at: int) -> bool:
    """Whether a sentence begins here with a little word, which says nothing ("De", "Als", "Gesproken")."""
    word = words[at]
    if not word.is_first or word.lower not in LITTLE_WORDS:
        return False
    followed = at + 1 < len(words) and words[at + 1].follows_directly and words[at + 1].lower in PARTICLES
    return not (word.lower in FAMILY_BEGINS and followed)


def _end_of_run(words: tuple[Word, ...], start: int) -> int:
    end = start + 1
    while True:
        ahead = end
        while ahead < len(words) and words[ahead].follows_directly and _is_small_particle(words[ahead]):
            ahead += 1
        if ahead - end > 3 or ahead >= len(words) or not words[ahead].follows_directly or not words[ahead].is_capital:
            return end
        if ahead == end or words[ahead].lower not in KNOWN_CAPITALS | PLACES:
            end = ahead + 1
        else:
            return end


def _is_small_particle(word: Word) -> bool:
    return not word.is_capital and word.lower in PARTICLES


def _make_run(words: tuple[Word, ...], start: int, end: int, reader: _Reader) -> Run:
    before = _word_before(words, start)
    titled = before in TITLES or before in NAMING
    while start < end - 1 and words[start].lower in TITLES:
        titled, start = True, start + 1
    run = words[start:end]
    sorts = tuple(_sort(word, reader) for word in run)
    if run[0].lower in PEOPLES_AND_NAMES and before not in ARTICLES | ANY_OF_THEM:
        sorts = (Sort.UNKNOWN, *sorts[1:])
    return Run(run, sorts, before, titled)


def _word_before(words: tuple[Word, ...], start: int) -> str:
    """The word directly before a run, small tussenvoegsels left out where a title stands before them."""
    at = start
    while at and words[at].follows_directly:
        at -= 1
        if not _is_small_particle(words[at]):
            break
    if at < start - 1 and words[at].lower in TITLES | NAMING:
        return words[at].lower
    return words[start - 1].lower if start and words[start].follows_directly else ""


def _sort(word: Word, reader: _Reader) -> Sort:
    if word.lower in PARTICLES:
        return Sort.PARTICLE
    if _is_safe(word, reader):
        return Sort.SAFE
    return Sort.PLAIN if reader.is_ordinary(word.text) else Sort.UNKNOWN


def _is_safe(word: Word, reader: _Reader) -> bool:
    lower = word.lower.removesuffix("'s").rstrip("'")
    if (len(lower) == 1 and not word.is_initial) or ("'" in lower and lower.partition("'")[0] in LITTLE_WORDS):
        return True
    if any(part in KNOWN_CAPITALS or part in PLACES or part in reader.allowed for part in (lower, word.lower)):
        return True
    if names_capital_group(lower) or _is_brand(word, reader):
        return True
    first, hyphen, last = lower.partition("-")
    if hyphen and (first in KNOWN_CAPITALS or first in PLACES or names_capital_group(first) or len(first) <= 3):
        return reader.is_ordinary(last) or last in PLACES or names_capital_group(last)
    return False


def _is_brand(word: Word, reader: _Reader) -> bool:
    """Whether capitals stand inside the word, as in an acronym ("COA", "VVD'er") or a brand ("GroenLinks")."""
    text = word.text.partition("'")[0].partition("’")[0]
    if text.isupper():
        return 1 < len(text) <= LONGEST_ACRONYM and not reader.shouted
    if text[:2].isupper() and text[:2] != "IJ" and text[2:].islower():
        return not reader.shouted
    inner = [i for i, sign in enumerate(text) if i and sign.isupper() and text[i - 1].islower()]
    return bool(inner) and text[: inner[0]].lower() not in JOINED_PARTICLES


def _ends_as(word: str, endings: tuple[str, ...]) -> bool:
    return any(word.endswith(end) and len(word) >= len(end) + SHORTEST_STEM for end in endings)


def _may_be_name(run: Run, reader: _Reader) -> bool:
    plain, unknown = run.count(Sort.PLAIN), run.count(Sort.UNKNOWN)
    if plain + unknown == 0 or _is_place_or_body(run, reader):
        return False
    if run.is_titled or any(word.is_initial for word in run.words[:-1]):
        return True
    if unknown == 0:
        return plain > 1 and not reader.title_case and not _is_thing(run)
    if unknown + plain > 1:
        return True
    return _is_lone_name(run, reader)


def _is_place_or_body(run: Run, reader: _Reader) -> bool:
    last = run.words[-1].lower
    if _ends_as(last, SURE_PLACE_ENDINGS) or ("en" in reader.languages and last in ENGLISH_PLACE_WORDS):
        return True
    if run.is_titled:
        return False
    if _ends_as(run.words[0].lower, SURE_PLACE_ENDINGS) and not run.words[1].is_capital:
        return True  # "het Zorgplein van Noorderlo"
    strange = run.count(Sort.UNKNOWN)
    if run.before in EVERYDAY_PLACES and strange and strange + run.count(Sort.PLAIN) > 1:
        return False  # "achter de flat Piotr Nowak met scooters"
    if run.before in ORGANISATION_WORDS or run.words[0].lower in ORGANISATION_WORDS:
        return True
    first = run.words[0]
    if first.lower in ARTICLES and not first.is_first:
        return len(run.words) <= 3
    return len(run.words) == 1 and _ends_as(last, LIKELY_PLACE_ENDINGS)


def _shouted_names(words: tuple[Word, ...], reader: _Reader) -> tuple[tuple[int, int], ...]:
    """In capitals throughout: two strange words in a row, or one straight after a form of address."""
    spans, i = [], 0
    while i < len(words):
        row = _strange_row(words, i, reader)
        titled = i > 0 and words[i].follows_directly and words[i - 1].lower in STRONG_TITLES
        if len(row) > 1 or (row and titled):
            spans.append((words[row[0]].start, words[row[-1]].end))
        i = row[-1] + 1 if row else i + 1
    return tuple(spans)


def _strange_row(words: tuple[Word, ...], start: int, reader: _Reader) -> list[int]:
    """The places of words, from this one on, that follow one another and are neither ordinary nor known."""
    row, at = [], start
    while at < len(words) and (at == start or words[at].follows_directly):
        if _is_strange(words[at], reader):
            row.append(at)
        elif not row or words[at].lower not in PARTICLES:
            break
        at += 1
    return row


def _is_strange(word: Word, reader: _Reader) -> bool:
    return _sort(word, reader) is Sort.UNKNOWN and not reader.is_compound(word.text)


def _is_thing(run: Run) -> bool:
    """Whether two ordinary words in a row rather name a thing ("Oude Haven")."""
    ordinary = [word.lower for word, sort in zip(run.words, run.sorts, strict=True) if sort is not Sort.PARTICLE]
    return ordinary[0] in PLACE_ADJECTIVES or _ends_as("xx" + ordinary[-1], LIKELY_PLACE_ENDINGS + SURE_PLACE_ENDINGS)


def _is_lone_name(run: Run, reader: _Reader) -> bool:
    """Whether the one unknown word of a run, perhaps with safe words beside it, may be a name."""
    word = next(word for word, sort in zip(run.words, run.sorts, strict=True) if sort is Sort.UNKNOWN)
    if run.before in INSIDE:
        return False
    return not word.is_first or not reader.is_compound(word.text)


def _is_strange_and_small(word: Word, reader: _Reader) -> bool:
    """Whether no ordinary word, place, people or organisation is written so in small letters."""
    if word.is_capital or any(is_word(word.text, other) for other in LANGUAGES) or is_loose_compound(word.text, "nl"):
        return False
    return word.lower in PEOPLES_AND_NAMES or not (_is_safe(word, reader) or _is_thing_compound(word))


def _is_thing_compound(word: Word) -> bool:
    """Whether it ends as a street, building or body, or is joined by a hyphen to something ordinary."""
    return _ends_as(word.lower, SURE_PLACE_ENDINGS + LIKELY_PLACE_ENDINGS) or names_group(word.lower)


def _span(run: Run) -> tuple[int, int]:
    last = run.words[-1]
    return run.words[0].start, last.end + last.is_initial
