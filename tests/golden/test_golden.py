"""The golden games come out as they are kept, here and in a process with another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.digests import differences

ROOT = Path(__file__).parents[2]


def test_golden_games_are_as_kept() -> None:
    assert differences() == [], "if that is meant: python -m tests.golden.digests --write, and say why"


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
