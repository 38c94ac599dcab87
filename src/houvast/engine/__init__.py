# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Arithmetic on arrays and text: no files, no clock, no global randomness."""
