# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where may a name stand that was typed in small letters, as people do in a hurry?

Only where the words before it say that a person comes next:
    address   "mevrouw jansen", "dhr. van den berg", "fam. de boer"
    person    "mijn buurman ahmed", "moeder van noor", "wijkagent peter"
    naming    "heet kevin", "genaamd yassin", "ik ben samira", "gesproken met fatima"
    nickname  "bijnaam 'scarface'", "ze noemen hem kleine bas", "alias el gordo"
and where two words stand together, or around "en", or before one letter with a full stop, that no language here knows.
The word itself must be strange to the language, or be one of the few ordinary words that are first names as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from houvast.engine.language.word_lists import LITTLE_WORDS, PARTICLES
from houvast.engine.language.words_in_text import Word

Strange = Callable[[Word], bool]
Spans = Iterator[tuple[int, int]]

ADDRESS = frozenset(
    """mevrouw mevr mvr mw mej mejuffrouw meneer mijnheer menheer mnr dhr heer juffrouw juf fam familie gebroeders
    mrs ms mr""".split()  # noqa: SIM905
)
KIN = frozenset(
    """oom tante opa oma papa mama vader moeder pa ma zoon dochter zoontje dochtertje broer broertje zus zusje neef
    neefje nicht nichtje buurman buurvrouw vriend vriendin ex man vrouw partner kind maten uncle aunt brother sister
    friend""".split()  # noqa: SIM905
)
PERSON = KIN | frozenset(
    """meester buurjongen buurmeisje onderbuurman bovenbuurman bovenbuurvrouw jongen meisje leerling student cliënt
    client collega stagiair vrijwilliger wethouder burgemeester wijkagent agent jongerenwerker jongerenwerkster
    straatcoach boa imam dominee pastoor pater rabbijn dokter huisarts leraar lerares docent docente mentor trainer
    trainster coach conciërge huismeester kapper bakker slager eigenaar eigenares winkelier bewoner bewoonster
    huisbaas baas leider voorzitter directeur verdachte dader gozer gast neighbour teacher""".split()  # noqa: SIM905
)
OF = frozenset("van vd v of".split())  # noqa: SIM905
NAMED = frozenset("heet heette heten genaamd geheten named called ene zekere volgens aldus".split())  # noqa: SIM905
NICKNAMED = re.compile(
    r"\b(?:(?:bij|roep|schuil|koos)naam|bijgenaamd|alias|aka|a\.k\.a\.|noem(?:en|t|de|den)?(?: ze)? (?:hem|haar))\b"
    r"[\s:=]{1,3}([\"'‘’“]?)((?:(?:el|de|la|den|kleine|lange|dikke|grote"
    r"|ouwe) )?[^\W\d_][\w’-]{1,20}(?: [^\W\d_][\w’-]{1,20})?)",
    re.IGNORECASE,
)
# Phrases after which somebody is named; the last word of each stands in this table.
BEFORE_NAME: dict[str, frozenset[tuple[str, ...]]] = {
    "met": frozenset({("gesproken", "met"), ("gebeld", "met"), ("gesprek", "met"), ("sprak", "met"), ("contact", "met"),
                      ("spreek", "met"), ("geappt", "met"), ("bel", "met")}),
    "ben": frozenset({("ik", "ben")}),
    "is": frozenset({("naam", "is")}),
    "naam": frozenset({("mijn", "naam"), ("mn", "naam")}),
}  # fmt: skip
# Ordinary words that are first names too: believed only where somebody is announced.
NAMES_AND_WORDS = frozenset(
    """bas bram daan dirk floor guus hans jet joke joop joost kees lot mark max mees merel mo noor peter pien piet rob
    roos sam sil sofie stan stijn storm sven tess thijs tim tom willem wim wout ans bart bep cor els fien fleur
    gert gijs hein iris jan jaap jack jeroen jesse karel koen lars linde luc madelief mohammed nick olivier otto pim
    puk rein rik ruud saar stef teun ton toon truus vera victor lotte luna""".split()  # noqa: SIM905
)
FAMILY_WORDS = frozenset(
    """vries boer jong wit groot bruin haan graaf lange bakker visser smit mulder jager koning ruiter wilde leeuw ridder
    vos haas dijk berg heuvel laan brink meer veen wal linden bosch bos haar ruijter waard rooij kok kuiper kramer
    dekker brouwer schipper timmerman molenaar post wolf prins kraan zwart hoek pol kamp velde velden broek ven poel
    beek voort hoeve zee zand horst wind kroon bie clercq winter zomer krol""".split()  # noqa: SIM905
)
FAMILY_PARTICLES = frozenset("van de der den ter ten el al ait ben bin te 't vd".split())  # noqa: SIM905
# After these short forms nearly always somebody's name comes, so any "de boer" or "van loon" is one, but for these.
SHORT_FORMS = frozenset("mevr mvr mw mnr dhr fam".split())  # noqa: SIM905
NO_FAMILY = frozenset(
    """hiernaast boven beneden overkant gemeente corporatie wijk kantoor school buurt straat flat winkel thuiszorg
    politie hoek bus dag week portiek voorzitter directeur burgemeester wethouder dochter zoon man vrouw club azc
    inloop buurthuis plein kerk moskee bewindvoerder huismeester mensen jongens""".split()  # noqa: SIM905
)
NOT_BEFORE = frozenset("de het 't die deze dit".split())  # noqa: SIM905
AND = frozenset("en and".split())  # noqa: SIM905
SHORTEST = 3
_ADVERB = re.compile(
    r"^(?:er|daar|waar|hier)(?:aan|af|bij|door|heen|in|langs|mee|na|naar|om|onder|op|over|tegen|toe|tussen|uit"
    r"|van|voor)$"
)
_SURE_PARTICIPLE = re.compile(
    r"^(?:(?:op|af|aan|uit|in|om|weg|mee|na|toe|door|voor)ge\w{3,}(?:d|t|en)|ge\w{3,}(?:d|t))$"
)
_PARTICIPLE = re.compile(r"^(?:ge|be|ver|ont)[^\W\d_]{4,}(?:d|t|en)$")


def find_small_names(text: str, words: tuple[Word, ...], *, is_strange: Strange) -> tuple[tuple[int, int], ...]:
    """Half-open places. is_strange: whether no ordinary word, place, people or organisation is written so."""
    found = [span for at in range(len(words)) for span in _announced(words, at, is_strange)]
    found += _nicknames(text)
    found += _strangers_together(text, words, is_strange)
    return tuple(_without_overlap(sorted(found, key=lambda span: (span[0], -span[1]))))


def _announced(words: tuple[Word, ...], at: int, is_strange: Strange) -> Spans:
    """The name after the word at this place, if that word says that one comes."""
    word = words[at].lower
    if word in ADDRESS:
        yield from _name_from(words, at + 1, is_strange, family=True)
    elif word in PERSON:
        of = word in KIN and at + 1 < len(words) and _joined(words[at + 1]) and words[at + 1].lower in OF
        yield from _name_from(words, at + 1 + of, is_strange, family=False)
    elif (word in NAMED and not _with_article(words, at)) or _ends_phrase(words, at):
        yield from _name_from(words, at + 1, is_strange, family=False)


def _with_article(words: tuple[Word, ...], at: int) -> bool:
    return at > 0 and words[at - 1].lower in NOT_BEFORE


def _ends_phrase(words: tuple[Word, ...], at: int) -> bool:
    phrases = BEFORE_NAME.get(words[at].lower, frozenset())
    return at > 0 and (words[at - 1].lower, words[at].lower) in phrases


def _name_from(words: tuple[Word, ...], start: int, is_strange: Strange, *, family: bool) -> Spans:
    """A name that begins at this word. family: family names that are ordinary words count as well ("de boer")."""
    if not family and _begins_with_article(words, start):
        return
    at = start
    while at < len(words) and _joined(words[at], first=at == start) and words[at].lower in FAMILY_PARTICLES:
        at += 1
    if at >= len(words) or not _joined(words[at], first=at == start) or words[at].is_capital:
        return
    if not (_is_name(words[at], is_strange) or (family and _is_family_name(words, start, at))):
        return
    first = at if not family and words[start].lower in {"van", "de"} and at - start == 1 else start
    while at + 1 < len(words) and _joined(words[at + 1]) and is_strange(words[at + 1]):
        at += 1
    yield words[first].start, words[at].end


def _begins_with_article(words: tuple[Word, ...], start: int) -> bool:
    """Whether "de", "het" or "van de" comes next: the owner *of the shop*, not somebody called so."""
    following = [word.lower for word in words[start : start + 2]]
    return following[:1] in (["de"], ["het"], ["'t"]) or (
        following[:1] == ["van"] and following[1:] in (["de"], ["het"], ["een"])
    )


def _joined(word: Word, *, first: bool = False) -> bool:
    return word.follows_directly or (first and word.gap in {", ", ": ", ". ", " - "})


def _is_name(word: Word, is_strange: Strange) -> bool:
    if word.lower in NAMES_AND_WORDS:
        return True
    plain = _ADVERB.match(word.lower) or _SURE_PARTICIPLE.match(word.lower)
    return len(word.text) >= SHORTEST and plain is None and is_strange(word)


def _is_family_name(words: tuple[Word, ...], start: int, at: int) -> bool:
    """Whether an ordinary word is a family name here: after "van der", or a known one after "de" or "van"."""
    particles = {word.lower for word in words[start:at]}
    if particles & {"der", "den", "vd"} or words[at].lower in FAMILY_WORDS:
        return True
    short = start > 0 and words[start - 1].lower in SHORT_FORMS
    return short and bool(particles) and words[at].lower not in NO_FAMILY | LITTLE_WORDS


def _nicknames(text: str) -> Spans:
    for found in NICKNAMED.finditer(text):
        quote, name = found.groups()
        first = name.split()[0].lower()
        if not quote and (first in LITTLE_WORDS - PARTICLES or first == "van"):
            continue
        words = name.split(" ")
        keeps_two = quote or first in FAMILY_PARTICLES or first in {"kleine", "lange", "dikke", "grote", "ouwe"}
        yield found.start(2), found.start(2) + len(name if keeps_two else words[0])


def _strangers_together(text: str, words: tuple[Word, ...], is_strange: Strange) -> Spans:
    """Two strange small words in a row, or one before a single letter with a full stop."""
    strange = [_is_lone_stranger(word) and is_strange(word) for word in words]
    if sum(strange) > len(words) / 2:
        return  # another language
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        initial = len(following.text) == 1 and text[following.end : following.end + 1] == "."
        if strange[at] and following.follows_directly and (strange[at + 1] or initial):
            yield word.start, following.end + initial
        elif strange[at] and following.lower in AND and strange[at + 2 : at + 3] == [True]:
            yield word.start, words[at + 2].end


def _is_lone_stranger(word: Word) -> bool:
    plain = _PARTICIPLE.match(word.lower) or _ADVERB.match(word.lower)
    return not word.is_capital and len(word.text) >= SHORTEST and plain is None and word.lower not in ADDRESS


def _without_overlap(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
