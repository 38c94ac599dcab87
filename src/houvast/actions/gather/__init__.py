# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changes of the first stage: conversations, votes, statements, moderation, publication."""
