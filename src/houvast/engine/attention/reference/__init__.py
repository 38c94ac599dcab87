# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the known methods of early warning say? Ported from their formulas, checked against R, used as yardstick."""
