# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody's bytes into our types, and back: exports, tables and reports. No Django."""
