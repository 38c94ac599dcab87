# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has every role a name and an explanation, in both languages?"""

from __future__ import annotations

from django.utils import translation

from houvast.domain.roles import Role
from houvast.web.people.role_words import ROLE_EXPLANATIONS, ROLE_WORDS


def test_every_role_is_said_and_explained() -> None:
    assert set(ROLE_WORDS) == set(ROLE_EXPLANATIONS) == set(Role)
    with translation.override("nl"):
        assert str(ROLE_WORDS[Role.MANAGER]) == "Beheerder"
        assert len({str(words) for words in ROLE_WORDS.values()}) == len(Role)
    with translation.override("en"):
        assert str(ROLE_WORDS[Role.MANAGER]) == "Manager"
    assert all(str(words).endswith(".") for words in ROLE_EXPLANATIONS.values())
