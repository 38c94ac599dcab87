# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a file of signals come in once, through the gate, all or none, without leaving refused words anywhere?"""

from __future__ import annotations

import logging
from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from houvast.actions.notice.observation_import import (
    ASKED_MOST,
    MOST_BYTES,
    ImportOutcome,
    import_observations,
    save_mapping,
)
from houvast.actions.notice.reporter import UNKNOWN_REPORTER
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected, PermissionRefused
from houvast.domain.observation import ObservationKind, Origin, SourceKind
from houvast.domain.roles import Role
from houvast.domain.week import monday_of
from houvast.store.models import AuditRecord, ImportMapping, Observation

pytestmark = pytest.mark.django_db
HEADER = "Datum;Signaal;Wijk;Thema;Melder;Soort\n"
COLUMNS = {
    "week": "Datum",
    "seen": "Signaal",
    "area": "Wijk",
    "theme": "Thema",
    "reporter": "Melder",
    "kind": "Soort",
}
GOOD = "2026-02-13;Er wordt gescholden op het plein;Havenkwartier;Jongeren;m1;tension\n"
OTHER = "2026-02-20;Buren koken samen;BU00000101;youth;m2;resilience\n"
NAMED = "2026-02-20;Bel Fatima el Idrissi op 06-12345678;Havenkwartier;Jongeren;m2;tension\n"


def mapping(**changes: object) -> ImportMapping:
    cast.area()
    cast.theme()
    values = {"name": "Meldsysteem", "columns": COLUMNS, "values": {}, "source_kind": SourceKind.YOUTH_WORK}
    return save_mapping(**{**values, **changes}, by=cast.staff())  # type: ignore[arg-type]


def bring_in(text: str, *, by: ImportMapping | None = None, leave_out: bool = False) -> ImportOutcome:
    return import_observations(
        content=(HEADER + text).encode(),
        name="meldingen.csv",
        mapping=by or mapping(),
        leave_out_refused=leave_out,
        by=cast.staff(),
    )


def test_rows_become_signals_with_their_codes() -> None:
    outcome = bring_in(GOOD + OTHER)
    assert (outcome.stored, outcome.known_already, outcome.refused) == (2, 0, ())
    first, second = Observation.objects.order_by("week")
    assert (first.area, first.theme, first.kind) == (cast.area(), cast.theme(), ObservationKind.TENSION)
    assert (second.area, second.theme, second.kind) == (cast.area(), cast.theme(), ObservationKind.RESILIENCE)
    assert {first.origin, second.origin} == {Origin.IMPORTED}
    assert {first.entered_week, second.entered_week} == {monday_of(timezone.localdate())}
    assert first.week.weekday() == second.week.weekday() == 0
    assert first.source_kind == SourceKind.YOUTH_WORK


def test_the_same_file_again_adds_nothing_and_a_row_twice_counts_twice() -> None:
    one = mapping()
    assert bring_in(GOOD + GOOD, by=one).stored == 2
    again = bring_in(GOOD + GOOD + OTHER, by=one)
    assert (again.stored, again.known_already) == (1, 2)
    assert Observation.objects.count() == 3


def test_reporters_are_told_apart_and_their_codes_are_not_kept() -> None:
    bring_in(GOOD + OTHER + GOOD.replace("Er wordt", "Weer wordt er"))
    keys = list(Observation.objects.order_by("id").values_list("reporter_key", flat=True))
    assert keys[0] == keys[2] != keys[1]
    assert not any("m1" in key for key in keys)


def test_without_a_column_of_reporters_nobody_can_tell_who_reported() -> None:
    columns = {ours: theirs for ours, theirs in COLUMNS.items() if ours != "reporter"}
    bring_in(GOOD + OTHER, by=mapping(columns=columns))
    assert set(Observation.objects.values_list("reporter_key", flat=True)) == {UNKNOWN_REPORTER}


def test_nothing_comes_in_while_a_row_is_refused() -> None:
    outcome = bring_in(GOOD + NAMED)
    assert not outcome.is_in
    assert [(row.line, row.reason) for row in outcome.refused] == [(3, "person-data")]
    assert not Observation.objects.exists()


def test_the_rest_comes_in_where_the_colleague_says_so() -> None:
    outcome = bring_in(GOOD + NAMED, leave_out=True)
    assert (outcome.stored, [row.line for row in outcome.refused]) == (1, [3])
    assert Observation.objects.get().seen == "Er wordt gescholden op het plein"


def test_refused_words_are_in_no_row_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    bring_in(GOOD + NAMED, leave_out=True)
    kept = " ".join(str(row) for model in (Observation, AuditRecord, ImportMapping) for row in model.objects.values())
    for word in ("Fatima", "Idrissi", "12345678"):
        assert word not in kept
        assert word not in caplog.text


WORRY = "2026-02-20;mijn buurman slaat zijn vrouw;Havenkwartier;Jongeren;m2;tension\n"
SPECIAL = "2026-02-20;de marokkaanse vader wilde niet mee;Havenkwartier;Jongeren;m2;tension\n"


@pytest.mark.parametrize(
    ("row", "reason", "about"), [(WORRY, "right-door", "buurman"), (SPECIAL, "special-category", "marokkaanse")]
)
def test_what_belongs_elsewhere_is_refused_by_its_line_and_the_rest_comes_in(row: str, reason: str, about: str) -> None:
    outcome = bring_in(GOOD + row, leave_out=True)
    assert [(one.line, one.reason) for one in outcome.refused] == [(3, reason)]
    assert about in outcome.refused[0].about
    assert outcome.stored == 1


def test_a_text_that_is_too_long_is_refused_and_never_cut() -> None:
    outcome = bring_in(GOOD.replace("plein", "plein " * 400))
    assert [row.line for row in outcome.refused] == [2]
    assert not Observation.objects.exists()


@pytest.mark.parametrize("value", ["bel 06-12345678", "x" * 121])
def test_a_value_that_leads_to_a_person_or_is_a_text_is_not_asked_about(value: str) -> None:
    outcome = bring_in(GOOD.replace("Havenkwartier", value))
    assert outcome.unknown == {}
    assert [row.line for row in outcome.refused] == [2]


def test_so_many_values_are_asked_about_as_fit_on_a_screen() -> None:
    outcome = bring_in("".join(GOOD.replace("Jongeren", f"thema{n}") for n in range(ASKED_MOST + 20)))
    assert len(outcome.unknown["theme"]) == ASKED_MOST


CERTAIN, POSSIBLE = "bel 06-12345678", "Fatima el Idrissi"


@pytest.mark.parametrize("words", [CERTAIN, POSSIBLE])
@pytest.mark.parametrize("place", ["name", "column", "value"])
def test_words_of_a_file_that_lead_to_a_person_are_not_remembered(words: str, place: str) -> None:
    changes: dict[str, object] = {
        "name": {"name": words},
        "column": {"columns": {**COLUMNS, "theme": words}},
        "value": {"values": {"theme": {words: "youth"}}},
    }[place]  # type: ignore[assignment]
    with pytest.raises(PersonDataRejected) as refused:
        mapping(**changes)
    assert refused.value.can_confirm == (words == POSSIBLE)
    assert not ImportMapping.objects.exists()


def test_a_name_that_is_nobodys_is_confirmed_once() -> None:
    values = {"theme": {POSSIBLE: "youth"}}
    mapping(values=values, not_a_person=True)
    assert mapping(values={**values, "kind": {"melding": "tension"}}).values["theme"] == {POSSIBLE: "youth"}


def test_a_table_of_very_many_columns_is_refused_at_once() -> None:
    with pytest.raises(FieldRejected, match="columns"):
        import_observations(
            content=";".join(f"k{n}" for n in range(20_000)).encode() + b"\nx\n",
            name="breed.csv", mapping=mapping(), leave_out_refused=False, by=cast.staff(),
        )  # fmt: skip


def test_a_value_that_is_not_known_is_asked_and_then_remembered() -> None:
    strange = GOOD.replace("Jongeren", "Hangjeugd").replace("tension", "melding")
    first = bring_in(strange)
    assert first.unknown == {"kind": ("melding",), "theme": ("Hangjeugd",)}
    assert not Observation.objects.exists()
    known = mapping(values={"theme": {"Hangjeugd": "youth"}, "kind": {"melding": "tension"}})
    assert bring_in(strange, by=known).stored == 1
    assert Observation.objects.get().theme == cast.theme()


def test_a_value_may_be_left_open() -> None:
    bring_in(GOOD.replace("Jongeren", "Overig"), by=mapping(values={"theme": {"Overig": "-"}}))
    assert Observation.objects.get().theme is None


@pytest.mark.parametrize("ahead", [timedelta(days=8), timedelta(days=-365 * 30)])
def test_weeks_to_come_and_of_long_ago_are_refused(ahead: timedelta) -> None:
    day = timezone.localdate() + ahead
    outcome = bring_in(GOOD.replace("2026-02-13", day.isoformat()))
    assert [row.reason for row in outcome.refused] == ["value"]


def test_a_row_without_words_is_refused() -> None:
    assert [row.reason for row in bring_in(GOOD.replace("Er wordt gescholden op het plein", " ")).refused] == ["empty"]


def test_the_log_knows_a_role_a_week_and_a_number() -> None:
    bring_in(GOOD + OTHER)
    row = AuditRecord.objects.get(action="observation.import")
    assert (row.actor, row.actor_role, row.details) == (None, "adviser", {"number": 2})


def test_a_file_too_big_to_stay_in_memory_is_refused() -> None:
    with pytest.raises(FieldRejected, match="Split it"):
        bring_in("x" * MOST_BYTES)


@pytest.mark.parametrize("role", [Role.READER, Role.PROFESSIONAL, Role.COMMUNICATION, Role.MANAGER])
def test_files_are_not_everybodys(role: Role) -> None:
    with pytest.raises(PermissionRefused):
        save_mapping(name="x", columns=COLUMNS, values={}, source_kind=SourceKind.POLICE, by=cast.staff(role))
    with pytest.raises(PermissionRefused):
        import_observations(content=b"", name="x", mapping=mapping(), leave_out_refused=False, by=cast.staff(role))


@pytest.mark.parametrize(("field", "changes"), [("name", {"name": " "}), ("source_kind", {"source_kind": "spy"})])
def test_a_mapping_needs_a_name_and_a_source(field: str, changes: dict[str, object]) -> None:
    with pytest.raises(FieldRejected) as refused:
        mapping(**changes)
    assert refused.value.field == field


class AnyFile(TestCase):
    """Whatever comes in, it is read, or refused with nothing stored."""

    @settings(max_examples=60)
    @given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=40), min_size=1, max_size=6))
    def test_any_cells(self, cells: list[str]) -> None:
        row = ";".join(cells)
        try:
            outcome = bring_in(f"2026-02-13;{row}\n")
        except FieldRejected:
            outcome = ImportOutcome()
        assert Observation.objects.count() == outcome.stored
        Observation.objects.all().delete()
