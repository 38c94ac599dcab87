# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do controls get their classes and their help, and does a colleague see only links that open?"""

from __future__ import annotations

from datetime import date

import cast
import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import Context
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, resolve, reverse, set_script_prefix

from houvast.domain.roles import Role
from houvast.web.shared.access import access_of
from houvast.web.templatetags import screens
from houvast.web.templatetags.screens import (
    conversation_links,
    designed,
    done_sentence,
    is_choice_group,
    kind_of,
    month,
    settings_links,
    staff_links,
    week,
)

CHOICES = [("a", "A"), ("b", "B")]


class Example(forms.Form):
    text = forms.CharField(help_text="Uitleg.", widget=forms.TextInput(attrs={"class": "own", "dir": "auto"}))
    longer = forms.CharField(widget=forms.Textarea, required=False)
    choice = forms.ChoiceField(choices=CHOICES)
    one = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)
    more = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False)
    yes = forms.BooleanField()
    file = forms.FileField(required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.mark.parametrize(
    ("name", "classes"),
    [("text", "utrecht-textbox utrecht-textbox--html-input own"),
     ("longer", "utrecht-textarea utrecht-textarea--html-textarea"),
     ("choice", "utrecht-select utrecht-select--html-select"),
     ("yes", "utrecht-checkbox utrecht-checkbox--html-input"),
     ("file", "houvast-file houvast-file")],
)  # fmt: skip
def test_a_control_has_the_classes_of_its_kind(name: str, classes: str) -> None:
    assert f'class="{classes}"' in designed(Example()[name])


def test_a_wrong_control_says_so_and_keeps_its_own_attributes() -> None:
    control = designed(Example({})["text"])
    assert "utrecht-textbox--invalid own" in control
    assert 'dir="auto"' in control
    assert 'aria-invalid="true"' in control
    assert 'aria-describedby="id_text_helptext id_text_error"' in control


def test_a_form_is_not_changed_by_showing_it() -> None:
    form = Example()
    assert designed(form["text"]) == designed(form["text"])
    assert form.fields["text"].widget.attrs["class"] == "own"


def test_kinds_and_groups() -> None:
    form = Example()
    assert {name: kind_of(form[name].field.widget) for name in form.fields} == {
        "text": "text", "longer": "textarea", "choice": "select", "one": "radio", "more": "checkbox",
        "yes": "checkbox", "file": "file", "hidden": "hidden",
    }  # fmt: skip
    assert [name for name in form.fields if is_choice_group(form[name])] == ["one", "more"]


def context(user: object, path: str = "/beheer") -> Context:
    request: HttpRequest = RequestFactory().get(path)
    request.user = user  # type: ignore[assignment]
    return Context({"request": request})


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_every_link_opens_for_who_sees_it_and_none_that_opens_is_missing(client: Client, role: Role) -> None:
    shown = {link.href for link in conversation_links(context(cast.staff(role)), "plein", "")}
    for name, _label in screens.CONVERSATION_PAGES:
        address = reverse(name, kwargs={"code": "plein"})
        access = access_of(resolve(address).func)
        assert access
        assert (address in shown) is access.admits(role), name


@pytest.mark.django_db
def test_the_page_itself_is_marked_by_either_form_of_its_name() -> None:
    for current in ("progress", "watch:progress"):
        here = [link.label for link in conversation_links(context(cast.staff()), "plein", current) if link.here]
        assert here == ["Verloop"]
    by_path = context(cast.staff(), "/beheer/gesprekken/plein/verloop")
    assert [link.label for link in conversation_links(by_path, "plein", "") if link.here] == ["Verloop"]


@pytest.mark.django_db
@pytest.mark.parametrize(("current", "label"), [("overview", "Overzicht"), ("reach", "Bereik"), ("nothing", None)])
def test_one_page_at_most_is_marked(current: str, label: str | None) -> None:
    links = conversation_links(context(cast.staff()), "plein", current)
    assert [link.label for link in links if link.here] == ([label] if label else [])


@pytest.mark.django_db
def test_only_a_manager_sees_colleagues_and_the_log() -> None:
    seen = [link.label for link in settings_links(context(cast.staff(Role.MANAGER)))]
    assert {"Collega's", "Logboek"} <= set(seen)
    assert not {"Collega's", "Logboek"} & {link.label for link in settings_links(context(cast.staff()))}


@pytest.mark.django_db
def test_who_reads_sees_attention_and_conversations_but_no_signals() -> None:
    seen = [link.label for link in staff_links(context(cast.staff(Role.READER)))]
    assert seen == ["Aandacht", "Gesprekken", "Meer"]


def test_who_is_not_logged_in_sees_no_link() -> None:
    assert conversation_links(context(AnonymousUser()), "plein", "") == []
    assert staff_links(context(AnonymousUser())) == settings_links(context(AnonymousUser())) == []


@pytest.mark.django_db
def test_links_work_in_the_other_language_too() -> None:
    set_script_prefix("/en/")
    try:
        links = conversation_links(context(cast.staff(), "/en/beheer"), "plein", "progress")
    finally:
        set_script_prefix("/")
    assert links
    assert all(link.href.startswith("/en/beheer/") for link in links)


def test_a_page_that_does_not_exist_has_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "STAFF_PAGES", (("people:nothing", "Niets"),))
    with pytest.raises(NoReverseMatch):
        reverse("people:nothing")
    assert staff_links(context(AnonymousUser())) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "label"),
    [("/beheer/signalen/nieuw", "Signalen"), ("/beheer/signalen", "Signalen"),
     ("/beheer/aandacht/terugblik", "Aandacht"),
     ("/beheer/aanleidingen", "Meer"), ("/beheer/signalen/inlezen", "Meer"), ("/beheer/vernietiging", "Meer"),
     ("/beheer/inzet", "Straatgesprekken"), ("/beheer", None)],
)  # fmt: skip
def test_every_page_is_marked_in_the_menu(path: str, label: str | None) -> None:
    found = context(cast.staff(Role.ADVISER), path)
    found["request"].resolver_match = resolve(path)
    assert [link.label for link in staff_links(found) if link.here] == ([label] if label else [])


@pytest.mark.parametrize(
    ("written", "said"),
    [("2026-W48", "week 48"), ("2026\u2011W07", "week 7"), (date(2026, 11, 25), "week 48"),
     ("2025-W52", "week 52 van 2025"), (date(2025, 12, 30), "week 1"), ("gisteren", "gisteren")],
)  # fmt: skip
def test_a_week_as_people_say_it(written: str | date, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens.timezone, "localdate", lambda: date(2026, 11, 28))
    assert week(written) == said


def test_a_month_as_people_say_it() -> None:
    assert month("2026-03") == "maart 2026"


@pytest.mark.parametrize(
    ("address", "sentence"), [("?gedaan=besluit", "Het besluit is bewaard."), ("?gedaan=x", ""), ("", "")]
)
def test_what_was_done_is_said_once_the_address_says_it(address: str, sentence: str) -> None:
    found = Context({"request": RequestFactory().get(f"/beheer{address}")})
    assert done_sentence(found) == sentence
