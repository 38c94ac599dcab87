# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words lead to one front door: a street with a number, a postcode, "the baker at number 8"?

A number that counts something ("in de Kerkstraat 3 bomen"), a year, a bus line or a point of an agenda is let go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from houvast.engine.language.dictionary import lemma_of

Spans = Iterator[tuple[int, int]]

_WORD = r"[^\W\d_]"
_POSTCODE = re.compile(r"(?<![\w.,-])([1-9]\d{3})(\s?)([A-Z]{2}|[a-z]{2})(?!\w)")
_POSTCODE_SAID = re.compile(r"\b(?:postcode|pc)\W{1,3}$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d[a-zA-Z]?,\s?$")
_STREET_ENDINGS = (
    "straat|straatje|laan|laantje|weg|wegje|plein|pleintje|gracht|kade|singel|steeg|pad|plantsoen|dreef|dijk|hof|hofje"
    "|park|baan|burg|boulevard|passage|erf|akker|kamp|veld|hoek|markt|haven|wal|ring|oord|horst|bos|heuvel|berg|werf"
    "|waard|zoom|rade|donk|meent|veste|stede"
)
_SURE_STREETS = "straat|straatje|laan|laantje|weg|plein|pleintje|gracht|kade|singel|steeg|plantsoen|dreef|dijk|hof|pad"
_SECOND_WORDS = "Straat|Laan|Weg|Plein|Gracht|Kade|Singel|Dijk|Hof|Markt|Haven|Wal|Ring|Park|Pad|Baan|Steeg|Veld"
_SHORT_STREETS = r"str\.?|strt\.?|ln\.|pln\.?|wg\."
_SAID = r"(?:nr\.?|no\.?|nummer|huisnummer|huisnr\.?|#)"
_COMMA = r"(?:,\s?|\s)"
_NUMBER = (
    rf"{_SAID}?\s?(\d{{1,4}})"
    r"\s?-?(?:(?<=-)[IVX]{1,4}(?!\w)|(?<!\s)[a-zA-Z]{1,2}(?!\w)|(?<=\s)[a-zA-Z](?!\w)|bis\b|hs\b|[-/]\d{1,3}\b)?"
    r"(?![\d.,]?\d|[:/-]\d|\w)"
)
_SMALL = r"(?:(?:van|de|der|den|het|ten|ter|'t|la|le|du|en)\s)*"
_STREET = re.compile(
    rf"(?:\b(?:[A-ZÀ-Þ'’]|burg\.|p\.c\.)[\w'’.-]*\s{_SMALL})*"
    rf"\b(?:{_WORD}[\w'’-]*(?:{_SURE_STREETS})|{_WORD}[\w'’-]+(?:{_SHORT_STREETS})"
    rf"|Singel|Gracht|Kade|Laan|Markt|Haven|Dijk|[A-ZÀ-Þ]{_WORD}+(?:{_STREET_ENDINGS})){_COMMA}{_NUMBER}"
)
_TWO_WORD_STREET = re.compile(
    rf"\b[A-ZÀ-Þ][\w'’-]+\s(?:(?!(?:op|in|aan|bij|naar|rond|voor)\s)[A-ZÀ-Þ]?[\w'’-]+\s)?"
    rf"(?<!\bop\s)(?:{_SURE_STREETS}|{_SECOND_WORDS}){_COMMA}{_NUMBER}"
)
_STREET_OF = re.compile(
    rf"\b(?:laan|plein|straat|kade)\s(?:van|der|den|des)\s(?:{_WORD}[\w'’-]*\s){{1,3}}{_NUMBER}", re.IGNORECASE
)
_SHORT_THE = re.compile(r"(?<!\w)['’]t\s[A-ZÀ-Þ][\w-]+\s\d{1,4}[a-zA-Z]?(?!\w)")
_CAPITAL_NUMBER = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w'’-]+\s)+(?:\d{4}\s)?(?:nr\.?|no\.?|huisnummer|huisnr\.?|op nummer)\s?\d{1,4}\s?[a-zA-Z]?\b"
)
_ENGLISH_STREET = re.compile(
    r"\b\d{1,4}[a-zA-Z]?,?\s(?:[A-Z][\w'’-]+\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Crescent|Square|Gardens)\b"
)
_HOUSE_NUMBER = re.compile(
    r"\b(?:(?:op|van|bij|met)\s)?(?:nr\.?|nummer|no\.|huisnr\.?|huisnummer)\s?(\d{1,4})\s?[a-z]?(?![\w.,]?\d|\w)",
    re.IGNORECASE,
)
_HOUSE_SAID = re.compile(r"huisn", re.IGNORECASE)
# Somebody who lives there, or the house itself, shortly before a number; or a street on either side.
_LIVES_THERE = re.compile(
    rf"\b(?:bewo(?:ner|ners|onster)|famil\w+|fam\.?|gezin|buur(?:man|vrouw|jongen|meisje|tjes)?|buren|vrouw|man|mevrouw"
    rf"|meneer|heer|stel|huis|woning|pand|deur|voordeur|appartement|kamer|bakker|slager|kapper|woont|wonen"
    r"|opa|oma|vader|moeder|zoon|dochter|jongen|meisje|gast|kind|stel|echtpaar|bewoning"
    rf"|{_WORD}+(?:straat|laan|plein|gracht|kade|singel|flat|hof|weg))\b[^.!?;\n]{{0,40}}$",
    re.IGNORECASE,
)
_STREET_AFTER = re.compile(
    rf"^\s(?:in|aan|van|op|bij)\s(?:de|het|'t)\s{_WORD}+(?:straat|laan|plein|flat|gracht|hof|weg)\b", re.IGNORECASE
)
_NO_HOUSE = re.compile(
    r"\b(?:lijn|bus|tram|agenda|punt|spoor|perron|zaal|lokaal|lijst|ergernis\w*|rugnummer|halte|telefoon|kraam|klas|groep)"
    r"\b[^.!?;\n]{0,25}$|^\s(?:van|in|op)\s(?:de|het)\s(?:lijst|agenda|ergernis\w*|ranglijst)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
ANY = frozenset("het de een dit dat die deze ons onze mijn elk elke ieder dezelfde hetzelfde in op bij".split())  # noqa: SIM905
_SURE_ADDRESSES = (_CAPITAL_NUMBER, _ENGLISH_STREET, _SHORT_THE)
_UNITS = frozenset(
    """keer maal jaar jaren uur uren minuten dagen weken maanden procent meter kilometer km euro mensen personen man
    vrouw auto bomen kinderen woningen huizen winkels plekken plaatsen bankjes lantaarns centimeter cm per à
    tot""".split()  # noqa: SIM905
)


def find_postcodes(text: str) -> Spans:
    """Half-open places of four digits and two letters that are a postcode."""
    for found in _POSTCODE.finditer(text):
        digits, space, letters = found.groups()
        told = re.match(r"\s?,?\s?\d{1,4}\b", text[found.end() :]) is not None
        before = text[max(0, found.start() - 12) : found.start()]
        told = told or _POSTCODE_SAID.search(before) is not None
        told = told or (letters.isupper() and _NUMBER_BEFORE.search(before) is not None)
        if letters.islower() and (space or digits[0] == "0") and not told:
            continue
        if _YEAR.fullmatch(digits) and space and not told:
            continue
        if letters.upper() not in {"SA", "SD", "SS"}:
            yield found.span()


def find_addresses(text: str) -> Spans:
    """Half-open places of a street with a house number, or of a house number alone where somebody lives there."""
    for pattern in (_STREET, _TWO_WORD_STREET, _STREET_OF, *_SURE_ADDRESSES):
        for found in pattern.finditer(text):
            counts = found.group()[-1:].isdigit() and _counts_things(text[found.end() :])
            if pattern in _SURE_ADDRESSES or not (_is_any_street(found) or counts):
                yield found.span()
    for found in _HOUSE_NUMBER.finditer(text):
        if _is_house(text, found):
            yield found.span()


def _is_house(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() :]
    if _HOUSE_SAID.search(found.group()):
        return True
    if _NO_HOUSE.search(before) or _NO_HOUSE.search(after) or _counts_things(after):
        return False
    return _LIVES_THERE.search(before) is not None or _STREET_AFTER.search(after) is not None


def _is_any_street(found: re.Match[str]) -> bool:
    """Whether it is no street of a name ("Het plein 12"), or a year follows it ("Kerkplein 2024")."""
    named = found.group().split()[0].lower() not in ANY
    return not named or _YEAR.fullmatch(found.group(1)) is not None


def _counts_things(after: str) -> bool:
    """Whether the number before these words counts something: "in de Kerkstraat 3 bomen", "de straat 2 keer"."""
    word = re.match(r"\s+([^\W\d_]+(?:'s)?)", after)
    if word is None:
        return False
    lower = word.group(1).lower()
    if lower in _UNITS:
        return True
    lemma = lemma_of(lower, "nl")
    return lemma is not None and lemma != lower and not lemma.endswith("n") and lower.endswith(("en", "s"))
