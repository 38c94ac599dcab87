# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the moderator's screens, and where does a moderator go on after a decision?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from django.urls import reverse

from houvast.domain.votes import Moderation
from houvast.queries.gather.moderation import ModeratedStatement, QueueList, QueuePage, StatementPage, statement_page
from houvast.queries.gather.moderation_log import LogPage, PolicyPage
from houvast.web.gather.moderate.forms import DecisionForm, LeaveOutForm, MendForm, names_of

LIST_NAMES = {QueueList.WAITING: "", QueueList.ACCEPTED: "toegelaten", QueueList.LEFT_OUT: "weggelaten"}
LISTS = {name: shows for shows, name in LIST_NAMES.items()}


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with the form for leaving it out. following: the number of the next one on the page, or None."""

    about: ModeratedStatement
    leave_out: LeaveOutForm
    following: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a moderator is: a list, its page, the statement just decided on, and the one to go on with."""

    shows: QueueList = QueueList.WAITING
    page: int = 1
    done: int | None = None
    accepted: int | None = None
    following: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What was just done: a decision about one statement, or how many were accepted together."""

    number: int | None = None
    moderation: Moderation | None = None
    accepted: int | None = None


@dataclass(frozen=True, slots=True)
class ListLink:
    """A list with its address and how many are in it."""

    shows: QueueList
    href: str
    number: int
    here: bool


@dataclass(frozen=True, slots=True)
class QueueScreen:
    """A page of a list; previous and next are addresses or empty. following: the statement where the notice stands."""

    code: str
    title: str
    place: Place
    lists: tuple[ListLink, ...]
    cards: tuple[Card, ...]
    notice: Notice | None
    following: int | None
    number: int
    pages: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class StatementScreen:
    """One statement: decide about it, or mend a typing error. sent: the form that was sent and refused."""

    code: str
    title: str
    card: Card
    mend: MendForm
    sent: DecisionForm | MendForm | None


@dataclass(frozen=True, slots=True)
class LogScreen:
    """Decisions with the addresses of newer and older ones."""

    log: LogPage
    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class PolicyScreen:
    """The rules, and where to object."""

    policy: PolicyPage
    contact: str
    contact_says: str


def read_place(data: Mapping[str, str]) -> Place:
    """Where somebody is, from an address or a form; what is nonsense is the beginning."""
    return Place(
        shows=LISTS.get(data.get("lijst", ""), QueueList.WAITING),
        page=_number(data.get("pagina")) or 1,
        done=_number(data.get("gedaan")),
        accepted=_number(data.get("samen")),
        following=_number(data.get("volgende")),
    )


def queue_address(code: str, place: Place) -> str:
    """The address of a place in the queue, at the statement to go on with."""
    parts = {
        "lijst": LIST_NAMES[place.shows],
        "pagina": place.page if place.page > 1 else None,
        "gedaan": place.done,
        "samen": place.accepted,
        "volgende": place.following,
    }
    asked = urlencode({name: value for name, value in parts.items() if value not in {None, ""}})
    at = "" if place.following is None else f"#stelling-{place.following}"
    return reverse("moderate:queue", args=[code]) + (f"?{asked}" if asked else "") + at


def queue_screen(found: QueuePage, place: Place) -> QueueScreen:
    """The page of a list with a form for each statement."""
    numbers = [one.number for one in found.statements]
    following = dict(pairwise(numbers))
    cards = tuple(_card(one, following.get(one.number)) for one in found.statements)
    return QueueScreen(
        code=found.code,
        title=found.title,
        place=Place(found.shows, found.number),
        lists=_lists(found),
        cards=cards,
        notice=_notice(found.code, place),
        following=place.following if place.following in numbers else None,
        number=found.number,
        pages=found.pages,
        previous=queue_address(found.code, Place(found.shows, found.number - 1)) if found.number > 1 else "",
        next=queue_address(found.code, Place(found.shows, found.number + 1)) if found.number < found.pages else "",
    )


def statement_screen(found: StatementPage, sent: DecisionForm | MendForm | None = None) -> StatementScreen:
    """One statement; a form that was refused stands there as it was filled in."""
    about = found.statement
    card = Card(about, sent) if isinstance(sent, LeaveOutForm) else _card(about, None)
    names = names_of(about.number)
    mend = sent if isinstance(sent, MendForm) else MendForm(initial={"text": about.text}, auto_id=names)
    return StatementScreen(found.code, found.title, card, mend, sent)


def log_screen(found: LogPage) -> LogScreen:
    """A page of decisions with its neighbours."""
    here = reverse("moderate:log", args=[found.code])
    newer = f"{here}?pagina={found.number - 1}" if found.number > 1 else ""
    older = f"{here}?pagina={found.number + 1}" if found.number < found.pages else ""
    return LogScreen(found, newer, older)


def _card(about: ModeratedStatement, following: int | None) -> Card:
    return Card(about, LeaveOutForm(auto_id=names_of(about.number)), following)


def _lists(found: QueuePage) -> tuple[ListLink, ...]:
    counts = (found.counts.waiting, found.counts.accepted, found.counts.left_out)
    return tuple(
        ListLink(shows, queue_address(found.code, Place(shows)), count, shows is found.shows)
        for shows, count in zip(QueueList, counts, strict=True)
    )


def _notice(code: str, place: Place) -> Notice | None:
    if place.accepted is not None:
        return Notice(accepted=place.accepted)
    if place.done is None:
        return None
    return Notice(number=place.done, moderation=statement_page(code, place.done).statement.moderation)


def _number(text: object) -> int | None:
    found = str(text)
    return int(found) if found.isdecimal() and len(found) < 10 else None
