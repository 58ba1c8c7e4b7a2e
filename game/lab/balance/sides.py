"""The two sides of a comparison as people write them: settings, a mind, a style's file, or the level as it is."""

from pathlib import Path

from msgspec import Struct

from game.lab import stylefile
from game.lab.balance import games
from game.lab.balance.games import World
from game.lab.seats import check_mind, labs_of
from game.lab.trouble import LabError

AS_IS = "as_is"


class Side(Struct, frozen=True):
    """One of the two. A side without a mind leaves every seat to the level's own."""

    label: str
    world: World
    mind: str | None = None


def at(level: str) -> str:
    """A level as workers find it from wherever they run: a file by its full path."""
    return str(Path(level).resolve()) if level.endswith(".toml") else level


def read(level: str, common: tuple[str, ...], text: str) -> Side:
    """What a side means. Raises LabError or LevelError."""
    asked = text.strip()
    if not asked:
        raise LabError(f"a side is empty; name a mind, or settings PATH=VALUE with ';' between, or {AS_IS}")
    if asked == AS_IS:
        side = Side(asked, World(at(level), common))
    elif "=" in asked:
        settings = tuple(each.strip() for each in asked.split(";") if each.strip())
        side = Side(asked, World(at(level), (*common, *settings)))
    else:
        world, mind = seated(World(at(level), common), asked, "a side")
        side = Side(asked, world, mind)
    games.resolve(side.world)
    return side


def seated(world: World, mind: str, option: str) -> tuple[World, str]:
    """The world in which a mind, by name or by its style's file, can be seated, and its name there. Raises LabError."""
    resolved = games.resolve(world)
    if not stylefile.is_file(mind):
        check_mind(resolved.level, mind, option)
        return world, mind
    found = stylefile.read(Path(mind.strip()), resolved)
    styles = (*(each for each in world.styles if each[0] != found.name), (found.name, found.values))
    return World(world.level, world.settings, styles), found.mind


def labs(world: World) -> list[str]:
    """The labs among the seats of a world's level, in its order."""
    return labs_of(games.resolve(world).level)
