# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has everything that can be destroyed its words, and every rule?"""

from __future__ import annotations

import pytest
from django.utils import timezone, translation

from houvast.actions.notice.retention import RULES
from houvast.queries.notice.retention import DestructionLine
from houvast.web.notice.retention.words import RULE_WORDS, WHAT_WORDS, say_rule, say_what


def line(what: str, rule: str, weeks: int = 26) -> DestructionLine:
    return DestructionLine(timezone.now(), what, 3, rule, weeks)


def test_every_rule_has_words() -> None:
    assert set(WHAT_WORDS) == {rule.what for rule in RULES}
    assert set(RULE_WORDS) == {rule.rule for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.what)
def test_in_dutch(rule: object) -> None:
    with translation.override("nl"):
        said = say_rule(line("contact", rule.rule))  # type: ignore[attr-defined]
    assert ("26 weken" in said) is rule.has_weeks  # type: ignore[attr-defined]


def test_what_an_older_version_wrote_is_shown_as_it_is() -> None:
    assert (say_what(line("old thing", "old rule")), say_rule(line("old thing", "old rule"))) == (
        "old thing",
        "old rule",
    )
