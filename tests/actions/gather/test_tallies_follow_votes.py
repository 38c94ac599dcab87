# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever people do in whatever order, do the tallies say what a slow count of all votes and showings says?"""

from __future__ import annotations

import uuid
from collections import Counter

import cast
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from residents import joined

from houvast.actions.gather.erasure import erase
from houvast.actions.gather.statements import add_statement
from houvast.actions.gather.votes import cast_vote, show_next
from houvast.domain.conversation import ModerationTiming
from houvast.domain.errors import StateRefused
from houvast.domain.votes import Vote
from houvast.queries.gather.cards import forget_decks
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import Erasure, Exposure, Participant, Statement, Tally
from houvast.store.models import Vote as VoteRow


class People(RuleBasedStateMachine):
    """Residents of one conversation; `said` is what each last said, kept apart from the store."""

    def __init__(self) -> None:
        super().__init__()
        forget_decks()
        forget_offers()
        self.conversation = cast.conversation(
            statements=3, moderation_timing=ModerationTiming.AFTER, asks_estimates=False
        )
        self.here: list[Participant] = []
        self.said: dict[tuple[int, int], Vote] = {}
        self.clicks: list[tuple[Participant, int, uuid.UUID]] = []
        self.erased = 0

    def statements(self) -> list[Statement]:
        return list(Statement.objects.filter(conversation=self.conversation).order_by("number"))

    @rule()
    def join(self) -> None:
        self.here.append(joined(self.conversation)[1])

    @precondition(lambda self: self.here)
    @rule(data=st.data(), value=st.sampled_from(list(Vote)))
    def vote(self, data: st.DataObject, value: Vote) -> None:
        who, on = data.draw(st.sampled_from(self.here)), data.draw(st.sampled_from(self.statements()))
        click = uuid.UUID(int=data.draw(st.integers(0, 2**128 - 1)))
        known = any(click == earlier and who == by for by, _, earlier in self.clicks)
        allowed = on.is_shown or (who.pk, on.pk) in self.said
        try:
            cast_vote(participant=who, statement_id=on.pk, value=value, request=click)
        except StateRefused:
            assert not allowed
            return
        if not known:
            assert allowed
            self.said[who.pk, on.pk] = value
            self.clicks.append((who, on.pk, click))

    @precondition(lambda self: self.clicks)
    @rule(data=st.data(), value=st.sampled_from(list(Vote)))
    def click_arrives_again(self, data: st.DataObject, value: Vote) -> None:
        who, on, click = data.draw(st.sampled_from(self.clicks))
        if who in self.here:
            cast_vote(participant=who, statement_id=on, value=value, request=click)

    @precondition(lambda self: self.here)
    @rule(data=st.data())
    def look(self, data: st.DataObject) -> None:
        show_next(participant=data.draw(st.sampled_from(self.here)))

    @precondition(lambda self: self.here)
    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        who, number = data.draw(st.sampled_from(self.here)), len(self.statements())
        if Statement.objects.filter(author=who).count() < 2:
            add_statement(participant=who, text=f"Er moeten {number} bankjes op het plein komen.", language="nl")

    @rule(data=st.data(), is_shown=st.booleans())
    def moderate(self, data: st.DataObject, is_shown: bool) -> None:
        one = data.draw(st.sampled_from(self.statements()))
        if one.text:
            Statement.objects.filter(pk=one.pk).update(is_shown=is_shown)
            forget_offers()

    @precondition(lambda self: self.here)
    @rule(data=st.data(), with_statements=st.booleans())
    def leave(self, data: st.DataObject, with_statements: bool) -> None:
        who = data.draw(st.sampled_from(self.here))
        former = who.pk
        erase(participant=who, with_statements=with_statements)
        self.here.remove(who)
        self.said = {(by, on): value for (by, on), value in self.said.items() if by != former}
        self.clicks = [click for click in self.clicks if click[0] != who]
        self.erased += 1

    @invariant()
    def the_last_row_is_what_was_said(self) -> None:
        rows = VoteRow.objects.filter(conversation=self.conversation).order_by("id")
        last = {(by, on): value for by, on, value in rows.values_list("participant_id", "statement_id", "value")}
        assert last == self.said

    @invariant()
    def the_tallies_are_the_slow_count(self) -> None:
        votes = Counter((on, value) for (_, on), value in self.said.items())
        mine = Exposure.objects.filter(participant__conversation=self.conversation)
        shown = Counter(mine.values_list("statement_id", flat=True))
        for tally in Tally.objects.filter(statement__conversation=self.conversation):
            on = tally.statement_id
            counted = (votes[on, Vote.AGREE], votes[on, Vote.PASS], votes[on, Vote.DISAGREE], shown[on])
            assert (tally.agree, tally.passed, tally.disagree, tally.shown) == counted

    @invariant()
    def every_leaving_has_its_stone(self) -> None:
        assert Erasure.objects.filter(conversation=self.conversation).count() == self.erased


@pytest.mark.django_db
def test_tallies_follow_votes() -> None:
    run_state_machine_as_test(People, settings=settings(max_examples=15, stateful_step_count=30))
