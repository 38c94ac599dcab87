# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does only this installation open what a device sealed, and is what is broken refused in words?"""

from __future__ import annotations

import base64
import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import load_der_public_key
from device_seal import as_text, seal
from entrance import configure
from hypothesis import given
from hypothesis import strategies as st
from threads import at_once

from houvast.actions.notice.sealed_notes import BITS, KEY_FILE, open_sealed_note, public_key
from houvast.domain.errors import FieldRejected

NOTE = {"what": "observation", "seen": "Op het plein wordt gescholden."}


def test_what_is_sealed_is_opened_and_nothing_of_it_can_be_read() -> None:
    sealed = seal(NOTE)
    assert open_sealed_note(sealed) == NOTE
    assert all(NOTE["seen"].encode() not in base64.b64decode(sealed[name]) for name in ("wrapped", "sealed"))


@pytest.mark.parametrize("part", ["nonce", "wrapped", "sealed"])
@given(place=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_note_with_one_changed_byte_is_refused(part: str, place: int, flip: int) -> None:
    sealed = seal(NOTE)
    raw = bytearray(base64.b64decode(sealed[part]))
    raw[place % len(raw)] ^= flip
    with pytest.raises(FieldRejected):
        open_sealed_note({**sealed, part: as_text(bytes(raw))})


@pytest.mark.parametrize(
    "broken",
    [
        {}, {"form": "other/1"}, {"key": "0" * 16}, {"wrapped": "geen base64!"}, {"sealed": 7}, {"nonce": ""},
        {"nonce": None}, {"wrapped": "AAAA"},
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_words(broken: dict[str, object]) -> None:
    sealed = {**seal(NOTE), **broken} if broken else {}
    with pytest.raises(FieldRejected, match="note it once more"):
        open_sealed_note(sealed)


@pytest.mark.parametrize("note", [["list"], "text", {"seen": 1}, None, {"seen": {"a": "b"}}])
def test_a_note_that_is_no_form_is_refused(note: object) -> None:
    with pytest.raises(FieldRejected):
        open_sealed_note(seal(note))


def test_a_seal_for_another_form_is_refused() -> None:
    with pytest.raises(FieldRejected):
        open_sealed_note(seal(NOTE, form="houvast-note/0"))


def test_the_key_is_made_once_and_is_for_its_owner_alone(settings: Any, tmp_path: Path) -> None:
    configure(settings, HOUVAST_DATA=str(tmp_path))
    names: list[str] = []
    assert at_once([lambda: names.append(public_key().name)] * 3) == []
    assert len(set(names)) == 1
    place = tmp_path / KEY_FILE
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [KEY_FILE]
    public = load_der_public_key(base64.b64decode(public_key().spki))
    assert public.key_size == BITS  # type: ignore[union-attr]


def test_a_note_for_the_key_of_another_installation_is_refused(settings: Any, tmp_path: Path) -> None:
    sealed = seal(NOTE)
    configure(settings, HOUVAST_DATA=str(tmp_path))
    with pytest.raises(FieldRejected, match="not in use any more"):
        open_sealed_note(sealed)
