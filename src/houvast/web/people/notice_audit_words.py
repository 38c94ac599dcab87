# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How are the lines of the log about noticing said? Of signals the log knows a role and a week only."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

NOTICE_ACTION_WORDS = {
    "area.add": gettext_lazy("Added an area of our own"),
    "area.change": gettext_lazy("Changed an area of our own"),
    "area.end": gettext_lazy("Ended an area of our own"),
    "area.import": gettext_lazy("Brought in areas"),
    "area.resume": gettext_lazy("Took an area of our own back into use"),
    "attention.decide": gettext_lazy("Decided about an attention point"),
    "attention.missed": gettext_lazy("Told what the list should have shown"),
    "check-in.make": gettext_lazy("Checked in with nothing special"),
    "message.answer": gettext_lazy("Answered a message"),
    "message.hand over": gettext_lazy("Gave a message to a colleague"),
    "message.make observation": gettext_lazy("Made a signal of a message"),
    "message.make statement": gettext_lazy("Made a statement of a message"),
    "message.mark for case": gettext_lazy("Marked a message for a case"),
    "message.take up": gettext_lazy("Took up a message"),
    "notice.terms": gettext_lazy("Changed the terms of noticing"),
    "observation.correct": gettext_lazy("Mended the codes of a signal"),
    "observation.import": gettext_lazy("Read in signals from elsewhere"),
    "observation.note": gettext_lazy("Noted a signal"),
    "observation.reply": gettext_lazy("Answered a reporter"),
    "observation.take up": gettext_lazy("Took up a signal"),
    "round.cancel": gettext_lazy("Cancelled a round of street talk"),
    "round.change": gettext_lazy("Changed a round of street talk"),
    "round.hold": gettext_lazy("Closed a round of street talk"),
    "round.plan": gettext_lazy("Planned a round of street talk"),
    "round.plan again": gettext_lazy("Planned a cancelled round again"),
    "round.promise return": gettext_lazy("Promised a return visit"),
    "round.return": gettext_lazy("Made a return visit"),
    "theme.add": gettext_lazy("Added a theme"),
    "theme.change": gettext_lazy("Changed a theme"),
    "theme.start": gettext_lazy("Began the list of themes"),
    "trigger.add": gettext_lazy("Added an occasion"),
    "trigger.change": gettext_lazy("Changed an occasion"),
    "trigger.remove": gettext_lazy("Removed an occasion"),
}
NOTICE_KIND_WORDS = {
    "area": gettext_lazy("area"),
    "attentionpoint": gettext_lazy("attention point"),
    "checkin": gettext_lazy("check-in"),
    "importmapping": gettext_lazy("make-up of a file"),
    "inboxmessage": gettext_lazy("message"),
    "missedpoint": gettext_lazy("missed point"),
    "noticeterms": gettext_lazy("terms"),
    "observation": gettext_lazy("signal"),
    "round": gettext_lazy("round"),
    "theme": gettext_lazy("theme"),
    "trigger": gettext_lazy("occasion"),
}
