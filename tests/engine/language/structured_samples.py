# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers and addresses that do not exist, by kind, in hasty sentences; the same at every run."""

from __future__ import annotations

import random
from collections.abc import Callable

from faker import Faker

CARRIERS: dict[str, tuple[str, ...]] = {
    "phone": ("bel {} na vijven", "nr {} van moeder", "mobiel: {}", "{} belt steeds", "te bereiken op {}."),
    "email": ("mail {} voor beelden", "{} wil terugkoppeling", "contact: {}", "stuur naar {}."),
    "bsn": ("bsn {} op briefje", "BSN: {}", "burgerservicenummer {} van jongen", "id gezien, bsn = {}"),
    "iban": ("geld moest naar {}", "tikkie op {} betaald", "iban: {}", "{} is zn rekening"),
    "plate": ("kenteken {} staat er weer", "zwarte golf {} met draaiende motor", "auto {} scheurt", "kent. {} bus"),
    "handle": ("op snap heet hij {}", "insta: {}", "tiktok account {} hitst op", "zijn insta is {}", "username {}"),
    "birth date": ("geb. {}", "geboren op {} hier", "geboortedatum: {}", "jongen, geb {} , spijbelt"),
    "document": ("dossiernr. {} bij ggd", "zaaknummer {}", "cliëntnummer {} belt", "pv {} opgemaakt", "vnr {} azc"),
    "address": ("overlast {} weer", "feest op {}, 40 man", "gezin {} komt niet rond", "{} staat leeg"),
    "postcode": ("postcode {} hele blok", "pc {}", "rond {} zitten ze", "adres 12, {} stad"),
    "profile": ("kijk {} maar", "haatpagina {}", "{} deelt filmpjes"),
    "ip": ("ip {} achter nepaccount", "inlog vanaf {}", "adres {} gelogd"),
}
LETTERS = "BDFGHJKLNPRSTVXZ"
SIDECODES = ("LL-99-LL", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "9-LL-999")
STREETS = ("lindelaan", "Kerkstraat", "acacialaan", "Van Goghstraat", "Dorpsstr.", "Burg. Jansenplein", "Oudegracht",
           "meidoornhof", "Lange Nieuwstraat", "Singel", "prins hendrikkade", "Grote Markt", "Molenweg")  # fmt: skip
MONTHS = ("jan", "maart", "mei", "juli", "sept", "december")


def samples(kind: str, count: int) -> list[tuple[str, str]]:
    """(sentence, what it holds of this kind)."""
    rng = random.Random(f"{kind}-{count}")
    fake = Faker("nl_NL")
    fake.seed_instance(rng.randrange(10**6))
    made = (MAKERS[kind](rng, fake) for _ in range(count))
    carriers = CARRIERS[kind]
    return [(carriers[i % len(carriers)].format(one), one) for i, one in enumerate(made)]


def _phone(rng: random.Random, _: Faker) -> str:
    rest = f"{rng.randrange(10**8):08d}"
    return rng.choice([
        f"06{rest}", f"06-{rest}", f"06 {rest[:2]} {rest[2:4]} {rest[4:6]} {rest[6:]}", f"+316{rest}", f"+31 6 {rest}",
        f"00316{rest}", f"06.{rest[:4]}.{rest[4:]}", f"06-{rest[:4]} {rest[4:]}",
        f"020-{rng.randrange(2, 9)}{rest[:6]}",
        f"(070) {rng.randrange(2, 4)}{rest[:2]} {rest[2:4]} {rest[4:6]}",
    ])  # fmt: skip


def _email(rng: random.Random, fake: Faker) -> str:
    user, site = fake.user_name(), fake.free_email_domain()
    return rng.choice([f"{user}@{site}", f"{user.upper()}@{site}", f"{user}.{rng.randrange(99)}@school.nl",
                       f"{user} @ {site}", f"{user}(at){site}", f"{user}+buurt@{site}"])  # fmt: skip


def _bsn(rng: random.Random, fake: Faker) -> str:
    number = fake.ssn()
    return rng.choice([number, f"{number[:4]}.{number[4:6]}.{number[6:]}", f"{number[:3]} {number[3:6]} {number[6:]}"])


def _iban(rng: random.Random, fake: Faker) -> str:
    number = fake.iban()
    grouped = " ".join(number[i : i + 4] for i in range(0, len(number), 4))
    return rng.choice([number, number.lower(), grouped, grouped.replace(" ", "-")])


def _plate(rng: random.Random, _: Faker) -> str:
    code = rng.choice(SIDECODES)
    made = "".join(rng.choice(LETTERS) if c == "L" else str(rng.randrange(10)) if c == "9" else c for c in code)
    return rng.choice([made, made, made.lower(), made.replace("-", ""), made.replace("-", "").lower()])


def _handle(rng: random.Random, fake: Faker) -> str:
    name = fake.first_name().lower().replace(" ", "").replace("-", "")
    return rng.choice([f"@{name}.{rng.randrange(99)}", f"{name}_{rng.randrange(999):03d}", f"{name}.xo",
                       f"xx{name}{rng.randrange(10, 99)}", f"{name}_010", f"lil.{name}"])  # fmt: skip


def _birth_date(rng: random.Random, _: Faker) -> str:
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(1940, 2015)
    return rng.choice([f"{day}-{month}-{year}", f"{day:02d}/{month:02d}/{year}", f"{day} {rng.choice(MONTHS)} {year}",
                       f"{year}-{month:02d}-{day:02d}", f"{day}.{month}.{year % 100:02d}"])  # fmt: skip


def _document(rng: random.Random, _: Faker) -> str:
    number = rng.randrange(10**5, 10**8)
    return rng.choice([f"{number}", f"2024-{number}", f"{rng.choice('ZWK')}{number}", f"2023/{number % 10000:04d}",
                       f"PL1500-2024{number}"])  # fmt: skip


def _address(rng: random.Random, _: Faker) -> str:
    number = rng.randrange(1, 400)
    said = rng.choice([f"{number}", f"{number}{rng.choice('abc')}", f"nr {number}", f"{number}"])
    return f"{rng.choice(STREETS)} {said}"


def _postcode(rng: random.Random, fake: Faker) -> str:
    code = fake.postcode().replace(" ", "")
    return rng.choice([f"{code[:4]} {code[4:]}", code, code.lower()])


def _profile(rng: random.Random, fake: Faker) -> str:
    site = rng.choice(["facebook.com", "instagram.com", "tiktok.com", "x.com", "t.me", "snapchat.com/add"])
    return rng.choice(["https://www.", "www.", ""]) + f"{site}/{fake.user_name()}"


def _ip(rng: random.Random, fake: Faker) -> str:
    return fake.ipv4() if rng.random() < 0.7 else fake.ipv6()


MAKERS: dict[str, Callable[[random.Random, Faker], str]] = {
    "phone": _phone, "email": _email, "bsn": _bsn, "iban": _iban, "plate": _plate, "handle": _handle,
    "birth date": _birth_date, "document": _document, "address": _address, "postcode": _postcode,
    "profile": _profile, "ip": _ip,
}  # fmt: skip
