# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The opinion landscape: from votes on statements to groups (if any), what binds and what divides."""
