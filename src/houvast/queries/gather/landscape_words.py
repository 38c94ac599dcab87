# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a stored landscape say in the reader's language? Laid out once for a snapshot, shown many times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from houvast.domain.votes import Moderation
from houvast.engine.disclosure.left_out import drop_statements
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.exchange.landscape_answer import is_too_few
from houvast.exchange.landscape_report import ReportPage, make_page
from houvast.exchange.texts import LANGUAGES, Texts
from houvast.queries.gather.landscapes import read_landscape
from houvast.queries.gather.statement_words import StatementTexts, with_texts
from houvast.store.models import Statement

KEPT = 16


@dataclass(frozen=True, eq=False)
class LaidOut:
    """A disclosed landscape and all its words and pictures; is_too_few: nothing could be tested.

    report: None where there are so few people or answers that no figure may be told.
    """

    shown: DisclosedLandscape
    report: ReportPage | None
    is_too_few: bool


def wording_for(language: str) -> Texts:
    """The texts of charts and reports; Dutch where the language is not one of ours."""
    return Texts(language if language in LANGUAGES else "nl")


def lay_out(
    content: str,
    language: str,
    *,
    translated: StatementTexts = (),
    withdrawn: frozenset[str] = frozenset(),
    left_out: frozenset[str] = frozenset(),
) -> LaidOut:
    """The content of a snapshot in words.

    translated: the statements whose text is not the original. The others are numbers of statements: withdrawn, whose
    texts are to be seen no more; left_out, which are not there at all.
    """
    return _lay_out(content, language, translated, withdrawn, left_out)


@lru_cache(maxsize=KEPT)
def _lay_out(
    content: str, language: str, translated: StatementTexts, withdrawn: frozenset[str], left_out: frozenset[str]
) -> LaidOut:
    """A function of its arguments alone, so it can be kept."""
    texts = (*translated, *((number, "") for number in withdrawn))
    shown = with_texts(drop_statements(read_landscape(content), left_out), texts)
    is_told = shown.participants >= shown.k and bool(shown.statements)
    report = make_page(shown, wording_for(language)) if is_told else None
    return LaidOut(shown, report, is_too_few(shown))


def withdrawn_statements(conversation_id: int) -> frozenset[str]:
    """The numbers of the statements that were taken back or left out: what was published of them keeps no text."""
    found = Statement.objects.filter(conversation_id=conversation_id, moderation=Moderation.OUT)
    return frozenset(map(str, found.values_list("number", flat=True)))


def summarise(laid_out: LaidOut, language: str) -> tuple[str, ...]:
    """The result in a few sentences; only that there were too few people where nothing else may be said."""
    report = laid_out.report
    if report is None:
        return (wording_for(language).say("Too few people or statements to say anything about groups."),)
    return (report.verdict, *report.explanation, *report.who)
