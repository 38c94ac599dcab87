# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a long list the same to a reader as Django's own, and are names escaped?"""

from __future__ import annotations

from html.parser import HTMLParser

from django import forms
from hypothesis import given
from hypothesis import strategies as st

from houvast.queries.notice.note_form import AreaGroup, Choice
from houvast.web.notice.long_select import LongSelect, area_options

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8)
GROUPS = st.dictionaries(NAMES, st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=3), max_size=3)


class Reader(HTMLParser):
    """Tags with their attributes, and texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(data.strip())


@given(st.lists(st.tuples(NAMES, NAMES), max_size=3), GROUPS, st.one_of(st.none(), NAMES))
def test_it_is_what_djangos_own_list_is(
    loose: list[tuple[str, str]], groups: dict[str, list[tuple[str, str]]], value: str | None
) -> None:
    choices = [("", "Kies"), *{key: (key, label) for key, label in loose}.values(), *groups.items()]
    attrs = {"id": "note_area", "class": "utrecht-select"}
    ours, theirs = (kind(choices=choices).render("area", value, attrs) for kind in (LongSelect, forms.Select))
    assert Reader(ours).found == Reader(theirs).found


def test_names_are_escaped() -> None:
    html = LongSelect(choices=[("<a>", "<script>"), ('"', [("&", "<b>")])]).render("area", "&")
    assert "<script>" not in html
    assert '<option value="&amp;" selected>&lt;b&gt;</option>' in html


def test_areas_stand_under_their_area() -> None:
    groups = (AreaGroup("", (Choice("WK1", "Haven"),)), AreaGroup("Haven", (Choice("BU1", "Kade"),)))
    assert area_options(groups) == [("WK1", "Haven"), ("Haven", [("BU1", "Kade")])]
    assert area_options(()) == []
