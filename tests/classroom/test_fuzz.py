"""Whatever a phone sends: an answer of one line, no fault, and nothing changed that is not the player's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.classroom import fuzz


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[fuzz.Lab]:
    lab = fuzz.Lab(tmp_path_factory.mktemp("rooms") / "room")
    yield lab
    lab.close()


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(data=fuzz.message, player=st.sampled_from([0, 1]))
def test_no_message_breaks_or_changes_anything(lab: fuzz.Lab, data: bytes, player: int) -> None:
    fuzz.check(lab, data, player)


def test_the_messages_reach_the_door(lab: fuzz.Lab) -> None:
    """The same harness sees what is good: a plan is taken, and only the player's own has changed."""
    before = lab.state(without=1)
    turbines = b'{"do":"hand","n":1,"orders":[{"order":"bring_turbines","site":"xai_memphis","kw":20000}]}'
    assert [answer["is"] for answer in lab.take(turbines, 1)] == ["handed"]
    assert lab.host.room.players[1].plan is not None
    assert lab.state(without=1) == before
    assert lab.take(b"x" * 20_000, 1)[0]["key"] == "room-unfit"
