# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented conversations with a known truth, for tests, benchmarks and teaching."""
