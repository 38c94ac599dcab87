# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May what colleagues write around signals be kept? Persons out, and a worry about one person to the right door.

A reason, a remark or a promise is written by who has just heard of somebody. What only resembles a worry passes: that
was learned from signals, and at the table people speak otherwise ("we go there").
"""

from __future__ import annotations

from houvast.actions.notice.observation_gate import NO_PERSONS, Confirmation, RightDoor, doors_in_force
from houvast.actions.person_data_gate import pass_gate
from houvast.engine.language.individual_worry import find_worry

LANGUAGE = "nl"


def keep_text(
    field: str, text: str, *, most: int, confirmed: frozenset[str], optional: bool = False, about: str = ""
) -> str:
    """The text as it may be kept; FieldRejected where it may not.

    confirmed: what the writer said of a text that may be misunderstood (observation_gate.Confirmation). about: names of
    areas, which are nobody's.
    """
    kept = pass_gate(
        field=field,
        text=text,
        language=LANGUAGE,
        not_a_person=Confirmation.NOT_A_PERSON in confirmed,
        most=most,
        lines=True,
        optional=optional,
        about=about,
        certain_message=NO_PERSONS,
    )
    worry = find_worry(kept)
    if worry is not None and (worry.is_acute or Confirmation.WHAT_HAPPENS not in confirmed):
        raise RightDoor(field, worry, doors_in_force().for_worry(worry.kind))
    return kept
