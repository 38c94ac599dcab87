# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a page hold the lists, the table and the gap, each statement under its own number and language?"""

from __future__ import annotations

import cast
import pytest
from landscape_factory import FACTS
from snapshots import full_snapshot, gap

from houvast.engine.disclosure.nothing import disclose_nothing
from houvast.engine.landscape.result import LandscapeSettings, Verdict
from houvast.queries.gather.landscape_words import lay_out, summarise
from houvast.queries.gather.landscapes import write_result
from houvast.queries.gather.shown_results import MOST_GAPS, ShownResult, draw_gaps, languages_of, show_result
from houvast.store.models import Conversation

pytestmark = pytest.mark.django_db


def shown(conversation: Conversation, verdict: Verdict = Verdict.GROUPS, **made: int) -> ShownResult | None:
    laid_out = lay_out(full_snapshot(conversation, verdict, **made).content, "nl")
    return show_result(laid_out, (), conversation_id=conversation.pk, language="nl")


def test_every_listed_statement_has_its_row_in_the_table() -> None:
    found = shown(cast.conversation())
    texts = {row.number: row.text for row in found.statements}
    listed = [*found.binds.first, *found.binds.rest, *found.divides.first, *found.divides.rest, *found.no_opinion.first]
    assert listed
    assert [item for item in listed if texts[item.number] != item.text] == []


@pytest.mark.parametrize(
    ("verdict", "lines", "groups"),
    [(Verdict.GROUPS, True, True), (Verdict.ONE_SPECTRUM, True, False), (Verdict.NO_STRUCTURE, False, False)],
)
def test_there_is_a_map_where_people_differ_along_a_line(verdict: Verdict, lines: bool, groups: bool) -> None:
    found = shown(cast.conversation(), verdict)
    assert (found.has_lines, found.has_groups) == (lines, groups)
    assert found.statements


def test_of_fewer_than_k_people_nothing_is_shown() -> None:
    assert shown(cast.conversation(), Verdict.NO_STRUCTURE, people=9) is None


def test_statements_know_their_language() -> None:
    conversation = cast.conversation(statements=1)
    cast.statement(conversation, number=5, text="Daha fazla yeşil.", language="tr")
    assert languages_of(conversation.pk) == {"0": "nl", "5": "tr"}


def test_the_widest_gaps_are_drawn_first_and_not_too_many() -> None:
    gaps = [gap(i, f"Stelling {i}.", perceived=0.5, actual=0.5 + i / 100) for i in range(MOST_GAPS + 3)]
    rows = draw_gaps(gaps, language="nl").table.rows
    assert rows[0][0] == f"1. Stelling {MOST_GAPS + 2}."
    assert len(rows) == MOST_GAPS


def test_where_nobody_was_asked_there_is_no_gap() -> None:
    assert draw_gaps((), language="nl") is None


def test_where_nothing_could_be_computed_that_is_all_that_is_said() -> None:
    nothing = disclose_nothing(facts=FACTS, settings=LandscapeSettings(), participants=12, votes=30)
    laid_out = lay_out(write_result(nothing), "nl")
    assert show_result(laid_out, (), conversation_id=cast.conversation().pk, language="nl") is None
    assert summarise(laid_out, "nl") == ("Er zijn te weinig mensen of stellingen om iets over groepen te zeggen.",)
