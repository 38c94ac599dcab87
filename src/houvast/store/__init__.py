# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is stored, and what may never be stored: fields and constraints. One Django app, one migration history."""
