# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each form of noticing, as a browser sends it: is a text about a person told to its writer and kept nowhere?"""

from __future__ import annotations

import json
from datetime import timedelta

import cast
import pytest
from attention_evidence import kept_point
from device_seal import seal
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from noticed_things import a_message, a_round, a_trigger
from observed_things import a_waiting_observation, new_key, note_fields
from traces import PLANTED, is_nowhere, widest_log

from houvast.domain.area import AreaKind
from houvast.domain.observation import SourceKind
from houvast.domain.street_talk import RoundState
from houvast.domain.week import write_week
from houvast.store.models import Area, AuditRecord, ImportMapping, Observation

pytestmark = pytest.mark.django_db
PERSON = f"bel {PLANTED.lower()} op 06-12345678"
NOTE = "/beheer/signalen/nieuw"
TODAY = timezone.localdate


def colleague() -> Client:
    client = Client()
    client.force_login(cast.staff())
    return client


def post(path: str, **fields: object) -> HttpResponse:
    return colleague().post(path, fields)  # type: ignore[return-value]


def note(field: str) -> HttpResponse:
    return post(NOTE, **{**note_fields(), field: PERSON})


def sealed_note(field: str) -> HttpResponse:
    sent = json.dumps(seal({"what": "observation", **note_fields(), field: PERSON}))
    return colleague().post(f"{NOTE}/verzegeld", sent, content_type="application/json")  # type: ignore[return-value]


def idea(field: str) -> HttpResponse:
    given = {"kind": "idea", "sender": "resident", "text": "Een bankje.", "key": new_key(), field: PERSON}
    return Client().post("/idee", given)  # type: ignore[return-value]


def plan(field: str) -> HttpResponse:
    given = {
        "area": cast.area().code, "place": "Het plein", "planned_on": TODAY().isoformat(), "part_of_day": "morning",
        "walkers": ["youth work"], "number_of_walkers": "2", "questions": "Wat gaat hier goed?", field: PERSON,
    }  # fmt: skip
    return post("/beheer/straatgesprekken/nieuw", **given)


def closing(field: str) -> HttpResponse:
    given = {"conversations_held": "3", "minutes": "60", "return_on": TODAY().isoformat(), field: PERSON}
    return post(f"/beheer/straatgesprekken/{a_round().pk}/afsluiten", **given)


def cancelling(field: str) -> HttpResponse:
    return post(f"/beheer/straatgesprekken/{a_round().pk}/afzeggen", **{field: PERSON})


def returning(field: str) -> HttpResponse:
    held = a_round(state=RoundState.HELD)
    return post(f"/beheer/straatgesprekken/{held.pk}/terug", return_on=TODAY().isoformat(), **{field: PERSON})


def occasion(field: str) -> HttpResponse:
    given = {"title": "De raad beslist", "kind": "decision", "starts_on": TODAY().isoformat(), field: PERSON}
    return post("/beheer/aanleidingen/nieuw", **given)


def changed_occasion(field: str) -> HttpResponse:
    given = {"title": "De raad beslist", "kind": "decision", "starts_on": TODAY().isoformat(), field: PERSON}
    return post(f"/beheer/aanleidingen/{a_trigger().pk}", **given)


def decision(field: str) -> HttpResponse:
    state = "explained" if field == "new_occasion" else "interpreting"
    given = {"state": state, "decision": "listen", "reason": "Wij vragen het na.", field: PERSON}
    return post(f"/beheer/aandacht/{kept_point(last=TODAY(), opened=TODAY()).pk}/besluit", **given)


def missed(field: str) -> HttpResponse:
    return post("/beheer/aandacht/gemist", week=write_week(TODAY()), **{field: PERSON})


def reply(field: str) -> HttpResponse:
    return post(f"/beheer/signalen/{a_waiting_observation().pk}/antwoord", **{field: PERSON})


def answer(field: str) -> HttpResponse:
    return post(f"/beheer/inbox/{a_message().pk}", **{field: PERSON})


def made_signal(field: str) -> HttpResponse:
    return post(f"/beheer/inbox/{a_message().pk}/signaal", kind="tension", **{field: PERSON})


def made_statement(field: str) -> HttpResponse:
    room = cast.conversation()
    return post(f"/beheer/inbox/{a_message().pk}/stelling", conversation=room.code, **{field: PERSON})


def theme(field: str) -> HttpResponse:
    return post("/beheer/themas/nieuw", **{"name": "Geluid", "words": "muziek", field: PERSON})


def changed_theme(field: str) -> HttpResponse:
    return post(f"/beheer/themas/{cast.theme().pk}", **{"name": "Geluid", "words": "muziek", field: PERSON})


def own_area(field: str) -> HttpResponse:
    return post("/beheer/gebieden/nieuw", **{field: PERSON})


def changed_area(field: str) -> HttpResponse:
    made = Area.objects.create(code="E-001", name="Het plein", kind=AreaKind.OWN)
    return post(f"/beheer/gebieden/{made.pk}", **{field: PERSON})


def area_file(field: str) -> HttpResponse:
    row = {"code": "BU00000101", "naam": "Haven", field: PERSON}
    return post("/beheer/gebieden/inlezen", file=a_file(";".join(row) + "\n" + ";".join(row.values()) + "\n"))


def a_file(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("bestand.csv", text.encode(), content_type="text/csv")


def signals_file(field: str) -> HttpResponse:
    cells = {"Datum": "2026-02-13", "Melding": "Gescholden", "Buurt": "Havenkwartier", "Onderwerp": "Jongeren"}
    cells |= {field: PERSON}
    columns = {"week": "Datum", "seen": "Melding", "area": "Buurt", "theme": "Onderwerp"}
    known = ImportMapping.objects.create(name="Meldpunt", columns=columns, source_kind=SourceKind.POLICE)
    cast.area(), cast.theme()
    text = ";".join(cells) + "\n" + ";".join(cells.values()) + "\n"
    return post("/beheer/signalen/inlezen", file=a_file(text), mapping=str(known.pk))


def mapping(field: str) -> HttpResponse:
    given = {"name": "Meldpunt", "source_kind": "police", "column-week": "Datum", "column-seen": "Melding"}
    if field == "name":
        given["name"] = PERSON
    head = f"Datum;Melding;{PERSON}" if field == "column" else "Datum;Melding;Onderwerp"
    given["column-theme"] = PERSON if field == "column" else "Onderwerp"
    if field == "value":
        given |= {"theirs-theme-0": PERSON, "value-theme-0": cast.theme().code}
    text = f"{head}\n2026-02-13;Gescholden op het plein;Jongeren\n"
    cast.theme()
    return post("/beheer/signalen/inlezen", file=a_file(text), **given)


FORMS = [
    *((act, field) for act in (note, sealed_note) for field in ("seen", "reporter_reading", "already_done")),
    (idea, "text"),
    *((plan, field) for field in ("place", "questions")),
    *((closing, field) for field in ("remark", "return_promise")),
    (cancelling, "reason"), (returning, "return_promise"),
    *((act, field) for act in (occasion, changed_occasion) for field in ("title", "expects")),
    *((decision, field) for field in ("reason", "dissent", "new_occasion")),
    (missed, "note"), (reply, "text"), (answer, "answer"), (made_signal, "seen"), (made_statement, "text"),
    *((act, field) for act in (theme, changed_theme) for field in ("name", "name_en", "description", "words")),
    (own_area, "name"), (changed_area, "name"), (area_file, "naam"),
    *((signals_file, field) for field in ("Melding", "Buurt", "Onderwerp")),
    *((mapping, field) for field in ("name", "column", "value")),
]  # fmt: skip


@pytest.mark.parametrize(("send", "field"), FORMS, ids=[f"{act.__name__}-{field}" for act, field in FORMS])
def test_a_refused_text_is_told_to_its_writer_and_kept_nowhere(send, field: str) -> None:  # type: ignore[no-untyped-def]
    with widest_log() as log:
        said = send(field)
        assert said.status_code in {200, 422}
        assert "06-12345678" in said.content.decode()
        assert "no-store" in said["Cache-Control"]
        assert "Location" not in said
        assert is_nowhere(log)
    assert not any(PLANTED.lower() in str(one.get_decoded()).lower() for one in Session.objects.all())
    assert not any(PLANTED.lower() in str(cookie).lower() for cookie in said.cookies.values())
    assert not AuditRecord.objects.exclude(action__startswith="account").exists()


TOLD = (note, sealed_note, idea, closing, cancelling, returning, decision, missed, made_signal)
WHERE = [(act, field) for act, field in FORMS if act in TOLD] + [(signals_file, "Melding")]


@pytest.mark.parametrize(("send", "field"), WHERE, ids=[f"{act.__name__}-{field}" for act, field in WHERE])
def test_a_worry_about_one_person_goes_to_the_right_door_and_is_kept_nowhere(  # type: ignore[no-untyped-def]
    send, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "PERSON", f"mijn buurman slaat zijn vrouw achter de {PLANTED.lower()}")
    with widest_log() as log:
        said = send(field)
        assert said.status_code in {200, 422}
        assert "Veilig Thuis" in said.content.decode() or send is signals_file
        assert is_nowhere(log)
    assert not AuditRecord.objects.exclude(action__startswith="account").exists()


def test_the_same_forms_keep_what_may_be_kept() -> None:
    """So that the search above can fail: each way to send works with a text about nobody."""
    assert post(NOTE, **note_fields(seen=f"drukte bij de {PLANTED.lower()}")).status_code == 200
    assert Observation.objects.filter(seen__contains=PLANTED.lower()).exists()
    assert post("/beheer/themas/nieuw", name="Geluid", words=PLANTED).status_code == 302
    tomorrow = (TODAY() + timedelta(days=1)).isoformat()
    given = {"title": f"Feest bij de {PLANTED.lower()}", "kind": "feast", "starts_on": tomorrow}
    assert post("/beheer/aanleidingen/nieuw", **given).status_code == 302
    with widest_log() as log:
        assert not is_nowhere(log)
