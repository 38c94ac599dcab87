# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the team see and answer signals, does the reporter read it, and does nobody see who reported?"""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import cast
import pytest
from django.test import Client
from django.utils import timezone
from entrance import visitor
from observed_things import SEEN, a_waiting_observation, new_key

from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, NoticeTerms, Observation, ObservationReply

pytestmark = pytest.mark.django_db
LIST = "/beheer/signalen"


def html(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def test_the_list_has_who_waits_first_and_a_signal_its_parts_apart() -> None:
    cast.observation(seen="Gewoon signaal.")
    late = a_waiting_observation(days=-3, seen="Laat signaal.", reporter_reading="Mijn duiding.")
    said = html(visitor(), LIST)
    assert "1 melder had al iets moeten horen." in said
    assert said.index("Laat signaal.") < said.index("Gewoon signaal.")
    one = html(visitor(), f"{LIST}/{late.pk}")
    seen, reading = one.index("Laat signaal."), one.index("Mijn duiding.")
    assert one.index("Wat er is gezien of gehoord") < seen < one.index("niet wat er is gezien") < reading
    for hidden in (late.reporter_key, str(late.reply_hash), str(late.note_key)):
        assert hidden not in said + one


def test_a_filter_narrows_and_nonsense_says_so() -> None:
    cast.observation(seen="Spanning.")
    cast.observation(seen="Verbinding.", kind="resilience")
    said = html(visitor(), f"{LIST}?soort=resilience")
    assert "Verbinding." in said
    assert "Spanning." not in said
    assert "Schrijf een week als" in html(visitor(), f"{LIST}?van=ooit")
    assert "Zulke signalen zijn er niet." in html(visitor(), f"{LIST}?tot=1999-W01")


def test_an_answer_reaches_the_reporter_who_reads_it_without_an_account() -> None:
    key = new_key()
    found = a_waiting_observation(key=key)
    reporter = Client()
    first = html(reporter, f"/terugkoppeling/{key}")
    assert "Er is nog geen antwoord. Het komt hier voor" in first
    assert SEEN not in first
    answer = visitor().post(f"{LIST}/{found.pk}/antwoord", {"text": "Het jongerenwerk gaat er elke week heen."})
    assert answer.status_code == 302
    assert "nog niet gelezen" in html(visitor(), f"{LIST}/{found.pk}")
    page = reporter.get(f"/terugkoppeling/{key}")
    said = unescape(page.content.decode())
    assert "Het jongerenwerk gaat er elke week heen." in said
    assert found.seen not in said
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "gelezen door de melder" in html(visitor(), f"{LIST}/{found.pk}")


def test_a_late_answer_is_said_and_another_link_is_nowhere() -> None:
    key = new_key()
    a_waiting_observation(key=key, days=-2)
    assert "Het had hier voor" in html(Client(), f"/terugkoppeling/{key}")
    for other in (new_key(), "kort", "x" * 500):
        assert Client().get(f"/terugkoppeling/{other}").status_code == 404


def test_an_answer_with_a_person_is_refused_and_kept_nowhere() -> None:
    found = a_waiting_observation()
    said = visitor().post(f"{LIST}/{found.pk}/antwoord", {"text": "Bel 06-12345678."})
    assert "06-12345678" in said.content.decode()
    assert not ObservationReply.objects.exists()
    assert not AuditRecord.objects.exists()


def test_taking_up_and_putting_elsewhere() -> None:
    found, client = cast.observation(), visitor()
    other = cast.area(code="BU00000102", name="Dijk")
    assert client.post(f"{LIST}/{found.pk}/oppakken").status_code == 302
    sent = {"area": other.code, "theme": "-", "kind": "resilience"}
    assert client.post(f"{LIST}/{found.pk}/indelen", sent).status_code == 302
    assert b"form-errors" in client.post(f"{LIST}/{found.pk}/indelen", {**sent, "area": "nergens"}).content
    kept = Observation.objects.get()
    assert (kept.area, kept.theme, kept.kind) == (other, None, "resilience")
    assert kept.taken_up_at == timezone.localdate()


def test_who_only_notes_sees_and_does_not_answer() -> None:
    found, client = a_waiting_observation(), visitor(Role.PROFESSIONAL)
    said = html(client, f"{LIST}/{found.pk}")
    for other in ("Laat het de melder weten", "Markeer als opgepakt", "De aantallen downloaden"):
        assert other not in said + html(client, LIST)
    assert client.post(f"{LIST}/{found.pk}/antwoord", {"text": "Gedaan."}).status_code == 403
    assert client.get(f"{LIST}/aantallen.csv").status_code == 403
    assert visitor(Role.READER).get(LIST).status_code == 403


def test_erased_words_are_said_to_be_erased() -> None:
    found = cast.observation(seen="", text_removed_at=timezone.localdate() - timedelta(days=1))
    assert "De woorden zijn gewist" in html(visitor(), LIST)
    assert "zoals afgesproken" in html(visitor(), f"{LIST}/{found.pk}")


def test_the_file_has_counts_of_enough_alone() -> None:
    NoticeTerms.objects.create(k=3)
    for number in range(4):
        cast.observation(reporter_key=f"r{number}", seen="geheimwoord")
    cast.observation(area=cast.area(code="BU00000102", name="Dijk"))
    answer = visitor().get(f"{LIST}/aantallen.csv")
    assert answer["Content-Type"].startswith("text/csv")
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].endswith("BU00000101,Havenkwartier,youth,Jongeren,3,5")


def test_who_takes_it_up_owns_it_and_another_may_take_it_over() -> None:
    signal = cast.observation(wants_feedback=True, feedback_due=timezone.localdate())
    address = f"/beheer/signalen/{signal.pk}"
    for role, name in ((Role.ADVISER, "Samira"), (Role.COMMUNICATION, "Cora")):
        client = Client()
        client.force_login(cast.staff(role))
        client.post(f"{address}/oppakken")
        page = client.get(address).content.decode()
        assert f"{name} pakte dit op" in page
        assert "Ik pak dit op" not in page
        signal.refresh_from_db()
        assert signal.feedback_owner == cast.staff(role)


def test_ones_own_late_signals_come_first() -> None:
    late = {"wants_feedback": True, "feedback_due": timezone.localdate() - timedelta(days=1)}
    cast.observation(seen="Van niemand.", **late)
    cast.observation(seen="Van Samira.", feedback_owner=cast.staff(), **late)
    client = Client()
    client.force_login(cast.staff())
    page = client.get("/beheer/signalen").content.decode()
    assert page.index("Van Samira.") < page.index("Van niemand.")


def test_fuel_and_what_looks_alike_are_shown_to_the_team() -> None:
    signal = cast.observation(seen="Op straat hoor je: wappies hebben geen hersens.")
    other = cast.observation(seen="Op straat hoor je weer: wappies hebben geen hersens!")
    client = Client()
    client.force_login(cast.staff())
    page = client.get(f"/beheer/signalen/{signal.pk}").content.decode()
    assert "Een hint, geen oordeel" in page
    assert f"/beheer/signalen/{other.pk}" in page
