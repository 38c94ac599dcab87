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

from houvast.engine.language.account_names import EMAIL, PROFILE, find_handles
from houvast.engine.language.person_data_kinds import PersonDataFound, PersonDataKind
from houvast.engine.language.street_addresses import find_addresses, find_postcodes

_NOT_A_PERSONS_PHONE = {
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
}
_PHONE_SAID = re.compile(
    r"\b(?:tel(?:efoon)?|telnr|mob(?:iel)?|gsm|nr|nummer|bel|app|whatsapp"
    r"|06)\W{1,3}(6[\s.-]?\d(?:[\s.-]?\d){7})(?![\d-])",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"(?<![\d+])(?:(?:\+|00)31[\s.-]?(?:\(0\)|0)?|0)[\s.-]?6(?:[\s./-]{0,3}\d){8}(?![\d-])")
_MANY_DIGITS = re.compile(r"\d(?:[\s().+/-]{0,3}\d){7}")
_IBAN = re.compile(r"\b[A-Za-z]{2}[\s.-]?\d{2}(?:[\s.-]?[A-Za-z0-9]){11,30}\b")
_NINE = re.compile(r"(?<![\d.,-])\d(?:[\s.-]?\d){8}(?![\d.,]?\d)")
_BSN_WORDS = re.compile(r"\b(?:bsn|burgerservice(?:nummer|nr)|sofi-?(?:nummer|nr))\b", re.IGNORECASE)
_MONEY = re.compile(
    r"^\s*(?:euro|eur|gulden|dollar|miljoen|stuks|inwoners|mensen|keer|views|volgers)\b"
    r"|^\s*[€%]",
    re.I,
)
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d\d"
    r"|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}"
    r"|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])",
    re.IGNORECASE,
)
_PLATE_WITHOUT_HYPHENS = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{3}[A-Z]|[A-Z]\d{3}[A-Z]{2}|[A-Z]{3}\d\d[A-Z]|[A-Z]\d\d[A-Z]{3}|\d[A-Z]{3}\d\d"
    r"|\d\d[A-Z]{3}\d"
    r"|\d\d[A-Z]{4}|[A-Z]{4}\d\d|[A-Z]{2}\d\d[A-Z]{2}|\d[A-Z]{2}\d{3}|\d{3}[A-Z]{2}\d)(?![\w-])",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:auto|wagen|golf|polo|bmw|audi|mercedes|opel|fiat|seat|ford|renault|peugeot|toyota|kia|tesla|busje"
    r"|bestelbus|bus|"
    r"scooter|brommer|motor|taxi|suv|aanhanger|vrachtwagen|bestuurder|plaatje)\b",
    re.IGNORECASE,
)
_PLATE_AFTER = re.compile(
    r"(?:kenteken(?:plaat|nummer)?|kent\.|nummerbord|nummerplaat|plaat|number plate|licen[cs]e plate)\W{1,3}"
    r"(?:(?:is|met|was|number)\W+)?"
    r"((?=[a-z0-9 -]{0,12}\d)(?=[\d -]{0,8}[a-z])[a-z0-9]{1,4}(?:[ -]?(?:\d{1,5}|[a-z]{1,3}(?![a-z])))"
    r"(?:[ -]?(?:\d{1,4}|[a-z]{1,3}(?![a-z])))?)\b",
    re.IGNORECASE,
)
_MONTH = (
    "jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|apr(?:il)?|mei|may|juni?|june?|juli?|july|aug(?:ustus|ust)?"
    "|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH_INSIDE = re.compile(r"(?<!\w)(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec)(?!\w)", re.IGNORECASE)
_DATE = (
    rf"(?:\d{{1,2}}\s?[-/. ]\s?\d{{1,2}}\s?[-/. ]\s?(?:['’]|19|20)?\d{{2}}"
    rf"|\d{{1,2}}\s?(?:{_MONTH})\.?\s?(?:['’]|19|20)?\d{{2}}|(?:19|20)\d{{2}}-?\d\d-?\d\d)(?!\d)"
)
_BIRTH = re.compile(
    rf"\b(?:geboren|geb\.?\s?dat(?:um)?|geb|gb|gebdatum|geboortedatum|geboortedag|verjaardag|jarig|born"
    rf"|date of birth|dob"
    rf"|birthday)\b\.?[^.!?\d]{{0,25}}({_DATE})",
    re.IGNORECASE,
)
# Straight after somebody, between brackets.
_BIRTH_IN_BRACKETS = re.compile(
    rf"(?:\b(?:jongen|meisje|man|vrouw|leerling|zoon|dochter|jongere|kind|vader|moeder|verdachte|cliënt|[mvjx])"
    rf"|\b[A-ZÀ-Þ][^\W\d_]+(?:\s[A-Z]\.)?)\s?\(\s?({_DATE})\s?\)"
)
_DOCUMENT = re.compile(
    r"\b(?:dossier|zaak|cliënt|client|klant|patiënt|patient|paspoort|rijbewijs|identiteitskaart|id-kaart"
    r"|id-bewijs|polis"
    r"|v-?nummer|v-?nr|vreemdelingen|personeels?|lidmaatschaps|inschrijf|aangifte|proces-verbaal|pv|kenmerk|mutatie"
    r"|beschikkings?|zorgpas|student|studenten|leerling|parket|registratie|passport|case|file)"
    r"-?\s?(?:s?nummer|nr\.?|number|no\.?)?\W{0,3}"
    r"((?=[\w./-]*\d[\w./-]*\d[\w./-]*\d[\w./-]*\d)[A-Za-z]{0,4}[-/]?\d[\w./-]{3,18}\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_IP = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d)|(?<![\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![\w:])"
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
    for said in _PHONE_SAID.finditer(text):
        yield said.span(1)
    for mobile in _MOBILE.finditer(
        text
    ):  # also one digit wrong: not in the numbering plan, but somebody's all the same
        yield mobile.span()


def _plates(text: str) -> Spans:
    """By form; a date such as 1-jan-24 is none, and without hyphens only where a vehicle is spoken of."""
    for found in _PLATE.finditer(text):
        if not _MONTH_INSIDE.search(found.group()):
            yield found.span()
    for found in _PLATE_AFTER.finditer(text):
        yield found.span(1)
    if _VEHICLE.search(text):
        yield from (found.span() for found in _PLATE_WITHOUT_HYPHENS.finditer(text))


def _ibans(text: str) -> Spans:
    for found in _IBAN.finditer(text):
        if (end := _valid_length(found.group())) is not None:
            yield found.start(), found.start() + end


def _valid_length(candidate: str) -> int | None:
    """How many signs of the candidate are an IBAN: words after it may have been taken for its end."""
    ends = [len(candidate), *(m.start() for m in re.finditer(r"[\s.-]", candidate))]
    return next((end for end in sorted(ends, reverse=True) if _is_iban(candidate[:end])), None)


def _is_iban(candidate: str) -> bool:
    return bool(iban.is_valid(re.sub(r"[\s.-]", "", candidate), check_country=False))


def _bsns(text: str) -> Spans:
    named = _BSN_WORDS.search(text) is not None
    for found in _NINE.finditer(text):
        if named or (bsn.is_valid(found.group()) and not _MONEY.match(text[found.end() :])):
            yield found.span()


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


_AT = re.compile(r"@|\bat\b|apenstaart", re.IGNORECASE)


def _with_sign(text: str) -> bool:
    return _AT.search(text) is not None


def _with_slash(text: str) -> bool:
    return "/" in text


_DIGIT = re.compile(r"\d")


def _with_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


_FINDERS: tuple[tuple[PersonDataKind, Callable[[str], Spans], Callable[[str], bool]], ...] = (
    (PersonDataKind.EMAIL, _whole(EMAIL), _with_sign),
    (PersonDataKind.PROFILE, _whole(PROFILE), _with_slash),
    (PersonDataKind.IP, _internet_addresses, _with_digit),
    (PersonDataKind.HANDLE, find_handles, _always),
    (PersonDataKind.IBAN, _ibans, _with_digit),
    (PersonDataKind.BIRTH_DATE, _first_group(_BIRTH), _with_digit),
    (PersonDataKind.BIRTH_DATE, _first_group(_BIRTH_IN_BRACKETS), _with_digit),
    (PersonDataKind.PLATE, _plates, _with_digit),
    (PersonDataKind.PHONE, _phones, _with_digit),
    (PersonDataKind.BSN, _bsns, _with_digit),
    (PersonDataKind.DOCUMENT, _documents, _with_digit),
    (PersonDataKind.ADDRESS, find_addresses, _with_digit),
    (PersonDataKind.POSTCODE, find_postcodes, _with_digit),
)
