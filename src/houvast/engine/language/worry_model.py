# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a text like our examples of worries about one person or a crime, where no rule (individual_worry.py) says so?

Rules know their words only. This learns from a few hundred examples which stretches of letters go with which sort:
    tf-idf of two to five letters within words;  p(person), p(crime), p(phenomenon) by logistic regression (L2)
A text is suspect where p(person) + p(crime) > 0.6 and it speaks of somebody in particular, or of what "I" know. It only
ever asks: the writer may say that it is about what happens. The words shown are those that weighed most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from houvast.domain.right_door import WorryKind
from houvast.engine.language.individual_worry import WorryFound
from houvast.engine.language.particular_person import find_mentions, split_sentences
from houvast.engine.language.word_lists import LITTLE_WORDS
from houvast.engine.language.words_in_text import Word, split_words

PERSON, CRIME, PHENOMENON = "person", "crime", "phenomenon"
THRESHOLD = 0.6
INVERSE_PENALTY = 10.0
MOST_WORDS = 3
SHORTEST_WORD = 3
FIRST_PERSON = frozenset("ik wij we".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class WorryModel:
    """A fitted model: how texts become numbers, and what the numbers say."""

    vectorizer: Any
    classifier: Any


def fit_worry_model(examples: Mapping[str, Sequence[str]]) -> WorryModel:
    """The model of these examples by sort: "person", "crime" and "phenomenon", each with a few at least."""
    texts = [text for sort in (PERSON, CRIME, PHENOMENON) for text in examples[sort]]
    sorts = [sort for sort in (PERSON, CRIME, PHENOMENON) for _ in examples[sort]]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    classifier = LogisticRegression(C=INVERSE_PENALTY, class_weight="balanced", max_iter=2000)
    with threadpool_limits(limits=1):  # on a busy machine threads that wait for each other take fifty times as long
        classifier.fit(vectorizer.fit_transform(texts), sorts)
    return WorryModel(vectorizer, classifier)


def suspect_worry(text: str, *, model: WorryModel) -> WorryFound | None:
    """What the text may be about, with the words that weighed most; None where it is more like a phenomenon."""
    words = split_words(text)
    if not _speaks_of_somebody(words):
        return None
    shares = dict(
        zip(
            model.classifier.classes_,
            model.classifier.predict_proba(model.vectorizer.transform([text]))[0],
            strict=True,
        )
    )
    if shares[PERSON] + shares[CRIME] <= THRESHOLD:
        return None
    sort = PERSON if shares[PERSON] >= shares[CRIME] else CRIME
    spans = tuple(sorted((word.start, word.end) for word in _heaviest(words, sort, model)))
    kind = WorryKind.CARE if sort == PERSON else WorryKind.CRIME
    return WorryFound(kind, spans, tuple(text[start:end] for start, end in spans), is_acute=False)


def _speaks_of_somebody(words: tuple[Word, ...]) -> bool:
    if any(word.lower in FIRST_PERSON for word in words):
        return True
    return any(find_mentions(sentence) for sentence in split_sentences(words))


def _heaviest(words: tuple[Word, ...], sort: str, model: WorryModel) -> list[Word]:
    """The words whose letters speak most for this sort rather than for a phenomenon."""
    at = {name: i for i, name in enumerate(model.classifier.classes_)}
    weights = model.classifier.coef_[at[sort]] - model.classifier.coef_[at[PHENOMENON]]
    telling = [i for i, word in enumerate(words) if word.lower not in LITTLE_WORDS and len(word.text) >= SHORTEST_WORD]
    pulls = np.asarray(model.vectorizer.transform([word.lower for word in words]) @ weights).ravel()
    order = sorted((i for i in telling if pulls[i] > 0), key=lambda i: -pulls[i])
    return [words[i] for i in order[:MOST_WORDS]]
