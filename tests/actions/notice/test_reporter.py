# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the pseudonym tell one reporter from another, and nothing else?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.notice.reporter import named_reporter_key, reporter_key
from houvast.domain.roles import Role


@pytest.mark.django_db
def test_a_colleague_has_one_pseudonym_and_no_two_have_the_same() -> None:
    samira, bram = cast.staff(), cast.staff(Role.PROFESSIONAL)
    assert reporter_key(samira) == reporter_key(samira)
    assert reporter_key(samira) != reporter_key(bram)
    assert len(reporter_key(samira)) == 64


@pytest.mark.django_db
def test_another_installation_has_other_pseudonyms(settings: object) -> None:
    here = reporter_key(cast.staff())
    settings.SECRET_KEY = "another key"  # type: ignore[attr-defined]
    assert reporter_key(cast.staff()) != here


def test_a_code_from_elsewhere_is_not_a_colleagues_number() -> None:
    assert named_reporter_key("7") == named_reporter_key("7")
    assert named_reporter_key("7") != named_reporter_key("8")
