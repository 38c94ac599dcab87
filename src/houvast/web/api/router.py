# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the calls of the API are gathered: one router, because two calls on one address must be one view."""

from __future__ import annotations

from ninja import Router

READING = ["Gesprekken"]
TAKING_PART = ["Deelnemen"]

router = Router(by_alias=True)
