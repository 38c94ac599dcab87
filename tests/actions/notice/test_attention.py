# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the worker find a rise, keep it once, let it grow, leave what was judged, and say when it came back?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from noted_years import LAST, note_quiet_weeks, note_rise, observation, places

from houvast.actions.notice.attention import refresh_attention, refresh_emerging
from houvast.actions.notice.calibration import calibrate_attention
from houvast.actions.notice.decisions import TableDecision, decide
from houvast.domain.attention import Decision, PointKind, PointState
from houvast.domain.observation import Grounds, ObservationKind
from houvast.domain.roles import Role
from houvast.domain.week import WEEK
from houvast.engine.attention.counter_readings import CounterKind
from houvast.queries.notice.kept_points import read_evidence
from houvast.queries.notice.observation_counts import count_observations
from houvast.store.models import AttentionPoint, AttentionSnapshot, Observation, Trigger

pytestmark = pytest.mark.django_db
FRIDAY = LAST + timedelta(days=4)


def look(day: date = FRIDAY) -> None:
    refresh_attention(today=day)


def counts() -> list[AttentionPoint]:
    return list(AttentionPoint.objects.filter(kind=PointKind.COUNTS, theme__code="youth").order_by("id"))


@pytest.fixture
def risen() -> AttentionPoint:
    """Forty quiet weeks, and in the last one nine signals about youth in the first area."""
    note_quiet_weeks()
    calibrate_attention(today=FRIDAY)
    note_rise()
    look()
    (point,) = counts()
    return point


def judge(point: AttentionPoint, state: PointState, **more: object) -> None:
    made = TableDecision(state, Decision.WATCH, "Besproken.", **more)  # type: ignore[arg-type]
    decide(point=point, made=made, by=cast.staff())


def test_a_rise_is_kept_with_its_evidence(risen: AttentionPoint) -> None:
    evidence = read_evidence(risen)
    assert evidence is not None
    assert risen.is_announced
    assert "Havenkwartier" in [area.name for area in risen.areas.all()]
    assert evidence.observed >= 9
    assert evidence.n_reporters >= 5
    assert evidence.series.weeks[-1] == "2026-W48"
    assert risen.mark.startswith("counts:youth:BU00000101")


def test_looking_again_changes_nothing(risen: AttentionPoint) -> None:
    before = list(AttentionPoint.objects.order_by("id").values("id", "mark", "score", "opened_on"))
    look()
    assert list(AttentionPoint.objects.order_by("id").values("id", "mark", "score", "opened_on")) == before


def test_a_point_that_goes_on_keeps_its_row(risen: AttentionPoint) -> None:
    note_rise(week=LAST + WEEK, number=12)
    look(FRIDAY + WEEK)
    (grown,) = counts()
    assert grown.pk == risen.pk
    assert grown.last_week == LAST + WEEK
    assert grown.evidence["point"]["last_week"] == "2026-W49"
    assert grown.score > risen.score
    assert (grown.opened_on, grown.judge_by) == (risen.opened_on, risen.judge_by)


def test_an_announced_point_stays_until_it_is_judged(risen: AttentionPoint) -> None:
    look(FRIDAY + 10 * WEEK)
    assert [point.pk for point in counts()] == [risen.pk]


def test_a_judged_point_stays_as_it_was_judged(risen: AttentionPoint) -> None:
    judge(risen, PointState.UNFOUNDED)
    note_rise(week=LAST + WEEK, number=4)
    look(FRIDAY + WEEK)
    (still,) = counts()
    assert (still.state, still.last_week, still.evidence) == ("unfounded", LAST, risen.evidence)


def test_clearly_more_than_was_judged_comes_back_as_a_new_point(risen: AttentionPoint) -> None:
    judge(risen, PointState.UNFOUNDED)
    note_rise(week=LAST + WEEK, number=40, reporters="abcdefghijklmnopqrst")
    look(FRIDAY + WEEK)
    old, new = counts()
    assert (old.pk, old.state, new.state) == (risen.pk, "unfounded", "new")
    assert new.evidence["returned_from"] == risen.pk


def test_confirmed_weeks_do_not_count_in_what_is_usual(risen: AttentionPoint) -> None:
    judge(risen, PointState.CONFIRMED, seconded_by=cast.staff(Role.PROFESSIONAL))
    counted = count_observations(week=LAST)
    weeks = {counted.week_names()[week] for week, _area, _theme in counted.table.left_out}
    assert "2026-W48" in weeks
    areas = [counted.area_ids.index(area.pk) for area in risen.areas.all()]
    assert {(area, theme) for _week, area, theme in counted.table.left_out} == {
        (area, counted.table.themes.index("youth")) for area in areas
    }


def test_one_eager_reporter_is_said_to_be_one(risen: AttentionPoint) -> None:
    note_rise(theme=1, number=12, reporters=["eager"])
    look()
    for point in AttentionPoint.objects.filter(theme__code="housing"):
        evidence = read_evidence(point)
        assert evidence is not None
        assert not evidence.holds_without_one_reporter
        assert evidence.against[0].kind is CounterKind.ONE_REPORTER
        assert evidence.score < (risen.score or 0.0)


def test_before_the_first_night_nothing_is_announced_and_what_is_short_is_kept() -> None:
    note_rise()
    look()
    assert not counts()
    kept = AttentionSnapshot.objects.get(kind="list").content
    assert kept["threshold"] is None
    assert {one["shortage"] for one in kept["too_little"]} == {"few weeks", "few observations", "not calibrated"}


def test_what_is_coming_comes_and_goes_with_its_days() -> None:
    day = FRIDAY + timedelta(days=10)
    Trigger.objects.create(kind="event", title="Kermis", starts_on=day, ends_on=day)
    look()
    point = AttentionPoint.objects.get()
    assert (point.kind, point.evidence["title"]) == ("trigger", "Kermis")
    look(day + timedelta(days=1))
    assert not AttentionPoint.objects.exists()


def test_reporters_who_wait_and_signals_of_what_may_come() -> None:
    areas, themes = places()
    observation(
        areas[0], themes[0], LAST, "a", wants_feedback=True, feedback_due=LAST - timedelta(days=3),
        grounds=Grounds.POTENTIAL,
    ).save()  # fmt: skip
    look()
    assert sorted(AttentionPoint.objects.values_list("kind", flat=True)) == ["feedback", "potential"]
    assert AttentionPoint.objects.get(kind="feedback").evidence == {
        "of": "observations",
        "number": 1,
        "longest_days": 7,
    }
    Observation.objects.get().replies.create(text="Er is gebeld.", at=LAST)
    look()
    assert list(AttentionPoint.objects.values_list("kind", flat=True)) == ["potential"]


def test_what_connects_and_is_noted_no_more_is_on_the_list() -> None:
    areas, themes = places()
    past = [LAST - at * WEEK for at in range(10, 40) for _ in range(2)]
    Observation.objects.bulk_create(
        observation(areas[2], themes[0], week, "a", kind=ObservationKind.RESILIENCE) for week in past
    )
    look()
    found = AttentionPoint.objects.get(kind=PointKind.RESILIENCE_FADES)
    assert [area.name for area in found.areas.all()] == ["Molenwijk"]
    assert found.evidence["observed"] == 0


def test_an_area_that_fell_silent_is_on_the_list() -> None:
    note_quiet_weeks(a_week=1.5)
    Observation.objects.filter(area__name="Kerkbuurt", week__gt=LAST - 6 * WEEK).delete()
    look()
    found = AttentionPoint.objects.get(kind=PointKind.SILENCE)
    assert [area.name for area in found.areas.all()] == ["Kerkbuurt"]
    assert found.evidence["weeks"] == 6


def test_new_words_are_found_in_the_texts() -> None:
    areas, themes = places()
    old = [
        observation(areas[w % 6], themes[0], LAST - w * WEEK, f"{w}{n}", seen="Er is lawaai bij het plein.")
        for w in range(3, 30)
        for n in range(3)
    ]
    new = [
        observation(areas[n % 6], themes[0], LAST - (n % 3) * WEEK, f"n{n}", seen="Er is zwaar vuurwerk gehoord.")
        for n in range(12)
    ]
    Observation.objects.bulk_create([*old, *new])
    refresh_emerging(today=FRIDAY)
    refresh_emerging(today=FRIDAY)
    found = AttentionPoint.objects.filter(kind=PointKind.EMERGING)
    assert any("vuurwerk" in point.evidence["words"] for point in found)
    look()
    assert found.exists()
