# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can another front end let somebody take part, with only that person's own participation in reach?"""

from __future__ import annotations

import uuid

import cast
import pytest
from web.api.api_calls import Caller, join

from houvast.domain.conversation import ConversationState, ModerationTiming
from houvast.domain.participant_key import hash_key
from houvast.store.models import Participant, PerceivedView, Statement, Vote

pytestmark = pytest.mark.django_db


def test_joining_gives_a_token_once_and_keeps_its_hash() -> None:
    conversation = cast.conversation()
    response = Caller(conversation.code).post("/deelnemers", {"toestemming": True, "taal": "en"})
    told = response.json()
    assert response.status_code == 201
    assert told["persoonlijkeLink"].endswith(f"/g/{conversation.code}/mijn/{told['token']}")
    kept = Participant.objects.get(conversation=conversation)
    assert (kept.key_hash, kept.mode, kept.language) == (hash_key(told["token"]), "online", "en")
    assert told["token"] not in str(vars(kept))


@pytest.mark.parametrize("body", [{}, {"toestemming": False}, {"toestemming": "ja"}, {"toestemming": True, "x": 1}, []])
def test_without_consent_nobody_takes_part(body: object) -> None:
    conversation = cast.conversation()
    response = Caller(conversation.code).post("/deelnemers", body)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert not Participant.objects.exists()


def test_nobody_takes_part_in_what_is_closed_or_hidden() -> None:
    statuses = {
        state: Caller(cast.conversation(state=state).code).post("/deelnemers", {"toestemming": True}).status_code
        for state in ConversationState
    }
    assert statuses == {
        ConversationState.DRAFT: 404,
        ConversationState.REHEARSAL: 404,
        ConversationState.OPEN: 201,
        ConversationState.CLOSED: 409,
        ConversationState.PUBLISHED: 409,
    }


def test_an_invitation_is_needed_where_the_conversation_asks_for_it() -> None:
    conversation = cast.conversation(by_invitation=True)
    response = Caller(conversation.code).post("/deelnemers", {"toestemming": True})
    assert response.status_code == 400
    assert response.json()["fouten"][0]["veld"] == "uitnodigingscode"


def test_the_whole_way_from_statement_to_vote_to_the_next() -> None:
    conversation = cast.conversation(statements=3)
    caller = join(conversation)
    seen = []
    for done in range(3):
        told = caller.get("/volgende-stelling").json()
        assert (told["aantalBeantwoord"], told["aantalStellingen"]) == (done, 3)
        assert told["stelling"] == caller.get("/volgende-stelling").json()["stelling"]
        seen.append(told["stelling"]["nummer"])
        assert caller.vote(seen[-1], "eens").status_code == 201
    assert sorted(seen) == [0, 1, 2]
    assert caller.get("/volgende-stelling").json()["stelling"] is None
    assert [one["stem"] for one in caller.get("/mijn-deelname").json()["stemmen"]] == ["eens"] * 3


def test_the_same_request_again_is_one_vote_and_a_new_one_changes_it() -> None:
    conversation = cast.conversation()
    caller, request = join(conversation), str(uuid.uuid4())
    for _ in range(3):
        assert caller.vote(0, "eens", request).status_code == 201
    assert Vote.objects.count() == 1
    assert caller.vote(0, "oneens").status_code == 201
    assert caller.get("/mijn-deelname").json()["stemmen"] == [{"stelling": 0, "stem": "oneens"}]


@pytest.mark.parametrize(
    "body",
    [
        {"stelling": 0, "stem": "misschien", "verzoek": str(uuid.uuid4())},
        {"stelling": -1, "stem": "eens", "verzoek": str(uuid.uuid4())},
        {"stelling": 2**40, "stem": "eens", "verzoek": str(uuid.uuid4())},
        {"stelling": "0", "stem": "eens", "verzoek": str(uuid.uuid4())},
        {"stelling": 0, "stem": "eens", "verzoek": "x"},
        {"stelling": 0, "stem": "eens"},
    ],
)
def test_what_does_not_fit_is_400_with_the_field(body: object) -> None:
    caller = join(cast.conversation())
    response = caller.post("/stemmen", body)
    assert response.status_code == 400
    assert {one["veld"] for one in response.json()["fouten"]} <= {"stem", "stelling", "verzoek"}
    assert not Vote.objects.exists()


def test_a_statement_that_is_not_offered() -> None:
    assert join(cast.conversation()).vote(99, "eens").status_code == 404


def asked_for_an_estimate() -> tuple[Caller, int]:
    """Somebody who answered five statements, and the number of the one to estimate."""
    conversation = cast.conversation(statements=6, k=3)
    caller = join(conversation)
    for _ in range(3):
        other = cast.participant(conversation)
        for statement in conversation.statements.all():
            cast.vote(other, statement, 1)
    for number in range(5):
        assert caller.vote(number, "eens").status_code == 201
    return caller, caller.get("/volgende-stelling").json()["schatting"]["nummer"]


@pytest.mark.parametrize("of_ten", [0, 7, 10, None])
def test_an_estimate_is_kept_once(of_ten: int | None) -> None:
    caller, due = asked_for_an_estimate()
    for _ in range(2):
        response = caller.post("/schattingen", {"stelling": due, "vanTien": of_ten})
        assert (response.status_code, response.json()) == (201, {"stelling": due, "vanTien": of_ten})
    assert PerceivedView.objects.get().of_ten == of_ten
    assert caller.post("/schattingen", {"stelling": due, "vanTien": 3}).status_code == 409
    assert PerceivedView.objects.get().of_ten == of_ten


def test_an_estimate_of_another_statement_is_refused() -> None:
    caller, due = asked_for_an_estimate()
    assert caller.post("/schattingen", {"stelling": (due + 1) % 6, "vanTien": 3}).status_code == 409
    assert not PerceivedView.objects.exists()


def test_an_own_statement_waits_or_is_shown_as_the_conversation_says() -> None:
    for timing, fate in ((ModerationTiming.BEFORE, "wacht"), (ModerationTiming.AFTER, "getoond")):
        caller = join(cast.conversation(moderation_timing=timing))
        response = caller.post("/stellingen", {"tekst": "Er moet een bankje bij het water komen."})
        assert response.status_code == 201
        assert response.json()["toestand"] == fate
        (mine,) = caller.get("/mijn-deelname").json()["stellingen"]
        assert (mine["toestand"], mine["tekst"]) == (fate, "Er moet een bankje bij het water komen.")


def test_personal_data_is_refused_and_a_possible_name_asks_to_confirm() -> None:
    caller = join(cast.conversation())
    certain = caller.post("/stellingen", {"tekst": "Bel 06-12345678 voor meer groen.", "geenPersoon": True}).json()
    assert (certain["status"], certain["code"], certain["teBevestigen"]) == (400, "person-data", False)
    assert certain["fouten"][0] == {"veld": "tekst", "melding": certain["detail"], "fragmenten": ["06-12345678"]}
    text = {"tekst": "Volgens Fatima Yilmaz moet er meer groen komen."}
    assert caller.post("/stellingen", text).json()["teBevestigen"] is True
    assert caller.post("/stellingen", {**text, "geenPersoon": True}).status_code == 201
    assert Statement.objects.filter(author__isnull=False).count() == 1


def test_a_statement_can_be_looked_over_before_sending() -> None:
    conversation = cast.conversation(statements=0)
    cast.statement(conversation, number=0, text="Er wordt te hard gereden in de Dorpsstraat")
    told = join(conversation).post("/stellingcontroles", {"tekst": "er word te hard gereden in de dorpstraat?"}).json()
    assert [(one["soort"], one["houdtTegen"]) for one in told["bevindingen"]] == [("question", False)]
    assert [(one["nummer"], one["hetzelfde"]) for one in told["lijktOp"]] == [(0, True)]
    assert Statement.objects.count() == 1


def test_erasing_takes_everything_and_the_token_opens_nothing_any_more() -> None:
    conversation = cast.conversation()
    caller = join(conversation)
    caller.vote(0, "eens")
    caller.post("/stellingen", {"tekst": "Er moet een bankje bij het water komen."})
    assert caller.call("DELETE", "/mijn-deelname?metStellingen=false").status_code == 204
    assert not Participant.objects.exists()
    assert not Vote.objects.exists()
    assert Statement.objects.get(number=conversation.next_statement_number).text != ""
    assert caller.get("/mijn-deelname").status_code == 401


WITH_TOKEN = (
    ("GET", "/volgende-stelling"), ("GET", "/mijn-deelname"), ("DELETE", "/mijn-deelname"), ("POST", "/stemmen"),
    ("POST", "/stellingen"), ("POST", "/stellingcontroles"), ("POST", "/schattingen"),
)  # fmt: skip


@pytest.mark.parametrize(("method", "path"), WITH_TOKEN)
def test_a_token_is_needed_of_somebody_in_this_conversation(method: str, path: str) -> None:
    conversation, other = cast.conversation(), cast.conversation()
    elsewhere = join(other)
    for token in ("", "x", "a" * 32, elsewhere.token, "\u00e9"):
        response = Caller(conversation.code, token).call(method, path, {} if method == "POST" else None)
        assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")
        assert response.json()["code"] == "unknown-participant"
    assert Participant.objects.count() == 1


def test_staff_are_nobody_here() -> None:
    caller = Caller(cast.conversation().code)
    caller.client.force_login(cast.staff())
    assert caller.get("/mijn-deelname").status_code == 401


def test_no_answer_tells_a_token_again() -> None:
    caller = join(cast.conversation())
    caller.vote(0, "eens")
    for path in ("/mijn-deelname", "/volgende-stelling", "/stellingen", ""):
        assert caller.token.encode() not in caller.get(path).content
