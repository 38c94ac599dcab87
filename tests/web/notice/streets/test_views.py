# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a round go from plan to return visit with plain forms, and does a refusal keep what was filled in?"""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from entrance import says, visitor
from noticed_things import a_round

from houvast.domain.roles import Role
from houvast.domain.street_talk import RoundState
from houvast.store.models import Round

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def plan(**fields: object) -> dict[str, object]:
    return {
        "area": cast.area().code, "place": "De markt", "planned_on": TODAY.isoformat(), "part_of_day": "morning",
        "walkers": ["youth work"], "number_of_walkers": "2", "questions": "Wat speelt er?", **fields,
    }  # fmt: skip


def test_from_plan_to_return_visit() -> None:
    browser = visitor(Role.PROFESSIONAL)
    answer = browser.post("/beheer/straatgesprekken/nieuw", plan())
    made = Round.objects.get()
    one = f"/beheer/straatgesprekken/{made.pk}"
    assert answer["Location"] == f"{one}?gedaan=gepland"
    assert "De ronde is gepland." in says(browser.get(answer["Location"]))
    tap = re.search(r'name="tap" value="([0-9a-f]+)"', says(browser.get(one)))
    assert tap
    for _again in range(2):
        assert browser.post(f"{one}/tellen", {"step": "1", "tap": tap[1]})["Location"] == one
    assert "<b>1</b> gesprek gevoerd" in says(browser.get(one))
    assert 'name="conversations_held" value="1"' in says(browser.get(f"{one}/afsluiten"))
    closing = {"conversations_held": "9", "minutes": "60", "return_on": TODAY.isoformat(), "return_promise": "Licht"}
    assert browser.post(f"{one}/afsluiten", closing)["Location"] == f"{one}?gedaan=afgesloten"
    assert "Nog terug te gaan" in says(browser.get("/beheer/straatgesprekken"))
    assert browser.post(f"{one}/terug/gedaan")["Location"] == f"{one}?gedaan=terug-geweest"
    assert "terug geweest op" in says(browser.get(one))
    assert Round.objects.get().state == RoundState.HELD


def test_a_name_comes_back_with_what_was_filled_in() -> None:
    page = says(
        visitor(Role.PROFESSIONAL).post(
            "/beheer/straatgesprekken/nieuw", plan(place="Bij Fatima El Amrani voor de deur")
        )
    )
    assert "Bij Fatima El Amrani voor de deur" in page
    assert "De markt" not in page
    assert not Round.objects.exists()


def test_changing_cancelling_and_bringing_back() -> None:
    walked, browser = a_round(), visitor(Role.PROFESSIONAL)
    one = f"/beheer/straatgesprekken/{walked.pk}"
    assert "Het plein voor de bieb" in says(browser.get(f"{one}/wijzigen"))
    browser.post(f"{one}/wijzigen", plan(place="De haven"))
    assert "De haven" in says(browser.get(one))
    browser.post(f"{one}/afzeggen", {"reason": "Storm"})
    assert "Storm" in says(browser.get(one))
    assert browser.post(f"{one}/afsluiten", {"conversations_held": "1", "minutes": "1"}).status_code == 200
    browser.post(f"{one}/opnieuw")
    assert Round.objects.get().state == RoundState.PLANNED


def test_late_return_visits_stand_first() -> None:
    for place, days in (("Straks", 5), ("Te laat", -5)):
        a_round(place=place, state=RoundState.HELD, return_on=TODAY + timedelta(days))
    page = says(visitor(Role.PROFESSIONAL).get("/beheer/straatgesprekken"))
    assert page.index("Te laat") < page.index("Straks")
    assert "De dag van 1 terugbezoek is voorbij." in page


def test_a_promise_is_changed() -> None:
    walked = a_round(state=RoundState.HELD, planned_on=TODAY - timedelta(days=9))
    one = f"/beheer/straatgesprekken/{walked.pk}"
    visitor(Role.PROFESSIONAL).post(
        f"{one}/terug", {"return_on": TODAY.isoformat(), "return_promise": "Nieuws over het licht"}
    )
    page = says(visitor(Role.PROFESSIONAL).get(f"{one}/terug"))
    assert "Nieuws over het licht" in page
    assert TODAY.isoformat() in page


def test_the_sheet_asks_for_no_names() -> None:
    page = says(visitor(Role.PROFESSIONAL).get(f"/beheer/straatgesprekken/{a_round().pk}/blad"))
    assert page.count('class="streets-box"') == 40
    assert "Wat gaat hier goed?" in page
    assert "Schrijf geen namen" in page


def test_a_note_of_a_round_knows_its_round() -> None:
    walked = a_round()
    assert f"/beheer/signalen/nieuw?ronde={walked.pk}" in says(
        visitor(Role.PROFESSIONAL).get(f"/beheer/straatgesprekken/{walked.pk}")
    )


def test_effort_for_the_team_and_for_readers() -> None:
    a_round(state=RoundState.HELD, conversations_held=4)
    cast.area("BU00000102", "Nooitgezien")
    assert "4 gesprekken" in says(visitor(Role.PROFESSIONAL).get("/beheer/inzet"))
    assert "er was 6 weken niemand" in says(visitor(Role.PROFESSIONAL).get("/beheer/inzet"))
    outside = says(visitor(Role.READER).get("/beheer/inzet"))
    assert "<table" not in outside
    assert "geen gebied met minstens 10 signalen van 10 verschillende mensen" in outside


def test_a_broken_tap_is_said() -> None:
    walked = a_round()
    page = says(
        visitor(Role.PROFESSIONAL).post(f"/beheer/straatgesprekken/{walked.pk}/tellen", {"step": "1", "tap": "stuk"})
    )
    assert 'role="alert"' in page
    held = a_round(state=RoundState.HELD)
    again = {"step": "1", "tap": uuid.uuid4().hex}
    assert 'role="alert"' in says(visitor(Role.PROFESSIONAL).post(f"/beheer/straatgesprekken/{held.pk}/tellen", again))
