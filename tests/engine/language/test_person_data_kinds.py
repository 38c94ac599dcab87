# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is only a name uncertain?"""

from __future__ import annotations

from houvast.engine.language.person_data_kinds import PersonDataFound, PersonDataKind


def test_only_a_name_is_uncertain() -> None:
    uncertain = [kind for kind in PersonDataKind if not PersonDataFound(kind, 0, 1, "x").is_certain]
    assert uncertain == [PersonDataKind.NAME]
