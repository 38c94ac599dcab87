# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the driver that is no model keep the promises of one?"""

from __future__ import annotations

import numpy as np
import pytest
from engine.language.theme_data import TinyModel

from houvast.engine.language.embedder import NO_EMBEDDER, Embedder


@pytest.mark.parametrize("driver", [NO_EMBEDDER, TinyModel()], ids=lambda driver: driver.name)
@pytest.mark.parametrize("texts", [(), ("jongeren",), ("jongeren", "", "jongeren")])
def test_a_row_a_text_and_the_same_each_time(driver: Embedder, texts: tuple[str, ...]) -> None:
    assert isinstance(driver, Embedder)
    rows = driver.embed(texts)
    assert (rows.shape, rows.dtype) == ((len(texts), driver.dim), np.float32)
    assert np.array_equal(rows, driver.embed(texts))


def test_none_is_no_model() -> None:
    assert (NO_EMBEDDER.dim, NO_EMBEDDER.fingerprint, NO_EMBEDDER.languages) == (0, "none", ())
