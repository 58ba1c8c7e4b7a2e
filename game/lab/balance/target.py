"""What a level is to be like, as a TOML file says it, and how far games are from it.

    lead_changes = [1.0, 4.0]      # held changes of the best rating a game
    score_spread = [0.0, 15.0]     # best less worst mean score of a seat
    claims = ["temptation"]        # of the level, that must hold
    [wins]                         # part of wins by seat, with the level's minds or all minds dealt
    xai = [0.05, 0.35]
    [minds.bold]                   # part of wins of a mind, in a seat or in "any"
    any = [0.0, 0.45]

A figure may be a number in place of [low, high]. The search counts soft wins: a win is shared out by how close the
scores are, which says the same from fewer games. What is told in the end are the wins themselves.
"""

import tomllib
from collections.abc import Mapping, Sequence
from math import exp, fsum
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from game.lab import statistics
from game.lab.balance.games import Outcome, Piece, World
from game.lab.seats import check_mind
from game.lab.statistics import Estimate, Floats
from game.lab.trouble import LabError
from levels.faults import near
from levels.loader import Resolved

SOFT_POINTS = 3.0
"""Difference of scores at which a soft win is shared out e to 1."""
SCALES = {"wins": 0.05, "minds": 0.05, "lead_changes": 0.5, "score_spread": 2.0}
"""How far outside counts as one."""
ANY = "any"


class Band(Struct, frozen=True):
    """Where a figure should lie."""

    name: str
    """wins.xai, minds.bold.any, lead_changes, score_spread."""
    low: float
    high: float

    @property
    def kind(self) -> str:
        return self.name.split(".")[0]

    def miss(self, value: float) -> float:
        """How far outside it is, in its own scale."""
        outside = max(0.0, self.low - value, value - self.high)
        return outside / SCALES[self.kind]


class Target(Struct, frozen=True):
    """All that is asked of a level."""

    bands: tuple[Band, ...]
    claims: tuple[str, ...] = ()

    @property
    def minds(self) -> list[str]:
        """Minds that must be dealt to all seats, in order."""
        return list(dict.fromkeys(band.name.split(".")[1] for band in self.bands if band.kind == "minds"))


def read(file: Path, resolved: Resolved) -> Target:
    """The target of a file. Raises LabError for anything that does not fit the level."""
    try:
        tree = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LabError(f"--target {file}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from None
    except tomllib.TOMLDecodeError as error:
        raise LabError(f"--target {file}: not TOML: {error}") from None
    known = ("wins", "minds", "lead_changes", "score_spread", "claims")
    bands: list[Band] = []
    for key, value in tree.items():
        if key not in known:
            raise LabError(f"--target {file}: {key}: unknown{near(key, known)}; it may hold {', '.join(known)}")
        if key in ("lead_changes", "score_spread"):
            bands.append(_band(file, key, value))
    seats = resolved.level.seats
    for seat, value in _table(file, tree, "wins").items():
        _one_of(file, f"wins.{seat}", seat, seats)
        bands.append(_band(file, f"wins.{seat}", value))
    for mind in _table(file, tree, "minds"):
        try:
            check_mind(resolved.level, mind, f"--target {file}: minds.")
        except LabError as error:
            raise LabError(str(error).replace(". ", ".", 1)) from None
        for seat, value in _table(file, tree["minds"], mind).items():
            _one_of(file, f"minds.{mind}.{seat}", seat, [*seats, ANY])
            bands.append(_band(file, f"minds.{mind}.{seat}", value))
    claims = tree.get("claims", [])
    if not isinstance(claims, list):
        raise LabError(f"--target {file}: claims: expected a list of names")
    for claim in claims:
        _one_of(file, f"claims: {claim}", str(claim), list(resolved.level.shows))
    if not bands and not claims:
        raise LabError(f"--target {file}: asks for nothing; it may hold {', '.join(known)}")
    return Target(tuple(bands), tuple(claims))


def _table(file: Path, tree: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = tree.get(key, {})
    if not isinstance(table, dict):
        raise LabError(f"--target {file}: {key}: expected a table")
    return table


def _one_of(file: Path, what: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        there = f"; there is {', '.join(known)}" if known else "; the level has none"
        raise LabError(f"--target {file}: {what}: no such name{near(name, known)}{there}")


def _band(file: Path, name: str, value: Any) -> Band:
    pair = value if isinstance(value, list) else [value, value]
    plain = len(pair) == 2 and all(isinstance(each, int | float) and not isinstance(each, bool) for each in pair)
    if not plain or pair[0] > pair[1]:
        raise LabError(f"--target {file}: {name}: expected a number, or [low, high]")
    return Band(name, float(pair[0]), float(pair[1]))


def pieces(target: Target, world: World, seats: Sequence[str], seeds: range) -> list[Piece]:
    """The games that tell how far a world is from the target."""
    from game.lab.balance import matrix

    if target.minds:
        return matrix.pieces("dealt", world, seats, target.minds, seeds)
    return [Piece(world, seed) for seed in seeds]


def figures(target: Target, played: Sequence[Piece], games: Sequence[Outcome], *, soft: bool) -> dict[str, Estimate]:
    """The figure of each band; `soft` counts soft wins (without an interval)."""
    return {band.name: _figure(band, played, games, soft=soft) for band in target.bands}


def _figure(band: Band, played: Sequence[Piece], games: Sequence[Outcome], *, soft: bool) -> Estimate:
    if band.kind == "lead_changes":
        return statistics.mean([float(game.held_changes) for game in games])
    if band.kind == "score_spread":
        means = [fsum(game.scores[seat] for game in games) / len(games) for seat in sorted(games[0].scores)]
        spread = max(means) - min(means)
        return Estimate(spread, spread, spread, len(games))
    take = _soft_win if soft else Outcome.won
    if band.kind == "wins":
        seat = band.name.split(".")[1]
        won = [(take(game, seat), piece.seed) for piece, game in zip(played, games, strict=True)]
    else:
        _, mind, where = band.name.split(".")
        won = [
            (take(game, seat), piece.seed)
            for piece, game in zip(played, games, strict=True)
            for seat, given in piece.minds
            if given == mind and where in (seat, ANY)
        ]
    hits, lots = fsum(part for part, _ in won), len({seed for _, seed in won})
    if soft:
        value = hits / len(won) if won else 0.0
        return Estimate(value, value, value, lots)
    return statistics.share(hits, len(won), lots=lots)


def columns(target: Target, played: Sequence[Piece], games: Sequence[Outcome]) -> Floats:
    """What the figures are made of, as an array (games, columns): `losses` takes means of it."""
    rows = [
        [part for band in target.bands for part in _parts(band, piece, game)]
        for piece, game in zip(played, games, strict=True)
    ]
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1)


def _parts(band: Band, piece: Piece, game: Outcome) -> list[float]:
    """One game's part of a figure: a ratio's two terms, or the scores of all seats."""
    if band.kind == "lead_changes":
        return [float(game.held_changes), 1.0]
    if band.kind == "score_spread":
        return [game.scores[seat] for seat in sorted(game.scores)]
    if band.kind == "wins":
        return [game.won(band.name.split(".")[1]), 1.0]
    _, mind, where = band.name.split(".")
    seats = [seat for seat, given in piece.minds if given == mind and where in (seat, ANY)]
    return [fsum(game.won(seat) for seat in seats), float(len(seats))]


def losses(target: Target, means: Floats) -> Floats:
    """The loss of each row of means of `columns`, claims left out: of samples, for an interval."""
    spreads = sum(band.kind == "score_spread" for band in target.bands)
    seats = (means.shape[1] - 2 * (len(target.bands) - spreads)) // max(1, spreads)
    whole, place = np.zeros(len(means)), 0
    for band in target.bands:
        wide = seats if band.kind == "score_spread" else 2
        own = means[:, place : place + wide]
        value = own.max(axis=1) - own.min(axis=1) if band.kind == "score_spread" else own[:, 0] / own[:, 1].clip(1e-12)
        outside = np.maximum(0.0, np.maximum(band.low - value, value - band.high))
        whole, place = whole + (outside / SCALES[band.kind]) ** 2, place + wide
    return whole


def _soft_win(game: Outcome, seat: str) -> float:
    best = max(game.scores.values())
    parts = {key: exp((score - best) / SOFT_POINTS) for key, score in game.scores.items()}
    return parts[seat] / fsum(parts.values())


def loss(target: Target, found: Mapping[str, Estimate], failed_claims: float = 0.0) -> float:
    """How far it is: the sum of squared misses, and the part by which claims fall short."""
    return fsum(band.miss(found[band.name].value) ** 2 for band in target.bands) + failed_claims
