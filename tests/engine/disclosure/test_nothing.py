# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a landscape of too few people say so, and no number about them?"""

from __future__ import annotations

from houvast.domain.input_facts import InputFacts
from houvast.engine.disclosure.nothing import disclose_nothing
from houvast.engine.landscape.result import LandscapeSettings
from houvast.exchange.landscape_answer import is_too_few, say_verdict
from houvast.exchange.landscape_report import make_page
from houvast.exchange.texts import Texts

FACTS = InputFacts(format="conversation", sign="agree = +1", title="Plein")


def test_it_says_too_few_and_can_be_put_on_a_page() -> None:
    nothing = disclose_nothing(facts=FACTS, settings=LandscapeSettings(k=10))
    assert is_too_few(nothing)
    assert nothing.participants == nothing.votes == 0
    for language in ("nl", "en"):
        assert say_verdict(nothing, Texts(language))
        assert make_page(nothing, Texts(language)).statements.rows == ()
