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
from houvast.queries.gather.shown_results import MOST_GAPS, ShownResult, draw_gaps, show_result
from houvast.queries.gather.statement_words import statement_words, translated_texts
from houvast.queries.gather.words import Words
from houvast.store.models import Conversation, StatementTranslation

pytestmark = pytest.mark.django_db


def shown(conversation: Conversation, verdict: Verdict = Verdict.GROUPS, **made: int) -> ShownResult | None:
    words = statement_words(conversation.pk, "nl")
    content = full_snapshot(conversation, verdict, **made).content
    # The factory names its statements s0, s1, ...; here they are numbers.
    for here, number in (("s0", "0"), ("s1", "5")):
        content = content.replace(f'"id":"{here}"', f'"id":"{number}"')
    laid_out = lay_out(content, "nl", translated=translated_texts(words))
    return show_result(laid_out, (), words=words, language="nl")


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


def test_a_translated_statement_is_read_in_translation_with_the_original_beside_it() -> None:
    conversation = cast.conversation(statements=1)
    turkish = cast.statement(conversation, number=5, text="Daha fazla yeşil.", language="tr")
    StatementTranslation.objects.create(statement=turkish, language="nl", text="Meer groen.")
    found = shown(conversation)
    row = next(row for row in found.statements if row.number == "5")
    assert (row.text, row.language, row.original, row.original_language) == (
        "Meer groen.", "nl", "Daha fazla yeşil.", "tr",
    )  # fmt: skip
    other = next(row for row in found.statements if row.number == "0")
    assert (other.language, other.original) == ("nl", "")


def test_a_gap_is_read_in_translation_unless_its_statement_was_withdrawn() -> None:
    words = {"1": Words("Meer groen.", "nl", "ltr", "Daha fazla yeşil.", "tr", "ltr")}
    gaps = (gap(1, "Daha fazla yeşil.", perceived=0.5, actual=0.9), gap(1, "", perceived=0.5, actual=0.8))
    assert [row[0] for row in draw_gaps(gaps, words=words, language="nl").table.rows] == ["1. Meer groen.", "2. "]


def test_the_widest_gaps_are_drawn_first_and_not_too_many() -> None:
    gaps = [gap(i, f"Stelling {i}.", perceived=0.5, actual=0.5 + i / 100) for i in range(MOST_GAPS + 3)]
    rows = draw_gaps(gaps, words={}, language="nl").table.rows
    assert rows[0][0] == f"1. Stelling {MOST_GAPS + 2}."
    assert len(rows) == MOST_GAPS


def test_where_nobody_was_asked_there_is_no_gap() -> None:
    assert draw_gaps((), words={}, language="nl") is None


def test_where_nothing_could_be_computed_that_is_all_that_is_said() -> None:
    nothing = disclose_nothing(facts=FACTS, settings=LandscapeSettings(), participants=12, votes=30)
    laid_out = lay_out(write_result(nothing), "nl")
    assert show_result(laid_out, (), words={}, language="nl") is None
    assert summarise(laid_out, "nl") == ("Er zijn te weinig mensen of stellingen om iets over groepen te zeggen.",)
