# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The screens of areas: reading in, what is refused and why, and one's own areas, as each role."""

from __future__ import annotations

import pytest
from area_files import EXAMPLES, csv_text, noorderhaaks
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from entrance import visitor

from houvast.actions.notice.areas import add_own_area
from houvast.domain.roles import Capability, Role, may
from houvast.store.models import Area

pytestmark = pytest.mark.django_db
LIST = "/beheer/gebieden"


def send(content: bytes, *, name: str = "a.csv", **more: str) -> HttpResponse:
    data = {"file": SimpleUploadedFile(name, content), **more}
    return visitor().post(f"{LIST}/inlezen", data)  # type: ignore[return-value]


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def example() -> HttpResponse:
    return send((EXAMPLES / "noorderhaaks.gpkg").read_bytes(), name="noorderhaaks.gpkg")


def test_a_file_comes_in_and_what_it_did_is_told() -> None:
    assert "Er zijn nog geen gebieden." in text(visitor().get(LIST))
    answer = example()
    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}?ingelezen=ja")
    shown = text(visitor().get(answer["Location"]))
    assert "Het bestand is ingelezen" in shown
    assert "De codes zijn die van 2026. Nieuw: 17. Gewijzigd: 0. Beëindigd: 0. Hetzelfde gebleven: 0." in shown
    assert "Centrum: 3 buurten" in shown
    assert "<td>Kerkplein en omgeving, Duinbuurt</td>" in shown
    assert "<td>onbekend</td>" in shown  # the inhabitants of the industrial estate
    assert "Voor het laatst ingelezen op" in text(visitor().get(LIST))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"code;naam;huisnummer\nGM0000;x;1\n", "In dit bestand staan adressen (kolom &#x27;huisnummer&#x27;)."),
        (b"<html></html>", "Dit is een webpagina en geen bestand met gebieden."),
        (b"code;naam\nGM0000;x\nGM0001;y\n", "In het bestand staan 2 gemeenten."),
        (b"code;naam\nPV27;x\n", "In rij 1 staat de code “PV27”."),
    ],
)
def test_a_refusal_stands_at_the_field_in_dutch(content: bytes, told: str) -> None:
    answer = send(content)
    assert answer.status_code == 200
    assert told in text(answer)
    assert not Area.objects.exists()


def test_without_a_file_it_is_asked_for() -> None:
    answer = visitor().post(f"{LIST}/inlezen", {"municipality": "GM0000"})
    assert (answer.status_code, "Er klopt nog iets niet" in text(answer)) == (200, True)


def test_ending_many_is_asked_once_more() -> None:
    example()
    few = csv_text(noorderhaaks()[:9]).encode()
    asked = text(send(few))
    assert "8 van de 12 gebieden zouden worden beëindigd" in asked
    assert 'type="checkbox" name="may_end_many"' in asked
    assert send(few, may_end_many="on").status_code == 302
    shown = text(visitor().get(LIST))
    assert "Beëindigde gebieden" in shown
    assert "Centrum: 3 buurten" in shown
    assert "Buitengebied: 0 buurten" in shown


def test_a_file_without_outlines_says_what_is_missing() -> None:
    send((EXAMPLES / "noorderhaaks.csv").read_bytes())
    assert "niet bekend welke gebieden aan elkaar grenzen" in text(visitor().get(LIST))


def test_an_area_of_ones_own_from_the_first_to_the_last_day() -> None:
    example()
    client = visitor(Role.MANAGER)
    form = text(client.get(f"{LIST}/nieuw"))
    assert '<option value="WK000001">Centrum</option>' in form
    assert (
        client.post(f"{LIST}/nieuw", {"name": "Het plein", "parent": "WK000001"})["Location"]
        == f"{LIST}?gedaan=toegevoegd"
    )
    own = Area.objects.get(name="Het plein")
    here = f"{LIST}/{own.pk}"
    assert f'href="{here}"' in text(client.get(LIST))
    assert 'value="Het plein"' in text(client.get(here))
    assert client.post(here, {"name": "Het oude plein", "parent": ""}).status_code == 302
    assert client.post(f"{here}/beeindigen")["Location"] == f"{here}?gedaan=beeindigd"
    ended = text(client.get(here))
    assert "Dit gebied is beëindigd" in ended
    assert "Het oude plein" in text(client.get(LIST))
    assert client.post(f"{here}/hervatten")["Location"] == f"{here}?gedaan=hervat"
    own.refresh_from_db()
    assert (own.name, own.parent, own.ended_at) == ("Het oude plein", None, None)


def test_a_possible_name_can_be_confirmed_and_an_address_cannot() -> None:
    client = visitor()
    asked = text(client.post(f"{LIST}/nieuw", {"name": "Bij Jan Pietersen"}))
    assert 'type="checkbox" name="not_a_person"' in asked
    assert client.post(f"{LIST}/nieuw", {"name": "Bij Jan Pietersen", "not_a_person": "on"}).status_code == 302
    answer = client.post(f"{LIST}/nieuw", {"name": "Kerkstraat 12", "not_a_person": "on"})
    assert (answer.status_code, Area.objects.count()) == (200, 1)


def test_an_area_of_the_cbs_has_no_page_of_its_own() -> None:
    example()
    identity = Area.objects.get(code="BU00000101").pk
    assert visitor().get(f"{LIST}/{identity}").status_code == 404
    assert visitor().post(f"{LIST}/{identity}/beeindigen").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_everybody_reads_and_who_may_not_change_is_offered_nothing(role: Role) -> None:
    own = add_own_area(name="Het plein", by=None)
    client, allowed = visitor(role), may(role, Capability.MANAGE_AREAS)
    shown = text(client.get(LIST))
    assert "Het plein" in shown
    assert ("Een bestand inlezen" in shown) == allowed
    assert (f"{LIST}/{own.pk}" in shown) == allowed
    for where in (f"{LIST}/inlezen", f"{LIST}/nieuw", f"{LIST}/{own.pk}"):
        assert client.get(where).status_code == (200 if allowed else 403)
