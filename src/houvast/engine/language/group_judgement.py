# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a sentence say what a whole group of people *is*, instead of what happened or should happen?

found = a group named in general, then a word that ties a trait to it, in one sentence
        unless part of the group is meant ("sommige"), or the sentence reports or contradicts such a judgement
It is advice to a writer, never a filter: it sees the plain forms only, and about one in two or three of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from houvast.engine.language.group_names import CROWDS, names_group
from houvast.engine.language.words_in_text import Word, split_words

REACH = 5  # words between the group and what is said of it
PART_OF_GROUP = frozenset(
    """sommige enkele veel vele weinig meeste twee drie vier vijf tien paar aantal groep groepje een deze onze mijn jouw
    jullie bepaalde procent andere some many few several most two three four five group a our my these certain
    other""".split()  # noqa: SIM905
)
REPORTS = re.compile(
    r"\b(?:niet alle|niet iedere|not all|vooroordel\w*|prejudice|noemt|noemen|roept|roepen|volgens"
    r"|zeggen dat|zegt dat|denkt dat|het is niet waar|klopt niet|onzin dat|stop met|niet mee eens|mythe|recht op|cbs"
    r"|says that|said that|according to)\b",
    re.IGNORECASE,
)
_TRAITS = """
    lui luie dom domme crimineel criminele vies vieze agressief agressieve achterlijk achterlijke racistisch verwend
    verwende asociaal asociale gevaarlijk gevaarlijke onbetrouwbaar profiteurs leugenaars dieven criminelen gek gestoord
    ziek slecht slechte minderwaardig beter slimmer dommer ratten tuig uitschot parasieten hypocriet hypocrieten
    fascisten racisten terroristen gewelddadig zwak hysterisch naïef egoïstisch arrogant zeurders klagers nesten
    watjes lafaards vijanden gevaar bedreiging probleem schuld schuldig onaangepast achterbaks gierig vrek corrupt
    corrupte zakkenvullers
    lazy stupid criminal criminals dirty aggressive backward racist racists spoiled dangerous liars thieves crazy
    inferior superior rats scum parasites hypocrites terrorists violent weak selfish arrogant greedy corrupt problem
    threat enemy
    """
TRAITS = frozenset(_TRAITS.split())
COPULAS = frozenset("zijn is waren was blijven blijft are were is remain".split())  # noqa: SIM905
GENERAL = frozenset("allemaal altijd gewoon nou eenmaal nu immers all always just simply".split())  # noqa: SIM905
ESSENCE = re.compile(
    r"\b(?:van nature|in hun (?:bloed|aard|genen|cultuur)|nou eenmaal|zijn (?:allemaal|niet te vertrouwen|zo)\b"
    r"|zijn nooit te vertrouwen"
    r"|kunnen (?:\w+ )?niet \w+|willen (?:\w+ )?niet (?:werken|leren|aanpassen|meedoen|integreren)"
    r"|past zich (?:nooit|niet) aan"
    r"|passen zich (?:nooit|niet) aan|denken (?:\w+ )?niet zelf|denken alleen aan|komen (?:\w+ )?alleen (?:om|voor)"
    r"|hebben (?:geen|nul) (?:\w+ )?(?:hersens|respect|normen|fatsoen|moraal|medeleven|manieren|geweten|verstand)"
    r"|(?:heeft|hebben) (?:alle|alleen) (?:de )?macht|(?:heeft|hebben) (?:maling|schijt) aan"
    r"|(?:lacht|lachen) ons|lach\w* \w+ allemaal uit"
    r"|kapot ?(?:maken|maakt)|verpest\w*|verpesten|pikken|pikt|profiteren|profiteert"
    r"|drinken en vechten|liegen|liegt|stelen|haten"
    r"|hoe ze zijn|horen hier niet|moeten oprotten|deugen niet|deugt niet|zijn de schuld"
    r"|by nature|in their (?:blood|genes|culture)|can(?:not|'t) be trusted|only come (?:here )?(?:to|for)"
    r"|have no (?:respect|brains|morals)"
    r"|never adapt|do(?:n't| not) want to work|hate us|lie and|steal|ruin\w*|are all)\b",
    re.IGNORECASE,
)
_MARKED = frozenset(
    "linkse rechtse witte zwarte rijke arme gelovige ongelovige left-wing right-wing white black rich poor".split()  # noqa: SIM905
)
_PEOPLE = frozenset("mensen nederlander nederlanders lui types figuren kamp people folks dutchman".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class GroupJudgement:
    """The group, the stretch of the sentence (half open) from the group to what is said of it, and those last words."""

    group: str
    start: int
    end: int
    said: str = ""


def find_group_judgement(text: str) -> GroupJudgement | None:
    """The first judgement of a whole group, or None."""
    return next(iter(find_group_judgements(text)), None)


def find_group_judgements(text: str) -> tuple[GroupJudgement, ...]:
    """All judgements of whole groups in order; none where the text reports or contradicts such a judgement."""
    if REPORTS.search(text):
        return ()
    words = split_words(text)
    found: list[GroupJudgement] = []
    for at in range(len(words)):
        if found and words[at].start < found[-1].end:
            continue  # a second group inside a judgement adds nothing
        if _is_whole_group(words, at) and (said := _said_of_it(text, words, at)) is not None:
            found.append(GroupJudgement(words[at].text, words[at].start, said[1], text[said[0] : said[1]]))
    return tuple(found)


def _is_whole_group(words: tuple[Word, ...], at: int) -> bool:
    word = words[at].lower
    before = words[at - 1].lower if at and not words[at].is_first else ""
    if before in PART_OF_GROUP or (at > 1 and words[at - 2].lower in PART_OF_GROUP - {"een", "a"}):
        return False
    if word in CROWDS:
        return before in {"die", "dat", "de", "", "that", "the"} and (words[at].is_first or bool(before))
    if word in _PEOPLE:
        return before in _MARKED or _comes_from_that_camp(words, at)
    return names_group(word) and not _describes(words, at)


def _comes_from_that_camp(words: tuple[Word, ...], at: int) -> bool:
    return [word.lower for word in words[at : at + 3]] in (["mensen", "uit", "dat"], ["people", "from", "that"])


def _describes(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word only describes the next one ("Marokkaanse jongens", "Joodse inwoners")."""
    following = words[at + 1] if at + 1 < len(words) else None
    adjective = words[at].lower.endswith(("se", "ische", "e")) and not words[at].lower.endswith("elite")
    return adjective and following is not None and following.follows_directly and following.lower not in COPULAS


def _said_of_it(text: str, words: tuple[Word, ...], at: int) -> tuple[int, int] | None:
    """Where the judgement of the group at that word stands, or None where nothing is said of what it is."""
    begin = words[at].start
    sentence_end = next((word.start for word in words[at + 1 :] if word.is_first), len(text))
    essence = ESSENCE.search(text[begin:sentence_end])
    if essence is not None:
        return begin + essence.start(), begin + essence.end()
    before = re.search(r"\bhoe ze zijn\W+(?:die|de)?\W*$", text[:begin], re.IGNORECASE)
    if before is not None:
        return before.start(), words[at].end
    return _trait_after_copula(words, at)


def _trait_after_copula(words: tuple[Word, ...], at: int) -> tuple[int, int] | None:
    ahead = words[at + 1 : at + 2 + REACH]
    for i, word in enumerate(ahead[:3]):
        if word.is_first:
            return None
        if word.lower in COPULAS:
            rest = ahead[i + 1 :]
            return next(((w.start, w.end) for w in rest if w.lower in TRAITS or w.lower in GENERAL), None)
    return None
