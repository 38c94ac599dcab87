# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Areas come in whole or not at all, keep what hangs on them through the years, and ours change by hand."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import cast
import pytest
from area_files import EXAMPLES, MadeArea, csv_text, noorderhaaks
from django.utils import timezone

from houvast.actions.notice.areas import (
    AreaChange,
    AreaImport,
    add_own_area,
    change_own_area,
    end_own_area,
    import_areas,
    resume_own_area,
)
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.area import AreaKind
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Capability, Role, may
from houvast.exchange.area_record import AreaFileRejected
from houvast.store.models import Area, AuditRecord

pytestmark = pytest.mark.django_db


def bring_in(content: str | bytes, **more: Any) -> AreaImport:
    given = content.encode() if isinstance(content, str) else content
    return import_areas(**{"name": "a.csv", "content": io.BytesIO(given), "by": cast.staff(), **more})


def example(name: str = "noorderhaaks.gpkg") -> AreaImport:
    return bring_in((EXAMPLES / name).read_bytes(), name=name)


def rows() -> list[dict[str, Any]]:
    return list(Area.objects.order_by("pk").values())


def without(*codes: str) -> list[MadeArea]:
    return [area for area in noorderhaaks() if area.code not in codes]


def test_the_example_comes_in_with_all_it_tells() -> None:
    done = example()
    assert (done.municipality, done.year, len(done.new), done.changed, done.ended, done.same) == (
        "GM0000", 2026, 17, (), (), 0,
    )  # fmt: skip
    haven = Area.objects.get(code="BU00000101")
    assert (haven.name, haven.kind, haven.year, haven.inhabitants) == ("Havenbuurt", "neighbourhood", 2026, 1840)
    assert haven.parent is not None
    assert haven.parent.parent is not None
    assert (haven.parent.code, haven.parent.parent.code) == ("WK000001", "GM0000")
    assert haven.neighbours == ["BU00000102", "BU00000201"]
    assert haven.outline["type"] == "MultiPolygon"
    assert (haven.centre_x, haven.centre_y) == pytest.approx((4.651, 52.948), abs=1e-3)
    audit = AuditRecord.objects.get(action="area.import")
    assert (audit.subject_id, audit.details["new"], audit.actor) == (
        str(Area.objects.get(code="GM0000").pk), 17, cast.staff(),
    )  # fmt: skip


def test_the_same_file_again_changes_nothing() -> None:
    example()
    before = rows()
    done = example()
    assert (done.new, done.changed, done.ended, done.same) == ((), (), (), 17)
    assert rows() == before


def test_a_newer_year_renames_adds_and_ends_and_keeps_the_rows() -> None:
    """Signals hang on rows, so a row is the same one before and after."""
    example()
    haven, last = Area.objects.get(code="BU00000101"), Area.objects.get(code="BU00000403")
    newer = [replace(a, name="Oude Haven") if a.code == "BU00000101" else a for a in without("BU00000403")]
    newer.append(MadeArea("BU00000404", "De Ree", 30, []))
    done = bring_in(csv_text(newer, year=2027))
    assert done.new == (AreaChange("BU00000404", "De Ree"),)
    assert done.changed == (AreaChange("BU00000101", "Oude Haven", was="Havenbuurt"),)
    assert done.ended == (AreaChange("BU00000403", "Bedrijventerrein De Ree"),)
    assert done.same == 15
    now = Area.objects.get(pk=haven.pk)
    assert (now.name, now.year, now.outline, now.neighbours) == ("Oude Haven", 2027, haven.outline, haven.neighbours)
    last.refresh_from_db()
    assert (last.ended_at, last.name) == (timezone.localdate(), "Bedrijventerrein De Ree")


def test_what_comes_back_lives_again() -> None:
    example()
    bring_in(csv_text(without("BU00000403")))
    assert [one.code for one in bring_in(csv_text(noorderhaaks())).changed] == ["BU00000403"]
    assert not Area.objects.exclude(ended_at=None).exists()


def test_a_file_of_one_kind_ends_nothing_of_another() -> None:
    example()
    districts = [a for a in noorderhaaks() if a.code.startswith("WK")]
    assert bring_in(csv_text(districts)).ended == ()


def test_another_municipality_and_ones_own_areas_stay_as_they_are() -> None:
    example()
    example("eigen-gebieden.csv")
    own = add_own_area(name="Het plein", by=cast.staff())
    bring_in("code;naam;jaar\nGM0001;Elders;2020\n")
    bring_in(csv_text(noorderhaaks(), year=2028))
    assert not Area.objects.exclude(ended_at=None).exists()
    assert set(Area.objects.filter(kind=AreaKind.OWN).values_list("code", flat=True)) == {
        "E-MARKT", "E-STRAND", own.code,
    }  # fmt: skip


def test_ones_own_areas_from_a_file_stay_in_the_whole_that_was_chosen() -> None:
    example()
    example("eigen-gebieden.csv")
    market = Area.objects.get(code="E-MARKT")
    change_own_area(area=market, name="Markt", parent="WK000001", by=cast.staff())
    assert [one.was for one in example("eigen-gebieden.csv").changed] == ["Markt"]
    market.refresh_from_db()
    assert market.parent is not None
    assert (market.name, market.parent.code) == ("Markt en winkels", "WK000001")


def test_an_older_year_is_refused() -> None:
    example()
    before = rows()
    with pytest.raises(FieldRejected, match="of 2025, and the areas here are of 2026"):
        bring_in(csv_text(noorderhaaks(), year=2025))
    assert rows() == before


def test_many_at_once_end_only_when_that_is_confirmed() -> None:
    example()
    before, few = rows(), csv_text(noorderhaaks()[:9])
    with pytest.raises(FieldRejected, match="8 of the 12 areas would end") as refused:
        bring_in(few)
    assert refused.value.field == "may_end_many"
    assert rows() == before
    assert len(bring_in(few, may_end_many=True).ended) == 8


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("code;naam;straat\nGM0000;x;y\n", "addresses"),
        ("<html>", "web page"),
        (b"SQLite format 3\0" + b"\0" * 100, "cut off|cannot be read"),
        ("code;naam\nGM0000;Goed\nBU00000101;bel 06-12345678\n", "BU00000101 leads to a person or an address"),
        ("code;naam\nGM0000;Goed\nE-1;Jan Pietersen\n", "E-1 leads to a person"),
    ],
)
def test_nothing_is_half_written(content: str | bytes, message: str) -> None:
    example("noorderhaaks.csv")
    before = rows()
    with pytest.raises(FieldRejected, match=message) as refused:
        bring_in(content)
    assert refused.value.field == "file"
    assert rows() == before
    assert AuditRecord.objects.filter(action="area.import").count() == 1


def test_names_of_the_register_may_sound_like_somebodys() -> None:
    assert len(bring_in("code;naam\nGM0000;x\nWK000001;Centrum Haven Noord\nWK000002;Helpman e.o.\n").new) == 3


def test_a_file_that_breaks_while_it_is_written_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise AreaFileRejected("broken")

    monkeypatch.setattr("houvast.actions.notice.areas.record", fail)
    with pytest.raises(AreaFileRejected):
        example()
    assert rows() == []


@pytest.mark.parametrize("role", list(Role))
def test_who_may_change_areas(role: Role) -> None:
    own = add_own_area(name="Het plein", by=None)
    member, allowed = cast.staff(role), may(role, Capability.MANAGE_AREAS)
    for act in (
        lambda: bring_in("code;naam\nGM0000;x\n", by=member),
        lambda: add_own_area(name="De markt", by=member),
        lambda: change_own_area(area=own, name="Ons plein", by=member),
        lambda: end_own_area(area=own, by=member),
        lambda: resume_own_area(area=own, by=member),
    ):
        before = rows()
        if allowed:
            act()
        else:
            with pytest.raises(PermissionRefused):
                act()
        assert (rows() != before) == allowed


def test_codes_of_ones_own_areas_are_counted_and_never_taken_twice() -> None:
    assert [add_own_area(name=f"Plein {n}", by=None).code for n in "ab"] == ["E-001", "E-002"]
    bring_in("code;naam\nE-004;Uit een bestand\n")
    assert [add_own_area(name=f"Plein {n}", by=None).code for n in "cd"] == ["E-003", "E-005"]


def test_an_area_of_ones_own_lies_in_a_district_or_in_none() -> None:
    example()
    made = add_own_area(name="Winkelstraat", parent="WK000001", by=None)
    assert made.parent == Area.objects.get(code="WK000001")
    change_own_area(area=made, name="Winkelstraat", by=None)
    made.refresh_from_db()
    assert made.parent is None
    for wrong in ("BU00000101", made.code, "WK999999"):
        with pytest.raises(FieldRejected, match="Choose a district"):
            change_own_area(area=made, name="Winkelstraat", parent=wrong, by=None)


@pytest.mark.parametrize("name", ["Havenbuurt", "HAVENBUURT", "  Het   Plein "])
def test_two_living_areas_never_have_one_name(name: str) -> None:
    example()
    add_own_area(name="Het Plein", by=None)
    with pytest.raises(FieldRejected, match="with this name already"):
        add_own_area(name=name, by=None)


def test_names_go_through_the_gate() -> None:
    with pytest.raises(PersonDataRejected) as refused:
        add_own_area(name="Bij Jan Pietersen", by=None)
    assert refused.value.can_confirm
    assert add_own_area(name="Bij Jan Pietersen", not_a_person=True, by=None).name == "Bij Jan Pietersen"
    with pytest.raises(PersonDataRejected):
        add_own_area(name="Kerkstraat 12", not_a_person=True, by=None)
    with pytest.raises(FieldRejected, match="Write something"):
        add_own_area(name=" ", by=None)


def test_ending_and_using_again() -> None:
    own = add_own_area(name="Het plein", by=None)
    end_own_area(area=own, by=None)
    own.refresh_from_db()
    assert own.ended_at == timezone.localdate()
    end_own_area(area=own, by=None)
    again = add_own_area(name="Het plein", by=None)
    with pytest.raises(FieldRejected, match="with this name already"):
        resume_own_area(area=own, by=None)
    end_own_area(area=again, by=None)
    resume_own_area(area=own, by=None)
    own.refresh_from_db()
    assert own.ended_at is None
    told = list(AuditRecord.objects.order_by("id").values_list("action", flat=True))
    assert told == ["area.add", "area.end", "area.add", "area.end", "area.resume"]


def test_areas_of_the_cbs_do_not_change_by_hand() -> None:
    example()
    haven = Area.objects.get(code="BU00000101")
    with pytest.raises(StateRefused, match="comes from the CBS"):
        change_own_area(area=haven, name="x", by=None)
    with pytest.raises(StateRefused):
        end_own_area(area=haven, by=None)
    with pytest.raises(StateRefused):
        resume_own_area(area=haven, by=None)
