# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Street-talk rounds: planning, walking, closing, going back; and how much was done where."""
