# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a colleague see what a file looks like, and what its values can become?"""

from __future__ import annotations

import pytest

from houvast.domain.errors import FieldRejected, NotFound
from houvast.queries.notice.observation_files import (
    get_mapping,
    known_mappings,
    look_at_file,
)
from houvast.store.models import ImportMapping


def test_columns_and_a_proposal() -> None:
    look = look_at_file(b"Datum;Melding;Anders\n2026-W07;x;y", name="a.csv")
    assert look.names == ("Datum", "Melding", "Anders")
    assert look.guesses == {"week": "Datum", "seen": "Melding"}


def test_what_is_no_table_is_refused_at_the_file() -> None:
    with pytest.raises(FieldRejected) as refused:
        look_at_file(b"", name="a.csv")
    assert refused.value.field == "file"


@pytest.mark.django_db
def test_mappings_are_listed_by_name() -> None:
    for name in ("Zorg", "Handhaving"):
        ImportMapping.objects.create(name=name, source_kind="police")
    assert [one.name for one in known_mappings()] == ["Handhaving", "Zorg"]
    assert get_mapping(known_mappings()[0].id).name == "Handhaving"
    with pytest.raises(NotFound):
        get_mapping(0)
