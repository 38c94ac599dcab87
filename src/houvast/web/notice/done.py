# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was just done? The page after an action says so: its address has a word, and the word has a sentence."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

DONE: Final = "gedaan"
SENTENCES: Final = {
    "bewaard": _("Saved."),
    "toegevoegd": _("Added."),
    "opgepakt": _("Taken up."),
    "overgedragen": _("Handed over. Your colleague sees it in the inbox."),
    "antwoord": _("Your answer is kept. The sender can read it now."),
    "terugkoppeling": _("Your answer is kept. The reporter can read it now."),
    "signaal": _("It is a signal now."),
    "stelling": _("It is a statement now, in the conversation that you chose."),
    "besluit": _("The decision is kept."),
    "verteld": _("It is kept. Thank you for telling."),
    "gepland": _("The round is planned."),
    "afgesloten": _("The round is closed. Thank you for going and listening."),
    "afgezegd": _("The round is cancelled."),
    "gaat-door": _("The round goes on after all."),
    "terugbezoek": _("The return visit is planned."),
    "terug-geweest": _("Kept: you went back."),
    "weggehaald": _("It is off the calendar."),
    "beeindigd": _("The area has ended."),
    "hervat": _("The area is in use again."),
}


def on_to(name: str, *args: object, done: str) -> HttpResponseRedirect:
    """On to the page of this name, which says what was done; `done` is a word of SENTENCES."""
    assert done in SENTENCES  # noqa: S101 -- a word that no sentence belongs to would say nothing
    return HttpResponseRedirect(f"{reverse(name, args=args)}?{DONE}={done}")


def sentence_of(word: str) -> str:
    """The sentence of a word in an address; empty where there is none."""
    return str(SENTENCES.get(word, ""))
