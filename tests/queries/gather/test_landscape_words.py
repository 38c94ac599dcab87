# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a stored landscape laid out once, in the asked language, without the texts that were taken back?"""

from __future__ import annotations

import cast
import pytest
from snapshots import full_snapshot

from houvast.domain.votes import Moderation
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.landscape_words import lay_out, summarise, withdrawn_statements, wording_for

pytestmark = pytest.mark.django_db


def test_a_snapshot_is_laid_out_once_for_a_language() -> None:
    content = full_snapshot(cast.conversation()).content
    assert lay_out(content, "nl") is lay_out(str(content), "nl")
    assert lay_out(content, "nl").report.verdict == "Er zijn 2 groepen gevonden."
    assert lay_out(content, "en").report.verdict == "2 groups were found."


def test_another_language_reads_dutch() -> None:
    assert wording_for("tr").language == "nl"


def test_texts_that_were_taken_back_are_gone_from_words_and_pictures() -> None:
    content = full_snapshot(cast.conversation()).content
    before, after = lay_out(content, "nl"), lay_out(content, "nl", withdrawn=frozenset({"s1"}))
    text = before.shown.statements[1].text
    assert text in repr(before.report)
    assert text not in repr(after.report)
    assert after.shown.statements[1].answers == before.shown.statements[1].answers


def test_a_statement_without_text_is_withdrawn() -> None:
    conversation = cast.conversation()
    conversation.statements.filter(number=2).update(text="", moderation=Moderation.OUT)
    assert withdrawn_statements(conversation.pk) == frozenset({"2"})


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_summary_begins_with_the_verdict(verdict: Verdict) -> None:
    laid_out = lay_out(full_snapshot(cast.conversation(), verdict).content, "nl")
    assert summarise(laid_out, "nl")[0] == laid_out.report.verdict


def test_of_too_few_people_only_that_is_said() -> None:
    laid_out = lay_out(full_snapshot(cast.conversation(), Verdict.NO_STRUCTURE, people=7).content, "nl")
    assert summarise(laid_out, "nl") == ("Er zijn te weinig mensen of stellingen om iets over groepen te zeggen.",)
