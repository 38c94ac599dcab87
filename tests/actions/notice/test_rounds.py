# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a round planned, counted, closed and followed up, by whom it should, and does nobody's name stay with it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import cast
import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from noticed_things import a_round
from threads import at_once

from houvast.actions.notice.rounds import (
    RoundPlan,
    cancel_round,
    change_round,
    count_conversation,
    hold_round,
    plan_again,
    plan_round,
    promise_return,
    tick_return,
)
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected, HouvastError, NotFound, PermissionRefused, StateRefused
from houvast.domain.observation import SourceKind
from houvast.domain.roles import Role
from houvast.domain.street_talk import PartOfDay, RoundState
from houvast.store.models import AuditRecord, Round

pytestmark = pytest.mark.django_db


def plan(**fields: object) -> RoundPlan:
    values: dict[str, object] = {
        "area": cast.area().code,
        "place": "Het plein voor de bieb",
        "planned_on": timezone.localdate(),
        "part_of_day": PartOfDay.AFTERNOON,
        "questions": "Wat gaat hier goed?\n\nWat moeten wij weten?",
        "walkers": (SourceKind.YOUTH_WORK, SourceKind.MUNICIPALITY, SourceKind.YOUTH_WORK),
        "number_of_walkers": 2,
        "theme": cast.theme().code,
    }
    return RoundPlan(**{**values, **fields})  # type: ignore[arg-type]


def test_a_plan_is_kept() -> None:
    made = plan_round(plan=plan(), by=cast.staff(Role.PROFESSIONAL))
    found = Round.objects.select_related("area", "theme").get(pk=made.pk)
    assert (found.area, found.theme, found.state) == (cast.area(), cast.theme(), RoundState.PLANNED)
    assert found.questions == ["Wat gaat hier goed?", "Wat moeten wij weten?"]
    assert found.walkers == ["youth work", "municipality"]
    assert found.conversations_held is None


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("area", {"area": ""}),
        ("area", {"area": "BU99999999"}),
        ("theme", {"theme": "nothing"}),
        ("place", {"place": " "}),
        ("place", {"place": "Bij Jan de Vries, 06-12345678"}),
        ("questions", {"questions": "Bel mij op 06-12345678?"}),
        ("questions", {"questions": "Wat speelt hier?\n" * 13}),
        ("walkers", {"walkers": ()}),
        ("number_of_walkers", {"number_of_walkers": 0}),
        ("planned_on", {"planned_on": timezone.localdate() + timedelta(days=800)}),
    ],
)
def test_what_cannot_be_planned(field: str, fields: dict[str, object]) -> None:
    with pytest.raises(FieldRejected) as refused:
        plan_round(plan=plan(**fields), by=cast.staff())
    assert refused.value.field == field
    assert not Round.objects.exists()
    assert not AuditRecord.objects.exists()


def test_the_name_of_the_area_is_nobodys() -> None:
    area = cast.area("BU00000102", "Willem de Zwijgerbuurt")
    made = plan_round(plan=plan(area=area.code, place="Het plein van de Willem de Zwijgerbuurt"), by=cast.staff())
    assert made.place.endswith("Zwijgerbuurt")


@pytest.mark.parametrize("role", [Role.READER, Role.MANAGER])
def test_who_does_not_walk_does_nothing(role: Role) -> None:
    walked, by, today = a_round(), cast.staff(role), timezone.localdate()
    acts = [
        lambda: plan_round(plan=plan(), by=by),
        lambda: change_round(number=walked.pk, plan=plan(), by=by),
        lambda: count_conversation(number=walked.pk, step=1, tap="a", by=by),
        lambda: hold_round(number=walked.pk, conversations_held=1, minutes=10, by=by),
        lambda: cancel_round(number=walked.pk, reason="Regen", by=by),
        lambda: plan_again(number=walked.pk, by=by),
        lambda: promise_return(number=walked.pk, return_on=today, return_promise="", by=by),
        lambda: tick_return(number=walked.pk, by=by),
    ]
    for act in acts:
        with pytest.raises(PermissionRefused):
            act()
    assert Round.objects.values().get(pk=walked.pk)["state"] == RoundState.PLANNED


def test_a_plan_is_changed_until_the_round_is_held() -> None:
    walked = a_round()
    change_round(number=walked.pk, plan=plan(place="De markt"), by=cast.staff())
    walked.refresh_from_db()
    assert walked.place == "De markt"
    hold_round(number=walked.pk, conversations_held=0, minutes=30, by=cast.staff())
    with pytest.raises(StateRefused):
        change_round(number=walked.pk, plan=plan(place="De haven"), by=cast.staff())


def test_a_double_tap_counts_once_and_two_walkers_count_twice() -> None:
    walked, by = a_round(), cast.staff(Role.PROFESSIONAL)
    assert count_conversation(number=walked.pk, step=1, tap="a" * 32, by=by) == 1
    assert count_conversation(number=walked.pk, step=1, tap="a" * 32, by=by) == 1
    assert count_conversation(number=walked.pk, step=1, tap="b" * 32, by=by) == 2
    assert count_conversation(number=walked.pk, step=-1, tap="c" * 32, by=by) == 1
    assert count_conversation(number=walked.pk, step=7, tap="d" * 32, by=by) == 1


@pytest.mark.django_db(transaction=True)
def test_walkers_who_tap_at_once_all_count_and_their_double_taps_do_not() -> None:
    walked, by = a_round(), cast.staff(Role.PROFESSIONAL)
    taps = [f"walker {number}" for number in range(4)] * 2
    trouble = at_once([partial(count_conversation, number=walked.pk, step=1, tap=tap, by=by) for tap in taps])
    walked.refresh_from_db()
    assert (trouble, walked.conversations_held) == ([], 4)


class TestTaps(TestCase):
    """Any taps, each sent any number of times at once."""

    @given(st.lists(st.tuples(st.sampled_from([1, -1]), st.integers(1, 3)), max_size=60))
    def test_taps_add_up_never_below_none(self, taps: list[tuple[int, int]]) -> None:
        walked, by, expected = a_round(), cast.staff(Role.PROFESSIONAL), 0
        for at, (step, times) in enumerate(taps):
            expected = max(0, expected + step)
            for _again in range(times):
                count_conversation(number=walked.pk, step=step, tap=f"tap {at}", by=by)
        walked.refresh_from_db()
        assert (walked.conversations_held or 0) == expected
        assert len(walked.recent_taps) <= 30


def test_closing_keeps_what_was_done_and_not_who() -> None:
    walked, by = a_round(), cast.staff(Role.PROFESSIONAL)
    day = timezone.localdate() + timedelta(days=14)
    hold_round(
        number=walked.pk, conversations_held=14, minutes=90, remark="Veel regen.", return_on=day,
        return_promise="Wij vragen na wanneer het licht brandt.", by=by,
    )  # fmt: skip
    walked.refresh_from_db()
    assert (walked.state, walked.conversations_held, walked.minutes) == (RoundState.HELD, 14, 90)
    assert (walked.return_on, walked.returned_on, walked.recent_taps) == (day, None, [])
    row = AuditRecord.objects.get(action="round.hold")
    assert (row.actor, row.actor_role) == (None, Role.PROFESSIONAL)
    assert timezone.localtime(row.at).weekday() == 0
    with pytest.raises(StateRefused):
        hold_round(number=walked.pk, conversations_held=1, minutes=1, by=by)


def test_a_round_to_come_is_not_closed() -> None:
    coming = a_round(planned_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(StateRefused):
        hold_round(number=coming.pk, conversations_held=1, minutes=1, by=cast.staff())


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("conversations_held", {"conversations_held": -1}),
        ("minutes", {"minutes": 2000}),
        ("remark", {"remark": "Spreek Fatima El Amrani aan, 06-12345678."}),
        ("return_on", {"return_promise": "Wij komen terug."}),
        ("return_on", {"return_on": timezone.localdate() - timedelta(days=3)}),
        ("return_promise", {"return_on": timezone.localdate(), "return_promise": "Mail naar piet@voorbeeld.nl"}),
    ],
)
def test_what_cannot_be_closed_changes_nothing(field: str, fields: dict[str, object]) -> None:
    walked = a_round()
    before = Round.objects.values().get(pk=walked.pk)
    with pytest.raises(FieldRejected) as refused:
        hold_round(**{"number": walked.pk, "conversations_held": 3, "minutes": 60, "by": cast.staff(), **fields})  # type: ignore[arg-type]
    assert refused.value.field == field
    assert Round.objects.values().get(pk=walked.pk) == before


def test_a_possible_name_is_confirmed_by_the_writer() -> None:
    walked = a_round()
    with pytest.raises(PersonDataRejected) as refused:
        cancel_round(number=walked.pk, reason="Storm Pieter de Groot trok over.", by=cast.staff())
    assert refused.value.can_confirm
    cancel_round(
        number=walked.pk,
        reason="Storm Pieter de Groot trok over.",
        confirmed=frozenset({"not_a_person"}),
        by=cast.staff(),
    )
    walked.refresh_from_db()
    assert walked.state == RoundState.CANCELLED


def test_a_cancelled_round_comes_back() -> None:
    walked = a_round()
    with pytest.raises(FieldRejected):
        cancel_round(number=walked.pk, reason=" ", by=cast.staff())
    cancel_round(number=walked.pk, reason="Ziek.", by=cast.staff())
    plan_again(number=walked.pk, by=cast.staff())
    walked.refresh_from_db()
    assert (walked.state, walked.remark) == (RoundState.PLANNED, "")


def test_a_return_visit_is_promised_moved_and_ticked_once() -> None:
    today = timezone.localdate()
    walked = a_round(state=RoundState.HELD, planned_on=today - timedelta(days=5))
    with pytest.raises(StateRefused):
        tick_return(number=walked.pk, by=cast.staff())
    for days in (2, 4):
        promise_return(number=walked.pk, return_on=today + timedelta(days), return_promise="Antwoord", by=cast.staff())
    tick_return(number=walked.pk, by=cast.staff())
    tick_return(number=walked.pk, by=cast.staff())
    walked.refresh_from_db()
    assert (walked.return_on, walked.returned_on) == (today + timedelta(days=4), today)
    assert AuditRecord.objects.filter(action="round.return").count() == 1
    with pytest.raises(StateRefused):
        promise_return(number=walked.pk, return_on=today, return_promise="", by=cast.staff())


def test_no_such_round() -> None:
    for act in (plan_again, tick_return):
        with pytest.raises(NotFound):
            act(number=10**30, by=cast.staff())


class TestFuzz(TestCase):
    """Whatever is filled in: kept as a plan, or a clear error and nothing kept."""

    @given(place=st.text(max_size=150), questions=st.text(max_size=300), number=st.integers(-5, 99))
    def test_nothing_half_written(self, place: str, questions: str, number: int) -> None:
        try:
            made = plan_round(
                plan=replace(plan(), place=place, questions=questions, number_of_walkers=number), by=cast.staff()
            )
        except HouvastError:
            assert not Round.objects.exists()
        else:
            assert 0 < len(made.place) <= 120
            assert all(0 < len(one) <= 200 for one in made.questions)
