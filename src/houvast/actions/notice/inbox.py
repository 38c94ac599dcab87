# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to an idea, an experience or a question that somebody sends? It gets an owner, a date and an answer.

The sender keeps a key, we keep its hash. An e-mail address is kept apart, only with consent, and goes after its use.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from houvast.actions import audit
from houvast.actions.notice.observation_gate import pass_observation_gate
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected, NotFound, StateRefused
from houvast.domain.inbox import MessageKind, MessageState, SenderKind, message_may_become
from houvast.domain.participant_key import hash_key, is_key
from houvast.domain.roles import Capability, Role, may
from houvast.queries.notice.choices import chosen_area, chosen_theme
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Contact, InboxMessage, StaffMember

TEXT_MOST, ANSWER_MOST = 2000, 3000
MOST_A_DAY = 1000
CONTACT_KEPT = timedelta(days=90)  # after the day on which the answer is due
CONTACT_AFTER_ANSWER = timedelta(days=14)  # an answer can be followed by a better one
SCREEN_LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What somebody sends. key: of the private link, made with the form. area, theme: codes, may be empty."""

    key: str
    kind: MessageKind
    sender: SenderKind
    text: str
    language: str
    area: str = ""
    theme: str = ""
    email: str = ""
    consent: bool = False


@transaction.atomic
def send_message(*, sent: Sent, confirmed: frozenset[str] = frozenset()) -> InboxMessage:
    """Keep a message; the same key again gives what is there. FieldRejected: nothing was kept.

    confirmed: what the sender said of a text that may be misunderstood (observation_gate.Confirmation).
    """
    if not is_key(sent.key):
        raise FieldRejected("key", "The private link could not be made. Load the page again and send your text anew.")
    stored = InboxMessage.objects.filter(reply_hash=hash_key(sent.key)).first()
    if stored:
        return stored
    today = timezone.localdate()
    if InboxMessage.objects.filter(received_on=today).count() >= MOST_A_DAY:
        raise StateRefused("So many messages came in today that we cannot take more. Please send yours tomorrow.")
    email = _address(sent)
    due = today + timedelta(days=notice_terms().feedback_days)
    made, _is_new = InboxMessage.objects.get_or_create(
        reply_hash=hash_key(sent.key),
        defaults={
            "note_key": _note_key(sent.key),
            "kind": sent.kind,
            "sender": sent.sender,
            "text": _pass_text(sent, confirmed),
            "language": sent.language if sent.language in SCREEN_LANGUAGES else "nl",
            "area": chosen_area(sent.area),
            "theme": chosen_theme(sent.theme),
            "received_on": today,
            "due": due,
        },
    )
    if email and _is_new:
        Contact.objects.create(message=made, email=email, consented_on=today, remove_after=due + CONTACT_KEPT)
    return made


@transaction.atomic
def take_up(*, number: int, by: StaffMember) -> None:
    """Become the owner of a message. A second time changes nothing."""
    require(by, Capability.ANSWER)
    _give(lock_message(number), by, by, "message.take up")


@transaction.atomic
def hand_over(*, number: int, to: int, by: StaffMember) -> None:
    """Give a message to a colleague who may answer."""
    require(by, Capability.ANSWER)
    colleague = StaffMember.objects.filter(pk=to, is_active=True).first()
    if colleague is None or not may(Role(colleague.role), Capability.ANSWER):
        raise FieldRejected("to", "This colleague cannot answer messages. Choose somebody else.")
    _give(lock_message(number), colleague, by, "message.hand over")


@transaction.atomic
def answer_message(*, number: int, answer: str, by: StaffMember, not_a_person: bool = False) -> None:
    """Answer; the sender reads it behind the private link, and gets a mail where that was asked for."""
    require(by, Capability.ANSWER)
    found = lock_message(number)
    if found.text_removed_at or not message_may_become(MessageState(found.state), MessageState.ANSWERED):
        raise StateRefused("The text of this message is gone, and its sender cannot read an answer any more.")
    found.answer = pass_gate(
        field="answer", text=answer, language=found.language, not_a_person=not_a_person, most=ANSWER_MOST, lines=True
    )
    found.state, found.answered_on = MessageState.ANSWERED, timezone.localdate()
    found.owner = found.owner or by
    found.save(update_fields=["answer", "state", "answered_on", "owner"])
    audit.record(by=by, action="message.answer", subject=found)
    transaction.on_commit(lambda: tell_sender(message_id=found.pk))


@transaction.atomic
def mark_for_case(*, number: int, is_for_case: bool, by: StaffMember) -> None:
    """Put a message aside for a case, or take that back."""
    require(by, Capability.ANSWER)
    found = lock_message(number)
    if found.is_for_case == is_for_case:
        return
    found.is_for_case = is_for_case
    found.save(update_fields=["is_for_case"])
    audit.record(by=by, action="message.mark for case", subject=found, marked=is_for_case)


def tell_sender(*, message_id: int) -> int:
    """Mail the sender that there is an answer, without a word of it and without the link, which we do not know.

    How many mails went out: none where no address was left, or where no mail server is set.
    """
    contact = Contact.objects.filter(message_id=message_id).select_related("message").first()
    if contact is None or not settings.HOUVAST.text("HOUVAST_MAIL"):
        return 0
    with translation.override(contact.message.language):
        subject = _("There is an answer to what you sent us")
        lines = (
            _("You sent us an idea, an experience or a question. We have answered it."),
            _("Open the private link that you were given when you sent it. The answer is there."),
            _("We do not know your link, so it is not in this mail. Your e-mail address will be removed soon."),
            settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
        )
    told = send_mail(subject, "\n\n".join(lines), None, [contact.email], fail_silently=True)
    if told:
        today = timezone.localdate()
        Contact.objects.filter(pk=contact.pk).update(told_on=today, remove_after=today + CONTACT_AFTER_ANSWER)
    return told


def lock_message(number: int) -> InboxMessage:
    """The message, kept from others until the end of the transaction, or NotFound."""
    found = InboxMessage.objects.select_for_update(of=("self",)).filter(pk=number).first()
    if found is None:
        raise NotFound("There is no such message. Look in the inbox.")
    return found


def _give(found: InboxMessage, owner: StaffMember, by: StaffMember, action: str) -> None:
    if found.owner_id == owner.pk and found.state != MessageState.NEW:
        return
    found.owner = owner
    if found.state == MessageState.NEW:
        found.state = MessageState.TAKEN_UP
    found.save(update_fields=["owner", "state"])
    audit.record(by=by, action=action, subject=found, colleague=owner.pk)


def _pass_text(sent: Sent, confirmed: frozenset[str]) -> str:
    """The text as it may be kept: what is said to the municipality may become a signal, so the same gate holds."""
    kept = pass_observation_gate(
        fields={"text": sent.text},
        language=sent.language,
        confirmed=confirmed,
        most={"text": TEXT_MOST},
        required=frozenset({"text"}),
    )
    return kept["text"]


def _address(sent: Sent) -> str:
    """The e-mail address, empty where none was given. FieldRejected: without consent, or none at all."""
    email = sent.email.strip()
    if not email:
        return ""
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise FieldRejected("email", "This is not an e-mail address. Mend it, or leave it empty.") from wrong
    if not sent.consent:
        raise FieldRejected("consent", "Say that we may use your address for this, or leave the address empty.")
    return email


def _note_key(key: str) -> uuid.UUID:
    return uuid.UUID(bytes=hashlib.sha256(f"inbox {hash_key(key)}".encode()).digest()[:16])
