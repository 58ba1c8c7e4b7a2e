"""Ten thousand messages of a student, none of which may break or change anything."""

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


@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=fuzz.message, player=st.sampled_from([0, 1]))
def test_no_message_breaks_or_changes_anything(lab: fuzz.Lab, data: bytes, player: int) -> None:
    fuzz.check(lab, data, player)
