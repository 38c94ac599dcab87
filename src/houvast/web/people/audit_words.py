# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a line of the log said? Every action of the code has its words here; a test keeps the list whole."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from houvast.domain.conversation import ModerationReason
from houvast.domain.moderation_policy import POLICY
from houvast.domain.roles import Role
from houvast.queries.audit import AuditLine
from houvast.web.people.notice_audit_words import NOTICE_ACTION_WORDS, NOTICE_KIND_WORDS
from houvast.web.people.role_words import ROLE_WORDS

ACTION_WORDS = {
    "account.backup-code-used": gettext_lazy("Used a backup code"),
    "account.backup-codes": gettext_lazy("Made new backup codes"),
    "account.language": gettext_lazy("Chose another language"),
    "account.link-single-sign-on": gettext_lazy("Was tied to the login of the organisation"),
    "account.log-in": gettext_lazy("Logged in"),
    "account.password": gettext_lazy("Chose a password"),
    "account.second-factor": gettext_lazy("Set up the second step"),
    "background.remove": gettext_lazy("Removed a background question"),
    "background.save": gettext_lazy("Saved a background question"),
    "colleague.activate": gettext_lazy("Opened the account of a colleague again"),
    "colleague.add": gettext_lazy("Added a colleague"),
    "colleague.change": gettext_lazy("Changed the name or role of a colleague"),
    "colleague.deactivate": gettext_lazy("Shut the account of a colleague"),
    "colleague.one-time-password": gettext_lazy("Gave a colleague a one-time password"),
    "colleague.reset-second-factor": gettext_lazy("Took away the second step of a colleague"),
    "conversation.change texts": gettext_lazy("Changed the texts of a conversation"),
    "conversation.close": gettext_lazy("Closed a conversation"),
    "conversation.create": gettext_lazy("Made a conversation"),
    "conversation.export": gettext_lazy("Downloaded a file of a conversation"),
    "conversation.import": gettext_lazy("Read in a conversation from elsewhere"),
    "conversation.open": gettext_lazy("Opened a conversation"),
    "conversation.publish": gettext_lazy("Published a result"),
    "conversation.publish again": gettext_lazy("Published a result again"),
    "conversation.remove votes": gettext_lazy("Removed the votes after their time"),
    "conversation.reopen": gettext_lazy("Opened a conversation again"),
    "conversation.set dates": gettext_lazy("Changed the dates of a conversation"),
    "conversation.set languages": gettext_lazy("Chose the languages of a conversation"),
    "conversation.set rules": gettext_lazy("Changed the rules of a conversation"),
    "conversation.translate": gettext_lazy("Translated the texts of a conversation"),
    "invitations.make": gettext_lazy("Made invitation codes"),
    "invitations.revoke": gettext_lazy("Took back invitation codes"),
    "participant.enter": gettext_lazy("Typed in answers from paper or from the street"),
    "participant.undo": gettext_lazy("Took back the answers of a ballot"),
    "promise.change": gettext_lazy("Said how far a promise is"),
    "promise.make": gettext_lazy("Made a promise"),
    "rehearsal.start": gettext_lazy("Started a rehearsal"),
    "rehearsal.stop": gettext_lazy("Ended a rehearsal"),
    "report back.tell": gettext_lazy("Told people what was done"),
    "statement.accept": gettext_lazy("Accepted a statement"),
    "statement.add seed": gettext_lazy("Added a statement of the municipality"),
    "statement.correct": gettext_lazy("Mended a typing error in a statement"),
    "statement.edit seed": gettext_lazy("Changed a statement of the municipality"),
    "statement.leave out": gettext_lazy("Left out a statement"),
    "statement.leave out seed": gettext_lazy("Left out a statement of the municipality"),
    "statement.undo": gettext_lazy("Took back a decision about a statement"),
    **NOTICE_ACTION_WORDS,
}
KIND_WORDS = {
    "conversation": gettext_lazy("conversation"),
    "statement": gettext_lazy("statement"),
    "staffmember": gettext_lazy("colleague"),
    "participant": gettext_lazy("participation"),
    "invitation": gettext_lazy("invitation"),
    "promise": gettext_lazy("promise"),
    "reportback": gettext_lazy("report back"),
    "publication": gettext_lazy("publication"),
    "backgroundquestion": gettext_lazy("background question"),
    **NOTICE_KIND_WORDS,
}
KEY_WORDS = {
    "role": gettext_lazy("role"),
    "former_role": gettext_lazy("role before"),
    "reason": gettext_lazy("reason"),
    "language": gettext_lazy("language"),
    "way": gettext_lazy("with"),
}
WAY_WORDS = {"password": gettext_lazy("a password"), "single sign-on": gettext_lazy("the login of the organisation")}


def say_action(code: str) -> str:
    """What was done; the code itself where an older version of the programme wrote it."""
    return str(ACTION_WORDS.get(code, code))


def say_subject(line: AuditLine) -> str:
    """What it was done to: its name, or its kind and number."""
    kind = str(KIND_WORDS.get(line.kind, line.kind))
    return line.subject or f"{kind} {line.subject_id}"


def say_details(line: AuditLine) -> str:
    """What else was kept, in words where there are words."""
    return "; ".join(f"{KEY_WORDS.get(key, key)}: {_say_value(key, value)}" for key, value in line.details if value)


def _say_value(key: str, value: str) -> str:
    if key in {"role", "former_role"} and value in set(Role):
        return str(ROLE_WORDS[Role(value)])
    if key == "reason" and value in set(ModerationReason):
        return _(POLICY[ModerationReason(value)].label)
    return str(WAY_WORDS.get(value, value)) if key == "way" else value
