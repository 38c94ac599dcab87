# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How are states, checks and choices called on these screens?"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from houvast.actions.gather.rehearsal import Shape
from houvast.domain.conversation import ConversationState, ModerationTiming, Origin

Words = str | Promise

STATE_WORDS: dict[ConversationState, Words] = {
    ConversationState.DRAFT: pgettext_lazy("conversation", "Being prepared"),
    ConversationState.REHEARSAL: pgettext_lazy("conversation", "Rehearsal"),
    ConversationState.OPEN: pgettext_lazy("conversation", "Open"),
    ConversationState.CLOSED: pgettext_lazy("conversation", "Closed"),
    ConversationState.PUBLISHED: pgettext_lazy("conversation", "Published"),
}
STATE_KINDS = {
    ConversationState.DRAFT: "neutral",
    ConversationState.REHEARSAL: "error",
    ConversationState.OPEN: "ok",
    ConversationState.CLOSED: "warning",
    ConversationState.PUBLISHED: "neutral",
}
CHECK_WORDS: dict[str, Words] = {
    "purpose": _("Say why you ask this"),
    "question": _("Write the question behind it"),
    "asked_by": _("Say who asks"),
    "use_of_answers": _("Say what happens with the answers"),
    "hear_back": _("Say when and how people hear back, with a date"),
    "statements": _("Add at least five statements"),
    "closes_at": _("Choose a closing date"),
    "moderation": _("Choose when statements by residents appear, and read the house rules"),
}
TIMING_WORDS: dict[ModerationTiming, Words] = {
    ModerationTiming.BEFORE: _("After a colleague has read it"),
    ModerationTiming.AFTER: _("At once; a colleague reads it afterwards"),
}
ORIGIN_WORDS: dict[Origin, Words] = {
    Origin.MUNICIPALITY: _("municipality"),
    Origin.RESIDENT: _("resident"),
    Origin.IMPORTED: _("imported"),
}
SHAPE_WORDS: dict[Shape, Words] = {
    Shape.CONTINUUM: _("Opinions run from one side to the other, without groups"),
    Shape.TWO_GROUPS: _("Two groups that disagree"),
    Shape.NOISE: _("Everybody answers at random, so there is nothing to see"),
}
