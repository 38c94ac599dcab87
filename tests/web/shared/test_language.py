# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the language in the address alone, kept by every link, form and redirect, and never in a cookie?"""

from __future__ import annotations

import re

import cast
import pytest
from django.test import Client, RequestFactory
from django.urls import get_script_prefix, reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from houvast.web.shared.language import OtherLanguage, language_of, other_languages

PUBLIC = ("/", "/privacy", "/toegankelijkheid", "/inloggen")


@pytest.mark.parametrize(
    ("path", "language"),
    [("/en", "en"), ("/en/", "en"), ("/en/g/plein", "en"), ("/", None), ("", None), ("/english", None),
     ("/g/en/stem", None), ("/nl/privacy", None), ("/fr/privacy", None), ("//en", None)],
)  # fmt: skip
def test_only_the_first_part_of_an_address_is_a_language(path: str, language: str | None) -> None:
    assert language_of(path) == language


@given(st.text())
def test_any_address_can_be_asked(path: str) -> None:
    assert language_of(path) in {None, "en"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", PUBLIC)
def test_the_same_page_is_there_in_both_languages_and_sets_no_cookie_of_its_own(client: Client, path: str) -> None:
    dutch, english = client.get(path), Client().get(("/en" + path).rstrip("/"))
    assert (dutch.status_code, english.status_code) == (200, 200)
    assert '<html lang="nl"' in dutch.content.decode()
    assert '<html lang="en"' in english.content.decode()
    assert set(dutch.cookies) | set(english.cookies) <= {"csrftoken"}


@pytest.mark.django_db
def test_every_link_on_an_english_page_stays_english_but_the_one_to_dutch(client: Client) -> None:
    cast.conversation(code="plein")
    page = client.get("/en").content.decode()
    links = {href for href in re.findall(r'<a[^>]*href="([^"]*)"', page) if href.startswith("/")}
    assert "/en/g/plein" in links
    assert {href for href in links if not re.match(r"/en(/|$)", href)} == {"/"}


@pytest.mark.django_db
def test_redirects_keep_the_language(client: Client) -> None:
    assert client.get("/en/beheer").headers["Location"] == "/en/inloggen?next=%2Fen%2Fbeheer"
    assert client.get("/beheer").headers["Location"] == "/inloggen?next=%2Fbeheer"


@pytest.mark.django_db
def test_the_next_request_starts_afresh(client: Client) -> None:
    client.get("/en/privacy")
    assert (get_script_prefix(), reverse("privacy"), translation.get_language()) == ("/", "/privacy", "nl")
    assert '<html lang="nl"' in client.get("/privacy").content.decode()


@pytest.mark.django_db
def test_also_after_an_error_the_next_request_starts_afresh(client: Client) -> None:
    assert client.get("/en/niets").status_code == 404
    assert get_script_prefix() == "/"


@pytest.mark.django_db
def test_a_colleagues_own_language_holds_where_the_address_says_nothing(client: Client) -> None:
    colleague = cast.staff()
    colleague.language = "en"
    colleague.save()
    client.force_login(colleague)
    with translation.override("nl"):
        request = RequestFactory().get("/beheer")
        assert other_languages(request)
    assert '<html lang="en"' in client.get("/componenten").content.decode()
    assert '<html lang="nl"' in client.get("/privacy").content.decode()


@pytest.mark.parametrize(
    ("path", "query", "now", "there"),
    [("/g/plein", "", None, OtherLanguage("en", "English", "/en/g/plein")),
     ("/", "a=1&b=2", None, OtherLanguage("en", "English", "/en?a=1&b=2")),
     ("/g/plein", "a=1", "en", OtherLanguage("nl", "Nederlands", "/g/plein?a=1")),
     ("//evil.example/x", "", "en", OtherLanguage("nl", "Nederlands", "/evil.example/x")),
     ("///evil.example", "", None, OtherLanguage("en", "English", "/en/evil.example")),
     ("/", "", "en", OtherLanguage("nl", "Nederlands", "/"))],
)  # fmt: skip
def test_the_switch_leads_to_the_same_page(path: str, query: str, now: str | None, there: OtherLanguage) -> None:
    request = RequestFactory().get("/", QUERY_STRING=query)
    request.path_info = path
    request.language_in_address = now  # type: ignore[attr-defined]
    assert other_languages(request) == (there,)


def test_the_answer_to_a_form_has_no_switch() -> None:
    assert other_languages(RequestFactory().post("/g/plein/stelling")) == ()
