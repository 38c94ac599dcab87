# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the forms of a round give the action what it asks, and the plan back as it was?"""

from __future__ import annotations

import uuid

import cast
import pytest
from django.utils import timezone
from noticed_things import a_round

from houvast.actions.notice.rounds import RoundPlan
from houvast.domain.observation import SourceKind
from houvast.domain.street_talk import PartOfDay
from houvast.queries.notice.rounds import round_page
from houvast.web.notice.streets.forms import CountForm, HoldForm, PlanForm, ReturnForm, plan_of

pytestmark = pytest.mark.django_db


def test_a_plan_goes_in_and_comes_out_the_same() -> None:
    walked = a_round(theme=cast.theme(), questions=["Wat speelt er?", "Wat gaat goed?"])
    sent = plan_of(round_page(walked.pk))
    form = PlanForm(sent, language="nl")
    assert form.is_valid(), form.errors
    assert form.arguments() == {
        "plan": RoundPlan(
            area=cast.area().code,
            place=walked.place,
            planned_on=timezone.localdate(),
            part_of_day=PartOfDay.AFTERNOON,
            questions="Wat speelt er?\nWat gaat goed?",
            walkers=(SourceKind.YOUTH_WORK,),
            number_of_walkers=2,
            theme="youth",
        ),
        "not_a_person": False,
    }


def test_what_is_missing_is_said_at_its_field() -> None:
    form = PlanForm({"nothing": ""}, language="nl")
    assert not form.is_valid()
    assert set(form.errors) == {"area", "place", "planned_on", "part_of_day", "walkers", "number_of_walkers"}


def test_a_return_visit_is_asked_at_the_closing_and_not_demanded() -> None:
    assert HoldForm({"conversations_held": "3", "minutes": "60"}).is_valid()
    assert not ReturnForm({"return_promise": "Een antwoord"}).is_valid()


@pytest.mark.parametrize(("step", "is_good"), [("1", True), ("-1", True), ("2", False), ("veel", False), ("", False)])
def test_one_more_or_one_less_and_nothing_else(step: str, is_good: bool) -> None:
    tap = uuid.uuid4()
    form = CountForm({"step": step, "tap": tap.hex})
    assert form.is_valid() is is_good
    if is_good:
        assert form.arguments() == {"step": int(step), "tap": tap.hex}
    assert not CountForm({"step": step, "tap": "een twee"}).is_valid()
