# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May the words of a signal be kept? Persons out, a worry about one person to the right door, a warning where it hurts.

Nothing of a text that is refused is stored, logged or put in the session: the errors hold the words that led to the
refusal in memory, for the answer to the writer alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from django.conf import settings

from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected
from houvast.domain.right_door import Door, DoorPack
from houvast.engine.language.individual_worry import WorryFound, find_worry
from houvast.engine.language.protected_facts import SpecialFound, find_special_categories
from houvast.engine.language.worry_model import WorryModel, fit_worry_model, suspect_worry
from houvast.exchange.door_examples import by_sort, read_door_examples
from houvast.exchange.door_pack import read_door_pack

NO_LIMITS: Mapping[str, int] = MappingProxyType({})
NO_PERSONS = "This leads to a person: {excerpts}. Leave it out: Houvast keeps what happens, not who."
DOOR_MESSAGE = (
    "This seems to be about one person, or about a crime: “{excerpts}”. That needs somebody who may act. "
    "Nobody reads this in time, so nothing of it is kept. Go to {doors}."
)
POSSIBLE_DOOR_MESSAGE = (
    "This may be about one person, or about a crime: “{excerpts}”. Then go to {doors}: they may act, and nothing of it "
    "is kept here. Is it about what happens, not about one person? Then confirm that."
)
SPECIAL_MESSAGE = (
    "This tells what somebody believes, is ill with, comes from, loves or votes: “{excerpts}”. Of a few people that "
    "can lead to them. Leave it out, or confirm that the signal cannot be understood without it."
)


class Confirmation(StrEnum):
    """What a writer can say about a text that may be misunderstood; the names of the fields on a form."""

    NOT_A_PERSON = "not_a_person"
    WHAT_HAPPENS = "what_happens"
    IS_NEEDED = "is_needed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open place in the text of the field that was refused."""

    start: int
    end: int


class RightDoor(FieldRejected):
    """A worry about one person or a crime: `doors` to go to, `kind`, and the `excerpts` that led to it.

    `findings` are their places in the field, none where the worry is only seen in the fields together.
    `can_confirm`: the writer may say that it is about what happens; not where somebody is in acute danger.
    """

    code = "right-door"
    confirmed_by = Confirmation.WHAT_HAPPENS

    def __init__(self, field: str, worry: WorryFound, doors: tuple[Door, ...], *, is_in_field: bool = True) -> None:
        message = DOOR_MESSAGE if worry.is_acute else POSSIBLE_DOOR_MESSAGE
        told = " · ".join(door.spoken for door in doors)
        super().__init__(field, message, excerpts=" … ".join(worry.excerpts), doors=told)
        self.kind = worry.kind
        self.doors = doors
        self.excerpts = worry.excerpts
        self.findings = tuple(Stretch(start, end) for start, end in worry.spans) if is_in_field else ()
        self.can_confirm = not worry.is_acute


class SpecialCategoryWarning(FieldRejected):
    """What the law protects most, told of somebody in particular. The writer may confirm that it is needed."""

    code = "special-category"
    confirmed_by = Confirmation.IS_NEEDED
    can_confirm = True

    def __init__(self, field: str, findings: tuple[SpecialFound, ...]) -> None:
        excerpts = ", ".join(dict.fromkeys(found.text for found in findings))
        super().__init__(field, SPECIAL_MESSAGE, excerpts=excerpts)
        self.findings = findings


def pass_observation_gate(
    *,
    fields: Mapping[str, str],
    language: str,
    confirmed: frozenset[str] = frozenset(),
    about: str = "",
    most: Mapping[str, int] = NO_LIMITS,
    required: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """The texts by field as they may be kept. The first refusal is raised, and none of them may be kept.

    confirmed: what the writer said (Confirmation). about: texts of the municipality whose capitalised words are
    nobody's (names of areas, themes and parties). most: how long a field may be. required: fields that may not be
    empty. Raises FieldRejected, PersonDataRejected, RightDoor or SpecialCategoryWarning.
    """
    kept = {
        field: pass_gate(
            field=field,
            text=text,
            language=language,
            not_a_person=Confirmation.NOT_A_PERSON in confirmed,
            most=most.get(field),
            lines=True,
            optional=field not in required,
            about=about,
            certain_message=NO_PERSONS,
        )
        for field, text in fields.items()
    }
    _refuse_worries(kept, overruled=Confirmation.WHAT_HAPPENS in confirmed)
    if Confirmation.IS_NEEDED not in confirmed:
        _warn_of_special_categories(kept)
    return kept


def prepare_gate() -> None:
    """Load and learn what the gate needs, so that the first note does not wait for it."""
    pass_gate(field="text", text="Er is ruzie op het plein.", language=settings.LANGUAGE_CODE)
    doors_in_force()
    _model()


def doors_in_force() -> DoorPack:
    """The doors of this municipality: HOUVAST_DOORS, or those that hold in the whole country."""
    return _doors(settings.HOUVAST.text("HOUVAST_DOORS"))


def _refuse_worries(kept: Mapping[str, str], *, overruled: bool) -> None:
    """Each field, then all together: the person may stand in one field and what is said of them in the next."""
    filled = {field: text for field, text in kept.items() if text}
    together = {next(iter(filled)): ". ".join(filled.values())} if len(filled) > 1 else {}
    for field, text in (*filled.items(), *together.items()):
        worry = find_worry(text) or suspect_worry(text, model=_model())
        if worry is not None and (worry.is_acute or not overruled):
            raise RightDoor(field, worry, doors_in_force().for_worry(worry.kind), is_in_field=text == filled[field])


def _warn_of_special_categories(kept: Mapping[str, str]) -> None:
    for field, text in kept.items():
        findings = find_special_categories(text)
        if findings:
            raise SpecialCategoryWarning(field, findings)


@lru_cache(maxsize=4)
def _doors(path: str) -> DoorPack:
    return read_door_pack(path)


@lru_cache(maxsize=1)
def _model() -> WorryModel:
    """Learned once a process, from the examples that come with Houvast: a fifth of a second."""
    return fit_worry_model(by_sort(read_door_examples()))
