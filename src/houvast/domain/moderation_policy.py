# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why may a statement be left out? The published policy: one rule a reason, the same for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.domain.conversation import ModerationReason


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """A reason in words: what the author reads, and what the policy page explains."""

    label: str
    explanation: str


POLICY: dict[ModerationReason, PolicyRule] = {
    ModerationReason.PERSONAL_DATA: PolicyRule(
        "It holds personal data",
        "A name, an address, a telephone number or anything else by which somebody can be recognised.",
    ),
    ModerationReason.ABOUT_A_PERSON: PolicyRule(
        "It is about one person or one household",
        "A statement is about a subject, not about a neighbour, a shopkeeper or an official.",
    ),
    ModerationReason.INSULT: PolicyRule(
        "It insults, threatens or sets people against a group",
        "You may disagree sharply. You may not hurt people, threaten them or write off a whole group.",
    ),
    ModerationReason.OFF_SUBJECT: PolicyRule(
        "It is about something else",
        "It does not fit the question of this conversation. It may still be a good idea for another place.",
    ),
    ModerationReason.MORE_THAN_ONE_IDEA: PolicyRule(
        "It holds more than one idea",
        "People cannot agree with one half and disagree with the other. Two short statements work better.",
    ),
    ModerationReason.NOT_CLEAR: PolicyRule(
        "It is not clear enough to vote on",
        "Readers would understand it in different ways, or it is a question instead of an opinion.",
    ),
    ModerationReason.DUPLICATE: PolicyRule(
        "It is already there",
        "Another statement says the same. People can vote on that one.",
    ),
    ModerationReason.ADVERTISEMENT: PolicyRule(
        "It is an advertisement",
        "It promotes a product, a company, an event or a party.",
    ),
    ModerationReason.WITHDRAWN: PolicyRule(
        "The writer took it back",
        "Who wrote a statement can take it back. The text is then gone.",
    ),
}

# What a moderator may choose; taking back is for the writer alone.
MODERATOR_REASONS: tuple[ModerationReason, ...] = tuple(r for r in POLICY if r is not ModerationReason.WITHDRAWN)
