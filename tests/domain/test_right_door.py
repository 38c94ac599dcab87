# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a door spoken with its number, and do the doors of a worry keep their order?"""

from __future__ import annotations

from houvast.domain.right_door import Door, DoorPack, WorryKind


def test_a_door_is_spoken_with_its_number_if_it_has_one() -> None:
    team = Door("wijkteam", "Wijkteam", "", "", "Iemand heeft hulp nodig.")
    police = Door("politie", "Politie", "0900-8844", "https://politie.example", "Het hoeft niet direct.")
    assert (team.spoken, police.spoken) == ("Wijkteam", "Politie (0900-8844)")


def test_doors_come_in_the_order_of_the_pack() -> None:
    doors = {code: Door(code, code, "", "", "altijd") for code in ("a", "b")}
    pack = DoorPack(doors, {WorryKind.CRIME: ("b", "a")})
    assert [door.code for door in pack.for_worry(WorryKind.CRIME)] == ["b", "a"]
