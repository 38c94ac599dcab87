# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a text shown in the language somebody asked for where it is there, and as it was written where it is not?"""

from __future__ import annotations

import cast
import pytest

from houvast.queries.gather.words import (
    Words,
    choose_language,
    conversation_words,
    language_choices,
    languages_of,
    name_of,
    words_in,
)
from houvast.store.models import ConversationText

SENTENCE = "Er moet meer groen komen."


def test_a_translation_says_what_it_was_made_from() -> None:
    found = words_in("ar", text=SENTENCE, written_in="nl", translations={"ar": "المزيد من الخضرة."})
    assert found == Words("المزيد من الخضرة.", "ar", "rtl", SENTENCE, "nl", "ltr")


@pytest.mark.parametrize("language", ["nl", "tr"])
def test_what_is_not_translated_stays_as_it_was_written(language: str) -> None:
    assert words_in(language, text=SENTENCE, written_in="nl", translations={"ar": "x", "nl": "y"}) == Words(
        SENTENCE, "nl", "ltr"
    )


@pytest.mark.parametrize(
    ("asked", "kept", "screen", "expected"),
    [
        ("", "nl", "nl", "nl"),
        ("", "nl", "en", "en"),  # the screens' languages follow the screen
        ("", "ar", "en", "ar"),  # another one was chosen and is kept
        ("nl", "ar", "en", "nl"),
        ("ar", "nl", "nl", "ar"),
        ("xx", "xx", "nl", "nl"),  # the conversation has no such language
    ],
)
@pytest.mark.django_db
def test_which_language(asked: str, kept: str, screen: str, expected: str) -> None:
    conversation = cast.conversation(languages=["en", "ar"])
    assert choose_language(conversation, asked=asked, kept=kept, screen=screen) == expected


@pytest.mark.django_db
def test_what_can_be_chosen() -> None:
    assert language_choices(cast.conversation(languages=["en"]), chosen="nl", screen="nl") == ()
    choices = language_choices(cast.conversation(languages=["en", "ar"]), chosen="ar", screen="en")
    assert [(c.code, c.direction, c.is_chosen) for c in choices] == [("en", "ltr", False), ("ar", "rtl", True)]
    assert languages_of(cast.conversation(languages=["ar", "nl"])) == ("nl", "ar")


def test_languages_are_called_by_their_own_name() -> None:
    assert [name_of(code) for code in ("nl", "en", "tr", "zz")] == ["Nederlands", "English", "Türkçe", "zz"]


@pytest.mark.django_db
def test_texts_of_a_conversation() -> None:
    conversation = cast.conversation(languages=["ar", "tr"])
    ConversationText.objects.create(conversation=conversation, language="ar", title="الساحة")
    arabic, turkish = conversation_words(conversation, "ar"), conversation_words(conversation, "tr")
    assert (arabic.title, arabic.language, arabic.direction) == ("الساحة", "ar", "rtl")
    assert (turkish.title, turkish.language, turkish.direction) == (conversation.title, "nl", "ltr")
