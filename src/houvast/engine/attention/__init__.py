# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where is it worth looking this week? Counts of observations by theme, area and week, and what stands out in them."""
