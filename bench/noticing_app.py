# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long do a note and the attention list take in an installation with 100,000 signals? The app itself, on SQLite.

    python bench/noticing_app.py                 500 areas, 30 themes, 260 weeks, 100,000 signals

Times are of whole requests by the test client in one process (rendering and its own work included), and of the
worker's refresh with everything that it stores.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
import uuid
from collections.abc import Callable
from typing import Any

import numpy as np


def start(folder: str) -> None:
    os.environ.update(HOUVAST_DATA=folder, HOUVAST_SECOND_FACTOR="optional", HOUVAST_ADDRESS="http://localhost:8000")
    os.environ["HOUVAST_DATABASE"] = ""
    from houvast.configuration.start import start_app

    start_app()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def fill(n: int, areas: int, themes: int, weeks: int, rng: np.random.Generator) -> None:
    from django.utils import timezone

    from houvast.domain.observation import SourceKind
    from houvast.domain.week import WEEK, monday_of
    from houvast.store.models import Area, Observation, Theme

    places = Area.objects.bulk_create(
        Area(code=f"BU{a:08d}", name=f"Buurt {a}", kind="neighbourhood", neighbours=[f"BU{(a + 1) % areas:08d}"])
        for a in range(areas)
    )
    kinds = Theme.objects.bulk_create(Theme(code=f"thema-{h}", name=f"Thema {h}", words=[]) for h in range(themes))
    now = monday_of(timezone.localdate())
    sources = list(SourceKind)
    area, theme, week = rng.integers(areas, size=n), rng.integers(themes, size=n), rng.integers(weeks, size=n)
    reporter, source = rng.integers(6, size=n), rng.integers(len(sources), size=n)
    Observation.objects.bulk_create(
        (
            Observation(
                note_key=uuid.UUID(bytes=rng.bytes(16)),
                week=now - int(week[i]) * WEEK,
                entered_week=now - int(week[i]) * WEEK,
                area=places[area[i]],
                theme=kinds[theme[i]],
                kind="tension",
                source_kind=sources[source[i]],
                seen="Er wordt gescholden op het plein." if week[i] < 26 else "",
                reporter_key=f"{area[i]}-{reporter[i]}",
            )
            for i in range(n)
        ),
        batch_size=2000,
    )


def timed(name: str, act: Callable[[], Any], times: int = 5) -> None:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append(1000 * (time.perf_counter() - began))
    print(f"{name:44} median {np.median(took):8.0f} ms   max {max(took):8.0f} ms   n = {times}")


def requests_of(client: Any) -> None:
    from houvast.domain.week import write_week
    from houvast.store.models import Area, Theme

    area, theme = Area.objects.order_by("?")[0].code, Theme.objects.order_by("?")[0].code

    def send() -> None:
        from django.utils import timezone

        answer = client.post(
            "/beheer/signalen/nieuw",
            {
                "note_key": str(uuid.uuid4()),
                "kind": "tension",
                "area": area,
                "theme": theme,
                "week": write_week(timezone.localdate()),
                "source_kind": "youth work",
                "seen": "Bij de fontein schelden winkeliers en jongeren elkaar uit, elke middag opnieuw.",
            },
        )
        assert b"genoteerd" in answer.content, answer.content[:2000]

    send()
    timed("a phone's form, sent and answered", send, 40)
    for name, address in (
        ("the form", "/beheer/signalen/nieuw"),
        ("the list of signals", "/beheer/signalen"),
        ("the attention list", "/beheer/aandacht"),
        ("the start page", "/beheer"),
    ):
        timed(name, lambda address=address: client.get(address), 10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--signals", type=int, default=100_000)
    parser.add_argument("--areas", type=int, default=500)
    parser.add_argument("--themes", type=int, default=30)
    parser.add_argument("--weeks", type=int, default=260)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start(folder)
        from django.test import Client

        from houvast.actions.notice.attention import refresh_attention
        from houvast.actions.notice.calibration import calibrate_attention
        from houvast.actions.notice.observation_gate import prepare_gate
        from houvast.store.models import StaffMember

        fill(given.signals, given.areas, given.themes, given.weeks, np.random.default_rng(1))
        member = StaffMember.objects.create(email="samira@noorderhaaks.example", name="Samira", role="adviser")
        client = Client()
        client.force_login(member)
        prepare_gate()
        print(f"{given.signals} signals, {given.areas} areas, {given.themes} themes, {given.weeks} weeks")
        timed("the nightly calibration, with the look back", calibrate_attention, 1)
        timed("the list computed and stored, the first time", refresh_attention, 1)
        timed("the list computed and stored", refresh_attention, 5)
        requests_of(client)


if __name__ == "__main__":
    main()
