# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the demo of noticing hold together, and does it pass our own gate?"""

from __future__ import annotations

from houvast.domain.area import AreaKind, is_area_code
from houvast.domain.observation import ObservationKind
from houvast.engine.language.person_data import find_person_data
from houvast.exchange.notice_demo_pack import read_notice_demo_pack
from houvast.exchange.theme_pack import read_theme_pack


def test_every_area_is_one_and_neighbourhoods_stand_on_a_grid_of_their_own() -> None:
    pack = read_notice_demo_pack()
    assert all(is_area_code(area.code) and area.kind in set(AreaKind) for area in pack.areas)
    places = [(a.column, a.row) for a in pack.areas if a.kind == AreaKind.NEIGHBOURHOOD]
    assert len(places) == len(set(places)) == 12


def test_every_text_has_a_theme_of_the_list_and_tells_of_nobody() -> None:
    pack = read_notice_demo_pack()
    assert {text.theme for text in pack.texts} <= set(read_theme_pack().codes())
    assert {text.kind for text in pack.texts} == set(ObservationKind)
    told = [*(text.text for text in pack.texts), *(message["text"] for message in pack.inbox)]
    assert [text for text in told if find_person_data(text, language="nl")] == []


def test_what_rises_and_what_is_silent_are_two_neighbourhoods() -> None:
    pack = read_notice_demo_pack()
    assert pack.rise["area"] != pack.silent["area"]
    assert pack.rise["theme"] in {text.theme for text in pack.texts if text.kind == "tension"}
