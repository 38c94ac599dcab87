# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a person say beside the numbers? A plain text in parts, each under a heading that a reader looks for."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

LANGUAGES = ("nl", "en")
FIELDS = ("binds", "divides", "unknown", "further")


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """A heading, empty where the writer gave none, and paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


def headings(language: str) -> tuple[str, str, str, str]:
    """The three parts that every reading has and the one that it may have, as the conversation calls them."""
    with override(language if language in LANGUAGES else "en"):
        return _("What binds"), _("What divides"), _("What we do not know"), _("What else matters")


def join_reading(*, binds: str, divides: str, unknown: str, further: str = "", language: str) -> str:
    """The parts as one text: each heading on a line of its own, blank lines between paragraphs."""
    parts = zip(headings(language), (binds, divides, unknown, further), strict=True)
    return "\n\n".join(f"{heading}\n{text.strip()}" for heading, text in parts if text.strip())


def read_reading(text: str) -> tuple[ReadingPart, ...]:
    """The parts of a text; what stands before the first heading is a part without one."""
    known = {heading for language in LANGUAGES for heading in headings(language)}
    parts: list[tuple[str, list[str]]] = []
    for block in split_paragraphs(text):
        first, _sep, rest = block.partition("\n")
        if first in known:
            parts.append((first, [rest] if rest else []))
        elif parts:
            parts[-1][1].append(block)
        else:
            parts.append(("", [block]))
    return tuple(ReadingPart(heading, tuple(paragraphs)) for heading, paragraphs in parts)


def draft_of(text: str) -> dict[str, str]:
    """The parts of a text as the fields binds, divides, unknown and further, to write on."""
    fields = dict.fromkeys(FIELDS, "")
    named = [pair for language in LANGUAGES for pair in zip(headings(language), FIELDS, strict=True)]
    by_heading = dict(named)
    for part in read_reading(text):
        field = by_heading.get(part.heading, "further")
        fields[field] = "\n\n".join(filter(None, [fields[field], *part.paragraphs]))
    return fields


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs, which blank lines part."""
    return tuple(block.strip() for block in text.split("\n\n") if block.strip())
