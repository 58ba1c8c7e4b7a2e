"""Orders of the compute desk: training runs, releases and standing orders."""

from collections.abc import Callable
from statistics import NormalDist
from typing import TYPE_CHECKING

from agents.desk import Line, Refusal
from agents.orders import ReleaseModel, SetPolicy, StartRun, StopRun
from game import compute, regulation, research
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import data, ties
from game.world import World

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race
    from levels.rules import Rules


def _lab(world: World, firm: str) -> "FirmState | None":
    state = world.firms[firm]
    return state if state.model is not None else None


def check_start(race: "Race", firm: str, planned: Planned, order: StartRun) -> Granted | Refusal:
    state, rules = _lab(race.world, firm), race.level.rules.research
    if state is None:
        return refuse("refuse-no-lab")
    if state.run is not None or planned.of("run"):
        return refuse("refuse-run-under-way", model=state.run.name if state.run else "")
    if not rules.run_least_months <= order.months <= rules.run_most_months:
        return refuse("refuse-run-months", most=rules.run_most_months, months=rules.run_most_months)
    if not rules.run_least_share <= order.share <= rules.run_most_share:
        return refuse("refuse-run-share", most=int(100 * rules.run_most_share))
    flop = expected_flop(race, state, order.months, order.share)
    if order.below:
        if order.below not in race.world.drawn.duties:
            return refuse("refuse-no-law")
        flop = min(flop, race.level.duties[order.below].flop * regulation.JUST_BELOW)
    elo = research.base_elo(race, state, flop, state.pre_elo, 0.0) + state.post_elo
    lines = [
        line("quote-run-h100e", h100e=int(state.compute.usable * order.share)),
        line("quote-run-flop", flop=flop),
        line("quote-run-elo", elo=round(elo), spread=round(rules.luck)),
    ]
    useful = data.useful_flop(race, state, flop)
    if useful < race.level.rules.data.short * flop:
        lines.append(line("quote-run-data", share=useful / flop))
    for _, duty in regulation.duties(race, flop, race.world.month + order.months):
        lines.append(line("quote-run-law", law=duty.name))
    return grant(0, lines, race.world.month + order.months, run=1)


def expected_flop(race: "Race", state: "FirmState", months: int, share: float) -> float:
    """FLOP of a run on today's compute, what stands outside the largest cluster counted for less."""
    rules = race.level.rules.compute
    wanted = min(int(state.compute.usable * share), state.compute.usable - state.compute.paid)
    largest = state.compute.largest_cluster
    effective = min(wanted, largest) + rules.outside_cluster * max(0, wanted - largest)
    return compute.flop_a_month(race, effective) * months


def do_start(race: "Race", firm: str, order: StartRun) -> None:
    most = race.level.duties[order.below].flop * regulation.JUST_BELOW if order.below else 0.0
    research.start(race, race.world.firms[firm], order.months, order.share, most)


def check_stop(race: "Race", firm: str, planned: Planned, order: StopRun) -> Granted | Refusal:
    state = race.world.firms[firm]
    if state.run is None or state.run.flop <= 0.0 or planned.of("stop"):
        return refuse("refuse-no-run")
    return grant(0, [line("quote-run-flop", flop=state.run.flop)], race.world.month + 1, stop=1)


def do_stop(race: "Race", firm: str, order: StopRun) -> None:
    research.finish(race, race.world.firms[firm])


def check_release(race: "Race", firm: str, planned: Planned, order: ReleaseModel) -> Granted | Refusal:
    state = _lab(race.world, firm)
    if state is None:
        return refuse("refuse-no-lab")
    if planned.of("release"):
        return refuse("refuse-twice")
    if planned.of("stop"):
        return refuse("refuse-not-ready")
    if state.releasing is not None:
        return refuse("refuse-releasing", months=state.releasing.month - race.world.month)
    rules = race.level.rules.leaderboard
    if not 1 <= order.variants <= rules.variants_most:
        return refuse("refuse-variants", most=rules.variants_most)
    lines, cost = _tests(race, state, order), (order.variants - 1) * rules.variant_usd
    ready = race.world.month + 1 + research.delay_months(race, state, order.variants)
    if state.held is not None:
        wait = state.ready_from - race.world.month
        if wait > 0:
            return refuse("refuse-morale", months=wait)
        elo = research.held_elo(state)
        if research.candidate(state) is state.held:
            filing = regulation.filing_usd(race, state.held.flop)
            cost += filing
            for _, duty in regulation.duties(race, state.held.flop, race.world.month):
                lines.append(line("quote-review", law=duty.name, weeks=round(duty.review_weeks * _strict(race))))
            if filing:
                lines.append(line("quote-filing", filing))
        lines.insert(0, line("quote-release", model=state.held.name, elo=round(elo)))
        return grant(cost, lines, ready, release=1)
    wait = race.level.rules.research.refresh_months - (race.world.month - state.last_release)
    if wait > 0:
        return refuse("refuse-too-soon", most=wait, months=wait)
    gain = research.refresh_gain(state)
    if gain < 1.0:
        return refuse("refuse-nothing-new")
    return grant(cost, [line("quote-refresh", elo=round(gain)), *lines], ready, release=1)


def _strict(race: "Race") -> float:
    return race.world.public.stringency


def _tests(race: "Race", state: "FirmState", order: ReleaseModel) -> list[Line]:
    """What private tests and open weights mean for a release."""
    rules, lines = race.level.rules, []
    if order.variants > 1:
        tests = rules.leaderboard
        luck = tests.variant_elo * expected_best(order.variants)
        lines.append(line("quote-variants", (order.variants - 1) * tests.variant_usd))
        lines.append(line("quote-variants-elo", elo=round(luck)))
        lines.append(line("quote-variants-found", chance=tests.found_hazard * (order.variants - 1)))
    if order.open_weights:
        lines.append(line("quote-open", share=rules.customers.open_price, trust=rules.customers.open_trust))
    return lines


def expected_best(number: int) -> float:
    """Expected largest of so many standard normal numbers (Blom's approximation)."""
    return NormalDist().inv_cdf((number - 0.375) / (number + 0.25)) if number > 1 else 0.0


def do_release(race: "Race", firm: str, order: ReleaseModel) -> None:
    research.order_release(race, race.world.firms[firm], order.variants, open_weights=order.open_weights)


BOUNDS: "dict[str, Callable[[Rules], tuple[float, float, float]]]" = {
    "free_tier": lambda rules: (0.0, 1.0, 0.05),
    "price_level": lambda rules: (rules.customers.price_least, rules.customers.price_most, 0.05),
    "hiring": lambda rules: (-rules.talent.fire_most, rules.talent.hire_most, 0.005),
    "pay": lambda rules: (rules.talent.pay_least, rules.talent.pay_most, 0.05),
    "campaign": lambda rules: (0.0, 1.0, 0.05),
    "guidance": lambda rules: (-1.0, 1.0, 1.0),
    "sublease": lambda rules: (0.0, 1.0, 0.05),
    "colocate": lambda rules: (0.0, 1.0, 0.05),
    "safety": lambda rules: (0.0, rules.safety.share_most, 0.01),
    "synthetic": lambda rules: (0.0, 1.0 - rules.safety.share_most, 0.05),
}
"""Least, most and step of each standing order."""


def bounds(race: "Race", firm: str, policy: str) -> tuple[float, float, float]:
    """Least, most and step of a standing order."""
    return BOUNDS[policy](race.level.rules)


def check_policy(race: "Race", firm: str, planned: Planned, order: SetPolicy) -> Granted | Refusal:
    state = _lab(race.world, firm)
    if state is None:
        return refuse("refuse-no-lab")
    if order.policy == "guidance" and race.level.firms[firm].grant is None:
        return refuse("refuse-no-parent")
    low, high, step = bounds(race, firm, order.policy)
    is_whole = order.policy != "guidance" or order.value == round(order.value)
    if not low <= order.value <= high or not is_whole:
        return refuse("refuse-policy-range", policy=order.policy, low=low, high=high)
    if order.policy == "guidance" and order.value > 0.0 and state.guidance_barred >= race.world.month:
        return refuse("refuse-guidance", months=state.guidance_barred - race.world.month + 1)
    before = float(getattr(state.policies, order.policy))
    if planned.of("policy " + order.policy) or abs(before - order.value) < step / 100.0:
        return refuse("refuse-no-change")
    lines = [line("quote-policy", policy=order.policy, before=round(before, 3), after=round(order.value, 3))]
    if order.policy == "pay":
        more = (order.value - before) * state.staff * race.level.rules.talent.usd_per_head_year / 12.0
        lines.append(line("quote-pay", money=int(more)))
    if order.policy == "campaign":
        cost = ties.campaign_cost_usd(race, state)
        lines.append(line("quote-campaign", money=int(order.value * cost)))
    return grant(0, lines, race.world.month + 1, **{"policy " + order.policy: 1})


def do_policy(race: "Race", firm: str, order: SetPolicy) -> None:
    policies = race.world.firms[firm].policies
    if order.policy == "guidance":
        policies.guidance = round(order.value)
    else:
        setattr(policies, order.policy, float(order.value))
