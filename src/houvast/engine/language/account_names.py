# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words are somebody's e-mail address, profile page or name on a platform, also where the @ was left out?

A name without @ is told by the platform beside it ("insta: lil.mo", "op snap heet hij yassin_020") and by its form:
a sign or digit inside that ordinary words do not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from houvast.engine.language.dictionary import is_compound, is_word

Spans = Iterator[tuple[int, int]]

_AT = r"(?:@|\(at\)|\[at\]|\{at\}|\(apenstaartje\))"
_DOT = r"(?:\.|\(dot\)|\[dot\]|\(punt\)|\[punt\])"
EMAIL = re.compile(
    rf"[\w.+'-]{{1,64}}(?:\s{_AT}\s|{_AT}\s?|\s{_AT}(?=[\w.-]+\.(?:com|nl|org|net|eu|be|de)\b))[\w-]+(?:{_DOT}[\w-]+)*{_DOT}[^\W\d_]{{2,}}"
    r"|[\w.+'-]{1,64}\s(?:at|apenstaartje)\s(?:gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|xs4all|planet)"
    rf"\s?(?:{_DOT}|punt|dot)\s?[^\W\d_]{{2,}}",
    re.IGNORECASE,
)
_SITES = (
    r"facebook\.com|fb\.com|fb\.me|instagram\.com|twitter\.com|x\.com|linkedin\.com|tiktok\.com|snapchat\.com"
    r"|youtube\.com|t\.me|wa\.me|threads\.net|bsky\.app|mastodon\.\w+|pinterest\.com|vk\.com|discord\.gg|twitch\.tv"
    r"|onlyfans\.com|soundcloud\.com"
)
PROFILE = re.compile(
    rf"(?:https?://)?(?<![\w.])(?:[\w-]+\.)?(?:{_SITES})/[^\s<>\"')]+"
    r"|(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/(?:u|users?|profiel|profiles?|members?|lid|@)/?[^\s<>\"')]+",
    re.IGNORECASE,
)
_WITH_AT = re.compile(r"(?<![\w.@/+-])@\w[\w.]{1,28}\w")
_PLATFORM = re.compile(
    r"\b(?:insta(?:gram)?|ig|snap(?:chat)?|tiktok|twitter|telegram|discord|facebook|fb|signal|roblox|steam"
    r"|(?:user|gebruikers|account|profiel)-?\s?na(?:am|me)|username|nickname|account|profiel)\w*\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?<![\w.@/-])[^\W\d_][\w.]{2,28}\w(?![\w@/-])")
_GAP = re.compile(r"[^.!?;\n]{0,32}")
_STATED = re.compile(
    r"^(?:-?(?:account|naam|name|profiel|user(?:name)?|gebruiker(?:snaam)?))?\s*(?:[:=]|\b(?:is|heet|naam|account)\b)"
    r"(?:\s(?:hij|zij|ze))?\s*[\"'‘“]?$",
    re.IGNORECASE,
)
_UNDERSCORED = re.compile(r"(?<![\w.@/-])(?=[\w.]*[^\W\d_]{2})\w[\w.]*_[\w.]*\w(?![\w@/-])")
_FILE_OR_SITE = re.compile(
    r"\.(?:jpe?g|png|pdf|docx?|xlsx?|csv|mp4|mov|heic|nl|com|org|net|eu|be|de|nu|gov)$", re.IGNORECASE
)
# A class, block or week number written as one word is no account ("klas3b", "blok12").
_COUNTED = frozenset(
    """klas groep blok havo vwo vmbo mavo mbo hbo route lijn wk week gebouw zone lokaal team jaar leerjaar top covid
    portiek flat perron spoor halte hal unit vak ploeg cat categorie versie deel fase wijk punt""".split()  # noqa: SIM905
)
_LETTERS = re.compile(r"[^\W\d_]+")


def find_handles(text: str) -> Spans:
    """Half-open places of names on a platform: with @, with an underscore, or said to be one."""
    for pattern in (_WITH_AT, _UNDERSCORED):
        for found in pattern.finditer(text):
            if not _FILE_OR_SITE.search(found.group()):
                yield found.span()
    for platform in _PLATFORM.finditer(text):
        yield from _named_on(text, platform.end())


def _named_on(text: str, start: int) -> Spans:
    """The first word after the name of a platform, within reach, that is an account by its form or is said to be."""
    reach = _GAP.match(text, start)
    end = reach.end() if reach else start
    for found in _TOKEN.finditer(text, start, min(len(text), end + 30)):
        stated = _STATED.match(text[start : found.start()]) is not None
        if found.start() <= end and (_looks_like_account(found.group()) or (stated and _is_strange(found.group()))):
            yield found.span()
            return


def _looks_like_account(token: str) -> bool:
    """Whether a digit, underscore or full stop stands inside, as in no ordinary word, file or site."""
    plain = token.rstrip(".")
    stem = _LETTERS.match(plain)
    if _FILE_OR_SITE.search(plain) or stem is None or stem.group().lower() in _COUNTED:
        return False
    if "_" in plain or any(sign.isdigit() for sign in plain):
        return True
    return "." in plain and not all(len(part) == 1 for part in plain.split("."))


def _is_strange(token: str) -> bool:
    return not any(is_word(token, language) or is_compound(token, language) for language in ("nl", "en"))
