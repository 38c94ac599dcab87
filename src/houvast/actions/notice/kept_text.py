# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May a text of the weekly table be kept? Reasons, dissent and notes go through the gate that signals go through."""

from __future__ import annotations

from houvast.actions.person_data_gate import pass_gate

LANGUAGE = "nl"


def keep_text(field: str, text: str, *, most: int, not_a_person: bool, optional: bool = False) -> str:
    """The text as it may be kept; FieldRejected where it may not."""
    return pass_gate(
        field=field, text=text, language=LANGUAGE, not_a_person=not_a_person, most=most, lines=True, optional=optional
    )
