# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is there one rule for every reason, and can a moderator choose each but one?"""

from __future__ import annotations

from houvast.domain.conversation import ModerationReason
from houvast.domain.moderation_policy import MODERATOR_REASONS, POLICY


def test_every_reason_has_its_rule() -> None:
    assert set(POLICY) == set(ModerationReason)


def test_no_two_rules_say_the_same() -> None:
    labels = [rule.label for rule in POLICY.values()]
    explanations = [rule.explanation for rule in POLICY.values()]
    assert len(set(labels)) == len(set(explanations)) == len(POLICY)


def test_a_label_ends_a_sentence_elsewhere_and_an_explanation_is_one() -> None:
    assert [rule.label for rule in POLICY.values() if rule.label.endswith(".")] == []
    assert [rule.explanation for rule in POLICY.values() if not rule.explanation.endswith(".")] == []


def test_taking_back_is_for_the_writer_alone() -> None:
    assert set(MODERATOR_REASONS) == set(ModerationReason) - {ModerationReason.WITHDRAWN}
