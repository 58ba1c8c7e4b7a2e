"""What the lab prints of levels: which there are, and that one is sound."""

from assets.text import Texts
from game.lab.console import console, plain_table
from levels import loader
from levels import texts as level_texts
from levels.loader import Resolved


def show_levels() -> None:
    """The levels that come with the game: what each teaches, how long it takes, and who can be steered."""
    texts = Texts()
    table = plain_table("level", "title", "minutes", "turns", "firms to steer", "objective")
    for each in loader.available():
        turns = str(each.months // each.months_per_turn)
        key = level_texts.key(each.text, "objective")
        told = texts.say(key) if texts.has(key) else ""
        table.add_row(each.name, each.title, str(each.minutes), turns, ", ".join(each.seats), told)
    console().print(table)


def show_check(resolved: Resolved) -> None:
    """That a level is sound, its claims' arms too, and what is in it. Raises LabError."""
    from game.lab.claims import arms_of

    level, sources = resolved.level, resolved.sources.values()
    arms_of(resolved)
    facts = sum(each.fact is not None for each in sources)
    console().print(
        f"{resolved.origin}: sound; {len(level.firms)} firms ({len(level.seats)} to steer), {len(level.sites)} sites, "
        f"{len(level.chips)} chips; {len(resolved.sources)} figures, {facts} from facts, "
        f"{len(resolved.sources) - facts} assumed; {len(level.shows)} claims",
        soft_wrap=True,
    )
