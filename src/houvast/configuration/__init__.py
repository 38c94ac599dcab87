# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is this installation set up? Environment variables become Django's settings; nothing here knows the subject."""
