"""Capability: training runs, know-how that grows and spreads, releases and the public rating (model 6).

rating = base + 64 log10(min(C, C_data) / 1e25) + A_pre(start of run) + A_post(release) + skill + luck.
Know-how grows by research and spreads from the leader: dA = a (research / mean)^.25 + phi (A_max - A).
"""

from math import fsum, log10
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import chance
from agents.firm import Model, Run
from game import compute
from game.markets import talent

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race

SECONDS_PER_HOUR = 3600.0


def learn(race: "Race") -> None:
    """A month of know-how for every lab, and of data and skill."""
    labs = [firm for firm in race.labs if firm.alive]
    if not labs:
        return
    rules = race.level.rules.research
    means = fsum(max(1, firm.compute.research) for firm in labs) / len(labs)
    staff = fsum(max(1, firm.staff) for firm in labs) / len(labs)
    best_pre = max(firm.pre_elo for firm in labs)
    best_post = max(firm.post_elo for firm in labs)
    pre_spread, post_spread = 1.0 - 0.5 ** (1.0 / rules.pre_half_life), 1.0 - 0.5 ** (1.0 / rules.post_half_life)
    data_growth = (1.0 + rules.data_growth) ** (1.0 / 12.0)
    for firm in labs:
        effort = (max(1, firm.compute.research) / means) ** rules.research_exponent
        effort *= (max(1, firm.staff) / staff) ** rules.staff_exponent
        firm.pre_elo += rules.pre_per_year / 12.0 * effort + pre_spread * (best_pre - firm.pre_elo)
        firm.post_elo += rules.post_per_year / 12.0 * effort + post_spread * (best_post - firm.post_elo)
        firm.data_tokens *= data_growth
        shock = rules.skill_noise * chance.normal(race.world.seed, firm.key, "skill", race.world.month)
        firm.skill = rules.skill_memory * firm.skill + shock


def progress(race: "Race") -> None:
    """Runs under way gather FLOP from the compute they had; those that end become models held for release."""
    rules = race.level.rules.compute
    seconds = race.level.rules.power.hours_per_month * SECONDS_PER_HOUR
    for firm in race.labs:
        run = firm.run
        if run is None or not firm.alive:
            continue
        run.h100e = firm.compute.run
        run.flop += (
            compute.effective_h100e(race, firm) * rules.flop_per_second * rules.utilisation * rules.uptime * seconds
        )
        if race.world.month >= run.ends:
            finish(race, firm)


def start(race: "Race", firm: "FirmState", months: int, share: float) -> None:
    """Begin a run in the present month; its pre-training know-how is frozen now."""
    firm.runs += 1
    name = f"{race.level.firms[firm.key].short} {firm.runs}"
    ends = race.world.month + months - 1
    firm.run = Run(name, race.world.month, ends, share, firm.pre_elo)
    race.world.tell("brain", "news-run", firm.key, 0, model=name, months=months)


def finish(race: "Race", firm: "FirmState") -> None:
    """Turn the run into a held model: its luck is drawn now and is known before the release."""
    run = firm.run
    assert run is not None
    firm.run = None
    firm.held = Model(
        run.name, run.flop, base_elo(race, firm, run.flop, run.pre_elo, luck(race, firm)), 0.0, 0.0, released=-1
    )
    firm.largest_flop = max(firm.largest_flop, run.flop)
    firm.ready_from = race.world.month + talent.release_delay(race, firm)


def luck(race: "Race", firm: "FirmState", run: int | None = None) -> float:
    """Luck of a firm's run in Elo, by its number; without one of its newest."""
    number = firm.runs if run is None else run
    return race.level.rules.research.luck * chance.normal(race.world.seed, firm.key, "luck", 0, number)


class Rating(Struct, frozen=True):
    """What makes a model's rating before post-training, in Elo."""

    reference: float
    compute: float
    """Of the run, or of its data if that is less."""
    pre_training: float
    """Know-how when the run began."""
    skill: float
    luck: float

    @property
    def elo(self) -> float:
        return self.reference + self.compute + self.pre_training + self.skill + self.luck


def rating(race: "Race", firm: "FirmState", flop: float, pre_elo: float, luck_elo: float) -> Rating:
    """The terms of the rating of a run of so much compute, at the firm's present data and skill."""
    rules = race.level.rules.research
    useful = max(min(flop, compute.data_flop(race, firm)), 10.0 ** (rules.base_log10_flop - 3.0))
    scale = log10(useful) - rules.base_log10_flop
    return Rating(rules.base_elo, rules.per_tenfold * scale, pre_elo, firm.skill, luck_elo)


def base_elo(race: "Race", firm: "FirmState", flop: float, pre_elo: float, luck_elo: float) -> float:
    """Rating before post-training."""
    return rating(race, firm, flop, pre_elo, luck_elo).elo


def release(race: "Race", firm: "FirmState") -> None:
    """Put the held model out, or the current one with today's post-training, whichever is better."""
    world = race.world
    candidates = [model for model in (firm.model, firm.held) if model is not None]
    candidate = max(candidates, key=lambda model: model.base_elo)
    candidate.true_elo = max(
        candidate.base_elo + firm.post_elo, firm.model.true_elo if firm.model is candidate else 0.0
    )
    noise = race.level.rules.research.arena_noise * chance.normal(world.seed, firm.key, "arena", world.month)
    candidate.arena_elo = candidate.true_elo + noise
    is_new = candidate is firm.held
    candidate.released = world.month
    firm.model, firm.held = candidate, None
    firm.last_release = world.month
    rank = 1 + sum(
        1
        for rival in race.labs
        if rival.alive and rival is not firm and rival.model and rival.model.arena_elo > candidate.arena_elo
    )
    key = "news-release" if is_new else "news-refresh"
    world.tell(
        "trophy" if rank == 1 else "brain",
        key,
        firm.key,
        1,
        model=candidate.name,
        elo=round(candidate.arena_elo),
        rank=rank,
    )


def held_elo(firm: "FirmState") -> float:
    """What the held model would be rated if it were released now; 0 if there is none."""
    return firm.held.base_elo + firm.post_elo if firm.held is not None else 0.0


def refresh_gain(firm: "FirmState") -> float:
    """What releasing the current model anew would add in Elo."""
    if firm.model is None:
        return 0.0
    return max(0.0, firm.model.base_elo + firm.post_elo - firm.model.true_elo)
