# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the forms of the calendar give the actions what they ask, in the language of the screen?"""

from __future__ import annotations

import cast
import pytest
from django.utils import translation
from noticed_things import a_trigger

from houvast.actions.notice.triggers import Occasion
from houvast.domain.known_days import known_days
from houvast.domain.trigger import TriggerKind
from houvast.queries.notice.triggers import trigger_page
from houvast.web.notice.triggers.forms import OccasionForm, SuggestionForm, occasion_of

pytestmark = pytest.mark.django_db


def test_an_occasion_goes_in_and_comes_out_the_same() -> None:
    made = a_trigger(area=cast.area(), theme=cast.theme(), expects="Praat vooraf.", is_yearly=True)
    form = OccasionForm(occasion_of(trigger_page(made.pk)), language="nl")
    assert form.is_valid(), form.errors
    assert form.arguments()["occasion"] == Occasion(
        TriggerKind.DECISION, made.title, made.starts_on, made.ends_on, True, cast.area().code, "youth", "Praat vooraf."
    )


def test_known_days_in_dutch_with_their_doubt() -> None:
    with translation.override("nl"):
        form = SuggestionForm({"codes": ["king's day", "ramadan"]}, year=2027)
        assert form.is_valid(), form.errors
        titles = form.arguments()["titles"]
        choices = dict(form.fields["codes"].choices)  # type: ignore[attr-defined]
    assert len(choices) == len(known_days(2027))
    assert titles["king's day"] == "Koningsdag"
    assert titles["ramadan"] == "Ramadan (kan een dag eerder of later zijn)"
    assert choices["king's day"] == "Koningsdag: 27 april"
    assert choices["christmas"] == "Kerst: 25 december – 26 december"
    assert choices["new year"] == "Oud en nieuw: 31 december 2027 – 1 januari 2028"


def test_what_is_no_known_day_is_refused() -> None:
    assert not SuggestionForm({"codes": ["my birthday"]}, year=2027).is_valid()
    assert not SuggestionForm({"nothing": ""}, year=2027).is_valid()
