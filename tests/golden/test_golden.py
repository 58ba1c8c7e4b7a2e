"""The golden games come out as they are kept, here and in a process with another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from levels import loader
from levels.words import strength_of
from tests.golden.digests import GAMES, differences

ROOT = Path(__file__).parents[2]


def test_golden_games_are_as_kept() -> None:
    assert differences() == [], "if that is meant: python -m tests.golden.digests --write, and say why"


def test_golden_games_are_decided_by_weighing_and_by_checklists() -> None:
    own = {
        firm.mind
        for name, _, mind in GAMES
        if mind is None
        for firm in loader.load(name).level.firms.values()
        if firm.lab
    }
    strengths = {strength_of(mind) for mind in own} | {strength_of(mind) for _, _, mind in GAMES if mind}
    assert {"operator", ""} <= strengths, "a compiled copy is proved by these games, so its weighing minds must play"


@pytest.mark.parametrize("hash_seed", ["1", "77"])
def test_golden_games_do_not_depend_on_the_hash_seed(hash_seed: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.golden.digests"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
