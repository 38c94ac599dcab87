# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the list of themes be kept, by those who keep it?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse
from entrance import visitor

from houvast.domain.roles import Role
from houvast.store.models import Theme

pytestmark = pytest.mark.django_db
FIELDS = {
    "name": "Verkeer",
    "name_en": "",
    "description": "Hoe mensen rijden.",
    "words": "fatbike\n racen , , toeteren",
}


def browser(role: Role = Role.ADVISER) -> Client:
    client = visitor(role)
    session = client.session
    session["single_sign_on"] = True
    session.save()
    return client


def test_an_empty_list_offers_ours() -> None:
    assert "Begin met de lijst van Houvast" in browser().get(reverse("themes:list")).content.decode()
    browser().post(reverse("themes:start"))
    text = browser().get(reverse("themes:list")).content.decode()
    assert "Begin met de lijst van Houvast" not in text
    assert all(theme.name.replace("'", "&#x27;") in text for theme in Theme.objects.all())


def test_a_theme_is_added_and_changed() -> None:
    browser().post(reverse("themes:new"), FIELDS)
    theme = Theme.objects.get()
    assert theme.words == ["fatbike", "racen", "toeteren"]
    answer = browser().post(reverse("themes:one", args=[theme.pk]), {**FIELDS, "name": "Verkeer en veiligheid"})
    assert answer.status_code == 302
    theme.refresh_from_db()
    assert (theme.name, theme.is_active) == ("Verkeer en veiligheid", False)


def test_a_refusal_stands_at_its_field_and_the_words_stay() -> None:
    text = browser().post(reverse("themes:new"), {**FIELDS, "name": ""}).content.decode()
    assert "utrecht-form-field-error-message" in text or "utrecht-textbox--invalid" in text
    assert "toeteren" in text
    assert not Theme.objects.exists()


def test_who_reads_sees_the_list_and_no_numbers() -> None:
    cast.observation()
    text = browser(Role.READER).get(reverse("themes:list")).content.decode()
    assert "Jongeren" in text
    assert "<td>1</td>" not in text
    assert reverse("themes:one", args=[cast.theme().pk]) not in text


def test_a_theme_that_is_not_there_is_not_found() -> None:
    assert browser().get(reverse("themes:one", args=[999])).status_code == 404
