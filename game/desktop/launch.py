"""What the command line calls: the window on the menu, on a game, a save, or a race to watch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from game.desktop import play


def launch(
    level: str | None = None,
    people: Sequence[str] = (),
    rivals: str | None = None,
    seed: int | None = None,
    load: Path | None = None,
    watch: bool = False,
    minds: Mapping[str, str] | None = None,
) -> None:
    """Open the window and return when it is closed; `minds` are those of single firms in a race to watch.

    Without a screen: one line and exit code 2.
    """
    if load is not None:
        play.open_game(load=load)
    elif level is None:
        play.open_menu(rivals, seed)
    elif watch or not people:
        play.watch(level, 1 if seed is None else seed, rivals, tuple((minds or {}).items()))
    else:
        play.open_game(level, people, rivals, 1 if seed is None else seed)
