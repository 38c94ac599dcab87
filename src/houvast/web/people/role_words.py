# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What are the roles called on the screen, and what may they do?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from houvast.domain.roles import Role

ROLE_WORDS = {
    Role.MANAGER: _("Manager"),
    Role.ADVISER: _("Adviser"),
    Role.COMMUNICATION: _("Communication"),
    Role.PROFESSIONAL: _("Professional"),
    Role.READER: _("Reader"),
}
ROLE_EXPLANATIONS = {
    Role.MANAGER: _("Adds colleagues and reads the log. Sees conversations."),
    Role.ADVISER: _("Does everything in conversations: prepares, moderates, publishes, reports back, makes files."),
    Role.COMMUNICATION: _("As the adviser, but without paper answers and without files with a row for each person."),
    Role.PROFESSIONAL: _("Hands out invitations and types in answers from paper and from the street."),
    Role.READER: _("Looks along inside the team, and changes nothing."),
}
