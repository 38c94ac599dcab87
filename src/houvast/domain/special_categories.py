# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which background questions are never asked? What the law protects most, and what would single people out."""

from __future__ import annotations

import re
from enum import StrEnum


class SpecialCategory(StrEnum):
    """A kind of fact about people that Houvast never asks for (GDPR article 9, and origin in every form)."""

    RELIGION = "religion"
    ORIGIN = "origin"
    HEALTH = "health"
    ORIENTATION = "orientation"
    PARTY = "political party"
    UNION = "trade union"


# Beginnings of words, Dutch and English. A false alarm costs another wording; a miss costs people's trust.
WORDS: dict[SpecialCategory, str] = {
    SpecialCategory.RELIGION: (
        "religi|geloof|gelovig|levensbeschouw|levensovertuiging|kerk|moskee|synagoge|islam|moslim|christen|katholiek|"
        "protestant|joods|jood|hindoe|boeddhis|atheïst|belief|church|mosque|muslim|christian|jewish|catholic"
    ),
    SpecialCategory.ORIGIN: (
        "afkomst|herkomst|etnisch|etnicitei|nationalitei|geboorteland|land van geboorte|migratieachtergrond|ras|"
        "huidskleur|"
        "culturele achtergrond|moedertaal|verblijfsstatus|paspoort|ethnic|nationality|country of birth|born in|race|"
        "skin colour|skin color|mother tongue|migration background|marokkaan|turks|antilliaan|surinaam|allochtoon"
    ),
    SpecialCategory.HEALTH: (
        "gezondheid|ziek|handicap|beperking|gehandicapt|psychisch|verslaving|medicijn|medisch|vaccin|chronisch|"
        "zwanger|health|illness|disabilit|disabled|addiction|medical|pregnan"
    ),
    SpecialCategory.ORIENTATION: (
        "seksue|sexue|geaardheid|homo|hetero|lesbisch|biseks|transgender|lhbt|lgbt|gay|lesbian|sexual"
    ),
    SpecialCategory.PARTY: (
        "politieke partij|politieke voorkeur|welke partij|stemgedrag|op welke partij|gestemd|partijlid|"
        "political part|which party|voted for|vvd|pvv|pvda|groenlinks|cda|d66|fvd|sgp|christenunie|volt|denk"
    ),
    SpecialCategory.UNION: "vakbond|vakvereniging|trade union|fnv|cnv",
}
WHOLE_WORDS = frozenset(
    {"ras", "race", "cda", "volt", "denk", "vvd", "pvv", "sgp", "fvd", "d66", "jood", "gay", "fnv", "cnv"}
)


def find_special_category(text: str) -> SpecialCategory | None:
    """The kind of protected fact that this question or answer is about, None where it is about none."""
    plain = " ".join(text.lower().split())
    for category, words in WORDS.items():
        if any(re.search(_pattern(word), plain) for word in words.split("|")):
            return category
    return None


def _pattern(word: str) -> str:
    end = r"\b" if word in WHOLE_WORDS else ""
    return rf"\b{re.escape(word)}{end}"
