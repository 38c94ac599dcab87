# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the list in the package usable, is one of one's own read, and is every mistake one error with its place?"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.engine.language.fuel import find_fuel
from houvast.engine.language.theme_suggestions import suggest_themes
from houvast.exchange.theme_pack import MOST_BYTES, decode_themes, read_theme_pack

OWN = {"version": "3", "themes": [{"code": "wonen", "names": {"nl": "Wonen"}, "words": ["huur", "woning"]}]}
LIST = read_theme_pack()


def test_the_list_in_the_package() -> None:
    assert len(LIST.themes) == 13
    assert "Houvast contributors" in LIST.origin
    for theme in LIST.themes:
        assert set(theme.names) == {"nl", "en"}
        assert 20 <= len(theme.words) <= 42
        assert len(theme.description) > 60
        assert len(theme.examples) == 2


def test_its_examples_are_proposed_for_their_own_theme_and_are_no_fuel() -> None:
    for theme in LIST.themes:
        for example in theme.examples:
            assert theme.code in [one.code for one in suggest_themes(example, themes=LIST)], example
            assert find_fuel(example) == ()


def test_no_word_belongs_to_more_than_two_themes() -> None:
    words = [word for theme in LIST.themes for word in theme.words]
    assert [word for word in words if words.count(word) > 2] == []


def test_an_own_list(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text("\ufeff" + json.dumps(OWN), encoding="utf-8")
    found = read_theme_pack(path)
    assert found == decode_themes(json.dumps(OWN).encode(), name="own.json")
    assert (found.version, found.codes(), found.themes[0].words) == ("3", ("wonen",), ("huur", "woning"))


def changed(**fields: Any) -> bytes:
    return json.dumps({"themes": [{**OWN["themes"][0], **fields}]}).encode()  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[]", 'holds no list "themes"'),
        (b'{"themes": []}', "Give 1 to 100 themes"),
        (b'{"themes": [3]}', "theme 1 is not an object"),
        (changed(code="Wonen en zo"), "theme 1 has no usable code"),
        (changed(names={}), r"theme 1 \(wonen\) has no names"),
        (changed(words="huur"), "words is not a list"),
        (changed(words=["huur", 7]), "words holds '7'"),
        (changed(words=["x" * 61]), "at most 60 characters"),
        (changed(description=3), "description is not a text"),
        (json.dumps({"themes": OWN["themes"] * 2}).encode(), "the code wonen twice"),
    ],
)
def test_mistakes(content: bytes, said: str) -> None:
    with pytest.raises(FileRejected, match=said):
        decode_themes(content, name="own.json")


def test_a_file_that_is_far_too_big_is_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    big.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(FileRejected, match="too big"):
        read_theme_pack(big)


@given(st.binary(max_size=80) | st.recursive(st.none() | st.text(max_size=5), lambda x: st.lists(x, max_size=3)
       | st.dictionaries(st.sampled_from(["themes", "code", "names", "words"]), x, max_size=3)).map(
           lambda made: json.dumps(made).encode()))  # fmt: skip
def test_anything_else_is_refused_cleanly(content: bytes) -> None:
    with suppress(FileRejected):
        assert decode_themes(content, name="x").themes
