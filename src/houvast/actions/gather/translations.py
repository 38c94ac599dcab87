# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a conversation speak other languages? Texts and statements translated by people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from django.db import transaction

from houvast.actions.audit import record
from houvast.actions.gather.conversation_texts import Texts, keep_texts, read_language
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Capability
from houvast.store.models import Conversation, ConversationText, StaffMember, StatementTranslation

LONGEST_STATEMENT = 400
MOST_LANGUAGES = 20
TRANSLATED = ("title", "purpose", "question", "use_of_answers", "hear_back")


@transaction.atomic
def set_languages(*, conversation: Conversation, languages: Sequence[str], by: StaffMember) -> None:
    """Choose the further languages. Translations into a language that is dropped are kept, in case it comes back."""
    require(by, Capability.PREPARE)
    found = _lock(conversation)
    tags = [read_language("languages", tag) for tag in languages]
    chosen = [tag for at, tag in enumerate(tags) if tag not in tags[:at] and tag != found.language]
    if len(chosen) > MOST_LANGUAGES:
        raise FieldRejected("languages", "Choose at most {most} languages.", most=MOST_LANGUAGES)
    if chosen == found.languages:
        return
    found.languages = conversation.languages = chosen
    found.save(update_fields=["languages"])
    record(by=by, action="conversation.set languages", subject=found, languages=", ".join(chosen))


@transaction.atomic
def save_translations(
    *, conversation: Conversation, language: str, texts: Texts, statements: Mapping[int, str], by: StaffMember,
    not_a_person: bool = False,
) -> None:  # fmt: skip
    """Keep the texts and the statements (by number) in a further language; an empty one is not translated."""
    require(by, Capability.PREPARE)
    found = _lock(conversation)
    if language not in found.languages:
        raise FieldRejected("language", "This conversation does not use that language. Choose it first.")
    _save_texts(found, language, texts, not_a_person)
    changed = _save_statements(found, language, statements, not_a_person)
    record(by=by, action="conversation.translate", subject=found, language=language, statements=changed)


def _lock(conversation: Conversation) -> Conversation:
    found = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    if found.state == ConversationState.PUBLISHED:
        raise StateRefused("The result of this conversation was published: its texts and dates stay as they were.")
    return found


def _save_texts(found: Conversation, language: str, texts: Texts, not_a_person: bool) -> None:
    if not any(value.strip() for value in asdict(texts).values()):
        ConversationText.objects.filter(conversation=found, language=language).delete()
        return
    row = ConversationText.objects.filter(conversation=found, language=language).first()
    before = Texts(**{name: getattr(row, name) for name in TRANSLATED}) if row else None
    values = asdict(keep_texts(texts, language=language, not_a_person=not_a_person, before=before))
    del values["asked_by"]  # the name of an office is not translated
    ConversationText.objects.update_or_create(conversation=found, language=language, defaults=values)


def _save_statements(found: Conversation, language: str, given: Mapping[int, str], not_a_person: bool) -> int:
    there = found.statements.filter(number__in=list(given), is_rehearsal=False)
    rows = {row.number: row for row in there.exclude(text="")}  # the words of a withdrawn one do not come back
    before = dict(
        StatementTranslation.objects.filter(statement__in=rows.values(), language=language).values_list(
            "statement__number", "text"
        )
    )
    changed = 0
    for number, row in sorted(rows.items()):
        text = given[number]
        if " ".join(text.split()) == before.get(number, ""):
            continue
        changed += 1
        mine = StatementTranslation.objects.filter(statement=row, language=language)
        if not text.strip():
            mine.delete()
            continue
        kept = pass_gate(
            field=f"statement-{number}", text=text, language=language, not_a_person=not_a_person,
            most=LONGEST_STATEMENT,
        )  # fmt: skip
        StatementTranslation.objects.update_or_create(statement=row, language=language, defaults={"text": kept})
    return changed
