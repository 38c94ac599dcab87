# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is personal data found in our own set, and are names of every origin found alike? Wilson bounds, by origin.

The names come from lists that the detector does not hold (Faker); the carrier sentences put them at the start, inside
and at the end. See docs/explanation/person-data.md for the figures.
"""

from __future__ import annotations

import math
import time
import zlib

import pytest
from engine.language.language_data import read_rows
from faker import Faker

from houvast.engine.language.person_data import find_person_data

ORIGINS = {
    "Dutch": "nl_NL", "Turkish": "tr_TR", "Polish": "pl_PL", "Maghreb": "fr_DZ", "Hindustani": "en_IN",
    "Flemish": "nl_BE", "Hungarian": "hu_HU", "Finnish": "fi_FI", "Vietnamese": "vi_VN", "Indonesian": "id_ID",
    "Romanian": "ro_RO", "Yoruba": "yo_NG", "Ghanaian": "tw_GH", "Portuguese": "pt_PT", "English": "en_GB",
}  # fmt: skip
ASKED_FOR = ("Dutch", "Turkish", "Polish", "Maghreb", "Hindustani")
NAMES = 200
FLOOR = 0.95
CARRIERS = (
    "Ik heb gesproken met {} over de buurt.",
    "{} zorgt al jaren voor overlast in onze straat.",
    "Volgens {} is de gemeente te laat.",
    "De zoon van {} hangt rond bij het winkelcentrum.",
    "Er moet iets gebeuren, zegt {}.",
    "Het huis van {} staat al maanden leeg.",
    "Laat {} eens zeggen waar het op staat.",
    "Iedereen weet dat {} hier de baas is.",
)
KINDS = {
    "TEL": "phone", "EMAIL": "email", "BSN": "bsn", "KENTEKEN": "plate", "HANDLE": "handle", "ADRES": "address",
    "POSTCODE": "postcode", "ID": "document", "URL": "profile", "GEBDATUM": "birth date", "IBAN": "iban", "IP": "ip",
}  # fmt: skip


def full_names(locale: str) -> list[str]:
    """Names from the lists of a locale, the same at every run."""
    fake = Faker(locale)
    fake.seed_instance(zlib.crc32(locale.encode()))
    return [f"{fake.first_name()} {fake.last_name()}" for _ in range(NAMES)]


def is_found(name: str, carrier: str) -> bool:
    text = carrier.format(name)
    start = text.index(name)
    found = find_person_data(text, language="nl")
    return any(one.start < start + len(name) and one.end > start for one in found)


def wilson_low(hits: int, n: int, z: float = 1.96) -> float:
    share = hits / n
    middle = share + z * z / (2 * n)
    return (middle - z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)


@pytest.mark.parametrize("origin", ORIGINS)
def test_full_names_of_every_origin_are_found(origin: str) -> None:
    names = full_names(ORIGINS[origin])
    missed = [name for i, name in enumerate(names) if not is_found(name, CARRIERS[i % len(CARRIERS)])]
    assert 1 - len(missed) / NAMES >= FLOOR, missed
    assert wilson_low(NAMES - len(missed), NAMES) >= 0.92


def test_no_origin_is_caught_much_less_often_than_another() -> None:
    shares = {
        origin: sum(is_found(n, CARRIERS[i % len(CARRIERS)]) for i, n in enumerate(full_names(ORIGINS[origin]))) / NAMES
        for origin in ASKED_FOR
    }
    assert max(shares.values()) - min(shares.values()) <= 0.03, shares


def test_our_own_set() -> None:
    names, others = [0, 0], []
    for row in read_rows("pii_pos"):
        found = find_person_data(row["text"], language="nl")
        for span in row["spans(kind:start:end;...)"].split(";"):
            kind, start, end = span.split(":")
            hits = [one for one in found if one.start < int(end) and one.end > int(start)]
            if kind == "NAAM":
                names = [names[0] + bool(hits), names[1] + 1]
            elif KINDS[kind] not in {one.kind for one in hits}:
                others.append((kind, row["text"]))
    assert others == []
    assert names[0] >= 19
    assert names[1] == 21


def test_few_false_alarms() -> None:
    lookalikes = [row["text"] for row in read_rows("pii_neg")]
    plain = [row["text"] for row in read_rows("observations")] + [row["text"] for row in read_rows("fuel")]
    plain += [row[side] for row in read_rows("dups") for side in ("a", "b")]
    assert len([text for text in lookalikes if find_person_data(text, language="nl")]) <= 0.15 * len(lookalikes)
    assert len([text for text in plain if find_person_data(text, language="nl")]) <= 0.02 * len(plain)


def test_numbers_are_not_told_again_as_names() -> None:
    found = find_person_data("Fatima Yilmaz, Lindelaan 4, mail f.yilmaz@example.com", language="nl")
    assert [one.kind for one in found] == ["name", "address", "email"]


def test_quick_enough_for_every_form() -> None:
    texts = [row["text"] for row in read_rows("observations") + read_rows("pii_pos") + read_rows("pii_neg")] * 4
    for text in texts[:150]:
        find_person_data(text, language="nl")
    began = time.perf_counter()
    for text in texts:
        find_person_data(text, language="nl")
    rate = len(texts) / (time.perf_counter() - began)
    assert rate >= 500, rate  # measured some ten times that on a quiet machine


def test_the_same_text_gives_the_same_answer_and_places_are_right() -> None:
    for row in read_rows("pii_pos"):
        first = find_person_data(row["text"], language="nl")
        assert first == find_person_data(row["text"], language="nl")
        assert all(row["text"][one.start : one.end] == one.text for one in first)
