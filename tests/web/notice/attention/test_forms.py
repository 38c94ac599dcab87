# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the forms give the actions what was filled in, and turn back what was never offered?"""

from __future__ import annotations

from datetime import date

import cast
import pytest
from noticed_things import a_trigger

from houvast.actions.notice.decisions import TableDecision
from houvast.actions.notice.terms import Terms
from houvast.domain.attention import Decision, PointState
from houvast.web.notice.attention.forms import DecisionForm, MissedForm, TermsForm

pytestmark = pytest.mark.django_db
GIVEN = {"state": "explained", "decision": "watch", "reason": "Het was kermis."}


def decision(**given: str) -> DecisionForm:
    occasion = a_trigger()
    form = DecisionForm(
        {**GIVEN, "trigger": str(occasion.pk), **given},
        seconds=[("1", "Bram")],
        occasions=[(str(occasion.pk), "Kermis")],
    )
    form.is_valid()
    return form


def test_a_decision_as_the_action_takes_it() -> None:
    form = decision(return_on="2027-01-04")
    made = form.arguments()["made"]
    assert isinstance(made, TableDecision)
    assert (made.state, made.decision, made.return_on) == (PointState.EXPLAINED, Decision.WATCH, date(2027, 1, 4))
    assert made.trigger is not None


@pytest.mark.parametrize(
    ("field", "value"),
    [("state", "new"), ("decision", "arrest"), ("seconded_by", "77"), ("trigger", "77"), ("reason", "")],
)
def test_what_was_not_offered_is_turned_back(field: str, value: str) -> None:
    assert list(decision(**{field: value}).errors) == [field]


def test_a_missed_week_is_its_monday() -> None:
    form = MissedForm({"week": "2026-11-25", "theme": cast.theme().code, "area": "", "note": "Onrust."})
    assert form.is_valid()
    given = form.arguments()
    assert (given["week"], given["theme"], given["area"]) == (date(2026, 11, 23), cast.theme(), None)
    assert list(MissedForm({"week": "nooit", "note": "Onrust."}).errors) == ["week"]


def test_terms_as_the_action_takes_them() -> None:
    given = {"false_points_a_month": "2", "k": "10", "text_weeks": "26", "feedback_days": "14", "offline_days": "7"}
    form = TermsForm(given)
    assert form.is_valid()
    assert form.arguments() == {"terms": Terms(26, 14, 2.0, 7, 10)}
    assert list(TermsForm({**given, "k": "2"}).errors) == ["k"]
