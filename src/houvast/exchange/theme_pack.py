# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a list of themes get in? JSON: the list that comes with the package, or a municipality's own.

{"name": …, "version": "1", "themes": [{"code": "wonen", "names": {"nl": …, "en": …}, "description": …,
"words": [… , …], "examples": [… , …]}, …]}. Only code and names are needed; every mistake is one error with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from houvast.domain.errors import FileRejected, Place
from houvast.engine.language.theme_list import Theme, ThemeList
from houvast.exchange.json_file import parse_json, read_json
from houvast.exchange.row_faults import shorten

DEFAULT = "default-nl.json"
MOST_BYTES = 2_000_000
MOST_THEMES = 100
MOST_WORDS = 200
LONGEST_WORD = 60
CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def read_theme_pack(path: str | Path | None = None) -> ThemeList:
    """The list in this file; without a path the one in the package. FileRejected when it cannot be used."""
    if path is None:
        return decode_themes((resources.files("houvast") / "packs" / "themes" / DEFAULT).read_bytes(), name=DEFAULT)
    return _make_list(read_json(path, most_bytes=MOST_BYTES), name=str(path))


def decode_themes(content: bytes, *, name: str) -> ThemeList:
    """The list that these bytes hold. name: of the file, for messages."""
    return _make_list(parse_json(content, name=name), name=name)


def _make_list(found: Any, *, name: str) -> ThemeList:
    problem = _Problem(name)
    if not isinstance(found, dict) or not isinstance(found.get("themes"), list):
        raise problem.at("the file", 'holds no list "themes"', 'Give {"version": "1", "themes": [ … ]}.')
    if not 1 <= len(found["themes"]) <= MOST_THEMES:
        raise problem.at("themes", f"has {len(found['themes'])} of them", f"Give 1 to {MOST_THEMES} themes.")
    themes = tuple(_theme(entry, problem, f"theme {at}") for at, entry in enumerate(found["themes"], 1))
    _check_codes(themes, problem)
    return ThemeList(themes, *(str(found.get(key, "")) for key in ("version", "name", "origin")))


class _Problem:
    """Makes an error with its place in the file."""

    def __init__(self, name: str) -> None:
        self.name = name

    def at(self, where: str, what: str, now: str) -> FileRejected:
        return FileRejected(Place(self.name), f"{where} {what}", now)


def _theme(entry: Any, problem: _Problem, where: str) -> Theme:
    if not isinstance(entry, dict):
        raise problem.at(where, "is not an object", 'Give {"code": …, "names": {"nl": …}, "words": […]}.')
    code = entry.get("code")
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise problem.at(
            where, f"has no usable code ({shorten(str(code))})", "Use small letters, digits and hyphens, at most 40."
        )
    where = f"{where} ({code})"
    return Theme(
        code=code,
        names=_names(entry.get("names"), problem, where),
        description=_text(entry.get("description", ""), problem, f"{where}: description"),
        words=_texts(entry.get("words", []), problem, f"{where}: words", fits=lambda word: len(word) <= LONGEST_WORD),
        examples=_texts(entry.get("examples", []), problem, f"{where}: examples", fits=bool),
    )


def _names(found: Any, problem: _Problem, where: str) -> Mapping[str, str]:
    if not isinstance(found, dict) or not found or not all(isinstance(n, str) and n.strip() for n in found.values()):
        raise problem.at(where, "has no names", 'Give "names": {"nl": …}.')
    return {str(language): name.strip() for language, name in found.items()}


def _text(found: Any, problem: _Problem, where: str) -> str:
    if not isinstance(found, str):
        raise problem.at(where, "is not a text", "Put it between double quotes.")
    return found.strip()


def _texts(found: Any, problem: _Problem, where: str, *, fits: Callable[[str], bool]) -> tuple[str, ...]:
    if not isinstance(found, list) or len(found) > MOST_WORDS:
        raise problem.at(where, "is not a list of texts", f"Give at most {MOST_WORDS} texts between [ and ].")
    wrong = next((one for one in found if not isinstance(one, str) or not one.strip() or not fits(one)), None)
    if wrong is not None:
        raise problem.at(where, f"holds {shorten(str(wrong))}", f"Give words of at most {LONGEST_WORD} characters.")
    return tuple(dict.fromkeys(one.strip() for one in found))


def _check_codes(themes: Iterable[Theme], problem: _Problem) -> None:
    codes = [theme.code for theme in themes]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise problem.at("themes", f"have the code {twice} twice", "Give every theme a code of its own.")
