# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do signals from another system come in? By a mapping that is remembered, through the gate, all or none.

A row keeps its key whatever the file is called: the same file again adds nothing. What the gate refuses is told by line
and never stored; the rest comes in only where the colleague says so.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from houvast.actions.audit import record_in_week
from houvast.actions.notice.observation_gate import (
    NO_PERSONS,
    RightDoor,
    SpecialCategoryWarning,
    pass_observation_gate,
)
from houvast.actions.notice.reporter import UNKNOWN_REPORTER, named_reporter_key
from houvast.actions.permission import require
from houvast.actions.person_data_gate import PersonDataRejected, pass_gate
from houvast.domain.errors import FieldRejected, FileRejected
from houvast.domain.observation import (
    Direction,
    DividingLine,
    Extent,
    Grounds,
    Need,
    ObservationKind,
    Origin,
    PlaceKind,
    SourceKind,
    Tone,
    Witness,
)
from houvast.domain.roles import Capability
from houvast.domain.week import monday_of
from houvast.exchange.observation_rows import CODED_FIELDS, TEXT_FIELDS, ObservationRow, read_rows
from houvast.store.models import Area, ImportMapping, Observation, StaffMember, Theme

MOST_BYTES = 2_000_000  # more would be written to a temporary file before the gate could look at it
BATCH = 1000
TEXT_MOST = 2000
VALUE_MOST = 120
ASKED_MOST = 50  # their values that a screen asks about at once; the rest comes the next time
OLDEST = date(2000, 1, 3)
OURS: dict[str, type[StrEnum]] = {
    "kind": ObservationKind,
    "source_kind": SourceKind,
    "grounds": Grounds,
    "witness": Witness,
    "tone": Tone,
    "direction": Direction,
    "extent": Extent,
    "dividing_line": DividingLine,
    "need": Need,
    "place_kind": PlaceKind,
}
NAMESPACE = uuid.UUID("6f1b6f0e-7a0f-5c1e-9d55-1c6f0e2b7a10")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that does not come in: its line, the kind of reason (a code of the gate, or "value"), and what it is about.

    about: words for the colleague who sends the file, kept nowhere.
    """

    line: int
    reason: str
    about: str


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came of a file. unknown: their values that the mapping does not know, by our field."""

    stored: int = 0
    known_already: int = 0
    refused: tuple[RefusedRow, ...] = ()
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_in(self) -> bool:
        """Whether the file came in, wholly or without what was refused."""
        return bool(self.stored or self.known_already)


@transaction.atomic
def save_mapping(
    *,
    name: str,
    columns: Mapping[str, str],
    values: Mapping[str, Mapping[str, str]],
    source_kind: str,
    by: StaffMember,
    not_a_person: bool = False,
) -> ImportMapping:
    """Remember how the columns and values of a file become ours, under a name; a known name gets the new mapping.

    Their columns and values are words of somebody's file: those that are new go through the gate too.
    """
    require(by, Capability.IMPORT_OBSERVATIONS)
    kept = name.strip()[:80]
    if not kept:
        raise FieldRejected("name", "Give the mapping a name, such as the system that the file comes from.")
    if source_kind not in set(SourceKind):
        raise FieldRejected("source_kind", "Choose the kind of source.")
    passed = {
        word for one in ImportMapping.objects.filter(name=kept) for word in (kept, *_words(one.columns, one.values))
    }
    for word in sorted({kept, *_words(columns, values)} - passed):
        pass_gate(
            field="name" if word == kept else "values", text=word, language=settings.LANGUAGE_CODE, most=VALUE_MOST,
            not_a_person=not_a_person, certain_message=NO_PERSONS,
        )  # fmt: skip
    found, _ = ImportMapping.objects.update_or_create(
        name=kept,
        defaults={
            "columns": {ours: theirs for ours, theirs in columns.items() if theirs},
            "values": {ours: {k: v for k, v in known.items() if v} for ours, known in values.items()},
            "source_kind": source_kind,
        },
    )
    return found


def _words(columns: Mapping[str, str], values: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Their words in a mapping."""
    yield from (column for column in columns.values() if column)
    yield from (theirs for known in values.values() for theirs, ours in known.items() if ours)


def import_observations(
    *, content: bytes, name: str, mapping: ImportMapping, leave_out_refused: bool, by: StaffMember
) -> ImportOutcome:
    """Read a file of signals. Nothing is stored while rows are refused, unless those are to be left out.

    FieldRejected: the file cannot be read. The outcome tells lines and reasons; the words of refused rows go nowhere.
    """
    require(by, Capability.IMPORT_OBSERVATIONS)
    if len(content) > MOST_BYTES:
        raise FieldRejected("file", "This file is more than {most} MB. Split it.", most=MOST_BYTES // 1_000_000)
    try:
        rows = read_rows(content, columns=mapping.columns, name=name)
    except FileRejected as refused:
        raise FieldRejected("file", "The file cannot be read. {reason}", reason=str(refused)) from refused
    reader = _Reader(mapping)
    made = [reader.read(row) for row in rows]
    whole = [one for one in made if isinstance(one, Observation)]
    refused_rows = tuple(one for one in made if isinstance(one, RefusedRow))
    unknown = {ours: tuple(sorted(values)) for ours, values in reader.unknown.items()}
    if refused_rows and not (leave_out_refused and whole):
        return ImportOutcome(refused=refused_rows, unknown=unknown)
    stored = _store(whole, mapping=mapping, by=by)
    return ImportOutcome(stored, len(whole) - stored, refused_rows, unknown)


@transaction.atomic
def _store(observations: list[Observation], *, mapping: ImportMapping, by: StaffMember) -> int:
    """How many were new."""
    keys = [one.note_key for one in observations]
    known = set(Observation.objects.filter(note_key__in=keys).values_list("note_key", flat=True))
    new = [one for one in observations if one.note_key not in known]
    Observation.objects.bulk_create(new, batch_size=BATCH)
    record_in_week(role=by.role, action="observation.import", subject=mapping, number=len(new))
    return len(new)


class _Reader:
    """Turns rows into observations, or says why not."""

    def __init__(self, mapping: ImportMapping) -> None:
        self._mapping = mapping
        self._areas = {key: area for area in Area.objects.all() for key in (area.code.lower(), area.name.lower())}
        self._themes = {key: theme for theme in Theme.objects.all() for key in (theme.code, theme.name.lower())}
        self._seen: Counter[str] = Counter()
        self._today = timezone.localdate()
        self._language = settings.LANGUAGE_CODE
        self.unknown: dict[str, set[str]] = {}

    def read(self, row: ObservationRow) -> Observation | RefusedRow:
        """An observation that is not stored yet, or why this row does not come in."""
        if not OLDEST <= row.week <= self._today:
            return RefusedRow(row.line, "value", row.week.isoformat())
        missing = [(ours, row.cells[ours]) for ours in CODED_FIELDS if self._is_unknown(ours, row.cells.get(ours, ""))]
        if missing:
            return self._ask(row.line, missing)
        if not row.cells["seen"]:
            return RefusedRow(row.line, "empty", "")
        try:
            texts = self._texts(row)
        except FieldRejected as refused:
            return RefusedRow(row.line, refused.code, ", ".join(_excerpts(refused)))
        return self._observation(row, texts)

    def _ask(self, line: int, missing: Sequence[tuple[str, str]]) -> RefusedRow:
        """Remember the values that are to be asked about; not one that leads to a person: the answer would be kept."""
        about = ", ".join(theirs[:VALUE_MOST] for _, theirs in missing)
        try:
            for ours, theirs in missing:
                pass_gate(
                    field=ours, text=theirs, language=self._language, not_a_person=True, most=VALUE_MOST, optional=True
                )
        except FieldRejected as refused:
            return RefusedRow(line, refused.code, about)
        for ours, theirs in missing:
            if sum(map(len, self.unknown.values())) < ASKED_MOST:
                self.unknown.setdefault(ours, set()).add(theirs)
        return RefusedRow(line, "value", about)

    def _texts(self, row: ObservationRow) -> dict[str, str]:
        given = {ours: row.cells.get(ours, "") for ours in TEXT_FIELDS}
        return pass_observation_gate(
            fields={ours: text for ours, text in given.items() if text},
            language=self._language,
            confirmed=frozenset(),
            most=dict.fromkeys(TEXT_FIELDS, TEXT_MOST),
        )

    def _code(self, ours: str, theirs: str) -> str:
        known: str = self._mapping.values.get(ours, {}).get(theirs, theirs)
        return known

    def _is_unknown(self, ours: str, theirs: str) -> bool:
        code = self._code(ours, theirs)
        if not theirs or code == "-":  # a value that was mapped to "leave open"
            return False
        if ours == "area":
            return code.lower() not in self._areas
        if ours == "theme":
            return code.lower() not in self._themes
        return code not in set(OURS[ours])

    def _observation(self, row: ObservationRow, texts: Mapping[str, str]) -> Observation:
        codes = {ours: self._code(ours, row.cells.get(ours, "")) for ours in CODED_FIELDS}
        codes = {ours: "" if code == "-" else code for ours, code in codes.items()}
        reporter = row.cells.get("reporter", "")
        coded = {ours: code for ours, code in codes.items() if ours in OURS and code}
        return Observation(
            note_key=self._key(row),
            origin=Origin.IMPORTED,
            week=row.week,
            entered_week=monday_of(self._today),
            area=self._areas.get(codes["area"].lower()),
            theme=self._themes.get(codes["theme"].lower()),
            reporter_key=named_reporter_key(f"{self._mapping.name}:{reporter}") if reporter else UNKNOWN_REPORTER,
            language=self._language,
            **{"kind": ObservationKind.TENSION, "source_kind": self._mapping.source_kind, **coded},
            **texts,
        )

    def _key(self, row: ObservationRow) -> uuid.UUID:
        """The same for the same row, as often as it stands in the file; it tells nothing of the words."""
        content = "\x1f".join(f"{ours}={row.cells[ours]}" for ours in sorted(row.cells))
        digest = salted_hmac("houvast.notice.import", content, secret=settings.SECRET_KEY, algorithm="sha256")
        self._seen[digest.hexdigest()] += 1
        return uuid.uuid5(NAMESPACE, f"{self._mapping.name}:{digest.hexdigest()}:{self._seen[digest.hexdigest()]}")


def _excerpts(refused: FieldRejected) -> Iterator[str]:
    """What the refusal is about, for the answer alone."""
    if isinstance(refused, RightDoor):
        yield from refused.excerpts
    elif isinstance(refused, PersonDataRejected | SpecialCategoryWarning):
        yield from (found.text for found in refused.findings)
