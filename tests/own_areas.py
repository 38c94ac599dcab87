# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""An area of one's own, for the tests that ask every address."""

from __future__ import annotations

from typing import Any

from houvast.domain.area import AreaKind
from houvast.store.models import Area


def area_routes() -> dict[str, dict[str, Any]]:
    """What to fill in the addresses of one area; made at the first call in a test."""
    made, _new = Area.objects.get_or_create(code="E-999", defaults={"name": "Het plein", "kind": AreaKind.OWN})
    return {name: {"identity": made.pk} for name in ("areas:own", "areas:end", "areas:resume")}
