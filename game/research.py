"""Capability: training runs, know-how that grows and spreads, releases and the public rating (model 6).

rating = base + 64 log10(C useful / 1e25) + A_pre(start of run) + A_post(release) + skill + luck.
Know-how grows by research and spreads from the leader: dA = a (research / mean)^.35 + phi (A_max - A); good models
that anybody can download spread it faster. How much of C is useful the data say (`game.markets.data`).
"""

from math import fsum, log10
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import chance
from agents.firm import Model, Releasing, Run
from game import compute, leaderboard, regulation
from game.markets import data, talent

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def learn(race: "Race") -> None:
    """A month of know-how for every lab, and of skill."""
    labs = [firm for firm in race.labs if firm.alive]
    if not labs:
        return
    rules = race.level.rules.research
    means = fsum(max(1, spare_h100e(firm)) for firm in labs) / len(labs)
    staff = fsum(max(1, firm.staff) for firm in labs) / len(labs)
    best_pre = max(firm.pre_elo for firm in labs)
    best_post = max(firm.post_elo for firm in labs)
    faster = leaderboard.open_diffusion(race)
    pre_spread, post_spread = (
        1.0 - 0.5 ** (faster / rules.pre_half_life),
        1.0 - 0.5 ** (faster / rules.post_half_life),
    )
    for firm in labs:
        effort = (max(1, firm.compute.research) / means) ** rules.research_exponent
        effort *= (max(1, firm.staff) / staff) ** rules.staff_exponent
        firm.pre_elo += rules.pre_per_year / 12.0 * effort + pre_spread * (best_pre - firm.pre_elo)
        firm.post_elo += rules.post_per_year / 12.0 * effort + post_spread * (best_post - firm.post_elo)
        shock = rules.skill_noise * chance.normal(race.world.seed, firm.key, "skill", race.world.month)
        firm.skill = rules.skill_memory * firm.skill + shock


def spare_h100e(firm: "FirmState") -> int:
    """Compute beside customers and the run: research, safety work and synthetic data, all three slow a field."""
    return firm.compute.research + firm.compute.safety + firm.compute.synthetic


def progress(race: "Race") -> None:
    """Runs under way gather FLOP from the compute they had; those that end become models held for release.

    Releases whose tests and reviews are over come out.
    """
    for firm in race.labs:
        run = firm.run
        if not firm.alive:
            continue
        if firm.releasing is not None and race.world.month >= firm.releasing.month:
            release(race, firm, firm.releasing.variants, open_weights=firm.releasing.open_weights)
        if run is None:
            continue
        run.h100e = firm.compute.run
        run.flop += compute.flop_a_month(race, compute.effective_h100e(race, firm))
        is_full = 0.0 < run.most_flop <= run.flop
        if is_full:
            run.flop = run.most_flop
        if race.world.month >= run.ends or is_full:
            finish(race, firm)


def start(race: "Race", firm: "FirmState", months: int, share: float, most_flop: float = 0.0) -> None:
    """Begin a run in the present month; its pre-training know-how is frozen now."""
    firm.runs += 1
    name = f"{race.level.firms[firm.key].short} {firm.runs}"
    ends = race.world.month + months - 1
    firm.run = Run(name, race.world.month, ends, share, firm.pre_elo, most_flop=most_flop)
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
    useful = max(data.useful_flop(race, firm, flop), 10.0 ** (rules.base_log10_flop - 3.0))
    scale = log10(useful) - rules.base_log10_flop
    return Rating(rules.base_elo, rules.per_tenfold * scale, pre_elo, firm.skill, luck_elo)


def base_elo(race: "Race", firm: "FirmState", flop: float, pre_elo: float, luck_elo: float) -> float:
    """Rating before post-training."""
    return rating(race, firm, flop, pre_elo, luck_elo).elo


def candidate(firm: "FirmState") -> Model:
    """The model that a release puts out: the held one or the current one with today's post-training."""
    return max((model for model in (firm.model, firm.held) if model is not None), key=lambda model: model.base_elo)


def delay_months(race: "Race", firm: "FirmState", variants: int) -> int:
    """Months from the order to the release: tests of variants, and the review of a new model above a law's line."""
    model = candidate(firm)
    reviewed = regulation.review_months(race, model.flop) if model is firm.held else 0
    return leaderboard.test_months(race, variants) + reviewed


def order_release(race: "Race", firm: "FirmState", variants: int, *, open_weights: bool) -> None:
    """Release now, or when tests and the review are over; both are paid for now."""
    books, rules, model = race.world.books, race.level.rules.leaderboard, candidate(firm)
    books.pay(firm.key, "~testers", (variants - 1) * rules.variant_usd, "tests")
    if model is firm.held:
        books.pay(firm.key, "~state", regulation.filing_usd(race, model.flop), "filing")
    firm.testing_h100e = (variants - 1) * rules.variant_h100e
    wait = delay_months(race, firm, variants)
    if wait:
        firm.releasing = Releasing(race.world.month + wait, variants, open_weights)
    else:
        release(race, firm, variants, open_weights=open_weights)


def release(race: "Race", firm: "FirmState", variants: int = 1, *, open_weights: bool = False) -> None:
    """Put the held model out, or the current one with today's post-training, whichever is better."""
    world = race.world
    out = candidate(firm)
    firm.releasing = None
    out.true_elo = max(out.base_elo + firm.post_elo, firm.model.true_elo if firm.model is out else 0.0)
    leaderboard.rate(race, firm, out, variants)
    is_new = out is firm.held
    out.released = world.month
    if open_weights and not out.open_weights:
        firm.trust = min(1.0, firm.trust + race.level.rules.customers.open_trust)
    out.open_weights = out.open_weights or open_weights
    firm.model, firm.held = out, None
    firm.last_release = world.month
    rivals = [rival.model for rival in race.labs if rival.alive and rival is not firm]
    rank = 1 + len([model for model in rivals if model is not None and model.arena_elo > out.arena_elo])
    key = "news-release" if is_new else "news-refresh"
    world.tell(
        "trophy" if rank == 1 else "brain",
        key,
        firm.key,
        1,
        model=out.name,
        elo=round(out.arena_elo),
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
