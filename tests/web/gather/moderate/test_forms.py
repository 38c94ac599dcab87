# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a decision arrive as the domain has it, and is a reason asked for only where it is needed?"""

from __future__ import annotations

import pytest
from django.http import QueryDict

from houvast.domain.conversation import ModerationReason
from houvast.domain.moderation_policy import MODERATOR_REASONS
from houvast.domain.votes import Moderation
from houvast.web.gather.moderate.forms import DecisionForm, LeaveOutForm, ManyForm, MendForm, names_of, read_decision

SEEN = {"seen": "open"}


def carried(form: DecisionForm | ManyForm | MendForm) -> dict[str, object]:
    done: list[dict[str, object]] = []
    assert form.carry_out(lambda **fields: done.append(fields)), form.errors
    return done[0]


@pytest.mark.parametrize("decision", [Moderation.IN, Moderation.OPEN])
def test_without_words(decision: Moderation) -> None:
    form = read_decision({"decision": decision.value, **SEEN}, 4)
    assert type(form) is DecisionForm
    assert carried(form) == {"decision": decision, "seen": Moderation.OPEN}


def test_leaving_out_with_a_reason_and_a_note() -> None:
    form = read_decision({"decision": "out", "reason": "not clear", "note_to_author": "Korter.", **SEEN}, 4)
    assert carried(form) == {
        "decision": Moderation.OUT, "seen": Moderation.OPEN, "reason": ModerationReason.NOT_CLEAR,
        "note_to_author": "Korter.", "not_a_person": False,
    }  # fmt: skip


@pytest.mark.parametrize("reason", ["", "withdrawn", "no such reason"])
def test_only_a_reason_of_the_policy(reason: str) -> None:
    form = read_decision({"decision": "out", "reason": reason, **SEEN}, 4)
    assert not form.is_valid()
    assert set(form.errors) == {"reason"}


@pytest.mark.parametrize("sent", [{}, {"decision": "weg", **SEEN}, {"decision": "in"}, {"decision": "in", "seen": "x"}])
def test_nonsense_is_refused(sent: dict[str, str]) -> None:
    assert not read_decision(sent, 4).is_valid()


def test_every_reason_can_be_chosen_in_words() -> None:
    choices = LeaveOutForm().fields["reason"].choices  # type: ignore[attr-defined]
    assert [value for value, _label in choices] == ["", *MODERATOR_REASONS]
    assert all(label for _value, label in choices)


def test_many_forms_fit_on_one_page() -> None:
    ids = {LeaveOutForm(auto_id=names_of(number))["reason"].id_for_label for number in range(3)}
    assert len(ids) == 3


def test_ticked_numbers_without_nonsense() -> None:
    assert carried(ManyForm(QueryDict("numbers=3&numbers=x&numbers=3&numbers=-1&numbers=12&numbers=99999999999"))) == {
        "numbers": (3, 12)
    }
    assert carried(ManyForm(QueryDict(""))) == {"numbers": ()}


def test_mending() -> None:
    assert carried(MendForm({"text": "Meer licht."})) == {"text": "Meer licht.", "not_a_person": False}
    assert not MendForm({"text": " "}).is_valid()
