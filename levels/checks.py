"""Checks what no single type can say: that ids exist, months are in order and shares add up.

Each check yields `Fault`s; the loader reports the first. Nothing here knows a rule of the game.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from math import fsum

import msgspec

from levels import words
from levels.calendar import index_of
from levels.faults import Fault, Path, near, show
from levels.lesson_checks import check_lesson
from levels.schema import Arm, Event, Firm, Level, Shown

ANY_LAB = "any"
"""What an event with a hazard may name in place of a firm."""
SCORES = ("value", "frontier", "reach", "stewardship", "resilience")
DIVISORS: dict[str, tuple[str, ...]] = {
    "capital": ("pool_reference_usd", "fleet_reference", "rank_scale_elo", "grant_outgrow"),
    "parents": ("hurdle",),
    "silicon": ("stages",),
    "power": ("queue_stages", "hours_per_month"),
    "research": ("pre_half_life", "post_half_life"),
    "customers": ("pool_most_usd", "pool_lag_months", "share_elo", "seat_elo", "churn_elo", "open_elo"),
    "leaderboard": ("variants_a_month", "flattery_half_life"),
    "data": ("stock_low", "repeats", "short"),
    "safety": ("usual_share", "half_life", "hazard_elo", "severity"),
    "press": ("leak_rate",),
    "regulation": ("lobby_usd",),
    "leases": ("payback_months",),
    "talent": ("pay_least", "poach_usd", "poach_least_usd"),
    "ties": ("quality_elo", "break_trust"),
    "score": ("frontier_temperature",),
}
"""Parameters of the rules that something is divided by."""
_WEAR_MONTHS = 3
"""Months of failures that happen at once."""

_LAST_MONTH = "2099-12"
_ROUNDING = 1e-9


def check(level: Level) -> None:
    """Raises `Fault` for the first thing in the level that does not fit another."""
    for each in _CHECKS:
        for fault in each(level):
            raise fault


def _known(name: str, known: Collection[str], path: Path, noun: str) -> Iterator[Fault]:
    if name not in known:
        yield Fault(path, f"no {noun} {name!r}{near(name, known)}")


def _each_known(names: Iterable[str], known: Collection[str], path: Path, noun: str) -> Iterator[Fault]:
    for name in names:
        yield from _known(name, known, path, noun)


def _time(level: Level) -> Iterator[Fault]:
    if level.months_per_turn < 1:
        yield Fault(("months_per_turn",), f"must be at least 1, got {level.months_per_turn}")
    if level.months < 1:
        yield Fault(("months",), f"must be at least 1, got {level.months}")
    if level.months % level.months_per_turn:
        turn = level.months_per_turn
        whole = max(turn, level.months // turn * turn)
        yield Fault(("months",), f"{level.months} months are no whole turns of {turn}; use {whole} or {whole + turn}")
    if level.months > index_of(_LAST_MONTH, level.start):
        yield Fault(("months",), f"the level would end after {_LAST_MONTH}")
    if any(later <= earlier for earlier, later in pairwise((0, *level.par_months))):
        yield Fault(("par_months",), "must be above 0 and rise")


def _seats(level: Level) -> Iterator[Fault]:
    if not level.seats:
        yield Fault(("seats",), "needs at least one firm")
    for i, seat in enumerate(level.seats):
        path = ("seats", str(i))
        yield from _known(seat, level.firms, path, "firm")
        if seat in level.seats[:i]:
            yield Fault(path, f"{seat!r} stands twice")
        firm = level.firms[seat]
        if not firm.steerable:
            yield Fault(path, f"{seat!r} is not steerable")
        if firm.lab is None and firm.role is None:
            yield Fault(path, f"{seat!r} is no lab and has no role")


def _chips(level: Level) -> Iterator[Fault]:
    for name, chip in level.chips.items():
        path = ("chips", name)
        yield from _known(chip.maker, level.makers, (*path, "maker"), "maker")
        yield from _positive(chip.h100e, (*path, "h100e"))
        yield from _positive(chip.price_usd, (*path, "price_usd"))
        yield from _positive(chip.cards_per_logic_wafer, (*path, "cards_per_logic_wafer"))
        yield from _each_known(chip.buyers, level.firms, (*path, "buyers"), "firm")
        if chip.retires is not None and chip.retires < chip.available:
            yield Fault((*path, "retires"), f"{chip.retires} is before it is available, {chip.available}")


def _positive(value: float, path: Path) -> Iterator[Fault]:
    if value <= 0:
        yield Fault(path, f"must be more than 0, got {show(value)}")


def _makers(level: Level) -> Iterator[Fault]:
    taken: dict[str, float] = {}
    for name, maker in level.makers.items():
        path = ("makers", name)
        yield from _known(maker.foundry, level.foundries, (*path, "foundry"), "foundry")
        taken[maker.foundry] = taken.get(maker.foundry, 0.0) + maker.wafer_share
        yield from _each_known(maker.loyalty, level.firms, (*path, "loyalty"), "firm")
        yield from _at_most_one(fsum(maker.loyalty.values()), (*path, "loyalty"))
    for name, firm in level.firms.items():
        if firm.buyer is not None:
            place = ("firms", name, "buyer", "foundry")
            yield from _known(firm.buyer.foundry, level.foundries, place, "foundry")
            taken[firm.buyer.foundry] = taken.get(firm.buyer.foundry, 0.0) + firm.buyer.wafer_share
    for foundry, share in taken.items():
        for fault in _at_most_one(share, ("foundries", foundry)):
            yield Fault(fault.path, f"its makers' and buyers' {fault.reason}")


def _at_most_one(share: float, path: Path) -> Iterator[Fault]:
    if share > 1 + _ROUNDING:
        yield Fault(path, f"shares add up to {share:.4g}, more than 1")


def _foundries(level: Level) -> Iterator[Fault]:
    for name, foundry in level.foundries.items():
        path = ("foundries", name, "committed")
        points = foundry.committed
        if not points:
            yield Fault(path, "needs at least one month")
        for i, (before, after) in enumerate(pairwise(points), start=1):
            if after.month <= before.month:
                yield Fault((*path, str(i), "month"), f"{after.month} does not follow {before.month}")
        if points and points[0].month > level.start:
            yield Fault((*path, "0", "month"), f"must not be after the start, {level.start}")
        for i, (before, after) in enumerate(pairwise(foundry.logic), start=1):
            if after.month <= before.month:
                place = ("foundries", name, "logic", str(i), "month")
                yield Fault(place, f"{after.month} does not follow {before.month}")
    for name, memory in level.memory.items():
        months = [level.start, *(point.month for point in memory.committed)]
        for i, (earlier, later) in enumerate(pairwise(months)):
            if later <= earlier:
                yield Fault(("memory", name, "committed", str(i), "month"), f"{later} does not follow {earlier}")


def _regions(level: Level) -> Iterator[Fault]:
    for name, region in level.regions.items():
        path = ("regions", name)
        yield from _known(region.utility, level.utilities, (*path, "utility"), "utility")
        yield from _place(region.longitude, region.latitude, path)


def _place(longitude: float | None, latitude: float | None, path: Path) -> Iterator[Fault]:
    if (longitude is None) != (latitude is None):
        yield Fault(path, "needs both longitude and latitude, or neither")
    if longitude is not None and abs(longitude) > 180:
        yield Fault((*path, "longitude"), f"must be between -180 and 180, got {show(longitude)}")
    if latitude is not None and abs(latitude) > 90:
        yield Fault((*path, "latitude"), f"must be between -90 and 90, got {show(latitude)}")


def _sites(level: Level) -> Iterator[Fault]:
    for name, site in level.sites.items():
        path = ("sites", name)
        yield from _known(site.firm, level.firms, (*path, "firm"), "firm")
        yield from _known(site.region, level.regions, (*path, "region"), "region")
        yield from _each_known(site.cards, level.chips, (*path, "cards"), "chip")
        yield from _place(site.longitude, site.latitude, path)


def _giants(level: Level) -> Iterator[Fault]:
    for name, giant in level.giants.items():
        path = ("giants", name)
        yield from _known(giant.region, level.regions, (*path, "region"), "region")
        yield from _each_known(giant.leads, level.firms, (*path, "leads"), "firm")
        if giant.site is not None:
            yield from _known(giant.site, level.sites, (*path, "site"), "site")
        if not giant.phases:
            yield Fault((*path, "phases"), "needs at least one")


def _plants(level: Level) -> Iterator[Fault]:
    for name, plant in level.plants.items():
        yield from _known(plant.region, level.regions, ("plants", name, "region"), "region")


def _firms(level: Level) -> Iterator[Fault]:
    for name, firm in level.firms.items():
        path = ("firms", name)
        if name == ANY_LAB:
            yield Fault(path, f"the id {ANY_LAB!r} is taken: events use it")
        yield from _mind(firm.mind, level, (*path, "mind"))
        if firm.personality:
            yield from _known(firm.personality, level.styles, (*path, "personality"), "personality")
        yield from _each_known(firm.chips_from, level.makers, (*path, "chips_from"), "maker")
        for component, told in firm.par.items():
            yield from _known(component, SCORES, (*path, "par"), "score component")
            if len(told) != len(level.par_months):
                wanted = f"{len(level.par_months)} values, one for each of par_months"
                yield Fault((*path, "par", component), f"must have {wanted}, got {len(told)}")
        yield from _roles(firm, level, path)


def _roles(firm: Firm, level: Level, path: Path) -> Iterator[Fault]:
    if firm.lab is not None:
        if firm.lab.launched > level.start:
            yield Fault((*path, "lab", "launched"), f"must not be after the start, {level.start}")
        if firm.lab.run is not None:
            yield from _not_past(firm.lab.run.ends, level, (*path, "lab", "run", "ends"))
        for name in ("growth_12_months", "price_level"):
            yield from _positive(getattr(firm.lab, name), (*path, "lab", name))
    if firm.role is not None:
        yield from _known(firm.role.utility, level.utilities, (*path, "role", "utility"), "utility")
    if firm.grant is not None:
        yield from _known(firm.grant.parent, level.firms, (*path, "grant", "parent"), "firm")
    if firm.affiliate is not None:
        yield from _known(firm.affiliate.of, level.firms, (*path, "affiliate", "of"), "firm")
    if firm.silicon is not None:
        yield from _known(firm.silicon.chip, level.chips, (*path, "silicon", "chip"), "chip")
        yield from _known(firm.silicon.node, level.nodes, (*path, "silicon", "node"), "node")
        if firm.silicon.begun is not None:
            place = (*path, "silicon", "begun", "partner")
            yield from _known(firm.silicon.begun.partner, level.partners, place, "partner")
    if firm.shell is not None:
        yield from _known(firm.shell.owner, level.firms, (*path, "shell", "owner"), "firm")


def _leases(level: Level) -> Iterator[Fault]:
    for i, lease in enumerate(level.leases):
        path = ("leases", str(i))
        yield from _known(lease.operator, level.firms, (*path, "operator"), "firm")
        yield from _known(lease.user, level.firms, (*path, "user"), "firm")
        if lease.operator == lease.user:
            yield Fault((*path, "user"), f"{lease.user!r} cannot lease from itself")
        if lease.cluster_h100e > lease.h100e:
            yield Fault((*path, "cluster_h100e"), f"is more than the lease's {lease.h100e}")
        if lease.months < 1:
            yield Fault((*path, "months"), "must be at least 1, got 0")


def _ties(level: Level) -> Iterator[Fault]:
    for i, tie in enumerate(level.ties):
        path = ("ties", str(i))
        for role, firm in (("lab", tie.lab), ("partner", tie.partner), ("operator", tie.operator)):
            yield from _known(firm, level.firms, (*path, role), "firm")
        if level.firms[tie.lab].lab is None:
            yield Fault((*path, "lab"), f"{tie.lab!r} is no lab")
        if tie.lab == tie.partner:
            yield Fault((*path, "partner"), f"{tie.lab!r} cannot be its own partner")


def _capital(level: Level) -> Iterator[Fault]:
    for name, investor in level.investors.items():
        path = ("investors", name)
        if investor.firm is not None:
            yield from _known(investor.firm, level.firms, (*path, "firm"), "firm")
        yield from _each_known(investor.backs, level.firms, (*path, "backs"), "firm")
        yield from _each_known(investor.woos, level.firms, (*path, "woos"), "firm")
    for i, sheet in enumerate(level.term_sheets):
        path = ("term_sheets", str(i))
        yield from _known(sheet.investor, level.investors, (*path, "investor"), "investor")
        yield from _known(sheet.firm, level.firms, (*path, "firm"), "firm")


def _pipeline(level: Level) -> Iterator[Fault]:
    for i, promise in enumerate(level.promises):
        path = ("promises", str(i))
        yield from _known(promise.site, level.sites, (*path, "site"), "site")
        yield from _not_past(promise.earliest, level, (*path, "earliest"))
        if promise.latest < promise.earliest:
            yield Fault((*path, "latest"), f"{promise.latest} is before earliest, {promise.earliest}")
    for i, project in enumerate(level.projects):
        path = ("projects", str(i))
        yield from _known(project.site, level.sites, (*path, "site"), "site")
        yield from _not_past(project.month, level, (*path, "month"))
    for i, arrival in enumerate(level.arrivals):
        path = ("arrivals", str(i))
        yield from _known(arrival.site, level.sites, (*path, "site"), "site")
        yield from _known(arrival.chip, level.chips, (*path, "chip"), "chip")
        yield from _not_past(arrival.month, level, (*path, "month"))
    for i, booking in enumerate(level.bookings):
        path = ("bookings", str(i))
        yield from _known(booking.firm, level.firms, (*path, "firm"), "firm")
        yield from _known(booking.site, level.sites, (*path, "site"), "site")
        yield from _known(booking.chip, level.chips, (*path, "chip"), "chip")
        if level.sites[booking.site].firm != booking.firm:
            yield Fault((*path, "site"), f"{booking.site!r} is not a site of {booking.firm!r}")
        if booking.placed > level.start:
            yield Fault((*path, "placed"), f"must not be after the start, {level.start}, got {booking.placed}")
    for i, claim in enumerate(level.claims):
        path = ("claims", str(i))
        yield from _known(claim.firm, level.firms, (*path, "firm"), "firm")
        if claim.month < level.start:
            yield Fault((*path, "month"), f"must not be before the start, {level.start}, got {claim.month}")


def _not_past(month: str, level: Level, path: Path) -> Iterator[Fault]:
    if month <= level.start:
        yield Fault(path, f"must be after the start, {level.start}, got {month}")


def _models(level: Level) -> Iterator[Fault]:
    """Products, text and laws."""
    for i, shown in enumerate(level.announced):
        path = ("announced", str(i))
        yield from _known(shown.firm, level.firms, (*path, "firm"), "firm")
        yield from _known(shown.product, level.products, (*path, "product"), "product")
        if level.firms[shown.firm].lab is None:
            yield Fault((*path, "firm"), f"{shown.firm!r} is no lab")
        if shown.month > level.start:
            yield Fault((*path, "month"), f"must not be after the start, {level.start}, got {shown.month}")
    for name, product in level.products.items():
        if product.efficiency >= 1:
            yield Fault(("products", name, "efficiency"), f"must be less than 1, got {show(product.efficiency)}")


def _events(level: Level) -> Iterator[Fault]:
    for name, event in level.events.items():
        path = ("events", name)
        if (event.month is None) == (event.hazard is None):
            yield Fault(path, "needs either month or hazard, and not both")
        if event.month is not None:
            yield from _not_past(event.month, level, (*path, "month"))
        if event.hazard is not None and event.hazard > 1:
            yield Fault((*path, "hazard"), f"must be at most 1, got {show(event.hazard)}")
        yield from _event_firm(event, level, (*path, "firm"))
        if event.after is not None:
            yield from _known(event.after, level.events, (*path, "after"), "event")
        if event.effect == "rule":
            yield from _known(event.maker, level.makers, (*path, "maker"), "maker")


def _event_firm(event: Event, level: Level, path: Path) -> Iterator[Fault]:
    if event.firm == ANY_LAB:
        if event.hazard is None:
            yield Fault(path, f"{ANY_LAB!r} needs a hazard; name the firm that is hit on a date")
    elif event.firm is not None:
        yield from _known(event.firm, level.firms, path, "firm")


def _lesson(level: Level) -> Iterator[Fault]:
    if level.minutes < 1:
        yield Fault(("minutes",), f"must be at least 1, got {level.minutes}")
    for i, kind in enumerate(level.orders):
        known = (*words.ORDERS, *(f"set_policy.{policy}" for policy in words.POLICIES))
        yield from _known(kind, known, ("orders", str(i)), "kind of order")
    if level.goal is not None:
        yield from _known(level.goal.of, words.GOALS, ("goal", "of"), "goal")
    for name, shown in level.shows.items():
        yield from _shown(shown, level, ("shows", name))


def _shown(shown: Shown, level: Level, path: Path) -> Iterator[Fault]:
    yield from _known(shown.measure, words.MEASURES, (*path, "measure"), "measure")
    if shown.firm is not None:
        yield from _known(shown.firm, level.firms, (*path, "firm"), "firm")
    if (shown.share is None) == (shown.mean is None):
        yield Fault(path, "needs either share or mean, and not both")
    if not shown.arms:
        yield Fault((*path, "arms"), "needs at least one arm")
    for name, arm in shown.arms.items():
        yield from _arm(arm, level, (*path, "arms", name))
    if shown.share is not None:
        check, place = shown.share, (*path, "share")
        for role, arm_name in (("arm", check.arm), ("than", check.than)):
            if arm_name is not None:
                yield from _known(arm_name, shown.arms, (*place, role), "arm")
        if not 0.0 <= check.least <= check.most <= 1.0:
            yield Fault(place, "needs 0 <= least <= most <= 1")
        if check.least == 0.0 and check.most == 1.0:
            yield Fault(place, "needs least or most, or it claims nothing")
    if shown.mean is not None:
        mean, place = shown.mean, (*path, "mean")
        for role, arm_name in (("arm", mean.arm), ("than", mean.than)):
            if arm_name is not None:
                yield from _known(arm_name, shown.arms, (*place, role), "arm")
        if mean.low is None and mean.high is None:
            yield Fault(place, "needs low or high, or it claims nothing")
        if mean.low is not None and mean.high is not None and mean.low > mean.high:
            yield Fault(place, f"low {show(mean.low)} is above high {show(mean.high)}")
        if mean.ratio and mean.than is None:
            yield Fault(place, "a ratio needs than, the arm below the line")


def _mind(name: str, level: Level, path: Path) -> Iterator[Fault]:
    """A mind by its name, or a strength and a personality with a slash between."""
    if "/" not in name:
        yield from _known(name, (*level.styles, *words.STRENGTHS, *words.MINDS), path, "mind")
        return
    yield from _known(words.strength_of(name), words.STRENGTHS, path, "strength")
    yield from _known(words.personality_of(name), level.styles, path, "personality")


def _arm(arm: Arm, level: Level, path: Path) -> Iterator[Fault]:
    if arm.mind is not None:
        yield from _mind(arm.mind, level, (*path, "mind"))
    for firm, mind in arm.minds.items():
        yield from _known(firm, level.firms, (*path, "minds"), "firm")
        yield from _mind(mind, level, (*path, "minds", firm))
    for i, setting in enumerate(arm.sets):
        if "=" not in setting:
            yield Fault((*path, "sets", str(i)), f"expected PATH=VALUE, got {show(setting)}")


def _bounds(level: Level) -> Iterator[Fault]:
    """Parameters that the rules cannot use at their ends, and limits below what stands at the start."""
    rules = level.rules
    for group, names in DIVISORS.items():
        for name in names:
            yield from _positive(getattr(getattr(rules, group), name), ("rules", group, name))
    if rules.compute.failure > 1 / _WEAR_MONTHS:
        most = f"{1 / _WEAR_MONTHS:.3g}, as cards wear {_WEAR_MONTHS} months at once"
        yield Fault(("rules", "compute", "failure"), f"must be at most {most}, got {show(rules.compute.failure)}")
    if rules.chips.price_cut_per_year >= 1:
        yield Fault(("rules", "chips", "price_cut_per_year"), "must be less than 1, or cards are free")
    users = sum(firm.lab.consumers for firm in level.firms.values() if firm.lab is not None)
    if rules.customers.users_most <= users:
        yield Fault(
            ("rules", "customers", "users_most"), f"must be more than the labs' consumers at the start, {users}"
        )


def _ranges(level: Level) -> Iterator[Fault]:
    """Of two parameters named as the ends of a range, the first must not be above the second."""
    for group in level.rules.__struct_fields__:
        held = getattr(level.rules, group)
        values = msgspec.structs.asdict(held) if held is not None else {}
        for name, value in values.items():
            for low, high in (("_low", "_high"), ("_min", "_max"), ("_least_", "_most_")):
                other = name.replace(low, high)
                if other != name and other in values and value > values[other]:
                    yield Fault(("rules", group, name), f"{show(value)} is above {other}, {show(values[other])}")


def _guide(level: Level) -> Iterator[Fault]:
    """Steps have names of their own, and wait for a desk or an order that there is."""
    names: set[str] = set()
    kinds = {each.partition(".")[0] for each in level.orders} or {each for each in words.ORDERS if "." not in each}
    for i, step in enumerate(level.guide):
        if step.name in names:
            yield Fault(("guide", str(i), "name"), f"a second step {step.name!r}; choose another name")
        names.add(step.name)
        path = ("guide", str(i), "what")
        if step.until == "opened":
            yield from _known(step.what, words.DESKS, path, "desk")
        elif step.until == "planned" and step.what:
            yield from _known(step.what, kinds, path, "kind of order in this level")
        elif step.what:
            yield Fault(path, "only a step that waits for a desk or an order says which; leave it out")


_CHECKS: tuple[Callable[[Level], Iterator[Fault]], ...] = (
    _time,
    _firms,
    _seats,
    _guide,
    _chips,
    _makers,
    _foundries,
    _regions,
    _sites,
    _giants,
    _plants,
    _leases,
    _ties,
    _capital,
    _pipeline,
    _models,
    _events,
    _lesson,
    check_lesson,
    _bounds,
    _ranges,
)
