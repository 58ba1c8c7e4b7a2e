"""Golden games: what the digest of whole games was, so that no change alters results unseen.

`python -m tests.golden.digests` compares and needs nothing but the game itself, so it runs on any Python;
`--write` keeps what the games give now, for a commit that says why they changed.
"""

import json
import sys
from pathlib import Path

from game.race import Race
from levels import loader

FILE = Path(__file__).with_name("digests.json")
GAMES = [
    ("september_2024", 1, None),
    ("september_2024", 2, None),
    ("september_2024", 3, "steady"),
    ("september_2024", 4, "bold"),
    ("september_2024", 5, "passive"),
]
"""Level, seed, and the mind in all labs (none: each its own)."""


def play() -> dict[str, str]:
    """The digest after the opening, the first turn and the end of each game, by its name."""
    found = {}
    for level, seed, mind in GAMES:
        resolved = loader.load(level)
        labs = [key for key, firm in resolved.level.firms.items() if firm.lab]
        race = Race(resolved, seed, dict.fromkeys(labs, mind) if mind else {})
        name = f"{level} {seed} {mind or 'own'}"
        found[f"{name} opening"] = race.digest()
        race.play_turn()
        found[f"{name} turn 1"] = race.digest()
        found[f"{name} end"] = race.play_out().digest
        race.dispose()
    return found


def differences() -> list[str]:
    """Names of the digests that are not what they were."""
    kept, now = json.loads(FILE.read_text(encoding="utf-8")), play()
    return [name for name in {**kept, **now} if kept.get(name) != now.get(name)]


def main() -> int:
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(play(), indent=1) + "\n", encoding="utf-8")
        return 0
    wrong = differences()
    print(
        "\n".join(
            [f"differs: {name}" for name in wrong] or [f"golden games: all as kept, Python {sys.version.split()[0]}"]
        )
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
