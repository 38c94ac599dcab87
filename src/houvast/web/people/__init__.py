# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Screens of staff: log in, second factor, accounts, audit trail."""
