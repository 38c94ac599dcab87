# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few hundred mutated files in every build; bench/fuzz_input.py reads ten thousand."""

from __future__ import annotations

from collections import Counter

from exchange.mutated_files import judge, make_case


def test_a_result_or_a_clear_error_and_never_a_wrong_silent_result(tmp_path):
    verdicts = Counter(judge(make_case(seed, tmp_path / "case")) for seed in range(600))
    assert set(verdicts) == {"result", "clear error"}, verdicts
    assert min(verdicts.values()) > 100
