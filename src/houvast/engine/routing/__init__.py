# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statement comes next? What the statements say about opinion, and the lottery over those not yet seen."""
