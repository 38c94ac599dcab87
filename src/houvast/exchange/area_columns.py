# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which column of a file of areas says what? Names as the CBS has used them since 2009, and plain ones.

Water and foreign land are left out. A file with addresses is refused: Houvast keeps areas, never where somebody lives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from houvast.domain.area import MOST_OF_NAME, is_area_code, kind_of, municipality_code, parent_code
from houvast.exchange.area_record import AreaFileRejected, AreaRecord
from houvast.exchange.column_names import list_names, normalise

# Code and name go together; of more than one code the first in this list is what the row is about.
CODES_WITH_NAMES = (
    ("statcode", ("statnaam",)),
    ("gwb-code", ("regio",)),
    ("gwb-code-10", ("regio",)),
    ("code", ("naam", "name")),
    ("buurtcode", ("buurtnaam",)),
    ("bu-code", ("bu-naam",)),
    ("wijkcode", ("wijknaam",)),
    ("wk-code", ("wk-naam",)),
    ("gemeentecode", ("gemeentenaam",)),
    ("gm-code", ("gm-naam",)),
)
WHOLES = (("wijkcode", "wijknaam"), ("wk-code", "wk-naam"), ("gemeentecode", "gemeentenaam"), ("gm-code", "gm-naam"))
INHABITANTS = ("aantal-inwoners", "aant-inw", "a-inw", "inwoners", "inhabitants")
WATER = ("water", "h2o")
YEARS = ("jrstatcode", "jaar", "year")
ADDRESSES = {
    "straat", "straatnaam", "street", "street-name", "openbareruimtenaam", "openbare-ruimte", "huisnummer",
    "huisnummertoevoeging", "huisletter", "huisnr", "house-number", "housenumber", "adres", "adressen", "address",
    "postcode", "postcode6", "pc6", "pc6code", "pc6hnr", "postal-code", "zip-code", "postadres", "bezoekadres",
}  # fmt: skip
# Beside this column the CBS writes which postcode most people in the area have: no address.
SHARE_OF_POSTCODE = ("dek-perc", "dekkingspercentage")
WHOLE_COUNTRY = re.compile(r"NL[0-9]{0,2}")
YES = ("ja", "b", "j", "true", "1", "yes")  # b: abroad
UNKNOWN = ("", ".", "-", "x", "none", "null")
_YEAR_AT_END = re.compile(r"-?(20[0-9]{2})\Z")
_YEAR = re.compile(r"(20[0-9]{2})")


@dataclass(frozen=True, slots=True)
class AreaColumns:
    """The columns of one table, by their names in the file; empty where there is none."""

    code: str
    name: str
    inhabitants: str
    water: str
    year: str
    wholes: tuple[tuple[str, str], ...]
    year_of_all: int | None


def find_columns(names: Sequence[str]) -> AreaColumns | None:
    """The columns among these names; None where no column holds codes of areas. Refuses addresses."""
    plain = {_YEAR_AT_END.sub("", normalise(name)): name for name in reversed(names)}
    _refuse_addresses(plain)
    pairs = [(plain[code], also) for code, also in CODES_WITH_NAMES if code in plain]
    if not pairs:
        return None
    code, also = pairs[0]
    name = next((plain[one] for one in also if one in plain), "")
    if not name:
        raise AreaFileRejected(
            "The file has codes of areas but no names. Its columns are: {columns}. Add a column with the names.",
            columns=list_names(names),
        )
    return AreaColumns(
        code=code,
        name=name,
        inhabitants=_first(plain, INHABITANTS),
        water=_first(plain, WATER),
        year=_first(plain, YEARS),
        wholes=tuple((plain[a], plain[b]) for a, b in WHOLES if a in plain and b in plain and plain[a] != code),
        year_of_all=find_year(normalise(code)),
    )


def find_year(text: str) -> int | None:
    """The year in the name of a file, a table or a column; None without one, or with more."""
    found = set(_YEAR.findall(text))
    return int(found.pop()) if len(found) == 1 else None


def read_record(columns: AreaColumns, row: Mapping[str, object], *, number: int) -> AreaRecord | None:
    """The area in a row; None for water, for abroad and for the whole country. number: of the row, from 1."""
    code = _text(row.get(columns.code)).upper()
    if WHOLE_COUNTRY.fullmatch(code) or _text(row.get(columns.water)).lower() in YES:
        return None
    if not is_area_code(code):
        raise AreaFileRejected(
            "Row {row} has the code “{code}”. That is no area: codes look like GM0000, WK000000, BU00000000 or E-001.",
            row=number,
            code=code[:20],
        )
    return AreaRecord(
        code=code,
        name=_name(row.get(columns.name), code),
        year=_year(row.get(columns.year)) or columns.year_of_all,
        inhabitants=_number(row.get(columns.inhabitants), number),
        wholes=_wholes(columns, row, code),
    )


def _refuse_addresses(plain: Mapping[str, str]) -> None:
    counts_as_share = any(name in plain for name in SHARE_OF_POSTCODE)
    found = [plain[name] for name in sorted(ADDRESSES & plain.keys()) if not (name == "postcode" and counts_as_share)]
    if found:
        raise AreaFileRejected(
            "This file has addresses (column {columns}). Houvast never keeps where somebody lives. Take those columns "
            "out, or use the file of districts and neighbourhoods of the CBS.",
            columns=list_names(found),
        )


def _first(plain: Mapping[str, str], wanted: Sequence[str]) -> str:
    return next((plain[name] for name in wanted if name in plain), "")


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _name(value: object, code: str) -> str:
    name = " ".join(_text(value).split())
    if not name or len(name) > MOST_OF_NAME or not name.isprintable():
        raise AreaFileRejected(
            "The name of {code} is empty, or longer than {most} characters. Mend it in the file.",
            code=code,
            most=MOST_OF_NAME,
        )
    return name


def _year(value: object) -> int | None:
    found = _YEAR.match(_text(value))
    return int(found.group(1)) if found else None


def _number(value: object, row: int) -> int | None:
    """Inhabitants; the CBS writes large negative numbers for what is unknown or kept secret."""
    text = _text(value).lower()
    if text in UNKNOWN:
        return None
    try:
        number = int(float(text))
    except (ValueError, OverflowError):
        raise AreaFileRejected(
            "Row {row} has “{text}” where the number of inhabitants should be.", row=row, text=text[:20]
        ) from None
    return number if 0 <= number < 100_000_000 else None


def _wholes(columns: AreaColumns, row: Mapping[str, object], code: str) -> tuple[tuple[str, str], ...]:
    """The named areas that this one is part of by its own code."""
    ancestors = {parent_code(code) if kind_of(code) else None, municipality_code(code)} - {None, code}
    told = ((_text(row.get(a)).upper(), _text(row.get(b))) for a, b in columns.wholes)
    return tuple((whole, _name(name, whole)) for whole, name in told if whole in ancestors and name)
