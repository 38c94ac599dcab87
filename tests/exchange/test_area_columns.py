# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Columns of files of areas: as the CBS has named them, plain ones, and those of addresses."""

from __future__ import annotations

import pytest

from houvast.exchange.area_columns import ADDRESSES, find_columns, find_year, read_record
from houvast.exchange.area_record import AreaFileRejected, AreaRecord

BU = "BU00000101"
# Names of columns in files of the CBS: 2023 and later, 2013 to 2022, its generalised borders, its table of key figures.
CBS_2023 = {"buurtcode": BU, "buurtnaam": "Havenbuurt", "wijkcode": "WK000001", "gemeentecode": "GM0000",
            "gemeentenaam": "Noorderhaaks", "ind_wbi": "1", "water": "NEE", "meest_voorkomende_postcode": "1790",
            "dekkingspercentage": 1, "omgevingsadressendichtheid": 700, "aantal_inwoners": 1840}  # fmt: skip
CBS_2013 = {"BU_CODE": BU, "BU_NAAM": "Havenbuurt", "WK_CODE": "WK000001", "WK_NAAM": "Centrum", "GM_CODE": "GM0000",
            "GM_NAAM": "Noorderhaaks", "H2O": "NEE", "POSTCODE": 1790, "DEK_PERC": 1, "OAD": 700,
            "AANT_INW": 1840}  # fmt: skip
CBS_BORDERS = {"statcode": BU, "jrstatcode": f"2026{BU}", "statnaam": "Havenbuurt", "rubriek": "buurt", "id": 1}
CBS_FIGURES = {"gwb_code_10": BU, "gwb_code_8": 101, "regio": "Havenbuurt", "gm_naam": "Noorderhaaks",
               "recs": "Buurt", "gwb_code": BU, "a_inw": "1840"}  # fmt: skip


def only(row: dict[str, object]) -> AreaRecord | None:
    columns = find_columns(list(row))
    assert columns is not None
    return read_record(columns, row, number=1)


@pytest.mark.parametrize(
    ("row", "year", "inhabitants", "wholes"),
    [
        (CBS_2023, None, 1840, (("GM0000", "Noorderhaaks"),)),
        (CBS_2013, None, 1840, (("WK000001", "Centrum"), ("GM0000", "Noorderhaaks"))),
        (CBS_BORDERS, 2026, None, ()),
        (CBS_FIGURES, None, 1840, ()),
        ({"code": BU, "naam": "Havenbuurt"}, None, None, ()),
        ({"buurtcode2026": BU, "buurtnaam2026": "Havenbuurt"}, 2026, None, ()),
    ],
)
def test_files_of_the_cbs(
    row: dict[str, object], year: int | None, inhabitants: int | None, wholes: tuple[tuple[str, str], ...]
) -> None:
    assert only(row) == AreaRecord(BU, "Havenbuurt", year, inhabitants, wholes)


def test_a_district_is_about_itself_and_not_about_its_municipality() -> None:
    row = {"gemeentecode": "GM0000", "gemeentenaam": "Noorderhaaks", "wijkcode": "WK000001", "wijknaam": "Centrum"}
    assert only(row) == AreaRecord("WK000001", "Centrum", wholes=(("GM0000", "Noorderhaaks"),))


@pytest.mark.parametrize("value", [-99999999, "-99999999", -99997, "", ".", None, "x", "-1"])
def test_what_the_cbs_does_not_tell_is_unknown(value: object) -> None:
    found = only({"code": BU, "naam": "Havenbuurt", "inwoners": value})
    assert found is not None
    assert found.inhabitants is None


@pytest.mark.parametrize("value", ["veel", "1e999", "nan", "1 840"])
def test_what_is_no_number_of_inhabitants_is_refused_with_its_row(value: str) -> None:
    with pytest.raises(AreaFileRejected, match="Row 1 has"):
        only({"code": BU, "naam": "Havenbuurt", "inwoners": value})


@pytest.mark.parametrize("water", ["JA", "ja", "B", 1])
def test_water_and_abroad_are_left_out(water: object) -> None:
    assert only({**CBS_2023, "water": water}) is None


def test_the_whole_country_is_left_out() -> None:
    assert only({**CBS_FIGURES, "gwb_code": "NL00"}) is None


@pytest.mark.parametrize("code", ["", "PV27", "1", "BU1", "GM 0000", "'; DROP TABLE"])
def test_another_code_is_refused_with_its_row(code: str) -> None:
    with pytest.raises(AreaFileRejected, match="Row 1 has the code"):
        only({"code": code, "naam": "x"})


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "Haven\x00buurt", None])
def test_a_name_that_cannot_be_kept_is_refused(name: object) -> None:
    with pytest.raises(AreaFileRejected, match=BU):
        only({"code": BU, "naam": name})


@pytest.mark.parametrize("column", sorted(ADDRESSES))
@pytest.mark.parametrize("written", [str, str.upper, lambda name: name.replace("-", "_").title()])
def test_a_file_with_addresses_is_refused(column: str, written: object) -> None:
    assert callable(written)
    with pytest.raises(AreaFileRejected, match="This file has addresses"):
        find_columns(["code", "naam", written(column)])


def test_the_file_of_addresses_of_the_cbs_itself_is_refused() -> None:
    with pytest.raises(AreaFileRejected, match="'Huisnummer', 'PC6'"):
        find_columns(["PC6", "Huisnummer", "Buurt2026", "Wijk2026", "Gemeente2026"])


def test_the_commonest_postcode_of_an_area_is_no_address() -> None:
    assert find_columns(list(CBS_2013)) is not None
    with pytest.raises(AreaFileRejected, match="POSTCODE"):
        find_columns([name for name in CBS_2013 if name != "DEK_PERC"])


def test_codes_without_names_are_refused_and_no_codes_are_nothing() -> None:
    with pytest.raises(AreaFileRejected, match="codes of areas but no names"):
        find_columns(["buurtcode", "aantal_inwoners"])
    assert find_columns(["naam", "plaats"]) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("wijkenbuurten_2026_v1.gpkg", 2026), ("buurten", None), ("van 2025 naar 2026", None), ("1999", None)],
)
def test_the_year_in_a_name(text: str, year: int | None) -> None:
    assert find_year(text) == year
