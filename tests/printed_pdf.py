# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is in a PDF, as a screen reader finds it: its name, language, tags, text, and the squares of its codes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True, slots=True)
class Read:
    """What was found.

    pages: how many. tags: kinds of structure elements in reading order. alternatives: what pictures say.
    accessibility: the part of PDF/UA that it says it follows.
    """

    title: str
    language: str
    is_tagged: bool
    pages: int
    tags: tuple[str, ...]
    alternatives: tuple[str, ...]
    accessibility: str


def read_pdf(content: bytes) -> Read:
    """Open it and look."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = list(_elements(pdf.Root.StructTreeRoot))
        return Read(
            title=str(pdf.docinfo["/Title"]),
            language=str(pdf.Root.Lang),
            is_tagged=bool(pdf.Root.MarkInfo.Marked),
            pages=len(pdf.pages),
            tags=tuple(str(one.S) for one in found),
            alternatives=tuple(str(one.Alt) for one in found if "/Alt" in one),
            accessibility=str(pdf.open_metadata()["pdfuaid:part"]),
        )


def _elements(node: Any) -> Iterator[Any]:
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def read_text(content: bytes) -> str:
    """Its words, by the maps from glyphs to letters that a copy-and-paste uses; line ends become spaces."""
    said: list[str] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            maps = {str(name): _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
            said.extend(_say(pikepdf.parse_content_stream(page), maps))
    return " ".join("".join(said).split())


def _letters(font: Any) -> dict[int, str]:
    """From the font's ToUnicode: code to letters."""
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(font.ToUnicode):
        values = [bytes(one) for one in operands if isinstance(one, pikepdf.String)]
        if str(operator) == "endbfchar":
            for code, to in zip(values[::2], values[1::2], strict=True):
                letters[int.from_bytes(code)] = to.decode("utf-16-be")
    return letters


def _say(instructions: Any, maps: dict[str, dict[int, str]]) -> Iterator[str]:
    font: dict[int, str] = {}
    for operands, operator in instructions:
        if str(operator) == "Tf":
            font = maps[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    yield "".join(font.get(int.from_bytes(raw[i : i + 2]), "") for i in range(0, len(raw), 2))
        elif str(operator) in {"ET", "T*", "Tm", "Td"}:
            yield " "
