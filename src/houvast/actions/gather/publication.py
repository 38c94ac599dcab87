# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""When may a result go out, and with what? Closed, counted to the last vote, with a reading by a person."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.actions import audit
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import StateRefused
from houvast.domain.roles import Capability
from houvast.engine.disclosure.left_out import drop_statements
from houvast.queries.gather.landscapes import left_out_since, read_landscape, write_result
from houvast.queries.gather.perception import perception_gaps, write_gaps
from houvast.queries.gather.publications import is_counted_to_the_end, newest_full_snapshot
from houvast.queries.gather.readings import join_reading
from houvast.store.models import Conversation, LandscapeSnapshot, Publication, StaffMember

READING_MOST = 12_000


def publish_reading(
    *,
    conversation: Conversation,
    binds: str,
    divides: str,
    unknown: str,
    by: StaffMember,
    further: str = "",
    not_a_person: bool = False,
) -> Publication:
    """Publish with a reading in parts; what is wrong with a part is said of that part."""
    parts = {"binds": binds, "divides": divides, "unknown": unknown, "further": further}
    for field, text in parts.items():
        _gate(conversation, field, text, not_a_person, optional=field == "further")
    reading = join_reading(**parts, language=conversation.language)
    return publish(conversation=conversation, reading=reading, by=by, not_a_person=not_a_person)


def publish(*, conversation: Conversation, reading: str, by: StaffMember, not_a_person: bool = False) -> Publication:
    """Publish the result as it is now, or put a new reading beside the published one; what stood there is kept."""
    require(by, Capability.PUBLISH)
    kept = _gate(conversation, "reading", reading, not_a_person)
    with transaction.atomic():
        now = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
        if now.state == ConversationState.PUBLISHED:
            return _read_anew(now, kept, by)
        return _publish_first(now, kept, by)


def _gate(conversation: Conversation, field: str, text: str, not_a_person: bool, *, optional: bool = False) -> str:
    return pass_gate(
        field=field,
        text=text,
        language=conversation.language,
        not_a_person=not_a_person,
        most=READING_MOST,
        lines=True,
        optional=optional,
        about=conversation.title,
    )


def _publish_first(conversation: Conversation, reading: str, by: StaffMember) -> Publication:
    snapshot = _settled_snapshot(conversation)
    gaps = write_gaps(perception_gaps(conversation.pk))
    made = _add(conversation, snapshot, gaps, reading, by)
    conversation.state = ConversationState.PUBLISHED
    conversation.published_at = made.at
    conversation.save(update_fields=["state", "published_at"])
    audit.record(by=by, action="conversation.publish", subject=conversation, snapshot=snapshot.pk)
    return made


def _read_anew(conversation: Conversation, reading: str, by: StaffMember) -> Publication:
    """The figures stay those that were published, also where people have withdrawn since."""
    last = conversation.publications.select_related("snapshot").latest("id")
    made = _add(conversation, last.snapshot, last.perception, reading, by)
    audit.record(by=by, action="conversation.publish again", subject=conversation, snapshot=last.snapshot_id)
    return made


def _settled_snapshot(conversation: Conversation) -> LandscapeSnapshot:
    if conversation.state != ConversationState.CLOSED:
        raise StateRefused("People can still take part. Close the conversation before you publish its result.")
    snapshot = newest_full_snapshot(conversation.pk)
    if snapshot is None or not is_counted_to_the_end(snapshot):
        raise StateRefused("The result is still being computed to the last vote. Wait a minute and try again.")
    return _without_left_out(snapshot)


def _without_left_out(snapshot: LandscapeSnapshot) -> LandscapeSnapshot:
    """As it was counted, without statements that were left out since: what is published never told of them."""
    counted = read_landscape(snapshot.content)
    shown = drop_statements(counted, left_out_since(snapshot.conversation_id))
    if shown is counted:
        return snapshot
    kept = ("conversation_id", "kind", "at", "participants", "last_vote", "last_erasure", "perception")
    values = {name: getattr(snapshot, name) for name in kept}
    return LandscapeSnapshot.objects.create(**values, votes=shown.votes, content=write_result(shown))


def _add(
    conversation: Conversation, snapshot: LandscapeSnapshot, perception: str, reading: str, by: StaffMember
) -> Publication:
    return Publication.objects.create(
        conversation=conversation, snapshot=snapshot, perception=perception, reading=reading, by=by, at=timezone.now()
    )
