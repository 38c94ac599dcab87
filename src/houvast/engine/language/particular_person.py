# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a text speak of one particular person, or of a handful, rather than of what happens?

A mention is a person in the singular ("mijn buurman", "een jongen van 15", "leerling"), a counted or pointed-at handful
("die twee broers"), or a word that stands for one ("hij", "iemand", "degene"). People who report by profession
("de wijkagent ziet …") and whole groups ("jongeren", "bewoners") are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from houvast.engine.language.words_in_text import Word

PERSONS = frozenset(
    """buurman buurvrouw buurjongen buurmeisje jongen jongetje meisje man mannetje vrouw vrouwtje leerling student
    studente scholier stagiair stagiaire collega cliënt client klant vader moeder pa ma zoon zoontje dochter
    dochtertje broer broertje zus zusje neef neefje nicht nichtje oom tante opa oma vriend vriendin ex partner kind
    kindje peuter kleuter baby puber tiener gast gozer kerel knul vent dader daders verdachte eigenaar eigenares
    huisbaas chauffeur leider baas bewoner bewoonster persoon iemand statushouder asielzoeker vluchteling dakloze
    junk dealer pooier loverboy inbreker zwager schoonzus schoonmoeder schoonvader stiefvader stiefmoeder pleegkind
    jongste oudste knul kassier cliënte bewoonster opa oma buuf jochie ventje knulletje meid mevr barman
    taxichauffeur chauffeuse teamleider penningmeester bestuurder vrijwilliger ondernemer stemmer aanhanger
    huisgenoot kamergenoot bekende pa mama papa kleinzoon kleindochter mevrouw meneer heer dame opa's jongere
    klasgenoot teamgenoot huurder""".split()  # noqa: SIM905
)
# People who often tell what they see: particular only where they do not do that in the next words.
REPORTERS = frozenset(
    """docent docente leraar lerares juf meester trainer trainster coach imam dominee pastoor wijkagent agent boa
    conciërge huisarts dokter jongerenwerker straatcoach buurtwerker wijkverpleegkundige raadslid wethouder
    voorzitter mentor begeleider kapper winkelier""".split()  # noqa: SIM905
)
TELLS = frozenset(
    """ziet zien zag meldt meldde hoort hoorde zegt zei vertelt vertelde signaleert merkt maakt noemt waarschuwt schrok
    weet weten sprak spreekt krijgt belt vraagt denkt vindt vond geeft komt helpt wil kan organiseert organiseren
    liepen staan en staat""".split()  # noqa: SIM905
)
HANDFUL = frozenset(
    """broers jongens gasten mannen meiden meisjes gozers knapen kerels vrouwen jongeren buren leerlingen
    kinderen vrienden""".split()  # noqa: SIM905
)
POINTED = frozenset("die deze twee drie vier".split())  # noqa: SIM905
STANDS_FOR_ONE = frozenset("hij hem iemand degene diegene ie".split())  # noqa: SIM905
SMALL_WHOLE = frozenset("gezin stel echtpaar stelletje koppel".split())  # noqa: SIM905
OWN = frozenset("mijn m'n mn onze haar zijn hun zn".split())  # noqa: SIM905
EACH = frozenset("elke iedere ieder elk geen menig zoveelste".split())  # noqa: SIM905
# "Man of tien", "iemand" in "dat iemand zou": nobody in particular.
NOBODY = frozenset({("man", "of"), ("man", "sterk")})
GENERIC = frozenset(
    """jongeren bewoners mensen leerlingen ouders kinderen vrouwen mannen jongens meisjes groepen docenten leraren
    studenten ouderen moeders vaders buurtbewoners omwonenden winkeliers ondernemers agenten niemand iedereen bezoekers
    tieners scholieren werkgevers arbeidsmigranten""".split()  # noqa: SIM905
)
SHORTEST_TAIL = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in particular. at: which word of the sentence; start, end: half-open place in the text.

    is_near: somebody of the writer's own, or told to be somebody's ("mijn neef", "zoon van de slager").
    """

    at: int
    start: int
    end: int
    is_near: bool = False


def split_sentences(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words by sentence."""
    starts = [at for at, word in enumerate(words) if word.is_first or at == 0]
    ends = [*starts[1:], len(words)] if starts else []
    return tuple(words[start:end] for start, end in zip(starts, ends, strict=True))


def find_mentions(sentence: tuple[Word, ...]) -> tuple[Mention, ...]:
    """Everybody in particular in one sentence, in order."""
    return tuple(mention for at in range(len(sentence)) if (mention := _mention(sentence, at)) is not None)


def is_person_word(word: str) -> bool:
    """Whether a small word means one person, also as the end of a compound ("bovenbuurman")."""
    if word in PERSONS:
        return True
    if word == "niemand":
        return False
    return any(word.endswith(end) and len(word) > len(end) for end in PERSONS if len(end) >= SHORTEST_TAIL)


def _mention(sentence: tuple[Word, ...], at: int) -> Mention | None:
    word, before = sentence[at], sentence[at - 1].lower if at else ""
    after = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    if before in EACH or (word.lower, after) in NOBODY:
        return None
    if word.lower in REPORTERS:
        tells = any(other.lower in TELLS for other in sentence[at + 1 : at + 4])
        heard = {other.lower for other in sentence[max(0, at - 2) : at]} & {"volgens", "van", "aldus"}
        return None if tells or heard else Mention(at, _start(sentence, at), word.end)
    if word.lower in STANDS_FOR_ONE or word.lower in SMALL_WHOLE or is_person_word(word.lower):
        near = before in OWN or (word.lower not in STANDS_FOR_ONE and after == "van")
        return Mention(at, _start(sentence, at), word.end, near)
    two_before = sentence[at - 2].lower if at > 1 else ""
    one_of_them = [other.lower for other in sentence[max(0, at - 3) : at]] in (
        ["een", "van", "de"],
        ["een", "van", "die"],
    )
    if word.lower in HANDFUL and (before in POINTED or two_before in POINTED or one_of_them):
        return Mention(at, _start(sentence, at), word.end)
    return None


def _start(sentence: tuple[Word, ...], at: int) -> int:
    """Where the mention begins: with the small word before it, if that belongs to it."""
    if at and sentence[at].follows_directly and sentence[at - 1].lower in _BEFORE:
        return sentence[at - 1].start
    return sentence[at].start


_BEFORE = POINTED | frozenset("mijn m'n mn onze de een zijn haar hun 'n jouw uw".split())  # noqa: SIM905
