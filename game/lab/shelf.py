"""What the lab prints of levels: which there are, and that one is sound."""

from game.lab.console import console, plain_table
from levels import loader
from levels.loader import Resolved


def show_levels() -> None:
    """The levels that come with the game."""
    table = plain_table("level", "months", "turns", "title", "firms to steer")
    for each in loader.available():
        turns = str(each.months // each.months_per_turn)
        table.add_row(each.name, str(each.months), turns, each.title, ", ".join(each.seats))
    console().print(table)


def show_check(resolved: Resolved) -> None:
    """That a level is sound, and what is in it."""
    level, sources = resolved.level, resolved.sources.values()
    facts = sum(each.fact is not None for each in sources)
    console().print(
        f"{resolved.origin}: sound; {len(level.firms)} firms ({len(level.seats)} to steer), {len(level.sites)} sites, "
        f"{len(level.chips)} chips; {len(resolved.sources)} figures, {facts} from facts, "
        f"{len(resolved.sources) - facts} assumed",
        soft_wrap=True,
    )
