"""The level that the engine's tests play, loaded once."""

import pytest

from levels import loader
from levels.loader import Resolved


@pytest.fixture(scope="session")
def september() -> Resolved:
    return loader.load("september_2024")
