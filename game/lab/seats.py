"""What one game is to be: its seed, and who decides for which firm, as people ask for it on the command line."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from agents.minds import MINDS, STRENGTHS
from agents.minds.own import MindError, is_own, load
from game.lab.trouble import LabError
from levels import loader
from levels.faults import near
from levels.schema import Level
from levels.words import mind_of, personality_of, strength_of

Minds = dict[str, str]


class Asked(msgspec.Struct, frozen=True):
    """One game that is to be played: its number in a run, its seed, values set by hand, and minds by firm.

    Where it stands in a plan: the replicate (which seed), the rotation of the minds, the hash of its design point and
    the name of its arm.
    """

    game: int
    seed: int
    settings: dict[str, str]
    minds: Minds
    replicate: int = 0
    rotation: int = 0
    point: str = ""
    arm: str = ""


def labs_of(level: Level) -> list[str]:
    """The labs among a level's seats, in its order: a seat of a power company or a council takes no lab's mind."""
    return [seat for seat in level.seats if level.firms[seat].lab is not None]


def strength_of_labs(level: Level) -> str:
    """How well the level's own minds think: the strength that all of its labs have, or none if they differ."""
    found = {strength_of(level.firms[lab].mind) for lab in labs_of(level)}
    return found.pop() if len(found) == 1 else ""


def personalities(level: Level) -> list[str]:
    """Minds of all personalities, each as strong as the level's own: none of them is beaten for thinking less."""
    strength = strength_of_labs(level)
    return [mind_of(strength, style) for style in level.styles]


def minds_of(level: Level, rivals: str | None = None, by_firm: Minds | None = None) -> Minds:
    """The mind of each firm that does not keep its own of the level: `rivals` for all labs but those in `by_firm`.

    Raises LabError for a firm or a mind that is not there.
    """
    asked: Minds = {}
    if rivals is not None:
        check_mind(level, rivals, "--rivals")
        asked = {key: rivals for key, firm in level.firms.items() if firm.lab is not None}
    for firm, mind in (by_firm or {}).items():
        check_firm(level, firm, "--firm")
        check_mind(level, mind, "--mind")
        asked[firm] = mind
    return asked


def parse_minds(level: Level, text: str) -> Minds:
    """The minds that `--minds` asks for: "bold" for all labs, or "xai=bold,openai=passive"."""
    if "=" not in text:
        check_mind(level, text.strip(), "--minds")
        return minds_of(level, text.strip())
    asked: Minds = {}
    for part in text.split(","):
        firm, equals, mind = (each.strip() for each in part.partition("="))
        if not equals:
            raise LabError(f"--minds {text}: expected a mind, or FIRM=MIND with commas between")
        check_firm(level, firm, "--minds")
        check_mind(level, mind, "--minds")
        asked[firm] = mind
    return asked


def check_firm(level: Level, firm: str, option: str, among: Sequence[str] | None = None) -> None:
    """Raises LabError if the level has no such lab (or the firm is not `among` the given ones)."""
    known = [key for key, facts in level.firms.items() if facts.lab is not None] if among is None else list(among)
    if firm not in known:
        raise LabError(f"{option} {firm}: no such firm{near(firm, known)}; there is {', '.join(known)}")


def check_mind(level: Level, mind: str, option: str) -> None:
    """Raises LabError if there is no such mind, or a class from outside (MODULE:CLASS) is not fit to be one."""
    if is_own(mind):
        try:
            load(mind)
        except MindError as error:
            raise LabError(f"{option} {error}") from None
        return
    strength, style = strength_of(mind), personality_of(mind)
    if strength:
        _check_known(strength, list(STRENGTHS), "strength", f"{option} {mind}")
        if style or not level.styles:
            _check_known(style, list(level.styles), "personality", f"{option} {mind}")
        return
    _check_known(mind, [*level.styles, *MINDS, *STRENGTHS], "mind", f"{option} {mind}")


def _check_known(name: str, known: list[str], noun: str, asked: str) -> None:
    if name not in known:
        there = f"there is {', '.join(known)}" if known else "this level has none"
        raise LabError(f"{asked}: no such {noun}{near(name, known)}; {there}")


def check_seats(level: str, firm: str | None, hotseat: str | None, rivals: str | None) -> tuple[str, ...]:
    """The firms that people steer, as `play` was asked. Raises LevelError or LabError."""
    facts = loader.load(level).level
    if rivals is not None:
        check_mind(facts, rivals, "--rivals")
    if firm is not None and hotseat is not None:
        raise LabError("--hotseat: names all firms that people steer; leave --firm out")
    option, people = ("--hotseat", hotseat.split(",")) if hotseat is not None else ("--firm", [firm] if firm else [])
    people = [each.strip() for each in people]
    for each in people:
        check_firm(facts, each, option, facts.seats)
    if len(set(people)) < len(people):
        raise LabError(f"{option} {hotseat}: a firm stands twice")
    return tuple(people)


def check_single(level: str, firm: str | None, mind: str | None) -> Minds:
    """The mind of one firm, as `watch` and `run` are asked. Raises LevelError or LabError."""
    if mind is not None and firm is None:
        raise LabError("--mind: whose? name it with --firm, or use --rivals for all labs")
    if firm is not None and mind is None:
        raise LabError(f"--firm {firm}: with which mind? name it with --mind")
    return minds_of(loader.load(level).level, None, {firm: mind} if firm is not None and mind is not None else {})


def check_save(file: Path, level: str | None) -> None:
    """Raises LabError if there is no such save, or a level is named beside it."""
    if level is not None:
        raise LabError(f"--load {file}: holds its own level; leave {level} out")
    if not file.is_file():
        raise LabError(f"--load {file}: no such file")
