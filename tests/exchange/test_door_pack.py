# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the doors of the package in order, and is a municipality's own file read or refused with a reason?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.domain.right_door import WorryKind
from houvast.exchange.door_pack import make_door_pack, read_door_pack


def own(**changes: Any) -> dict[str, Any]:
    """A small pack of one door."""
    door = {"code": "team", "name": "Sociaal team", "phone": "14 0123", "site": "", "when": "Overdag."}
    return {"doors": [door], "worries": {kind.value: ["team"] for kind in WorryKind}, **changes}


def test_the_doors_of_the_package() -> None:
    pack = read_door_pack()
    assert pack.for_worry(WorryKind.DANGER_NOW)[0].phone == "112"
    phones = {door.code: door.phone for door in pack.doors.values()}
    assert phones["politie"] == "0900-8844"
    assert phones["anoniem"] == "0800-7000"
    assert phones["veilig-thuis"] == "0800-2000"
    used = {code for codes in pack.by_worry.values() for code in codes}
    assert used == set(pack.doors)


def test_a_municipality_brings_its_own(tmp_path: Path) -> None:
    path = tmp_path / "deuren.json"
    path.write_text("\ufeff" + json.dumps(own()), encoding="utf-8")
    assert [door.spoken for door in read_door_pack(str(path)).for_worry(WorryKind.CARE)] == ["Sociaal team (14 0123)"]


@pytest.mark.parametrize(
    ("found", "what"),
    [
        ([], "does not hold doors"),
        (own(doors=[]), '"doors" is missing'),
        (own(doors=[{"code": "a"}]), "each of the doors needs"),
        (own(worries={}), "is missing or empty"),
        (own(worries={kind.value: ["nobody"] for kind in WorryKind}), "names a door that is not there"),
        (own(worries=3), '"worries" is missing'),
    ],
)
def test_a_file_of_another_form_is_refused(found: object, what: str) -> None:
    with pytest.raises(FileRejected, match=what):
        make_door_pack(found, path="deuren.json")


def test_a_site_must_be_an_address() -> None:
    wrong = own()
    wrong["doors"][0]["site"] = "javascript:alert(1)"
    with pytest.raises(FileRejected, match="https://"):
        make_door_pack(wrong, path="deuren.json")


def test_a_file_that_is_far_too_big_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.json").write_bytes(b" " * 100_001)
    with pytest.raises(FileRejected, match="too big"):
        read_door_pack(str(tmp_path / "big.json"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["doors", "worries", "code"]), inner),
    max_leaves=8,
)


@given(json_values)
def test_any_json_is_read_or_refused(value: object) -> None:
    with pytest.raises(FileRejected):
        make_door_pack(value, path="x.json")
