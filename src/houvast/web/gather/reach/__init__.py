# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The adviser reaches people: posters, ballots, invitations, street answers, who is missing."""
