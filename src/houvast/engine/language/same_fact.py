# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do two texts that look alike say the same, or was a number, a "not" or a word of meaning exchanged?

Words are paired where they are equal, inflections of one word, or a typing error apart. Left over on both sides means
that something was exchanged ("Kerkstraat" for "Molenstraat"); left over on one side, that something was added.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from houvast.engine.language.dictionary import LANGUAGES, lemma_of

NUMBERS = {
    word: str(value)
    for words in (
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    )
    for value, word in enumerate(words.split())
} | {
    "achttien": "18",
    "negentien": "19",
    "twintig": "20",
    "dertig": "30",
    "veertig": "40",
    "vijftig": "50",
    "honderd": "100",
}
NEGATIONS = frozenset(
    """niet geen nooit niemand niets nergens zonder evenmin nauwelijks not no never nobody nothing nowhere
    without""".split()  # noqa: SIM905
)
OPPOSITES = tuple(
    frozenset(pair.split("-"))
    for pair in """aanwezig-afwezig bang-blij meer-minder hoger-lager te-genoeg voor-tegen open-dicht goed-slecht
    veilig-onveilig snel-langzaam veel-weinig altijd-soms groot-klein oud-nieuw duur-goedkoop druk-rustig warm-koud
    omhoog-omlaag verhogen-verlagen hogere-lagere betere-slechtere toestaan-verbieden mogen-moeten mag-moet
    binnen-buiten
    more-less for-against open-closed good-bad safe-unsafe always-sometimes allow-forbid higher-lower better-worse
    """.split()  # noqa: SIM905
    if "-" in pair
)
LITTLE = frozenset(
    """de het een der den en of maar want dus als dan dat die deze dit ik jij je u hij zij ze wij we jullie hun hen haar
    mijn jouw uw ons onze er hier daar waar wat wie hoe nu nog ook al wel door voor na naar met tot bij uit in op aan om
    over onder tussen sinds via van te zo heel erg veel vooral weer eens toch maar eigenlijk gewoon echt graag heb hebt
    meer omdat tegen heeft hebben had ben is zijn was waren wordt worden word kan kunnen
    moet moeten mag zal gaat doet doe
    the a an and or but if then that this these those i you he she it we they my your his her its our their there here
    to of in on at for with by from is are was were be been has have had do does will would should very much really just
    """.split()  # noqa: SIM905
)
TYPING_ERROR = 0.75
SHORTEST_INFLECTED = 5
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def plain_words(text: str) -> list[str]:
    """The words in small letters without accents, numbers as digits."""
    bare = text.lower()
    if not bare.isascii():
        bare = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", bare)))
    return [NUMBERS.get(word, word) for word in _WORD.findall(bare)]


def says_the_same(first: str, second: str) -> bool:
    """Whether two texts that look alike hold the same numbers, negations and words of meaning."""
    a, b = plain_words(first), plain_words(second)
    if _numbers(a) != _numbers(b) or _negations(a) % 2 != _negations(b) % 2 or _are_opposed(set(a), set(b)):
        return False
    left, right = _left_over(a, b)
    return not (left and right)


def _numbers(words: list[str]) -> set[str]:
    """The numbers that count something; "een" (a) is left out because it is also an article."""
    return {word for word in words if word[0].isdigit() and word != "1"}


def _negations(words: list[str]) -> int:
    return sum(word in NEGATIONS for word in words)


def _are_opposed(a: set[str], b: set[str]) -> bool:
    return any(len(a & pair) == 1 and len(b & pair) == 1 and a & pair != b & pair for pair in OPPOSITES)


def _left_over(a: list[str], b: list[str]) -> tuple[list[str], list[str]]:
    """The words of meaning of each that have no fellow in the other."""
    first, second = _content(a), _content(b)
    joined_a, joined_b = "".join(a), "".join(b)
    left = [word for word in first if not _has_fellow(word, b, joined_b)]
    right = [word for word in second if not _has_fellow(word, a, joined_a)]
    return left, right


def _content(words: list[str]) -> list[str]:
    return [word for word in words if word not in LITTLE and word not in NEGATIONS and not word[0].isdigit()]


def _has_fellow(word: str, others: list[str], joined: str) -> bool:
    """joined: the others in one, because a compound is also written apart ("zebra pad")."""
    return word in joined or any(_are_one(word, other) for other in others)


@lru_cache(maxsize=65_536)
def _are_one(first: str, second: str) -> bool:
    """Whether two words are one: inflected, or a typing error apart."""
    if _lemma(first) == _lemma(second):
        return True
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= SHORTEST_INFLECTED and longer.startswith(shorter):
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= TYPING_ERROR and not _are_both_words(
        first, second
    )


def _lemma(word: str) -> str:
    return next((lemma for language in LANGUAGES if (lemma := lemma_of(word, language)) is not None), word)


def _are_both_words(first: str, second: str) -> bool:
    return any(lemma_of(first, code) is not None and lemma_of(second, code) is not None for code in LANGUAGES)
