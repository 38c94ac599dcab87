# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Results: the landscape, a reading beside it, promises, what came of it."""
