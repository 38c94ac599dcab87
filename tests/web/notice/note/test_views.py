# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can somebody note a signal with plain forms, and does nothing refused stay anywhere?"""

from __future__ import annotations

from html import unescape

import cast
import pytest
from django.test import Client
from noticed_things import a_round
from observed_things import SEEN, calm_fields, note_fields

from houvast.domain.observation import Origin
from houvast.domain.roles import Role
from houvast.store.models import CheckIn, Observation

pytestmark = pytest.mark.django_db
NEW = "/beheer/signalen/nieuw"


def youth_worker() -> Client:
    client = Client()
    client.force_login(cast.staff(Role.PROFESSIONAL))
    return client


def html(answer: object) -> str:
    return unescape(answer.content.decode())  # type: ignore[attr-defined]


def test_three_choices_and_a_sentence_are_enough() -> None:
    client = youth_worker()
    said = html(client.get(NEW))
    assert "Schrijf zo dat de mensen over wie het gaat het mogen lezen." in said
    assert "Deze week" in said
    answer = client.post(NEW, note_fields())
    assert "Het signaal is genoteerd." in html(answer)
    kept = Observation.objects.get()
    assert (kept.seen, kept.kind, kept.wants_feedback, kept.tone) == (SEEN, "tension", False, "")


def test_everything_that_can_be_said_is_kept() -> None:
    more = {
        "reporter_reading": "Het komt door de verhuizing.", "already_done": "Wij waren er.", "is_gut_feeling": "on",
        "grounds": "evidenced", "dividing_line": "newcomers and long-time residents", "need": "personal safety",
        "place_kind": "street", "witness": "self", "tone": "anger", "direction": "horizontal", "extent": "tens",
        "is_us_them": "on", "is_repeated": "on", "concerns_government": "on",
    }  # fmt: skip
    youth_worker().post(NEW, note_fields(**more))
    kept = Observation.objects.values().get()
    assert {name: kept[name] for name in more} == {k: True if v == "on" else v for k, v in more.items()}


def test_the_private_link_is_shown_once_and_works() -> None:
    client, sent = youth_worker(), note_fields(wants_feedback="on")
    said = html(client.post(NEW, sent))
    link = f"/terugkoppeling/{sent['reply_key']}"
    assert f'href="{link}"' in said
    assert Client().get(link).status_code == 200
    assert f'href="{link}"' in html(client.post(NEW, sent))  # the same form twice: the same link, one signal
    assert Observation.objects.count() == 1
    assert sent["reply_key"] not in html(client.get(NEW))


def test_the_kind_of_source_chosen_last_comes_first() -> None:
    client = youth_worker()
    assert '<option value="municipality" selected>' in html(client.get(NEW))
    client.post(NEW, note_fields(source_kind="police"))
    assert '<option value="police" selected>' in html(client.get(NEW))


def test_unknown_area_and_theme_can_be_said() -> None:
    youth_worker().post(NEW, note_fields(area="-", theme="-"))
    kept = Observation.objects.get()
    assert (kept.area, kept.theme) == (None, None)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"seen": "Bel 06-12345678."}, "06-12345678"),
        ({"seen": " "}, "Dit veld is verplicht."),
        ({"week": "2099-W01"}, "Deze week moet nog komen."),
        ({"week": "1999-W01"}, "meer dan 26 weken geleden"),
        ({"week": "ooit"}, "Kijk er nog even naar"),
        ({"area": "BU99999999"}, "Kijk er nog even naar"),
        ({"kind": "ramp"}, "Kijk er nog even naar"),
        ({"note_key": "geen"}, "Kijk er nog even naar"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(wrong: dict[str, str], says: str) -> None:
    said = html(youth_worker().post(NEW, note_fields(**wrong)))
    assert "Het signaal is genoteerd." not in said
    assert "form-errors" in said
    if says != "Kijk er nog even naar":
        assert says in said
    assert not Observation.objects.exists()


def test_a_possible_name_is_confirmed_by_the_writer() -> None:
    client, sent = youth_worker(), note_fields(seen="Bij Pietersen is het onrustig.")
    said = html(client.post(NEW, sent))
    assert 'type="checkbox" name="not_a_person"' in said
    client.post(NEW, {**sent, "not_a_person": "on"})
    assert Observation.objects.get().seen == "Bij Pietersen is het onrustig."


def test_nothing_special_is_one_tap_and_counts_once() -> None:
    client = youth_worker()
    answer = client.post(f"{NEW}/niets-bijzonders", calm_fields(), follow=True)
    assert "Bewaard: je was er en zag niets bijzonders." in html(answer)
    client.post(f"{NEW}/niets-bijzonders", calm_fields())
    assert CheckIn.objects.get().source_kind == "police"
    assert "form-errors" in html(client.post(f"{NEW}/niets-bijzonders", calm_fields(area="")))


def test_a_note_on_a_round_hangs_on_it() -> None:
    walked = a_round()
    page = html(youth_worker().get(f"{NEW}?ronde={walked.pk}"))
    assert "Op de ronde: Het plein voor de bieb, Havenkwartier" in page
    assert f'<option value="{walked.area.code}" selected>' in page
    youth_worker().post(NEW, note_fields(round=str(walked.pk)))
    noted = Observation.objects.get()
    assert (noted.round, noted.origin) == (walked, Origin.ROUND)


def test_a_round_that_is_gone_loses_no_note() -> None:
    youth_worker().post(NEW, note_fields(round="999999"))
    noted = Observation.objects.get()
    assert (noted.round, noted.origin) == (None, Origin.NOTED)


@pytest.mark.parametrize("asked", ["", "x", "-1", "9" * 30, "²"])
def test_what_is_no_round_is_no_round(asked: str) -> None:
    assert youth_worker().get(NEW, {"ronde": asked}).status_code == 200


def test_the_right_doors_stand_on_the_form() -> None:
    page = html(youth_worker().get(NEW))
    assert "Veilig Thuis (0800-2000)" in page
    assert "Meld Misdaad Anoniem (0800-7000)" in page
