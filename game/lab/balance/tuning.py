"""Turns assumptions of a level within their ranges until its games are what a target asks for, and proposes a patch.

Only assumptions are turned; what a fact stands for stays. The search is Optuna's (a tree of Parzen estimators), kept in
a journal beside the games, so that the same command goes on. What did not need to move is put back. The patch is told
with its evidence on seeds that the search has not seen, and is written only if they bear it out.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from game.lab import statistics
from game.lab.balance import assumptions, target
from game.lab.balance.assumptions import Range
from game.lab.balance.games import Outcome, Piece, World
from game.lab.balance.target import Target
from game.lab.statistics import Estimate, Floats
from game.lab.trouble import LabError
from levels.loader import Resolved

JOURNAL = "optuna.journal"
FRESH = 1_000_000
"""Distance of the seeds of the evidence from those of the search."""
WORSE = 1.05
"""A figure goes back to its place if the loss grows no more than this factor."""
MOST_FIGURES = 40
"""More than this no search of affordable length tells apart."""

Play = Callable[[Sequence[Piece]], list[Outcome]]
Claims = Callable[[World, range], float]
"""By how much the claims of a target fall short in a world, on these seeds."""


class Search(Struct, frozen=True):
    """What is searched."""

    world: World
    seats: tuple[str, ...]
    ranges: tuple[Range, ...]
    target: Target
    seeds: range
    trials: int
    meant: str = ""
    """A hash of what its names stand for: the level as merged, the rules, the code of minds from outside."""


class Found(Struct, frozen=True):
    """The end of a search: figures that moved, and both levels on fresh seeds."""

    figures: dict[str, float]
    trials: int
    loss_found: float
    """On the seeds of the search."""
    before: dict[str, Estimate]
    after: dict[str, Estimate]
    loss_before: float
    loss_after: float
    gain: Estimate
    """By how much the loss falls on the fresh seeds, with its interval over them, pairs kept."""

    @property
    def is_better(self) -> bool:
        """Whether the fresh seeds bear it out: the whole interval of the gain lies above zero."""
        return bool(self.figures) and self.gain.low > 0.0


def turnable(resolved: Resolved, only: Sequence[str]) -> list[Range]:
    """The figures that may be turned and written down again: those in lists have no name to be written by.

    Raises LabError for none, or too many.
    """
    found = [
        each
        for each in assumptions.ranges(resolved, only)
        if not any(part.isdecimal() for part in each.path.split("."))
    ]
    if not found:
        raise LabError("--only: nothing there can be turned; name assumptions such as rules.capital")
    if len(found) > MOST_FIGURES:
        raise LabError(
            f"{len(found)} assumptions are too many to turn at once (at most {MOST_FIGURES}); name those that matter "
            "with --only, as balance sensitivity tells them"
        )
    return found


def need_optuna() -> None:
    """Raises LabError if Optuna is not there."""
    try:
        import optuna  # noqa: F401
    except ImportError:
        raise LabError("tune needs Optuna; install it with: pip install 'compute-race[lab]'") from None


def at(world: World, figures: Mapping[str, float]) -> World:
    """The world with other figures."""
    return World(world.level, (*world.settings, *assumptions.settings(figures)), world.styles, lenient=True)


def loss_of(
    search: Search, figures: Mapping[str, float], play: Play, claims: Claims, below: float = float("inf")
) -> float:
    """The loss of a level with these figures. Claims are looked at only where the rest is good enough."""
    world = at(search.world, figures)
    played = target.pieces(search.target, world, search.seats, search.seeds)
    plain = target.loss(search.target, target.figures(search.target, played, play(played), soft=True))
    return plain if plain >= below else plain + claims(world, search.seeds)


def run(
    search: Search, play: Play, claims: Claims, folder: Path | None, *, seed: int, tell: Callable[[int, float], None]
) -> Found:
    """Search, put back, and gather the evidence; `tell` gets trial and best loss. Raises LabError."""
    study = _study(search, folder, seed)
    by_path = {each.path: each for each in search.ranges}
    best = min((trial.value for trial in study.trials if trial.value is not None), default=float("inf"))
    while (done := sum(trial.value is not None for trial in study.trials)) < search.trials:
        trial = study.ask()
        parts = {path: trial.suggest_float(path, 0.0, 1.0) for path in by_path}
        loss = loss_of(search, _placed(by_path, parts), play, claims, best)
        study.tell(trial, loss)
        best = min(best, loss)
        tell(done + 1, best)
    figures = _placed(by_path, study.best_trial.params)
    figures, loss = _put_back(search, figures, float(study.best_trial.value), play, claims)
    return _evidence(search, figures, loss, play, claims)


def _placed(by_path: Mapping[str, Range], parts: Mapping[str, float]) -> dict[str, float]:
    """Figures that differ from the level's, by path."""
    figures = {path: by_path[path].at(part) for path, part in parts.items() if part != by_path[path].part}
    return {path: figure for path, figure in figures.items() if figure != by_path[path].value}


def _study(search: Search, folder: Path | None, seed: int) -> Any:
    """The study, new or resumed. Raises LabError for a folder that holds another."""
    import optuna
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend
    from optuna.trial import TrialState

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    try:
        storage = None if folder is None else JournalStorage(JournalFileBackend(str(folder / JOURNAL)))
        study = optuna.create_study(storage=storage, study_name="tune", load_if_exists=True)
    except (ValueError, KeyError, TypeError, OSError) as error:
        told = " ".join(str(error).split())[:80]
        raise LabError(f"--out {folder}: its {JOURNAL} cannot be read ({told}); choose another folder") from None
    asked = _fingerprint(search)
    if study.user_attrs.get("asked", asked) != asked:
        raise LabError(
            f"--out {folder}: holds a search for something else, or in a level that was another; choose another folder"
        )
    if "asked" not in study.user_attrs:
        study.set_user_attr("asked", asked)
        study.enqueue_trial({each.path: each.part for each in search.ranges})
    for trial in study.trials:
        if trial.state == TrialState.RUNNING:  # was under way when the run was stopped
            study.tell(trial.number, state=TrialState.FAIL)
            if trial.number == 0:
                study.enqueue_trial({each.path: each.part for each in search.ranges})
    study.sampler = optuna.samplers.TPESampler(seed=seed + len(study.trials), multivariate=True, n_startup_trials=12)
    return study


def _fingerprint(search: Search) -> str:
    from hashlib import blake2b

    import msgspec

    text = msgspec.json.encode([search.world, search.seats, search.ranges, search.target, search.seeds.start,
                                len(search.seeds), search.meant])  # fmt: skip
    return blake2b(text, digest_size=16).hexdigest()


def _put_back(
    search: Search, figures: dict[str, float], loss: float, play: Play, claims: Claims
) -> tuple[dict[str, float], float]:
    """The figures without those that need not move, the smallest moves first."""
    by_path = {each.path: each for each in search.ranges}
    moved = sorted(figures, key=lambda p: abs(figures[p] - by_path[p].value) / (by_path[p].high - by_path[p].low))
    for path in moved:
        fewer = {key: value for key, value in figures.items() if key != path}
        without = loss_of(search, fewer, play, claims, WORSE * loss + 1e-9)
        if without <= WORSE * loss:
            figures, loss = fewer, min(loss, without)
    return figures, loss


def _evidence(search: Search, figures: dict[str, float], loss: float, play: Play, claims: Claims) -> Found:
    fresh = range(search.seeds.start + FRESH, search.seeds.start + FRESH + 4 * len(search.seeds))
    told, failed, columns = [], [], []
    lots: list[int] = []
    for these in ({}, figures):
        world = at(search.world, these)
        played = target.pieces(search.target, world, search.seats, fresh)
        outcomes = play(played)
        told.append(target.figures(search.target, played, outcomes, soft=False))
        failed.append(claims(world, fresh))
        columns.append(target.columns(search.target, played, outcomes))
        lots = [piece.seed for piece in played]
    losses = [target.loss(search.target, *each) for each in zip(told, failed, strict=True)]
    wide = columns[0].shape[1]

    def gain(means: Floats) -> Floats:
        before, after = (target.losses(search.target, part) for part in (means[:, :wide], means[:, wide:]))
        return before + failed[0] - after - failed[1]

    found = statistics.bootstrap(np.hstack(columns), gain, clusters=lots)
    return Found(figures, search.trials, loss, told[0], told[1], losses[0], losses[1], found)


def patch(resolved: Resolved, figures: Mapping[str, float], heading: str) -> str:
    """The figures as a piece of a level's file, each with its range and its reason; `heading` becomes comments.

    Raises LabError for a figure that a fact stands for, or that has no range.
    """
    lines = [f"# {line}".rstrip() for line in heading.splitlines()]
    tables: dict[str, list[str]] = {}
    for path, value in figures.items():
        source = resolved.sources.get(path)
        if source is None or source.fact is not None or source.low is None or source.high is None:
            raise LabError(f"{path}: is no assumption with a range; it is not to be turned")
        holder, _, name = path.rpartition(".")
        whole = isinstance(value, int)
        low, high = (int(each) if whole else each for each in (source.low, source.high))
        note = (source.note or "").replace("\\", "\\\\").replace('"', '\\"')
        tables.setdefault(holder, []).append(
            f'{name} = {{ value = {value!r}, low = {low!r}, high = {high!r}, assumption = "{note}" }}'
        )
    for holder, rows in tables.items():
        lines += ["", f"[{holder}]", *rows]
    return "\n".join(lines) + "\n"
