# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every read for a screen, an export or the API; gives frozen dataclasses, disclosed where figures are about people."""
