# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be shown: the only place that suppresses. Pages, charts and files accept only these types."""

from houvast.engine.disclosure.disclose import disclose as disclose
from houvast.engine.disclosure.result import DisclosedLandscape as DisclosedLandscape
