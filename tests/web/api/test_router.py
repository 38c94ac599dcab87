# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is every call on the one router, with a name of its own?"""

from __future__ import annotations

from houvast.web.api.calls import GATHERED
from houvast.web.api.router import router


def test_every_call_has_its_own_name() -> None:
    assert GATHERED
    names = [operation.operation_id for view in router.path_operations.values() for operation in view.operations]
    assert len(names) == 13
    assert len(set(names)) == len(names)
