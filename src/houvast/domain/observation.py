# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is a signal (in code: observation) made of? Codes only; the words on screens are in the catalogues.

Sources of the lists: dividing lines and kinds of place after KIS ("Wat is polarisatie?"), threatened needs after DSP
("Wei Ji", 2007), experienced / evidenced / potential after the iCoCo tension monitoring guide (2nd edition, 2010). The
rest is ours. Values are stored: they never change.
"""

from __future__ import annotations

from enum import StrEnum


class ObservationKind(StrEnum):
    """Something that rubs, or something that holds people together. Both count as much."""

    TENSION = "tension"
    RESILIENCE = "resilience"


class DividingLine(StrEnum):
    """Between whom a line runs or threatens to run."""

    ORIGIN_CULTURE_RELIGION = "origin, culture, religion"
    LOCAL_COSMOPOLITAN = "local and cosmopolitan"
    CITY_COUNTRYSIDE = "city and countryside"
    RICH_POOR = "rich and poor"
    EDUCATION = "short and long education"
    LEFT_RIGHT = "left and right"
    CITIZENS_GOVERNMENT = "citizens and government"
    GENERATIONS = "young and old"
    NEWCOMERS = "newcomers and long-time residents"
    OTHER = "other"


class Need(StrEnum):
    """What people feel is threatened."""

    INCOME_WORK = "income and work"
    LIVING_ENJOYMENT = "enjoyment of living"
    OWN_GROUP = "identity of the own group"
    SACRED = "things held sacred"
    RIGHTS = "civil and basic rights"
    SAFETY = "personal safety"
    CHILDREN = "safety of children"
    PEACE = "peace and political stability"
    ENVIRONMENT = "environment"
    COLLECTIVE_GOODS = "other collective goods"


class PlaceKind(StrEnum):
    """What kind of place it was; never which one."""

    STREET = "street"
    SCHOOL = "school"
    WORK = "work"
    SHOP = "shop"
    SPORT = "sport"
    COMMUNITY_CENTRE = "community centre"
    TRANSPORT = "transport"
    PUBLIC_OFFICE = "public office"
    ONLINE = "online phenomenon"
    OTHER = "other"


class Grounds(StrEnum):
    """What it rests on: people feel it, something happened, or something is coming."""

    EXPERIENCED = "experienced"
    EVIDENCED = "evidenced"
    POTENTIAL = "potential"


class SourceKind(StrEnum):
    """What kind of source it comes from; never who."""

    RESIDENT = "resident"
    YOUTH_WORK = "youth work"
    NEIGHBOURHOOD_TEAM = "neighbourhood team"
    POLICE = "police"
    SCHOOL = "school"
    HOUSING = "housing association"
    COUNCIL = "council"
    ENTREPRENEUR = "entrepreneur"
    OUTDOOR_SERVICE = "outdoor service"
    COMMUNITY_ORGANISATION = "community organisation"
    REPORTING_POINT = "reporting point"
    CONVERSATION = "conversation"
    MUNICIPALITY = "municipality"
    OTHER = "other"


class Witness(StrEnum):
    """Seen oneself, or heard from others."""

    SELF = "self"
    HEARD = "heard"


class Tone(StrEnum):
    """What was felt in it."""

    WORRY = "worry"
    ANGER = "anger"
    FEAR = "fear"
    HUMILIATION = "humiliation"
    HOPE = "hope"
    SOLIDARITY = "solidarity"


class Direction(StrEnum):
    """Between groups of people, or between people and the government."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Extent(StrEnum):
    """About how many people it concerns."""

    FEW = "a few"
    TENS = "tens"
    HUNDREDS = "hundreds"
    MORE = "more"


class Origin(StrEnum):
    """How it came in."""

    NOTED = "noted"
    ROUND = "street talk"
    INBOX = "inbox"
    IMPORTED = "imported"
