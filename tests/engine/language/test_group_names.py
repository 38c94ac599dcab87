# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are groups of people known as groups, and names that look like them not?"""

from __future__ import annotations

import pytest

from houvast.engine.language.group_names import CAPITAL_GROUPS, GROUPS, names_capital_group, names_group


@pytest.mark.parametrize("word", ["Marokkaanse", "Polen", "joodse", "Surinamers", "Syrische", "Chinese", "Muslims"])
def test_peoples_and_faiths(word: str) -> None:
    assert names_capital_group(word)
    assert names_group(word)


@pytest.mark.parametrize("word", ["Erik", "Christian", "Romana", "Sami", "Ester", "Armen"])
def test_names_that_begin_like_a_people(word: str) -> None:
    assert not names_capital_group(word)


def test_lists_are_in_small_letters() -> None:
    assert [word for word in CAPITAL_GROUPS | GROUPS if word != word.lower()] == []
