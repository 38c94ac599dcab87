# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the demo? Invented conversations of an invented municipality, from packs/demo, as plain values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class DemoStatement:
    """A statement and how invented people answer it: log-odds of agreeing = intercept + slope x place; passing: share.

    perceived: the share that people think agrees, None where nobody is asked.
    """

    text: str
    english: str
    origin: str
    intercept: float
    slope: float
    passing: float
    perceived: float | None


@dataclass(frozen=True, slots=True)
class DemoOption:
    """A background answer: the area's known share and the share among those who take part."""

    text: str
    known_share: float
    taking_part: float


@dataclass(frozen=True, slots=True)
class DemoQuestion:
    """A background question."""

    text: str
    source: str
    options: tuple[DemoOption, ...]


@dataclass(frozen=True, slots=True)
class DemoConversation:
    """One conversation. texts, english: fields of its texts by name; waiting, left_out: statements of residents."""

    code: str
    texts: dict[str, str]
    english: dict[str, str]
    participants: int
    statements: tuple[DemoStatement, ...]
    background: tuple[DemoQuestion, ...]
    waiting: tuple[str, ...]
    left_out: tuple[tuple[str, str, str], ...]
    reading: str
    promises: tuple[dict[str, Any], ...]
    report_back: str


@dataclass(frozen=True, slots=True)
class DemoPack:
    """Everything. accounts: e-mail, name and role."""

    notice: str
    accounts: tuple[tuple[str, str, str], ...]
    open: DemoConversation
    published: DemoConversation


TEXTS = ("title", "purpose", "question", "asked_by", "use_of_answers", "hear_back")


def read_demo_pack() -> DemoPack:
    """The demo that is in the package."""
    place = resources.files("houvast") / "packs" / "demo" / "noorderhaaks.json"
    found = json.loads(place.read_text("utf-8"))
    return DemoPack(
        notice=found["notice"],
        accounts=tuple((a["email"], a["name"], a["role"]) for a in found["accounts"]),
        open=_conversation(found["open"]),
        published=_conversation(found["published"]),
    )


def _conversation(found: dict[str, Any]) -> DemoConversation:
    return DemoConversation(
        code=found["code"],
        texts={name: found[name] for name in TEXTS},
        english=found.get("en", {}),
        participants=found["participants"],
        statements=tuple(_statement(s) for s in found["statements"]),
        background=tuple(_question(q) for q in found.get("background", [])),
        waiting=tuple(s["text"] for s in found.get("waiting", [])),
        left_out=tuple((s["text"], s["reason"], s.get("note", "")) for s in found.get("left_out", [])),
        reading=found.get("reading", ""),
        promises=tuple(found.get("promises", [])),
        report_back=found.get("report_back", ""),
    )


def _statement(found: dict[str, Any]) -> DemoStatement:
    return DemoStatement(
        text=found["text"],
        english=found.get("en", ""),
        origin=found["origin"],
        intercept=found["intercept"],
        slope=found["slope"],
        passing=found["passing"],
        perceived=found.get("perceived"),
    )


def _question(found: dict[str, Any]) -> DemoQuestion:
    return DemoQuestion(found["text"], found["source"], tuple(DemoOption(*option) for option in found["options"]))
