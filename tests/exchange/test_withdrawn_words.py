# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the words go, from every kind of stored result, and does everything else stay to the last digit?"""

from __future__ import annotations

from dataclasses import replace

from disclosed_landscapes import disclosed
from snapshots import gap

from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.engine.landscape.result import Verdict
from houvast.exchange.typed_json import read_typed, write_typed
from houvast.exchange.withdrawn_words import blank_texts


def test_a_landscape_keeps_its_figures() -> None:
    shown = disclosed(Verdict.GROUPS, public=True)
    first = replace(shown.statements[0], id="3")
    shown = replace(shown, statements=(first, *shown.statements[1:]))
    content = blank_texts(write_typed(shown), numbers=[3])
    expected = replace(shown, statements=(replace(first, text=""), *shown.statements[1:]))
    assert content == write_typed(expected)
    assert read_typed(DisclosedLandscape, content).statements[1].text == shown.statements[1].text


def test_gaps_too() -> None:
    gaps = (gap(3, "Meer bankjes.", perceived=0.4, actual=0.6), gap(13, "Meer bomen.", perceived=0.4, actual=0.6))
    assert blank_texts(write_typed(gaps), numbers=[3]) == write_typed((replace(gaps[0], text=""), gaps[1]))


def test_nothing_stored_stays_nothing() -> None:
    assert blank_texts("", numbers=[1]) == ""
