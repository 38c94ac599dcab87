# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a text tell the belief, health, origin, orientation or politics of one person or a handful?

The law protects such facts most (GDPR article 9; origin as well). Of whole groups they may be told: "spanning tussen
kerk en moskee" is what signals are about. A finding only warns: the writer may confirm that the word is needed.

    found  =  a word for one who is so ("een moslim", "de PVV-stemmer"), or
              somebody in particular beside an adjective or a saying of that kind ("twee poolse mannen")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from houvast.domain.special_categories import SpecialCategory
from houvast.engine.language.group_names import CAPITAL_GROUPS
from houvast.engine.language.particular_person import HANDFUL, Mention, find_mentions, is_person_word, split_sentences
from houvast.engine.language.words_in_text import Word, split_words

# One who is so: in the singular; beginnings of compounds are not counted.
ONE = {
    SpecialCategory.RELIGION: frozenset(
        """moslim moslima jood christen katholiek protestant hindoe boeddhist sikh alevitisch salafist atheïst
        bekeerling jodin gelovige""".split()  # noqa: SIM905
    ),
    SpecialCategory.ORIENTATION: frozenset(
        "homo lesbienne lesbo biseksueel transvrouw transman transgender transpersoon transmeisje transjongen".split()  # noqa: SIM905
    ),
    SpecialCategory.HEALTH: frozenset(
        """schizofreen autist alcoholist verslaafde junk gehandicapte psychiatrisch epilepticus dementerende
        patiënt""".split()  # noqa: SIM905
    ),
    SpecialCategory.PARTY: frozenset(
        """communist socialist fascist liberaal anarchist pvv'er vvd'er fvd'er sp'er d66'er cda'er pvda'er
        partijlid""".split()  # noqa: SIM905
    ),
    SpecialCategory.ORIGIN: frozenset(
        """marokkaan turk surinamer antilliaan pool roemeen bulgaar syriër somaliër eritreeër afghaan irakees iraniër
        oekraïner koerd molukker ghanees nigeriaan egyptenaar algerijn tunesiër chinees indiër pakistaan rus duitser
        belg italiaan spanjaard griek allochtoon zigeuner""".split()  # noqa: SIM905
    ),
}
_PARTIES = r"(?:pvv|vvd|pvda|groenlinks|cda|d66|fvd|forum(?: voor democratie)?|sgp|bbb|denk|volt|ja21|christenunie|sp)"
# What is said of somebody; the first word of a pattern stands behind or before the mention.
SAID: tuple[tuple[SpecialCategory, re.Pattern[str]], ...] = (
    (SpecialCategory.HEALTH, re.compile(
        r"\b(?:dement\w*|schizofren\w*|psychose\w*|psychotisch\w*|borderline|adhd|autis\w*|depressie\w*"
        r"|depressief|bipolair\w*|hiv|aids|kanker"
        r"|diabetes|epilepsie|zwanger|abortus|verslaafd\w*|alcoholis\w*|medicijn\w*|(?:verstandelijke?"
        r"|lichamelijke?|licht verstandelijke?) beperk\w*"
        r"|beperking|gehandicapt\w*|rolstoel|chronisch ziek|suïcidaal|anorexia|parkinson|lvb|ggz|opname"
        r"|opgenomen|burn-?out)\b", re.IGNORECASE)),
    (SpecialCategory.RELIGION, re.compile(
        r"\b(?:bekeer(?:d|t)\w*|islamitisch\w*|christelijk\w*|joods\w*|katholieke?|gereformeerde?|gelovige?"
        r"|hindoeïstisch\w*|moslims?\b|is (?:een )?(?:moslim|jood|christen)"
        r"|ni[kq]ab|hoofddoek|keppeltje|boerka|chador|tulband|bidt|ramadan)\b", re.IGNORECASE)),
    (SpecialCategory.ORIENTATION, re.compile(
        r"\b(?:homo\b|homoseksue\w*|homofiel\w*|lesbisch\w*|biseksue\w*|gay\b|trans(?:gender|vrouw|man)?\b"
        r"|uit de kast|in transitie|queer)", re.IGNORECASE)),
    (SpecialCategory.PARTY, re.compile(
        rf"\b(?:stemt (?:op )?{_PARTIES}|lid van (?:de |het )?{_PARTIES}|{_PARTIES}[ -]?(?:stemmer|lid"
        rf"|aanhanger|er)\b|communist|fascist)\b", re.IGNORECASE)),
    (SpecialCategory.UNION, re.compile(r"\blid van (?:de )?(?:vakbond|fnv|cnv)\b|\bvakbondslid\b", re.IGNORECASE)),
)  # fmt: skip
_BEFORE_ONE = frozenset("een de die deze dat mijn 'n onze zijn haar is als jonge oude bekende".split())  # noqa: SIM905
REACH = 9


@dataclass(frozen=True, slots=True)
class SpecialFound:
    """A protected fact about somebody in particular: its kind, its half-open place and its words."""

    category: SpecialCategory
    start: int
    end: int
    text: str


def find_special_categories(text: str) -> tuple[SpecialFound, ...]:
    """What is told of somebody in particular, in the order of the text; each place once."""
    found: dict[int, SpecialFound] = {}
    for sentence in split_sentences(split_words(text)):
        for category, start, end in (*_ones(sentence), *_sayings(text, sentence), *_origins(sentence)):
            found.setdefault(start, SpecialFound(category, start, end, text[start:end]))
    return tuple(found[start] for start in sorted(found))


Told = tuple[SpecialCategory, int, int]


def _ones(sentence: tuple[Word, ...]) -> list[Told]:
    """Words for one person who is so, with a small word before them that makes it one person."""
    alone = [word for at, word in enumerate(sentence) if not at or sentence[at - 1].lower in _BEFORE_ONE]
    return [(category, word.start, word.end) for word in alone for category, ones in ONE.items() if word.lower in ones]


def _origins(sentence: tuple[Word, ...]) -> list[Told]:
    """An adjective of a people or faith straight before somebody: "de marokkaanse vader", "twee poolse mannen"."""
    told = []
    for at, word in enumerate(sentence[:-1]):
        following = sentence[at + 1]
        before = sentence[at - 1].lower if at else ""
        one = is_person_word(following.lower) or following.lower in {"gezin", "stel", "echtpaar", "familie"}
        handful = following.lower in HANDFUL and before in {"twee", "drie", "vier", "die", "deze"}
        if word.lower in CAPITAL_GROUPS and following.follows_directly and (one or handful):
            told.append((SpecialCategory.ORIGIN, word.start, following.end))
    return told


def _sayings(text: str, sentence: tuple[Word, ...]) -> list[Told]:
    mentions = find_mentions(sentence)
    if not mentions:
        return []
    said = [(category, found) for category, pattern in SAID for found in _finds(pattern, text, sentence)]
    near = [(category, found) for category, found in said if any(_is_near(text, one, found) for one in mentions)]
    return [(category, found.start(), found.end()) for category, found in near]


def _finds(pattern: re.Pattern[str], text: str, sentence: tuple[Word, ...]) -> Iterator[re.Match[str]]:
    return pattern.finditer(text, sentence[0].start, sentence[-1].end)


def _is_near(text: str, mention: Mention, found: re.Match[str]) -> bool:
    between = text[min(mention.end, found.end()) : max(mention.start, found.start())]
    return len(between.split()) <= REACH
