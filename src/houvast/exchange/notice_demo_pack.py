# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the demo of noticing? Invented areas, signals, rounds, occasions and messages, as plain values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class DemoArea:
    """An area; column and row: its place on the grid of neighbourhoods, None for larger areas."""

    code: str
    name: str
    kind: str
    inhabitants: int | None
    column: int | None
    row: int | None


@dataclass(frozen=True, slots=True)
class DemoText:
    """A sentence that a reporter could write, with its theme and kind."""

    theme: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class NoticeDemoPack:
    """Everything. rise: a theme that grows in one neighbourhood; silent: a neighbourhood of which nothing is heard.

    rounds, triggers, inbox: fields by name; in_days and days_ago count from the day on which the demo is made.
    """

    notice: str
    areas: tuple[DemoArea, ...]
    weeks: int
    reporters_in_an_area: int
    observations_in_an_area_and_week: float
    texts: tuple[DemoText, ...]
    rise: dict[str, Any]
    silent: dict[str, Any]
    rounds: tuple[dict[str, Any], ...]
    triggers: tuple[dict[str, Any], ...]
    inbox: tuple[dict[str, Any], ...]


def read_notice_demo_pack() -> NoticeDemoPack:
    """The demo that is in the package."""
    place = resources.files("houvast") / "packs" / "demo" / "noorderhaaks-signalen.json"
    found = json.loads(place.read_text("utf-8"))
    return NoticeDemoPack(
        notice=found["notice"],
        areas=tuple(_area(area) for area in found["areas"]),
        weeks=found["weeks"],
        reporters_in_an_area=found["reporters_in_an_area"],
        observations_in_an_area_and_week=found["observations_in_an_area_and_week"],
        texts=tuple(DemoText(**text) for text in found["texts"]),
        rise=found["rise"],
        silent=found["silent"],
        rounds=tuple(found["rounds"]),
        triggers=tuple(found["triggers"]),
        inbox=tuple(found["inbox"]),
    )


def _area(found: dict[str, Any]) -> DemoArea:
    return DemoArea(
        found["code"], found["name"], found["kind"], found.get("inhabitants"), found.get("column"), found.get("row")
    )
