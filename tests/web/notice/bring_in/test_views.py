# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can a colleague bring in a file without knowing our columns, and again with one choice?"""

from __future__ import annotations

import cast
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from entrance import log_in

from houvast.domain.roles import Role
from houvast.store.models import ImportMapping, Observation

pytestmark = pytest.mark.django_db
TEXT = "Datum;Melding;Buurt;Onderwerp\n2026-02-13;Er wordt gescholden op het plein;Havenkwartier;Jeugd\n"


@pytest.fixture
def adviser() -> Client:
    client = Client()
    cast.area()
    cast.theme()
    client.force_login(cast.staff())
    session = client.session
    session["single_sign_on"] = True
    session.save()
    return client


def send(client: Client, text: str = TEXT, **fields: str) -> str:
    file = SimpleUploadedFile("meldingen.csv", text.encode(), content_type="text/csv")
    answer = client.post(reverse("bring-in:file"), {"file": file, **fields})
    assert answer.status_code == 200
    return answer.content.decode()


def columns(**changes: str) -> dict[str, str]:
    chosen = {"week": "Datum", "seen": "Melding", "area": "Buurt", "theme": "Onderwerp", **changes}
    return {f"column-{ours}": theirs for ours, theirs in chosen.items()}


def test_a_file_of_a_new_kind_shows_its_columns_first(adviser: Client) -> None:
    page = send(adviser)
    assert "Wat is wat?" in page
    assert '<option value="Datum" selected>' in page
    assert not Observation.objects.exists()
    assert not ImportMapping.objects.exists()


def test_values_that_are_not_known_are_asked_then_the_file_comes_in(adviser: Client) -> None:
    told = {"name": "Meldpunt", "source_kind": "reporting point", **columns()}
    page = send(adviser, **told)
    assert "“Jeugd”" in page
    assert not Observation.objects.exists()
    kept = ImportMapping.objects.get()
    page = send(adviser, **told, **{"theirs-theme-0": "Jeugd", "value-theme-0": "youth"}, mapping=str(kept.pk))
    assert "Er is 1 signaal ingelezen." in page
    assert Observation.objects.get().theme == cast.theme()


def test_the_next_time_a_name_is_enough_and_the_same_file_adds_nothing(adviser: Client) -> None:
    kept = ImportMapping.objects.create(
        name="Meldpunt",
        source_kind="reporting point",
        columns={"week": "Datum", "seen": "Melding", "area": "Buurt", "theme": "Onderwerp"},
        values={"theme": {"Jeugd": "youth"}},
    )
    assert "Er is 1 signaal ingelezen." in send(adviser, mapping=str(kept.pk))
    assert "1 was er al" in send(adviser, mapping=str(kept.pk))
    assert Observation.objects.count() == 1


def test_a_refused_row_is_told_with_its_line_and_can_be_left_out(adviser: Client) -> None:
    text = TEXT + "2026-02-14;Bel 06-12345678;Havenkwartier;Jongeren\n"
    kept = ImportMapping.objects.create(
        name="Meldpunt",
        source_kind="police",
        columns={"week": "Datum", "seen": "Melding", "area": "Buurt", "theme": "Onderwerp"},
        values={"theme": {"Jeugd": "youth"}},
    )
    page = send(adviser, text, mapping=str(kept.pk))
    assert "1 regel is geweigerd" in page
    assert "06-12345678" in page
    assert not Observation.objects.exists()
    assert "Er is 1 signaal ingelezen." in send(adviser, text, mapping=str(kept.pk), leave_out_refused="on")


@pytest.mark.parametrize("text", ["", "x", "Datum;Melding\nmorgen;x\n"])
def test_what_cannot_be_read_is_told_at_the_file(adviser: Client, text: str) -> None:
    told = {"name": "Meldpunt", "source_kind": "police", "column-week": "Datum", "column-seen": "Melding"}
    page = send(adviser, text or " ", **told)
    assert "utrecht-form-field-error-message" in page or "utrecht-alert" in page
    assert not Observation.objects.exists()


def test_others_do_not_come_in(client: Client) -> None:
    log_in(client, cast.staff(Role.READER))
    assert client.get(reverse("bring-in:file")).status_code in {302, 403}
