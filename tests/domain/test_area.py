# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes of areas: which there are, and which whole each is a part of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.area import AreaKind, is_area_code, kind_of, municipality_code, own_code, parent_code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("GM0363", AreaKind.MUNICIPALITY),
        ("WK036300", AreaKind.DISTRICT),
        ("BU03630000", AreaKind.NEIGHBOURHOOD),
        ("E-001", AreaKind.OWN),
        ("E-NOORD-2", AreaKind.OWN),
    ],
)
def test_a_code_says_its_kind(code: str, kind: AreaKind) -> None:
    assert kind_of(code) is kind
    assert is_area_code(code)


@pytest.mark.parametrize(
    "code",
    ["", "GM363", "gm0363", "GM03631", "WK0363", "BU0363000", "BU036300000", "E-", "E--", "E-a", "GM٠٣٦٣", "GM0363\n"],
)
def test_what_is_no_code_has_no_kind(code: str) -> None:
    assert kind_of(code) is None
    assert municipality_code(code) is None
    with pytest.raises(ValueError, match="is no code of an area"):
        parent_code(code)


def test_a_part_leads_to_its_whole() -> None:
    assert parent_code("BU00010203") == "WK000102"
    assert parent_code("WK000102") == "GM0001"
    assert parent_code("GM0001") is None
    assert parent_code("E-001") is None


@given(st.from_regex(r"(GM[0-9]{4}|WK[0-9]{6}|BU[0-9]{8})", fullmatch=True))
def test_every_part_ends_at_its_municipality(code: str) -> None:
    above = code
    while (higher := parent_code(above)) is not None:
        assert kind_of(higher) is not kind_of(above)
        above = higher
    assert above == municipality_code(code)


@given(st.integers(1, 99_999))
def test_own_codes_are_codes_and_lie_in_no_municipality(number: int) -> None:
    assert kind_of(own_code(number)) is AreaKind.OWN
    assert municipality_code(own_code(number)) is None
