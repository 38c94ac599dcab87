# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published Polis method, for those who must compare: a separate function, not an option of the landscape."""

from houvast.engine.landscape.polis.landscape import PolisLandscape, landscape_polis
from houvast.engine.landscape.polis.statistics import PolisStatistics, polis_statistics

__all__ = ["PolisLandscape", "PolisStatistics", "landscape_polis", "polis_statistics"]
