# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which numbers and addresses in a text lead to one person? By form, check digit and the words around them.

Telephone numbers follow the numbering plan (phonenumbers), IBAN and BSN their check digits (python-stdnum); a number
that only looks like one, such as an amount or a date, is let go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType
from stdnum import iban
from stdnum.nl import bsn

from houvast.engine.language.dictionary import lemma_of
from houvast.engine.language.person_data_kinds import PersonDataFound, PersonDataKind

_NOT_A_PERSONS_PHONE = {
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
}
_WORD = r"[^\W\d_]"
_EMAIL = re.compile(r"[\w.+'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)?(?:facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|linkedin\.com|tiktok\.com"
    r"|snapchat\.com|youtube\.com|t\.me|wa\.me|threads\.net|bsky\.app|mastodon\.\w+|pinterest\.com)/[^\s<>\"')]+",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/+-])@\w[\w.]{1,28}\w")
_MANY_DIGITS = re.compile(r"\d(?:[\s().+/-]{0,3}\d){7}")
_IBAN = re.compile(r"\b[A-Za-z]{2}\s?\d{2}(?:\s?[A-Za-z0-9]){11,30}\b")
_NINE = re.compile(r"(?<![\d.,-])\d(?:[\s.-]?\d){8}(?![\d.,]?\d)")
_BSN_WORDS = re.compile(r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b", re.IGNORECASE)
_MONEY = re.compile(r"^\s*(?:euro|eur|gulden|dollar|miljoen|stuks|inwoners|mensen|keer|views|volgers)\b|^\s*[€%]", re.I)
_POSTCODE = re.compile(r"(?<![\w.,-])([1-9]\d{3})(\s?)([A-Z]{2}|[a-z]{2})(?!\w)")
_STREET_ENDINGS = (
    "straat|straatje|laan|laantje|weg|wegje|plein|pleintje|gracht|kade|singel|steeg|pad|plantsoen|dreef|dijk|hof|hofje"
    "|park|baan|burg|boulevard|passage|erf|akker|kamp|veld|hoek|markt|haven|wal|ring|oord|horst|bos|heuvel|berg|werf"
    "|waard|zoom|rade|donk|meent|veste|stede"
)
_SURE_STREETS = "straat|straatje|laan|laantje|weg|plein|pleintje|gracht|kade|singel|steeg|plantsoen|dreef|dijk|hof|pad"
_NUMBER = (
    r"(?:nr\.?|no\.?|nummer|huisnummer|huisnr\.?|#)?\s?(\d{1,4})"
    r"\s?-?(?:[a-zA-Z]{1,2}(?!\w)|bis\b|hs\b|[-/]\d{1,3}\b)?(?![\d.,]?\d|[:/-]\d|\w)"
)
_STREET = re.compile(
    rf"(?:\b[A-ZÀ-Þ'’][\w'’.-]*\s(?:(?:van|de|der|den|het|ten|ter|'t|la|le|du|en|op|aan|in)\s)*)*"
    rf"\b(?:{_WORD}[\w'’-]*(?:{_SURE_STREETS})|[A-ZÀ-Þ]{_WORD}+(?:{_STREET_ENDINGS}))\s(?:,\s?)?{_NUMBER}"
)
_TWO_WORD_STREET = re.compile(
    rf"\b[A-ZÀ-Þ][\w'’-]+\s(?:[A-ZÀ-Þ]?[\w'’-]+\s)?(?:{_SURE_STREETS}|Straat|Laan|Weg|Plein|Gracht|Kade|Singel|Dijk|Hof|Pad)\s{_NUMBER}"
)
_CAPITAL_NUMBER = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w'’-]+\s)+(?:\d{4}\s)?(?:nr\.?|no\.?|huisnummer|huisnr\.?|op nummer)\s?\d{1,4}\s?[a-zA-Z]?\b"
)
_ENGLISH_STREET = re.compile(
    r"\b\d{1,4}[a-zA-Z]?,?\s(?:[A-Z][\w'’-]+\s){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Crescent|Square|Gardens)\b"
)
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d\d"
    r"|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}"
    r"|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
)
_PLATE_AFTER = re.compile(
    r"(?:kenteken(?:plaat|nummer)?|nummerbord|nummerplaat|number plate|licen[cs]e plate)\W{1,3}"
    r"(?:(?:is|met|was|number)\W+)?"
    r"((?=[a-z0-9 -]*\d)(?=[\d -]*[a-z])[a-z0-9]{1,4}[ -]?[a-z0-9]{1,4}[ -]?[a-z0-9]{1,4})\b",
    re.IGNORECASE,
)
_MONTH = (
    "jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|apr(?:il)?|mei|may|juni?|june?|juli?|july|aug(?:ustus|ust)?"
    "|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = (
    rf"(?:\d{{1,2}}\s?[-/. ]\s?\d{{1,2}}\s?[-/. ]\s?(?:19|20)?\d{{2}}"
    rf"|\d{{1,2}}\s(?:{_MONTH})\.?\s(?:19|20)?\d{{2}}|(?:19|20)\d{{2}}-\d\d-\d\d)"
)
_BIRTH = re.compile(
    rf"\b(?:geboren|geb\.?|geboortedatum|geboortedag|verjaardag|born|date of birth|dob|birthday)"
    rf"\b[^.!?\d]{{0,25}}({_DATE})",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:dossier|zaak|cliënt|client|klant|patiënt|patient|paspoort|rijbewijs|identiteitskaart|id-kaart|id-bewijs|polis"
    r"|v-?nummer|vreemdelingen|personeels?|lidmaatschaps|inschrijf|aangifte|proces-verbaal|pv|passport|case|file)"
    r"-?\s?(?:s?nummer|nr\.?|number|no\.?)?\W{0,3}((?=[\w./-]*\d[\w./-]*\d[\w./-]*\d[\w./-]*\d)[A-Za-z]{0,4}[\d][\w./-]{3,18}\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_IP = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d)|(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F:]{1,9}(?![\w:])"
)

Spans = Iterator[tuple[int, int]]


def find_identifiers(text: str) -> tuple[PersonDataFound, ...]:
    """Everything found, in the order of the text; what lies inside an earlier finding is not told again."""
    taken: list[PersonDataFound] = []
    for kind, find, needs in _FINDERS:
        if needs(text):
            for start, end in find(text):
                if all(end <= other.start or start >= other.end for other in taken):
                    taken.append(PersonDataFound(kind, start, end, text[start:end]))
    return tuple(sorted(taken, key=lambda found: found.start))


def _whole(pattern: re.Pattern[str]) -> Callable[[str], Spans]:
    def find(text: str) -> Spans:
        return (found.span() for found in pattern.finditer(text))

    return find


def _first_group(pattern: re.Pattern[str]) -> Callable[[str], Spans]:
    def find(text: str) -> Spans:
        return (found.span(1) for found in pattern.finditer(text))

    return find


def _phones(text: str) -> Spans:
    if not _MANY_DIGITS.search(text):
        return
    for found in PhoneNumberMatcher(text, "NL", leniency=Leniency.VALID):
        digits = found.raw_string.lstrip("( ")
        if digits[:1] in "0+" and phonenumbers.number_type(found.number) not in _NOT_A_PERSONS_PHONE:
            yield found.start, found.end


def _ibans(text: str) -> Spans:
    for found in _IBAN.finditer(text):
        if (end := _valid_length(found.group())) is not None:
            yield found.start(), found.start() + end


def _valid_length(candidate: str) -> int | None:
    """How many signs of the candidate are an IBAN: words after it may have been taken for its end."""
    ends = [len(candidate), *(m.start() for m in re.finditer(r"\s", candidate))]
    return next((end for end in sorted(ends, reverse=True) if iban.is_valid(candidate[:end])), None)


def _bsns(text: str) -> Spans:
    named = _BSN_WORDS.search(text) is not None
    for found in _NINE.finditer(text):
        if named or (bsn.is_valid(found.group()) and not _MONEY.match(text[found.end() :])):
            yield found.span()


def _postcodes(text: str) -> Spans:
    for found in _POSTCODE.finditer(text):
        digits, space, letters = found.groups()
        near_number = re.match(r"\s?,?\s?\d{1,4}\b", text[found.end() :]) is not None
        if letters.islower() and (space or digits[0] == "0") and not near_number:
            continue
        if _YEAR.fullmatch(digits) and space and not near_number:
            continue
        if letters.upper() not in {"SA", "SD", "SS"}:
            yield found.span()


def _addresses(text: str) -> Spans:
    for pattern in (_STREET, _TWO_WORD_STREET, _CAPITAL_NUMBER, _ENGLISH_STREET):
        for found in pattern.finditer(text):
            if pattern in _SURE_ADDRESSES or not (_is_any_street(found) or _counts_things(text[found.end() :])):
                yield found.span()


ANY = frozenset("het de een dit dat die deze ons onze mijn elk elke ieder dezelfde hetzelfde in op bij".split())  # noqa: SIM905
_SURE_ADDRESSES = (_CAPITAL_NUMBER, _ENGLISH_STREET)


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


_UNITS = frozenset(
    """keer maal jaar jaren uur uren minuten dagen weken maanden procent meter kilometer km euro mensen personen man
    vrouw auto bomen kinderen woningen huizen winkels plekken plaatsen bankjes lantaarns centimeter cm per à
    tot""".split()  # noqa: SIM905
)


def _documents(text: str) -> Spans:
    for found in _DOCUMENT.finditer(text):
        if not _YEAR.fullmatch(found.group(1)):
            yield found.span(1)


def _internet_addresses(text: str) -> Spans:
    for found in _IP.finditer(text):
        try:
            ip_address(found.group())
        except ValueError:
            continue
        yield found.span()


def _always(_: str) -> bool:
    return True


def _with_at(text: str) -> bool:
    return "@" in text or "(at)" in text or "[at]" in text


def _with_slash(text: str) -> bool:
    return "/" in text


_DIGIT = re.compile(r"\d")


def _with_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


_FINDERS: tuple[tuple[PersonDataKind, Callable[[str], Spans], Callable[[str], bool]], ...] = (
    (PersonDataKind.EMAIL, _whole(_EMAIL), _with_at),
    (PersonDataKind.PROFILE, _whole(_PROFILE), _with_slash),
    (PersonDataKind.HANDLE, _whole(_HANDLE), _with_at),
    (PersonDataKind.IBAN, _ibans, _with_digit),
    (PersonDataKind.BIRTH_DATE, _first_group(_BIRTH), _with_digit),
    (PersonDataKind.PLATE, _whole(_PLATE), _with_digit),
    (PersonDataKind.PLATE, _first_group(_PLATE_AFTER), _with_digit),
    (PersonDataKind.PHONE, _phones, _with_digit),
    (PersonDataKind.BSN, _bsns, _with_digit),
    (PersonDataKind.DOCUMENT, _documents, _with_digit),
    (PersonDataKind.ADDRESS, _addresses, _with_digit),
    (PersonDataKind.POSTCODE, _postcodes, _with_digit),
    (PersonDataKind.IP, _internet_addresses, _with_digit),
)
