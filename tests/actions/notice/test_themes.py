# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the list of themes the municipality's own, and is nothing lost when a theme ends?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.notice.themes import MOST_WORDS, add_theme, change_theme, start_with_own_list
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Observation, Theme

pytestmark = pytest.mark.django_db
TEXTS = {"name": "Verkeer", "name_en": "Traffic", "description": "Hoe mensen rijden.", "words": ["fatbike", "racen"]}


def test_an_empty_list_begins_with_ours_once() -> None:
    number = start_with_own_list(by=cast.staff(Role.MANAGER))
    assert number == Theme.objects.count() > 5
    assert all(theme.name and theme.words for theme in Theme.objects.all())
    with pytest.raises(StateRefused):
        start_with_own_list(by=cast.staff(Role.MANAGER))


def test_a_theme_is_added_at_the_end_with_a_code_of_its_own() -> None:
    first = add_theme(**TEXTS, by=cast.staff())
    second = add_theme(**{**TEXTS, "name": "Verkeer!"}, by=cast.staff())
    assert (first.code, second.code) == ("verkeer", "verkeer-2")
    assert second.place == first.place + 1
    assert AuditRecord.objects.filter(action="theme.add").count() == 2


def test_a_theme_that_ends_stays_with_its_signals() -> None:
    signal = cast.observation()
    change_theme(theme=cast.theme(), **TEXTS, is_active=False, by=cast.staff())
    kept = Observation.objects.select_related("theme").get(pk=signal.pk).theme
    assert kept is not None
    assert (kept.name, kept.is_active, kept.code) == ("Verkeer", False, "youth")


def test_two_themes_never_have_one_name() -> None:
    add_theme(**TEXTS, by=cast.staff())
    with pytest.raises(FieldRejected, match="already"):
        add_theme(**{**TEXTS, "name": "VERKEER"}, by=cast.staff())
    with pytest.raises(FieldRejected, match="already"):
        change_theme(theme=cast.theme(), **TEXTS, is_active=True, by=cast.staff())


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("words", ["x" * 41]), ("words", [f"w{n}" for n in range(MOST_WORDS + 1)])],
)
def test_what_cannot_be_used_is_refused_at_its_field(field: str, value: object) -> None:
    with pytest.raises(FieldRejected) as refused:
        add_theme(**{**TEXTS, field: value}, by=cast.staff())
    assert refused.value.field == field
    assert not Theme.objects.exists()


@pytest.mark.parametrize("field", ["name", "description"])
def test_nobody_is_a_theme(field: str) -> None:
    with pytest.raises(PersonDataRejected):
        add_theme(**{**TEXTS, field: "Familie Yıldırım belt 06-12345678"}, by=cast.staff())


@pytest.mark.parametrize("role", [Role.READER, Role.PROFESSIONAL, Role.COMMUNICATION])
def test_the_list_is_not_everybodys(role: Role) -> None:
    with pytest.raises(PermissionRefused):
        add_theme(**TEXTS, by=cast.staff(role))
