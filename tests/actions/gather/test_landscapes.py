# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a result computed when it may, of everybody who counts, in batches, and on whatever few votes there are?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations

import cast
import numpy as np
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from voters import add_voters, cast_again, leave

from houvast.actions.gather.landscapes import compute_landscape, prune_live, refresh_full, refresh_live
from houvast.domain.conversation import ConversationState
from houvast.domain.votes import Moderation
from houvast.domain.votes import Statement as VotedStatement
from houvast.engine.landscape.vote_table import build_vote_table
from houvast.queries.gather.landscapes import found_so_far, latest_landscape, latest_live
from houvast.queries.gather.publications import is_counted_to_the_end
from houvast.queries.gather.vote_tables import vote_table
from houvast.store.models import Conversation, LandscapeSnapshot, Publication, RoutingModel, Vote

pytestmark = pytest.mark.django_db


def snapshots(of: Conversation, kind: str) -> int:
    return LandscapeSnapshot.objects.filter(conversation=of, kind=kind).count()


def close(conversation: Conversation) -> None:
    conversation.state, conversation.closed_at = ConversationState.CLOSED, timezone.now()
    conversation.save()


def test_fewer_than_k_people_change_nothing_and_k_people_do() -> None:
    conversation = cast.conversation(statements=8, k=10)
    add_voters(conversation, people=9)
    assert not refresh_live(conversation)
    assert not refresh_full(conversation)
    add_voters(conversation, people=60, seed=2)
    assert refresh_live(conversation)
    assert refresh_full(conversation)
    add_voters(conversation, people=9, seed=3)
    assert not refresh_live(conversation)
    assert not refresh_full(conversation)
    add_voters(conversation, people=1, seed=4)
    assert refresh_live(conversation)
    assert refresh_full(conversation)


def test_changing_votes_does_not_force_a_look() -> None:
    """Otherwise k own devices could ask for a result before and after somebody's vote."""
    conversation = cast.conversation(statements=8, k=3)
    people = add_voters(conversation, people=40)
    refresh_live(conversation)
    for person in people:
        for statement in conversation.statements.filter(pk__in=person.votes.values("statement")):
            for value in (1, -1, 0):
                cast_again(person, statement, value)
    assert not refresh_live(conversation)
    add_voters(conversation, people=2, seed=7)
    leave(people[2])
    assert refresh_live(conversation)


def test_erased_people_count_as_changes_and_are_gone() -> None:
    conversation = cast.conversation(statements=8, k=5)
    people = add_voters(conversation, people=40)
    refresh_full(conversation)
    for person in people[:5]:
        leave(person)
    assert refresh_full(conversation)
    assert LandscapeSnapshot.objects.get(conversation=conversation).participants == 35


def test_while_people_take_part_no_figure_of_the_whole_computation_is_kept() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=60)
    refresh_full(conversation)
    assert latest_landscape(conversation.pk) is None
    found = found_so_far(conversation.pk)
    assert found is not None
    assert not found.is_too_few
    content = LandscapeSnapshot.objects.get(conversation=conversation).content
    assert not re.search("[0-9]", content)


def test_previews_never_count() -> None:
    conversation = cast.conversation(statements=8, k=5)
    add_voters(conversation, people=40, is_test=True)
    assert not refresh_live(conversation)
    assert not refresh_full(conversation)
    close(conversation)
    assert refresh_full(conversation)
    assert latest_landscape(conversation.pk).is_too_few  # type: ignore[union-attr]


def test_a_rehearsal_counts_the_invented_people() -> None:
    conversation = cast.conversation(statements=8, k=5, state=ConversationState.REHEARSAL)
    add_voters(conversation, people=40, is_test=True)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.participants == 40


def test_at_the_end_everything_is_counted_and_earlier_results_go() -> None:
    conversation = cast.conversation(statements=8, k=10)
    add_voters(conversation, people=60)
    refresh_full(conversation)
    (last,) = add_voters(conversation, people=1, seed=9)
    close(conversation)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.participants == 61
    snapshot = LandscapeSnapshot.objects.get(conversation=conversation, kind="full")
    assert snapshot.last_vote == Vote.objects.filter(participant=last).order_by("-id")[0].pk


def test_what_was_published_stays() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=60)
    close(conversation)
    refresh_full(conversation)
    first = LandscapeSnapshot.objects.get(conversation=conversation)
    Publication.objects.create(conversation=conversation, snapshot=first, reading="Zo is het.", at=timezone.now())
    add_voters(conversation, people=10, seed=8)
    refresh_full(conversation)
    assert snapshots(conversation, "full") == 2
    for seed in range(4):
        conversation.state = ConversationState.OPEN
        add_voters(conversation, people=10, seed=seed)
        refresh_live(conversation)
    assert snapshots(conversation, "live") == 3
    assert prune_live(conversation.pk) == 0
    assert LandscapeSnapshot.objects.filter(pk=first.pk).exists()


def test_few_people_are_a_result_that_says_so() -> None:
    conversation = cast.conversation(statements=8, state=ConversationState.CLOSED)
    add_voters(conversation, people=4)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.is_too_few
    assert (stored.participants, stored.votes, stored.shown.statements) == (0, 0, ())
    assert latest_live(conversation.pk) is None
    assert not RoutingModel.objects.exists()


def test_left_out_statements_are_in_no_result() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=60)
    conversation.statements.filter(number=1).update(moderation=Moderation.OUT, is_shown=False)
    refresh_live(conversation)
    close(conversation)
    refresh_full(conversation)
    stored, live = latest_landscape(conversation.pk), latest_live(conversation.pk)
    assert stored is not None
    assert live is not None
    assert "1" not in {s.id for s in stored.shown.statements}
    assert "1" in stored.shown.left_out_statements
    assert 1 not in {s.number for s in live.statements}


def test_all_statements_left_out() -> None:
    conversation = cast.conversation(statements=3)
    add_voters(conversation, people=60)
    conversation.statements.update(moderation=Moderation.OUT, is_shown=False)
    assert refresh_live(conversation)
    assert latest_live(conversation.pk).statements == ()  # type: ignore[union-attr]
    close(conversation)
    assert refresh_full(conversation)
    assert latest_landscape(conversation.pk).is_too_few  # type: ignore[union-attr]


def test_the_model_gets_a_new_version_with_every_result() -> None:
    conversation = cast.conversation(statements=8)
    for seed in range(2):
        add_voters(conversation, people=60, seed=seed)
        refresh_full(conversation)
    assert RoutingModel.objects.get(conversation=conversation).version == 2


def test_the_live_result_equals_the_tallies_roughly() -> None:
    conversation = cast.conversation(statements=4, k=5)
    add_voters(conversation, people=200)
    refresh_live(conversation)
    table, live = vote_table(conversation.pk), latest_live(conversation.pk)
    assert live is not None
    for one in live.statements:
        values = table.value[table.statement == one.number]
        assert one.agree.low <= (values > 0).mean() <= one.agree.high


def figures(conversation: Conversation) -> dict[int, object]:
    live = latest_live(conversation.pk)
    return {one.number: replace(one, as_of=0) for one in live.statements} if live else {}


@pytest.mark.parametrize("seed", range(6))
def test_between_any_two_live_results_a_statement_changes_by_k_new_people_or_not_at_all(seed: int) -> None:
    """People come, answer more, change answers and go, one at a time; whoever looks all the time learns of k."""
    rng, k = np.random.default_rng(seed), 5
    conversation = cast.conversation(statements=4, k=k)
    statements = list(conversation.statements.order_by("number"))
    people = add_voters(conversation, people=60, share=0.5, seed=seed)
    refresh_live(conversation)
    shown, new = figures(conversation), Counter[int]()
    for _ in range(60):
        if rng.random() < 0.6:
            people.append(cast.participant(conversation))
        person = people[-1] if rng.random() < 0.5 else people[rng.integers(len(people))]
        for statement in statements:
            if rng.random() < (0.1 if statement.number == 3 else 0.5):
                known = Vote.objects.filter(participant=person, statement=statement).exists()
                new[statement.number] += not known
                cast_again(person, statement, int(rng.integers(-1, 2)))
        if rng.random() < 0.1:
            leave(people.pop(int(rng.integers(len(people)))))
        refresh_live(conversation)
        now = figures(conversation)
        for number in shown:
            if now.get(number) != shown[number]:
                assert new[number] >= k
                new[number] = 0
        shown = now


def test_live_figures_follow_once_k_people_are_new_on_a_statement() -> None:
    conversation = cast.conversation(statements=2, k=5)
    first, second = conversation.statements.order_by("number")
    for _ in range(40):
        person = cast.participant(conversation)
        cast_again(person, first, 1)
        cast_again(person, second, 1)
    refresh_live(conversation)
    before = figures(conversation)
    for _ in range(40):
        cast_again(cast.participant(conversation), first, -1)
    assert refresh_live(conversation)
    after = figures(conversation)
    assert after[0] != before[0]
    assert after[1] == before[1]
    assert 0 in latest_live(conversation.pk).divides  # type: ignore[union-attr]


def test_a_statement_that_is_offered_again_has_the_figures_it_had() -> None:
    conversation = cast.conversation(statements=2, k=5)
    add_voters(conversation, people=40, share=1.0)
    refresh_live(conversation)
    before = figures(conversation)
    conversation.statements.filter(number=1).update(is_shown=False, moderation=Moderation.OUT)
    first = conversation.statements.get(number=0)
    for _ in range(5):
        cast_again(cast.participant(conversation), first, 1)
    cast_again(cast.participant(conversation), conversation.statements.get(number=1), 1)
    assert refresh_live(conversation)
    assert 1 not in figures(conversation)
    conversation.statements.filter(number=1).update(is_shown=True, moderation=Moderation.IN)
    for _ in range(5):
        cast_again(cast.participant(conversation), first, 1)
    assert refresh_live(conversation)
    assert figures(conversation)[1] == before[1]


def final(conversation: Conversation) -> LandscapeSnapshot:
    return LandscapeSnapshot.objects.get(conversation=conversation, kind="full")


def test_after_the_closing_fewer_than_k_erasures_change_nothing() -> None:
    conversation = cast.conversation(statements=8, k=5)
    people = add_voters(conversation, people=40)
    close(conversation)
    refresh_full(conversation)
    before = final(conversation)
    for person in people[:4]:
        leave(person)
        assert not refresh_full(conversation)
        assert final(conversation) == before
        assert is_counted_to_the_end(before)
    leave(people[4])
    assert not is_counted_to_the_end(before)
    assert refresh_full(conversation)
    assert final(conversation).participants == 35


def test_reopening_for_fewer_than_k_people_keeps_the_result() -> None:
    conversation = cast.conversation(statements=8, k=5)
    people = add_voters(conversation, people=40)
    close(conversation)
    refresh_full(conversation)
    before = final(conversation)
    conversation.state, conversation.closed_at = ConversationState.OPEN, None
    conversation.save()
    refresh_full(conversation)
    leave(people[0])
    cast_again(people[1], conversation.statements.get(number=0), 0)
    cast_again(people[1], conversation.statements.get(number=1), 0)
    add_voters(conversation, people=2, seed=5)
    refresh_full(conversation)
    close(conversation)
    assert not refresh_full(conversation)
    assert final(conversation) == before
    assert is_counted_to_the_end(before)
    conversation.state = ConversationState.OPEN
    conversation.save()
    add_voters(conversation, people=1, seed=6)
    close(conversation)
    assert refresh_full(conversation)
    assert final(conversation).participants == 42


def test_people_who_came_and_went_in_between_do_not_force_a_new_result() -> None:
    conversation = cast.conversation(statements=8, k=5)
    people = add_voters(conversation, people=40)
    close(conversation)
    refresh_full(conversation)
    before = final(conversation)
    for person in add_voters(conversation, people=9, seed=3):
        leave(person)
    leave(people[0])
    assert not refresh_full(conversation)
    assert final(conversation) == before


def test_a_result_that_tells_nothing_is_replaced_at_once() -> None:
    conversation = cast.conversation(statements=8, k=10, state=ConversationState.CLOSED)
    add_voters(conversation, people=9)
    refresh_full(conversation)
    assert not refresh_full(conversation)
    add_voters(conversation, people=1, seed=2)
    assert refresh_full(conversation)
    assert final(conversation).participants == 10


@pytest.mark.parametrize("seed", range(5))
def test_no_two_exact_results_differ_by_fewer_than_k_people(seed: int) -> None:
    """Closed, opened again, erased from, in any order: every pair of results that was ever shown."""
    rng, k = np.random.default_rng(seed), 4
    conversation = cast.conversation(statements=3, k=k)
    people = add_voters(conversation, people=30, seed=seed, share=1.0)
    seen: dict[int, set[tuple[int, int, int]]] = {}
    for step in range(25):
        conversation.state = ConversationState.OPEN if rng.random() < 0.5 else ConversationState.CLOSED
        conversation.save()
        if conversation.state == ConversationState.OPEN and rng.random() < 0.8:
            people += add_voters(conversation, people=1, seed=100 * seed + step, share=1.0)
        if rng.random() < 0.3:
            leave(people.pop(int(rng.integers(len(people)))))
        refresh_full(conversation)
        snapshot = LandscapeSnapshot.objects.filter(conversation=conversation, kind="full").first()
        if snapshot is not None and snapshot.pk not in seen:
            rows = Vote.objects.filter(conversation=conversation).values_list("participant", "statement", "value")
            seen[snapshot.pk] = set(rows)
    assert len(seen) > 1
    for one, other in combinations(seen.values(), 2):
        assert len({person for person, _, _ in one ^ other}) >= k


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 30), st.integers(0, 6), st.sampled_from([(1,), (0,), (1, -1), (1, 0, -1)]), st.integers(0, 9))
def test_whatever_few_votes_there_are_there_is_a_result(
    people: int, statements: int, values: tuple[int, ...], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    cast_votes = rng.random((people, statements)) < 0.7
    person, statement = np.nonzero(cast_votes)
    table = build_vote_table(
        participants=np.arange(people),
        statements=tuple(VotedStatement(str(j), "x") for j in range(statements)),
        participant=person,
        statement=statement,
        value=rng.choice(values, len(person)) if len(person) else person,
        hour=np.zeros(len(person), dtype=np.int64),
    )
    shown, _model, _counted = compute_landscape(table, k=10, title="Plein")
    assert shown.participants == (0 if people < 10 or not len(person) else shown.participants)
    assert shown.public


class TinyConversations(TestCase):
    """Through the store, at the closing."""

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 14), st.integers(0, 3), st.sampled_from([0.0, 0.1, 1.0]))
    def test_closing_always_gives_a_result(self, people: int, statements: int, passes: float) -> None:
        conversation = cast.conversation(statements=statements, state=ConversationState.CLOSED)
        add_voters(conversation, people=people, passes=passes)
        assert refresh_full(conversation)
        assert latest_landscape(conversation.pk) is not None
