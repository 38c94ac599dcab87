# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is something learned from confirmed texts, the same each time, and nothing from too few?"""

from __future__ import annotations

import numpy as np
import pytest
from engine.language.theme_data import SMALL, TEXTS, TRUTH, TinyModel

from houvast.engine.language.theme_learning import FEWEST_EXAMPLES, MOST_EXAMPLES, learn_from, learn_themes
from houvast.exchange.theme_pack import read_theme_pack

NIGHT = tuple(f"lawaai in de nacht door tieners nummer {i}" for i in range(5))
DAMP = tuple(f"vocht op de muur en een kapotte kraan nummer {i}" for i in range(5))
LEARNED = learn_themes(NIGHT + DAMP, ("jeugd",) * 5 + ("wonen",) * 5, SMALL)


def test_words_outside_the_list_are_learned() -> None:
    lesson = learn_from("weer lawaai midden in de nacht", learned=LEARNED)
    assert lesson.support[0] > 0 == lesson.support[1] == lesson.support[2]
    assert int(lesson.nearness.argmax()) < len(NIGHT)


def test_of_a_text_about_something_else_little_is_said() -> None:
    assert learn_from("compliment voor het orkest", learned=LEARNED).support.max() < 0.1


def test_a_theme_takes_part_from_four_texts() -> None:
    few = learn_themes(NIGHT + DAMP[: FEWEST_EXAMPLES - 1], ("jeugd",) * 5 + ("wonen",) * 3, SMALL)
    assert (few.learned, few.model, len(few.texts)) == ((0,), None, 5)
    assert learn_from(DAMP[0], learned=few).support.max() == 0
    enough = learn_themes(NIGHT + DAMP[:4], ("jeugd",) * 5 + ("wonen",) * 4, SMALL)
    assert enough.learned == (0, 1)


def test_only_the_latest_examples_are_kept() -> None:
    texts = tuple(f"tekst {i}" for i in range(MOST_EXAMPLES + 30))
    assert learn_themes(texts, ("jeugd",) * len(texts), SMALL).texts == texts[30:]


def test_the_same_texts_teach_the_same() -> None:
    again = learn_themes(NIGHT + DAMP, ("jeugd",) * 5 + ("wonen",) * 5, SMALL)
    for text in TEXTS[:10]:
        assert np.array_equal(learn_from(text, learned=again).support, learn_from(text, learned=LEARNED).support)


def test_a_frequent_theme_does_not_draw_all_texts() -> None:
    many = tuple(f"lawaai in de nacht nummer {i}" for i in range(60))
    learned = learn_themes(many + DAMP, ("jeugd",) * 60 + ("wonen",) * 5, SMALL)
    assert learn_from("vocht op de muur", learned=learned).support.argmax() == 1


def test_codes_that_the_list_lacks_are_left_out() -> None:
    assert learn_themes(NIGHT, ("gone",) * 5, SMALL).texts == ()
    assert learn_themes((), (), SMALL).learned == ()


def test_unequal_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match="5 texts and 1 codes"):
        learn_themes(NIGHT, ("jeugd",), SMALL)


def test_a_model_of_meaning_reads_the_descriptions() -> None:
    learned = learn_themes((), (), SMALL, embedder=TinyModel())
    lesson = learn_from("pubers op de hoek", learned=learned)
    assert int(lesson.description.argmax()) == 0
    assert 0 <= lesson.description.min() <= lesson.description.max() <= 1.0001
    assert not learn_from("pubers op de hoek", learned=LEARNED).description.any()


def test_our_own_signals_teach_what_was_held_out() -> None:
    """Without the words of the list: learning alone, better than chance (1 in 8)."""
    bare = read_theme_pack()
    held = [at for at in range(len(TEXTS)) if TRUTH[at] and at % 5 == 0]
    rest = [at for at in range(len(TEXTS)) if TRUTH[at] and at % 5]
    learned = learn_themes([TEXTS[at] for at in rest], [TRUTH[at] for at in rest], bare)
    codes = bare.codes()
    right = [codes[int(learn_from(TEXTS[at], learned=learned).support.argmax())] == TRUTH[at] for at in held]
    assert np.mean(right) >= 0.5
