# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which messages wait for an answer, whose are they, and what does their sender read?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound
from houvast.domain.inbox import MessageKind, MessageState, SenderKind
from houvast.domain.participant_key import hash_key, is_key
from houvast.domain.roles import CAPABILITIES, Capability
from houvast.store.models import Conversation, InboxMessage, StaffMember

ANSWERED_SHOWN = 30
BEGINNING = 160
TAKES_STATEMENTS = (ConversationState.DRAFT, ConversationState.REHEARSAL, ConversationState.OPEN)
NO_ANSWER_PAGE = "Nothing belongs to this link. Check that you copied all of it. Texts are removed after a time."


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message in the inbox. beginning: of its text. owner: a colleague's name, empty for nobody yet."""

    number: int
    kind: MessageKind
    sender: SenderKind
    beginning: str
    language: str
    area: str
    theme: str
    received_on: date
    due: date
    state: MessageState
    owner: str
    is_late: bool
    is_mine: bool


@dataclass(frozen=True, slots=True)
class InboxPage:
    """The inbox: late ones, other ones that wait, and those answered last."""

    late: tuple[MessageLine, ...]
    waiting: tuple[MessageLine, ...]
    answered: tuple[MessageLine, ...]


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message. has_contact: an address waits to be told of the answer; the address itself is shown nowhere."""

    about: MessageLine
    text: str
    is_text_gone: bool
    answer: str
    answered_on: date | None
    has_contact: bool
    told_on: date | None
    observation: int | None
    statement: int | None
    conversation: str
    is_for_case: bool
    area_code: str
    theme_code: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What the sender reads behind the private link."""

    kind: MessageKind
    text: str
    language: str
    received_on: date
    due: date
    state: MessageState
    is_late: bool
    answer: str
    answered_on: date | None


def inbox_page(*, reader: StaffMember) -> InboxPage:
    """The inbox as it is today."""
    today = timezone.localdate()
    waiting = [_line(one, today, reader) for one in _rows().exclude(state=MessageState.ANSWERED)]
    answered = _rows().filter(state=MessageState.ANSWERED).order_by("-answered_on", "-id")[:ANSWERED_SHOWN]
    return InboxPage(
        late=tuple(one for one in waiting if one.is_late),
        waiting=tuple(one for one in waiting if not one.is_late),
        answered=tuple(_line(one, today, reader) for one in answered),
    )


def message_page(number: int, *, reader: StaffMember) -> MessagePage:
    """The page of one message, or NotFound."""
    found = _rows().select_related("contact", "statement__conversation").filter(pk=number).first()
    if found is None:
        raise NotFound("There is no such message. Look in the inbox.")
    contact = getattr(found, "contact", None)
    return MessagePage(
        about=_line(found, timezone.localdate(), reader),
        text=found.text,
        is_text_gone=found.text_removed_at is not None,
        answer=found.answer,
        answered_on=found.answered_on,
        has_contact=contact is not None,
        told_on=contact.told_on if contact else None,
        observation=found.observation_id,
        statement=found.statement.number if found.statement else None,
        conversation=found.statement.conversation.code if found.statement else "",
        is_for_case=found.is_for_case,
        area_code=found.area.code if found.area else "",
        theme_code=found.theme.code if found.theme else "",
    )


def answer_page(key: str) -> AnswerPage:
    """What stands behind a private link, or NotFound."""
    found = InboxMessage.objects.filter(reply_hash=hash_key(key)).first() if is_key(key) else None
    if found is None:
        raise NotFound(NO_ANSWER_PAGE)
    return AnswerPage(
        kind=MessageKind(found.kind),
        text=found.text,
        language=found.language,
        received_on=found.received_on,
        due=found.due,
        state=MessageState(found.state),
        is_late=found.state != MessageState.ANSWERED and found.due < timezone.localdate(),
        answer=found.answer,
        answered_on=found.answered_on,
    )


def answering_colleagues() -> list[tuple[int, str]]:
    """Id and name of the active colleagues who may answer, by name."""
    roles = [role for role, capabilities in CAPABILITIES.items() if Capability.ANSWER in capabilities]
    found = StaffMember.objects.filter(is_active=True, role__in=roles)
    return list(found.order_by("name", "id").values_list("id", "name"))


def conversation_choices() -> list[tuple[str, str]]:
    """Code and title of the conversations that take statements, the newest first."""
    found = Conversation.objects.filter(state__in=TAKES_STATEMENTS).order_by("-id")
    return list(found.values_list("code", "title"))


def sends_mail() -> bool:
    """Whether this installation can tell somebody by mail."""
    return bool(settings.HOUVAST.text("HOUVAST_MAIL"))


def _rows() -> QuerySet[InboxMessage]:
    return InboxMessage.objects.select_related("area", "theme", "owner")


def _line(one: InboxMessage, today: date, reader: StaffMember) -> MessageLine:
    return MessageLine(
        number=one.pk,
        kind=MessageKind(one.kind),
        sender=SenderKind(one.sender),
        beginning=one.text if len(one.text) <= BEGINNING else f"{one.text[:BEGINNING].rsplit(maxsplit=1)[0]} …",
        language=one.language,
        area=one.area.name if one.area else "",
        theme=one.theme.name if one.theme else "",
        received_on=one.received_on,
        due=one.due,
        state=MessageState(one.state),
        owner=one.owner.name if one.owner else "",
        is_late=one.state != MessageState.ANSWERED and one.due < today,
        is_mine=one.owner_id == reader.pk,
    )
