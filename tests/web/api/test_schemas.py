# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do answers take their values from our dataclasses and show them in Dutch?"""

from __future__ import annotations

from datetime import UTC, date, datetime

from houvast.domain.conversation import PromiseState
from houvast.domain.estimate import Estimate
from houvast.queries.gather.api_resources import PublishedAnswers, StatementFacts, Translation
from houvast.queries.gather.publications import PromiseMade
from houvast.web.api.schemas import PromiseShown, Range, StatementShown


def test_a_statement_with_its_published_answers() -> None:
    share = Estimate(None, 0.1, 0.4, 0.95, None)
    answers = PublishedAnswers(12, None, None, 30, share, share, share)
    facts = StatementFacts(3, "Meer groen.", "nl", "resident", (Translation("en", "More green."),), answers)
    shown = StatementShown.model_validate(facts).model_dump(by_alias=True)
    assert (shown["nummer"], shown["herkomst"]) == (3, "bewoner")
    assert shown["vertalingen"] == [{"taal": "en", "tekst": "More green."}]
    assert (shown["antwoorden"]["eens"], shown["antwoorden"]["oneens"]) == (12, None)
    assert shown["antwoorden"]["aandeelEens"]["waarde"] is None


def test_a_range_never_goes_without_its_bounds() -> None:
    assert {"low", "high", "level", "n"} <= set(Range.model_fields)


def test_a_promise() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    made = PromiseMade(1, "Bankje.", "Team Groen", date(2026, 2, 1), PromiseState.NOT_KEPT, "", at, at, False)
    shown = PromiseShown.model_validate(made).model_dump(by_alias=True)
    assert (shown["toestand"], shown["uiterlijk"], shown["eigenaar"]) == (
        "niet nagekomen",
        date(2026, 2, 1),
        "Team Groen",
    )
    assert "id" not in shown
