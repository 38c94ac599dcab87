# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May this text be kept? The one gate that every free text goes through, whoever wrote it."""

from __future__ import annotations

from django.conf import settings

from houvast.domain.errors import FieldRejected
from houvast.engine.language.person_data import PersonDataFound, find_person_data
from houvast.engine.language.plain_text import tidy
from houvast.queries.text_checks import words_of

NAME_MESSAGE = (
    "This may be somebody's name: {excerpts}. Say what happened, not who did it. "
    "Is it nobody's name? Then confirm that."
)
CERTAIN_MESSAGE = "This leads to a person: {excerpts}. Leave it out: everybody can read what you write here."


class PersonDataRejected(FieldRejected):
    """A text with personal data; `can_confirm`: only possible names, which the writer may say are nobody's."""

    code = "person-data"
    confirmed_by = "not_a_person"

    def __init__(
        self, field: str, findings: tuple[PersonDataFound, ...], certain_message: str = CERTAIN_MESSAGE
    ) -> None:
        certain = tuple(found for found in findings if found.is_certain)
        told = certain or findings
        excerpts = ", ".join(dict.fromkeys(found.text for found in told))
        super().__init__(field, certain_message if certain else NAME_MESSAGE, excerpts=excerpts)
        self.findings = findings
        self.can_confirm = not certain


def pass_gate(
    *,
    field: str,
    text: str,
    language: str,
    not_a_person: bool = False,
    most: int | None = None,
    lines: bool = False,
    optional: bool = False,
    about: str = "",
    certain_message: str = CERTAIN_MESSAGE,
) -> str:
    """The text as it may be kept. FieldRejected: empty or too long. PersonDataRejected: it tells of somebody.

    not_a_person: the writer says that possible names are nobody's. most: how long it may be. lines: keep line breaks.
    optional: it may be empty. about: a text of the municipality whose names are nobody's (the conversation's title).
    certain_message: what is said where something leads to a person for certain, with {excerpts}.
    """
    kept = tidy(text, lines=lines)
    if not kept and not optional:
        raise FieldRejected(field, "Write something here.")
    if most is not None and len(kept) > most:
        raise FieldRejected(field, "Write at most {most} characters.", most=most)
    allowed = words_of(f"{settings.HOUVAST.text('HOUVAST_MUNICIPALITY')} {about}")
    findings = find_person_data(kept, language=language, allowed=allowed)
    if not_a_person:
        findings = tuple(found for found in findings if found.is_certain)
    if findings:
        raise PersonDataRejected(field, findings, certain_message)
    return kept
