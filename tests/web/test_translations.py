# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is every text of the screens there in Dutch, once and the same everywhere, and is nothing kept that nobody says?"""

from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from message_sources import Message, all_strings, python_messages, template_messages
from project_tree import SOURCE

CATALOGUES = sorted((SOURCE / "web" / "locale").glob("*/nl/LC_MESSAGES/django.po"))
NAMES = re.compile(r"%\((\w+)\)[sd]|(?<!\{)\{(\w+)[^{}]*\}")


@cache
def dutch() -> dict[str, Catalog]:
    """The catalogues, by area."""
    found = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            found[path.parents[2].name] = read_po(file, locale="nl", abort_invalid=True)
    return found


def entries() -> list[tuple[str, Message, object]]:
    """Area, text and Dutch of everything that is translated."""
    return [(area, m.id, m.string) for area, catalogue in dutch().items() for m in catalogue if m.id]


def said() -> dict[Message, str]:
    """What the code says, and where."""
    return {**template_messages(), **python_messages()}


def test_the_sources_are_found() -> None:
    found = said()
    assert found["Skip to the content"].endswith("page.html")
    assert "There is nothing at this address. Check the link, or start at the front page." in found
    assert len(found) > 100


def test_every_text_has_its_dutch() -> None:
    translated = {_first(message) for _area, message, string in entries() if string}
    assert {m: place for m, place in said().items() if _first(m) not in translated} == {}


def test_nothing_is_translated_that_nobody_says() -> None:
    used = {_first(message) for message in said()} | all_strings()
    assert [(area, m) for area, m, _string in entries() if _first(m) not in used] == []


def test_a_text_is_the_same_in_every_area() -> None:
    seen: dict[tuple[str, object], set[str]] = {}
    for area, catalogue in dutch().items():
        for message in catalogue:
            if message.id:
                key = (_first(message.id), message.context)
                seen.setdefault(key, set()).add(str(message.string))
                assert area
    assert {key: found for key, found in seen.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[2].name)
def test_a_catalogue_is_whole(path: object) -> None:
    catalogue = dutch()[path.parents[2].name]  # type: ignore[attr-defined]
    assert catalogue.num_plurals == 2
    for message in catalogue:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        assert not message.fuzzy, message.id
        assert len(strings) == len(originals), message.id
        assert all(strings), message.id
        for string in strings:
            assert _names(string) <= _names(" ".join(originals)), message.id
        assert _names(" ".join(strings)) == _names(" ".join(originals)), message.id


def _first(message: Message) -> str:
    return message if isinstance(message, str) else message[0]


def _names(text: str) -> set[str]:
    return {a or b for a, b in NAMES.findall(text)}
