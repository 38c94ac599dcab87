# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words of the office have a plain word beside them? Our own small table; a writer decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_TABLE = """
aangaande: over; aanvang: begin; aanvangen: beginnen; aanwenden: gebruiken; additioneel: extra; additionele: extra;
adequaat: goed, passend; adequate: goede, passende; alsmede: en ook; alvorens: voordat; als gevolg van: door;
betreffende: over; bewerkstelligen: zorgen voor; bij dezen: nu; bijgevolg: daarom;
conform: volgens; continueren: doorgaan met; daar waar: waar; derhalve: daarom; desalniettemin: toch;
desgewenst: als u dat wilt; dienaangaande: daarover; dient te: moet; dienen te: moeten;
echter: maar; evalueren: nagaan hoe het ging; eveneens: ook; evenwel: maar; faciliteren: mogelijk maken;
formuleren: onder woorden brengen; gaarne: graag; geenszins: niet; gelet op: omdat er; geruime tijd: lang;
hetgeen: wat; hierbij: hier; implementeren: invoeren; implementatie: invoering; in casu: hier; in het kader van: voor;
inherent aan: hoort bij; inzake: over; in acht nemen: letten op; indien: als; indicatie: aanwijzing;
ingevolge: volgens; initiëren: beginnen; integraal: samenhangend; inwilligen: goedkeuren; jegens: tegenover;
kenbaar maken: laten weten; kenbaar te maken: te laten weten; krachtens: volgens; met betrekking tot: over;
met ingang van: vanaf; met inachtneming van: volgens; middels: met; mits: alleen als; monitoren: volgen;
naar aanleiding van: na, door; navenant: even; nochtans: toch; omtrent: over; onderhavige: deze; onverwijld: direct;
op grond van: volgens, door; optimaliseren: beter maken; participeren: meedoen; participatie: meedoen;
prioriteren: kiezen wat eerst gaat; realiseren: maken; reeds: al; relevant: belangrijk;
ressorteren onder: vallen onder; retourneren: terugsturen; significant: duidelijk; sommeren: bevelen;
stakeholders: betrokkenen; te allen tijde: altijd; te zijner tijd: later; teneinde: om; ten aanzien van: over;
ten behoeve van: voor; ten gevolge van: door; ter zake: over dit onderwerp; tevens: ook; thans: nu;
tijdig: op tijd; uitsluitend: alleen; veelal: vaak; verifiëren: controleren;
verstrekken: geven; verzoeken: vragen; voorts: ook; voornoemde: deze; waarborgen: zorgen voor; wederom: weer;
woonachtig: wonen; zorgdragen voor: zorgen voor; zulks: dat
"""
PLAIN_WORDS = {
    word.strip(): plain.strip() for word, _, plain in (pair.partition(":") for pair in _TABLE.split(";")) if plain
}


@dataclass(frozen=True, slots=True)
class Jargon:
    """A word of the office, its place in the text (half open), and a plain word for it."""

    start: int
    end: int
    word: str
    plain: str


def find_jargon(text: str) -> tuple[Jargon, ...]:
    """The words of the table that the text holds, in order; of overlapping ones the longest."""
    return tuple(
        Jargon(found.start(), found.end(), found.group(), PLAIN_WORDS[" ".join(found.group().lower().split())])
        for found in _pattern().finditer(text)
    )


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(PLAIN_WORDS, key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
