# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff see of areas: districts with their parts, one's own, the ended ones, and the last file."""

from __future__ import annotations

import pytest
from area_files import EXAMPLES, csv_text, noorderhaaks
from django.core.files.base import ContentFile

from houvast.actions.notice.areas import add_own_area, end_own_area, import_areas
from houvast.domain.area import AreaKind
from houvast.domain.errors import NotFound
from houvast.queries.notice.areas import areas_page, describe_own_area, find_own_area, list_areas, wholes
from houvast.store.models import Area

pytestmark = pytest.mark.django_db


def bring_in(content: bytes) -> None:
    import_areas(name="a", content=ContentFile(content), by=None)


def test_nothing_yet() -> None:
    page = areas_page()
    assert (page.municipalities, page.blocks, page.own, page.ended, page.last) == ((), (), (), (), None)
    assert wholes() == ()


def test_districts_with_their_neighbourhoods() -> None:
    bring_in((EXAMPLES / "noorderhaaks.gpkg").read_bytes())
    page = areas_page()
    assert [one.name for one in page.municipalities] == ["Noorderhaaks"]
    assert [(block.whole.name, len(block.parts)) for block in page.blocks] == [
        ("Centrum", 3), ("Noord", 3), ("Zuid", 3), ("Buitengebied", 3),
    ]  # fmt: skip
    haven = page.blocks[0].parts[0]
    assert (haven.name, haven.inhabitants, haven.year, haven.parent_name) == ("Havenbuurt", 1840, 2026, "Centrum")
    assert haven.neighbours == ("Kerkplein en omgeving", "Duinbuurt")
    assert haven.has_outline
    assert page.last is not None
    assert (page.last.year, page.last.new, page.last.changed, page.last.ended, page.last.same) == (2026, 17, 0, 0, 0)
    assert wholes()[:2] == (("GM0000", "Noorderhaaks"), ("WK000001", "Centrum"))


def test_without_districts_the_municipality_holds_the_neighbourhoods() -> None:
    bring_in(csv_text([a for a in noorderhaaks() if a.code[:2] != "WK"]).encode())
    (block,) = areas_page().blocks
    assert (block.whole.name, len(block.parts), block.parts[0].has_outline) == ("Noorderhaaks", 12, False)


def test_neighbourhoods_without_any_whole_are_still_there() -> None:
    bring_in(b"code;naam\nBU00000101;Havenbuurt\n")
    assert [line.name for line in areas_page().loose] == ["Havenbuurt"]


def test_own_and_ended_areas() -> None:
    bring_in((EXAMPLES / "noorderhaaks.csv").read_bytes())
    bring_in(csv_text(noorderhaaks()[:-1]).encode())
    kept, gone = (add_own_area(name=name, by=None) for name in ("Het plein", "De markt"))
    end_own_area(area=gone, by=None)
    page = areas_page()
    assert [line.code for line in page.own] == [kept.code]
    assert [line.code for line in page.ended] == ["BU00000403", gone.code]
    assert [len(block.parts) for block in page.blocks] == [3, 3, 3, 2]
    assert len(list_areas()) == 19


def test_finding_one_of_ones_own() -> None:
    bring_in((EXAMPLES / "noorderhaaks.csv").read_bytes())
    own = add_own_area(name="Het plein", parent="WK000002", by=None)
    told = describe_own_area(find_own_area(own.pk))
    assert (told.name, told.kind, told.parent, told.parent_name) == ("Het plein", AreaKind.OWN, "WK000002", "Noord")
    for wrong in (Area.objects.get(code="GM0000").pk, 10**30, 0):
        with pytest.raises(NotFound):
            find_own_area(wrong)


def test_the_number_of_questions_does_not_grow_with_the_areas(django_assert_num_queries: object) -> None:
    bring_in((EXAMPLES / "noorderhaaks.gpkg").read_bytes())
    assert callable(django_assert_num_queries)
    with django_assert_num_queries(3):
        areas_page()
