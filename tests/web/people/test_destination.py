# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""After logging in, does nobody end up on another site?"""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse

from houvast.web.people.destination import read_destination

HERE = ["/beheer/collegas", "/en/beheer", "/beheer/logboek?page=2", "http://localhost/beheer"]
ELSEWHERE = [
    "https://elders.example/",
    "//elders.example/beheer",
    "///elders.example",
    "/\\elders.example",
    "\\\\elders.example",
    "http:elders.example",
    "javascript:alert(1)",
    "http://localhost@elders.example/",
    "http://localhost.elders.example/",
    "\x08//elders.example",
    "",
]


@pytest.mark.parametrize("wanted", HERE)
def test_here_is_where_somebody_wanted_to_go(wanted: str) -> None:
    assert read_destination(RequestFactory(headers={"host": "localhost"}).get("/inloggen", {"next": wanted})) == wanted


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_another_site_becomes_the_front_page_of_staff(wanted: str) -> None:
    request = RequestFactory(headers={"host": "localhost"}).get("/inloggen", {"next": wanted})
    assert read_destination(request) == reverse("staff-home")


def test_what_is_sent_along_with_the_form_is_not_asked() -> None:
    request = RequestFactory(headers={"host": "localhost"}).post("/inloggen", {"next": "/beheer/account"})
    assert read_destination(request) == reverse("staff-home")


def test_a_secure_page_goes_on_securely() -> None:
    secure = RequestFactory(headers={"host": "localhost"}).get(
        "/inloggen", {"next": "http://localhost/beheer"}, secure=True
    )
    assert read_destination(secure) == reverse("staff-home")
