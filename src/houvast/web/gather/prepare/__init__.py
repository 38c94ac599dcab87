# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The adviser prepares a conversation: purpose, statements, dates, rehearsal, import."""
