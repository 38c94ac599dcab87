# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Results as pictures: accessible SVG, the same as a table, and the same in one sentence."""
