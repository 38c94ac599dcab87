# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may come where? Every address stands in declared_access.py; here each is asked, as everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import cast
import pytest
from crawled_conversations import NAMES_A_THING, Seeded, seed
from declared_access import EXPECTED
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from residents import joined

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Capability, Role, may
from houvast.web.shared.access import (
    EVERYBODY,
    Access,
    access_of,
)

NOT_READY = {"health-ready"}  # the tests' tables come from no migrations, so the app says that it is not ready
WITHOUT_SETTINGS = {"security-txt", "people:single-sign-on", "people:single-sign-on-return"}  # nothing there until set
NO_THING = {400, 404, 405, 409}  # 409: nothing of the kind can be changed now
JUNK = {"nothing": "of any form"}  # not empty, for an empty form counts as one that was not sent
HUGE = 10**30


@dataclass(frozen=True, slots=True)
class Route:
    """An address of the app: its name, what it is made of, and the view behind it."""

    name: str
    pattern: str
    parameters: tuple[str, ...]
    access: Access | None


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, space: str = "", before: str = ""
) -> Iterator[Route]:
    """Every route of the app, whatever list it is in."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        pattern = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from routes(one.url_patterns, inner, pattern)
        else:
            yield Route(f"{space}{one.name}", pattern, tuple(one.pattern.converters), access_of(one.callback))


def address(route: Route, seeded: Seeded, **instead: Any) -> str:
    """The address of this route for what was seeded; `instead`: other values for what it asks."""
    if route.name == "api:no-address":
        return "/api/v1/nergens"
    values = {**seeded.values, **seeded.of_route.get(route.name, {}), **instead}
    missing = sorted(set(route.parameters) - set(values))
    assert not missing, f"{route.name} needs {missing}: say in tests/crawled_conversations.py what to fill in"
    return reverse(route.name, kwargs={name: values[name] for name in route.parameters})


def as_access(expected: Access | Capability) -> Access:
    return Access(staff=True, capability=expected) if isinstance(expected, Capability) else expected


def admitted(expected: Access | Capability, role: Role | None) -> bool:
    """Said once more here, so that the door is not its own judge."""
    if expected == EVERYBODY:
        return True
    return role is not None and (may(role, expected) if isinstance(expected, Capability) else True)


def ask(client: Client, method: str, where: str, data: dict[str, str] | None = None) -> HttpResponse:
    """One request by this visitor, after which everything is as it was: the tables and the cookies."""
    visitor = Client(raise_request_exception=False)
    visitor.cookies.load(client.cookies.output(header="", sep=";"))
    with transaction.atomic():
        answer = getattr(visitor, method)(where, JUNK if method == "post" and data is None else data)
        answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer


def visitor_with(role: Role | None) -> Client:
    client = Client()
    if role:
        client.force_login(cast.staff(role))
    return client


def visitor_of(seeded: Seeded, name: str) -> Client:
    """Somebody who may use this address: an adviser, or a resident who takes part in this conversation."""
    if EXPECTED[name] != EVERYBODY:
        return visitor_with(Role.ADVISER)
    takes_part = seeded.conversation.state == ConversationState.OPEN and name != "resident:join"
    return joined(seeded.conversation)[0] if takes_part else Client()


def wrong(route: Route, answer: HttpResponse, method: str, where: str, role: Role | None) -> str:
    """What is wrong with this answer to somebody with this role; empty where nothing is."""
    status = answer.status_code
    if not admitted(EXPECTED[route.name], role):
        back = f"?next={quote(where, safe='')}" if method == "get" else ""
        log_in = reverse("people:log-in") + back
        shut = status == 403 if role else (status == 302 and quote(answer["Location"], safe="/?=%") == log_in)
        return "" if shut else "is not admitted and yet not turned away"
    if status >= 500 and route.name not in NOT_READY:
        return "finds something broken"
    if status == 302 and answer["Location"].startswith(reverse("people:log-in")):
        return "is admitted and yet sent to log in"
    return "is admitted and yet refused" if status == 403 else ""


def crawl(seeded: Seeded, client: Client, role: Role | None) -> list[str]:
    """Everything wrong that somebody with this role finds at any address."""
    found = []
    for route in routes():
        where = address(route, seeded)
        for method in ("get", "post"):
            answer = ask(client, method, where)
            fault = wrong(route, answer, method, where, role)
            if fault:
                found.append(f"{method} {route.name} ({where}): {role or 'a visitor'} {fault}: {answer.status_code}")
    return found


def test_every_address_says_who_it_is_for() -> None:
    assert [route.pattern for route in routes() if route.access is None] == []


def test_every_address_has_a_name_of_its_own() -> None:
    names = [route.name for route in routes()]
    assert sorted(set(names)) == sorted(names)
    assert not [name for name in names if name.endswith(("None", ":"))]


def test_the_table_has_every_address_and_no_other() -> None:
    names = {route.name for route in routes()}
    new, gone = sorted(names - set(EXPECTED)), sorted(set(EXPECTED) - names)
    assert not new, f"decide who these are for, and write it in EXPECTED: {new}"
    assert not gone, f"take these out of EXPECTED, or give them their address back: {gone}"


def test_every_address_is_for_whom_the_table_says() -> None:
    known = [route for route in routes() if route.name in EXPECTED]
    other = {r.name: (r.access, EXPECTED[r.name]) for r in known if r.access != as_access(EXPECTED[r.name])}
    assert other == {}, "declared and expected differ"


def test_what_changes_accounts_or_gives_rows_is_never_for_everybody() -> None:
    """The addresses say it too: below beheer/ nobody comes in without an account."""
    assert not [r.name for r in routes() if r.pattern.startswith("beheer") and not (r.access and r.access.staff)]


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role])
def test_everybody_finds_their_own_doors_open_and_the_others_shut(role: Role | None) -> None:
    assert crawl(seed(ConversationState.OPEN), visitor_with(role), role) == []


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(set(ConversationState) - {ConversationState.OPEN}))
def test_no_state_of_a_conversation_breaks_a_page(state: ConversationState) -> None:
    seeded = seed(state)
    assert crawl(seeded, visitor_with(Role.ADVISER), Role.ADVISER) == []
    assert crawl(seeded, visitor_with(None), None) == []


@pytest.mark.django_db
def test_a_resident_comes_in_nowhere_else_than_a_visitor() -> None:
    seeded = seed(ConversationState.OPEN)
    resident, _ = joined(seeded.conversation)
    assert crawl(seeded, resident, None) == []


@pytest.mark.django_db
def test_the_seeded_values_find_something() -> None:
    """Else the crawl would knock at doors that lead nowhere."""
    seeded = seed(ConversationState.OPEN)
    visitors = (visitor_with(Role.ADVISER), visitor_with(Role.MANAGER), joined(seeded.conversation)[0])
    lost = [
        route.name
        for route in routes()
        if all(ask(who, "get", address(route, seeded)).status_code in {403, 404} for who in visitors)
    ]
    assert set(lost) == WITHOUT_SETTINGS | {"api:no-address"}


@pytest.mark.django_db
@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.OPEN])
def test_a_number_beyond_every_table_is_not_found(state: ConversationState) -> None:
    seeded = seed(state)
    numbered = [route for route in routes() if {"number", "identity"} & set(route.parameters)]
    assert numbered
    for route in numbered:
        role = Role.MANAGER if EXPECTED[route.name] is Capability.MANAGE_PEOPLE else Role.ADVISER
        where = address(route, seeded, number=HUGE, identity=HUGE)
        for method in ("get", "post"):
            assert ask(visitor_with(role), method, where).status_code in NO_THING, f"{method} {route.name}"


@pytest.mark.django_db
@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.OPEN])
def test_nothing_of_one_conversation_is_reached_through_the_code_of_another(state: ConversationState) -> None:
    """Every address with more in it than a code, asked with the code of one and the rest of the other."""
    own, other = seed(state), seed(state, mark="ANDERS")
    deeper = [r for r in routes() if "code" in r.parameters and set(r.parameters) & set(NAMES_A_THING)]
    before = other.rows()
    assert {"number", "identity", "key"} <= {name for route in deeper for name in route.parameters}
    for route in deeper:
        where = address(route, other, code=own.conversation.code)
        visitor = visitor_with(None if EXPECTED[route.name] == EVERYBODY else Role.ADVISER)
        for method in ("get", "post"):
            answer = getattr(visitor, method)(where, JUNK if method == "post" else None)
            erases = route.name == "resident:personal-erase"  # says the same whether there is something or not
            assert answer.status_code in NO_THING | ({200, 302} if erases else set()), f"{method} {route.name}"
            assert b"ANDERS" not in answer.content, f"{method} {route.name}"
            assert other.rows() == before, f"{method} {route.name}"


@pytest.mark.django_db
@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.OPEN])
def test_no_form_reaches_into_another_conversation(state: ConversationState) -> None:
    """Forms filled in as they should be, with the numbers and ids of the other conversation."""
    own, other = seed(state), seed(state, mark="ANDERS")
    before, by_name = other.rows(), {route.name: route for route in routes()}
    for name, data in other.sent.items():
        answer = visitor_of(own, name).post(address(by_name[name], other, code=own.conversation.code), data)
        assert answer.status_code < 500, name
        assert b"ANDERS" not in answer.content, name
        assert other.rows() == before, name


@pytest.mark.django_db
def test_the_same_forms_do_something_at_home() -> None:
    """Else they would prove nothing: every form changes its own conversation, as a draft or while it is open."""
    by_name = {route.name: route for route in routes()}
    idle = set(by_name)
    for home in (seed(ConversationState.DRAFT), seed(ConversationState.OPEN)):
        before, still = home.rows(), set()
        for name, data in home.sent.items():
            with transaction.atomic():
                visitor_of(home, name).post(address(by_name[name], home), data)
                still |= {name} if home.rows() == before else set()
                transaction.set_rollback(True)
        idle &= still
    assert idle == set()


@pytest.mark.django_db
def test_a_key_of_one_conversation_opens_nothing_in_the_api_of_another() -> None:
    own, other = seed(ConversationState.OPEN), seed(ConversationState.OPEN, mark="ANDERS")
    bearer = {"authorization": f"Bearer {other.values['key']}"}
    for name in ("api:mine", "api:next_statement"):
        assert Client().get(reverse(name, args=[other.conversation.code]), headers=bearer).status_code == 200
        assert Client().get(reverse(name, args=[own.conversation.code]), headers=bearer).status_code == 401
