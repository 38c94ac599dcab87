# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: every message of the code translated, with the same names in it, and nothing left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from jinja2.ext import babel_extract

from houvast.domain.errors import OptionRejected
from houvast.exchange.texts import LANGUAGES, Texts, load_catalogue

KEYWORDS = {"say": None, "count": (1, 2)}
Message = str | tuple[str, ...]


def messages_in_code(root: Path) -> Iterator[Message]:
    source = root / "src" / "houvast"
    exchanged = ("exchange/landscape_*.py", "exchange/polis_result.py", "exchange/attention_*.py")
    places = ("charts/*.py", *exchanged, "cli/landscape*.py")
    modules = [module for place in places for module in source.glob(place)]
    for module in modules:
        for _, message, _, _ in extract_from_file("python", module, keywords=KEYWORDS):
            yield message
    options = {"encoding": "utf-8", "trim_blocks": "true", "lstrip_blocks": "true"}
    for page in source.glob("exchange/templates/*.html"):
        with page.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ["say"], [], options):
                yield message


def test_the_catalogue_is_exactly_the_messages_of_the_code(project_root: Path) -> None:
    wanted = set(messages_in_code(project_root))
    assert {message.id for message in load_catalogue("nl") if message.id} == wanted


def test_every_translation_is_there_with_the_same_names() -> None:
    for message in load_catalogue("nl"):
        if not message.id:
            continue
        originals = (message.id,) if isinstance(message.id, str) else message.id
        translated = (message.string,) if isinstance(message.string, str) else message.string
        assert len(originals) == len(translated)
        for original, translation in zip(originals, translated, strict=True):
            assert translation.strip(), original
            assert sorted(re.findall(r"{\w+}", translation)) == sorted(re.findall(r"{\w+}", original))


def test_dutch_and_english() -> None:
    dutch, english = Texts("nl"), Texts("en")
    assert (dutch.say("What binds"), english.say("What binds")) == ("Wat bindt", "What binds")
    assert (dutch.number(1234.5, 1), english.number(1234.5, 1)) == ("1.234,5", "1,234.5")
    assert [dutch.count("{n} group was found.", "{n} groups were found.", n) for n in (1, 3)] == [
        "Er is 1 groep gevonden.",
        "Er zijn 3 groepen gevonden.",
    ]
    assert dutch.number(-0.0) == "0"


def test_an_unknown_language_is_refused() -> None:
    assert LANGUAGES == ("nl", "en")
    with pytest.raises(OptionRejected, match="choose one of nl, en"):
        Texts("fr")
