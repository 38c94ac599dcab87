# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the codes of a signal read on a screen? Every value of domain/observation.py in words, in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

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

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Said = str | _StrPromise
    Words = Mapping[str, Said]

KIND_WORDS: Words = {
    ObservationKind.TENSION: _("Something that rubs"),
    ObservationKind.RESILIENCE: _("Something that connects"),
}
DIVIDING_LINE_WORDS: Words = {
    DividingLine.ORIGIN_CULTURE_RELIGION: _("Origin, culture or religion"),
    DividingLine.LOCAL_COSMOPOLITAN: _("People who look to here, people who look to the world"),
    DividingLine.CITY_COUNTRYSIDE: _("City and countryside"),
    DividingLine.RICH_POOR: _("Rich and poor"),
    DividingLine.EDUCATION: _("Short and long education"),
    DividingLine.LEFT_RIGHT: _("Left and right"),
    DividingLine.CITIZENS_GOVERNMENT: _("Citizens and government"),
    DividingLine.GENERATIONS: _("Young and old"),
    DividingLine.NEWCOMERS: _("Newcomers and long-time residents"),
    DividingLine.OTHER: _("Another line"),
}
NEED_WORDS: Words = {
    Need.INCOME_WORK: _("Income and work"),
    Need.LIVING_ENJOYMENT: _("Enjoyment of living here"),
    Need.OWN_GROUP: _("Identity of the own group"),
    Need.SACRED: _("What people hold sacred"),
    Need.RIGHTS: _("Civil and basic rights"),
    Need.SAFETY: _("Safety of oneself"),
    Need.CHILDREN: _("Safety of children"),
    Need.PEACE: _("Peace and political stability"),
    Need.ENVIRONMENT: _("Environment and nature"),
    Need.COLLECTIVE_GOODS: _("Something else of all of us"),
}
PLACE_KIND_WORDS: Words = {
    PlaceKind.STREET: _("Street, square or park"),
    PlaceKind.SCHOOL: _("School"),
    PlaceKind.WORK: _("Work"),
    PlaceKind.SHOP: _("Shop or market"),
    PlaceKind.SPORT: _("Sport"),
    PlaceKind.COMMUNITY_CENTRE: _("Community centre"),
    PlaceKind.TRANSPORT: _("Bus, train or station"),
    PlaceKind.PUBLIC_OFFICE: _("Town hall or another office"),
    PlaceKind.ONLINE: _("Online, as something that goes round"),
    PlaceKind.OTHER: _("Another kind of place"),
}
GROUNDS_WORDS: Words = {
    Grounds.EXPERIENCED: _("People feel it"),
    Grounds.EVIDENCED: _("Something happened"),
    Grounds.POTENTIAL: _("Something is coming that may stir it"),
}
SOURCE_KIND_WORDS: Words = {
    SourceKind.RESIDENT: _("Resident"),
    SourceKind.YOUTH_WORK: _("Youth work"),
    SourceKind.NEIGHBOURHOOD_TEAM: _("Neighbourhood team"),
    SourceKind.POLICE: _("Police"),
    SourceKind.SCHOOL: _("School"),
    SourceKind.HOUSING: _("Housing association"),
    SourceKind.COUNCIL: _("Council"),
    SourceKind.ENTREPRENEUR: _("Entrepreneur"),
    SourceKind.OUTDOOR_SERVICE: _("Service that works outdoors"),
    SourceKind.COMMUNITY_ORGANISATION: _("Organisation in the neighbourhood"),
    SourceKind.REPORTING_POINT: _("Reporting point"),
    SourceKind.CONVERSATION: _("Conversation with residents"),
    SourceKind.MUNICIPALITY: _("Municipality"),
    SourceKind.OTHER: _("Another source"),
}
WITNESS_WORDS: Words = {Witness.SELF: _("Seen or heard oneself"), Witness.HEARD: _("Heard from others")}
TONE_WORDS: Words = {
    Tone.WORRY: _("Worry"),
    Tone.ANGER: _("Anger"),
    Tone.FEAR: _("Fear"),
    Tone.HUMILIATION: _("Humiliation"),
    Tone.HOPE: _("Hope"),
    Tone.SOLIDARITY: _("Solidarity"),
}
DIRECTION_WORDS: Words = {
    Direction.HORIZONTAL: _("Between groups of people"),
    Direction.VERTICAL: _("Between people and the government"),
}
EXTENT_WORDS: Words = {
    Extent.FEW: _("A few people"),
    Extent.TENS: _("Tens of people"),
    Extent.HUNDREDS: _("Hundreds of people"),
    Extent.MORE: _("Even more people"),
}
ORIGIN_WORDS: Words = {
    Origin.NOTED: _("Noted by a colleague"),
    Origin.ROUND: _("From a street-talk round"),
    Origin.INBOX: _("From a message in the inbox"),
    Origin.IMPORTED: _("Read in from another system"),
}
MARK_WORDS: Words = {
    "is_gut_feeling": _("A gut feeling"),
    "is_us_them": _("People spoke of us and them"),
    "is_repeated": _("It happened before"),
    "concerns_government": _("The government is part of it"),
}
FIELD_WORDS: Words = {
    "grounds": _("What it rests on"),
    "dividing_line": _("Between whom"),
    "need": _("What people feel is threatened"),
    "place_kind": _("Kind of place"),
    "witness": _("Seen or heard"),
    "tone": _("What was felt in it"),
    "direction": _("Which way it runs"),
    "extent": _("About how many people"),
}
WORDS_OF_FIELD: Mapping[str, Words] = {
    "kind": KIND_WORDS,
    "source_kind": SOURCE_KIND_WORDS,
    "origin": ORIGIN_WORDS,
    "grounds": GROUNDS_WORDS,
    "dividing_line": DIVIDING_LINE_WORDS,
    "need": NEED_WORDS,
    "place_kind": PLACE_KIND_WORDS,
    "witness": WITNESS_WORDS,
    "tone": TONE_WORDS,
    "direction": DIRECTION_WORDS,
    "extent": EXTENT_WORDS,
}


def in_words(field: str, value: str) -> str:
    """A value of a field of signals as people read it; the value itself where it is not known."""
    return str(WORDS_OF_FIELD[field].get(value, value))


def choices_of(field: str, nothing: Said | None = None) -> list[tuple[str, Said]]:
    """What can be chosen in a form: (value, words), after the words for nothing where there is a nothing."""
    first: list[tuple[str, Said]] = [] if nothing is None else [("", nothing)]
    return [*first, *((str(value), words) for value, words in WORDS_OF_FIELD[field].items())]
