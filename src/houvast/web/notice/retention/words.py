# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a destruction read on a screen? What it was, and under which rule."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from houvast.queries.notice.retention import DestructionLine

WHAT_WORDS = {
    "observation text": _("Words of signals"),
    "reply text": _("Words of answers to reporters"),
    "observation link": _("Private links of reporters"),
    "message text": _("Messages with their answers and links"),
    "contact": _("E-mail addresses"),
    "round remark": _("Remarks about street-talk rounds"),
}
RULE_WORDS = {
    "weeks after it came in": _("%(n)s weeks after the week it came in"),
    "weeks after the answer": _("%(n)s weeks after the answer"),
    "weeks after the round": _("%(n)s weeks after the round"),
    "end of the use": _("the day after the last day it was needed"),
}


def say_what(line: DestructionLine) -> str:
    """What was destroyed; the code itself where an older version of the programme wrote it."""
    return str(WHAT_WORDS.get(line.what, line.what))


def say_rule(line: DestructionLine) -> str:
    """The rule in words."""
    words = str(RULE_WORDS.get(line.rule, line.rule))
    return words % {"n": line.weeks} if "%(n)s" in words else words
