# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every change: permission, policy, one transaction, audit. Keyword arguments only; named errors."""
