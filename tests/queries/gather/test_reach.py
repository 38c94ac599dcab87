# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part and whether the way in matters; and that one person more moves nothing."""

from __future__ import annotations

from dataclasses import replace

import cast
import numpy as np
import pytest
from pytest_django import Settings
from snapshots import full_snapshot

from houvast.actions.gather.background import answer_background, remove_background
from houvast.actions.gather.erasure import erase
from houvast.actions.gather.landscapes import refresh_full
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.configuration.environment import Environment
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.votes import Statement
from houvast.engine.landscape.vote_table import build_vote_table
from houvast.engine.mode_difference import ModeFinding
from houvast.engine.reach import ReachFinding
from houvast.queries.gather.landscapes import read_landscape, write_result
from houvast.queries.gather.reach import ModesState, ReachPage, count_by_mode, reach_page
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    Erasure,
    LandscapeSnapshot,
    Participant,
)

pytestmark = pytest.mark.django_db
K = 3
PASSES = 4


def asked(**fields: object) -> tuple[Conversation, list[BackgroundOption]]:
    made = cast.conversation(k=K, **fields)
    question = BackgroundQuestion.objects.create(conversation=made, text="Hoe oud bent u?", source="CBS 2025")
    shares = (("Jong", 0.6), ("Midden", 0.2), ("Oud", None))
    return made, [
        BackgroundOption.objects.create(question=question, order=i, text=text, known_share=share)
        for i, (text, share) in enumerate(shares)
    ]


def join(made: Conversation, number: int, option: BackgroundOption | None, **fields: object) -> list[Participant]:
    people = [cast.participant(made, **fields) for _ in range(number)]
    if option:
        BackgroundAnswer.objects.bulk_create(BackgroundAnswer(participant=p, option=option) for p in people)
    return people


def counted(made: Conversation) -> ReachPage:
    """The page after the meter was asked to count."""
    refresh_reach(made)
    return read(made)


def read(made: Conversation) -> ReachPage:
    return reach_page(made.code, language="nl")


def test_who_is_missing() -> None:
    made, (young, middle, old) = asked()
    for number, option in ((6, young), (30, middle), (12, old), (6, None)):
        join(made, number, option)
    page = counted(made)
    (question,) = page.questions
    assert [(o.people, o.finding) for o in question.options] == [
        (6, ReachFinding.MUCH_LESS),
        (30, ReachFinding.MORE),
        (12, ReachFinding.NOT_KNOWN),
    ]
    assert (question.unanswered, page.counted, page.joined.value) == (6, 54, 54)
    assert [o.text for o in question.missing] == ["Jong"]
    assert question.options[0].known == "60%"
    assert question.chart is not None
    assert "Jong" in question.chart.sentence
    assert page.newcomers is not None
    assert page.newcomers.share == "68%"  # 1 - 0.2 / (30 / 48)


def test_few_are_told_as_few() -> None:
    made, (young, middle, old) = asked()
    for number, option in ((1, young), (30, middle), (9, old), (5, None)):
        join(made, number, option)
    (question,) = counted(made).questions
    assert [o.text for o in question.few] == ["Jong"]
    assert question.options[0].people is None
    shown = [o.people for o in question.options] + [question.unanswered]
    assert shown.count(None) >= 2


def test_one_person_more_moves_nothing_until_there_are_k() -> None:
    made, (young, middle, old) = asked()
    for number, option in ((9, young), (9, middle), (9, old)):
        join(made, number, option)
    before = counted(made)
    for _ in range(K - 1):
        join(made, 1, young)
        assert (counted(made).questions, read(made).counted) == (before.questions, 27)
    join(made, 1, young)
    assert counted(made).counted == 30
    assert read(made).questions != before.questions


def test_what_people_answer_change_take_back_or_erase_shows_only_with_others() -> None:
    made, (young, middle, old) = asked()
    for number, option in ((9, young), (9, middle), (9, old)):
        join(made, number, option)
    before = counted(made).questions
    people = list(made.participants.order_by("number"))
    question = young.question_id
    answer_background(participant=people[0], answers={question: middle.pk})
    answer_background(participant=people[0], answers={question: old.pk})
    remove_background(participant=people[1])
    erase(participant=people[2])
    assert read(made).questions == before  # two count: who only took an answer back does not
    answer_background(participant=people[3], answers={question: middle.pk})
    page = read(made)
    assert (page.counted, [o.people for o in page.questions[0].options], page.questions[0].unanswered) == (
        26, [None, 10, 10], None,
    )  # fmt: skip


def test_before_k_people_nothing_is_measured() -> None:
    made, (young, *_) = asked()
    join(made, K - 1, young)
    join(made, 5, young, is_test=True)
    page = counted(made)
    assert (page.questions, page.counted, page.joined.value, page.joined.is_few) == ((), 0, None, True)
    assert (page.asks_background, page.counted_at) == (True, None)


def voted(made: Conversation, *, online: int, paper: int, agree: dict[Mode, int]) -> None:
    first = made.statements.get(number=0)
    for mode, number in ((Mode.ONLINE, online), (Mode.PAPER, paper)):
        for i, person in enumerate(join(made, number, None, mode=mode)):
            cast.vote(person, first, 1 if i < agree[mode] else 0 if i < agree[mode] + PASSES else -1)


def result(made: Conversation, *, people: int, outside: int = 0) -> LandscapeSnapshot:
    """The final result about so many people, of whom a block stands outside the headline."""
    snapshot = full_snapshot(made)
    shown = replace(read_landscape(snapshot.content), participants=people, participants_counted=people - outside)
    newest = Erasure.objects.filter(conversation=made).order_by("-id").values_list("id", flat=True).first() or 0
    snapshot.content, snapshot.participants, snapshot.last_erasure = write_result(shown), people, newest
    snapshot.save()
    return snapshot


def test_a_difference_by_way_in_comes_first_and_after_the_closing() -> None:
    made = cast.conversation(k=K, statements=2)
    voted(made, online=40, paper=40, agree={Mode.ONLINE: 8, Mode.PAPER: 32})
    result(made, people=80)
    assert read(made).modes.state is ModesState.NOT_CLOSED
    Conversation.objects.update(state=ConversationState.CLOSED)
    modes = read(made).modes
    assert modes.state is ModesState.READY
    assert [(part.modes, part.people) for part in modes.parts] == [((Mode.ONLINE,), 40), ((Mode.PAPER,), 40)]
    assert (modes.differences, modes.rows[0].number, modes.rows[0].finding) == (1, 0, ModeFinding.DIFFERENCE)
    assert modes.rows[0].everybody.startswith("50%")
    assert [share.split()[0] for share in modes.rows[0].parts] == ["20%", "80%"]
    assert modes.rows[1].finding is ModeFinding.TOO_FEW
    assert modes.compared == 1


def test_only_the_very_people_of_the_result_are_compared() -> None:
    made = cast.conversation(k=K, statements=1, state=ConversationState.CLOSED)
    assert read(made).modes.state is ModesState.NOT_COUNTED
    voted(made, online=20, paper=20, agree={Mode.ONLINE: 10, Mode.PAPER: 10})
    snapshot = result(made, people=40)
    assert read(made).modes.state is ModesState.READY
    result(made, people=40, outside=5)
    assert read(made).modes.state is ModesState.OTHER_PEOPLE
    result(made, people=39)
    assert read(made).modes.state is ModesState.OTHER_PEOPLE
    result(made, people=40)
    Erasure.objects.create(conversation=made, former_participant=1, votes=1, hour=0)
    assert read(made).modes.state is ModesState.OTHER_PEOPLE
    LandscapeSnapshot.objects.exclude(pk=snapshot.pk).delete()
    voted(made, online=1, paper=0, agree={Mode.ONLINE: 1, Mode.PAPER: 0})
    assert read(made).modes.state is ModesState.NOT_COUNTED


def test_one_way_in_is_not_compared() -> None:
    made = cast.conversation(k=K, statements=1, state=ConversationState.CLOSED)
    voted(made, online=20, paper=2, agree={Mode.ONLINE: 10, Mode.PAPER: 1})
    result(made, people=22)
    assert read(made).modes.state is ModesState.ONE_WAY


def test_a_real_result_and_the_ways_in_are_about_the_same_people() -> None:
    made = cast.conversation(k=K, statements=3)
    voted(made, online=14, paper=14, agree={Mode.ONLINE: 2, Mode.PAPER: 9})
    Conversation.objects.update(state=ConversationState.CLOSED)
    made.refresh_from_db()
    assert refresh_full(made)
    assert read(made).modes.state is ModesState.READY


def test_counting_by_mode_agrees_with_counting_by_hand() -> None:
    rng = np.random.default_rng(4)
    people, statements = 30, 6
    value = rng.integers(-1, 2, size=(people, statements))
    seen = rng.random((people, statements)) < 0.6
    modes = rng.integers(0, len(Mode), size=people)
    where = np.argwhere(seen)
    table = build_vote_table(
        participants=np.arange(people), statements=tuple(Statement(str(i)) for i in range(statements)),
        participant=where[:, 0], statement=where[:, 1], value=value[seen],
    )  # fmt: skip
    wanted = [1, 4]
    counts, sizes = count_by_mode(table, list(modes), wanted)
    for mode in range(len(Mode)):
        mine = modes == mode
        assert sizes[mode] == (seen[:, wanted].any(axis=1) & mine).sum()
        for i, statement in enumerate(wanted):
            answers = value[mine & seen[:, statement], statement]
            assert counts[mode, i].tolist() == [(answers == v).sum() for v in (1, -1, 0)]


def test_what_there_is_to_hand_out(settings: Settings) -> None:
    made = cast.conversation(languages=["en"], by_invitation=True, state=ConversationState.DRAFT)
    settings.HOUVAST = Environment(
        {**settings.HOUVAST.values, "HOUVAST_EMBED_SITES": "https://a.example https://b.example"}
    )
    page = read(made)
    assert page.embed_sites == ("https://a.example", "https://b.example")
    assert page.link.endswith(f"/g/{made.code}")
    assert ([tag for tag, _ in page.languages], page.by_invitation, page.is_open) == (["nl", "en"], True, False)
