# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTTP to HTML and JSON. Parses, makes one call to actions or queries, renders or redirects."""
