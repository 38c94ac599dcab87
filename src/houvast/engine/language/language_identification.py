# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which of these languages is a short text written? One of the candidates, or unknown.

A naive Bayes model of bytes (py3langid) restricted to the languages that occur here: for short texts that matters more
than which model it is. margin = p(best) - p(second); under 0.3, or 0.5 for a single word, the answer is unknown.
A text in a language that is no candidate is often unknown but may be taken for a neighbour; a mixed one for either.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from houvast.engine.language.words_in_text import WORD

LEAST_MARGIN = 0.3
LEAST_MARGIN_OF_A_WORD = 0.5
FEWEST_LETTERS = 3


def identify_language(text: str, *, candidates: Sequence[str]) -> str | None:
    """The code of one of the candidates ("nl", "en", "tr", …), or None: unknown.

    ValueError where fewer than two candidates are given or the model does not know one of them.
    """
    words = WORD.findall(text)
    if sum(map(len, words)) < FEWEST_LETTERS:
        return None
    (best, first), (_, second), *_ = _model(tuple(sorted(set(candidates)))).rank(text)
    least = LEAST_MARGIN if len(words) > 1 else LEAST_MARGIN_OF_A_WORD
    return str(best) if first - second >= least else None


@lru_cache(maxsize=8)
def _model(candidates: tuple[str, ...]) -> Any:
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    unknown = sorted(set(candidates) - set(model.labels))
    if len(candidates) < 2 or unknown:
        raise ValueError(f"give two or more languages that the model knows, not {', '.join(unknown or candidates)}")
    model.set_languages(list(candidates))
    return model
