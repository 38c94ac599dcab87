# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.queries.gather.conversations import list_conversations
from houvast.queries.gather.preparation import read_overview, read_texts
from houvast.queries.gather.seed_list import list_seeds, review_texts
from houvast.queries.text_checks import TextFinding
from houvast.web.gather.prepare.forms import TextsForm
from houvast.web.gather.prepare.pages import list_page, next_step, overview_page, say, seeds_page, texts_page

pytestmark = pytest.mark.django_db
S = ConversationState


@pytest.mark.parametrize(
    ("state", "waiting", "step"),
    [
        (S.DRAFT, 0, "complete"),
        (S.REHEARSAL, 0, "stop"),
        (S.OPEN, 0, "watch"),
        (S.OPEN, 1, "moderate"),
        (S.CLOSED, 0, "publish"),
        (S.CLOSED, 1, "moderate"),
        (S.PUBLISHED, 1, "tell"),
    ],
)
def test_one_next_step_in_every_state(state: ConversationState, waiting: int, step: str) -> None:
    conversation = cast.conversation(state=state)
    for number in range(waiting):
        cast.statement(conversation, number=20 + number, text=f"Wacht {number}.", moderation=Moderation.OPEN)
    assert next_step(read_overview(conversation.code)) == step


def test_the_overview_knows_what_this_colleague_may_do() -> None:
    about = read_overview(cast.conversation().code)
    flags = {role: overview_page(about, role=role).may_prepare for role in Role}
    assert flags == {role: role in {Role.ADVISER, Role.COMMUNICATION} for role in Role}


def test_every_field_of_the_form_stands_in_one_section() -> None:
    about = read_texts(cast.conversation().code)
    form = TextsForm(initial=about.values)
    shown = [field.name for section in texts_page(about, form).sections for field in section.fields]
    assert sorted([*shown, "not_a_person"]) == sorted(form.fields)


def test_findings_are_said_with_what_they_are_about() -> None:
    finding = TextFinding("long", False, "Try to stay under {most} characters.", {"most": 140}, "aan het eind")
    assert say(finding) == "Try to stay under 140 characters. (“aan het eind”)"


def test_lists_in_words() -> None:
    conversation = cast.conversation(state=S.DRAFT, statements=3)
    assert [str(group.kind) for group in list_page(list_conversations(), role=Role.READER).groups] == ["neutral"]
    reviews = review_texts(conversation.code, ("Ik vind het niet goed dat er geen bus rijdt.",), language="nl")
    page = seeds_page(list_seeds(conversation.code), reviews)
    assert (len(page.rows), page.still_needed, len(page.advice)) == (3, 2, 1)
