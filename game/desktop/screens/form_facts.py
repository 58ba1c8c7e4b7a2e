"""What one should know beside an order: the site it is for, the chip, the lessor, the firm's own position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from game.telling.limits import FIERCELY_OPPOSED, OPPOSED

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from agents.view import SiteView
    from game.desktop.match import Match
    from game.door.options import Option

Fact = tuple[str, str, str]


def facts_of(
    match: Match, option: Option, values: dict[str, Any], planned: Sequence[AnyOrder] = ()
) -> tuple[str, list[Fact]]:
    """A heading and lines of name, figure and tone; an empty heading when there is nothing to say."""
    if option.kind in ("order_cards", "cancel_cards", "take_cards", "offer_cards", "divert_cards"):
        return _chip(match, values["chip"], values["site"], values.get("cards", 0), planned)
    if option.kind == "reserve_capacity":
        return _chip(match, values["chip"], "", 0, planned)
    if option.kind == "anchor_site":
        heading, facts = _lessor(match, values["operator"])
        return heading, facts + _region(match, values["region"])
    if option.kind in ("lease_compute", "port_lease"):
        return _lessor(match, values["operator"])
    if option.kind in ("pledge_giant", "build_giant"):
        return _giant(match, values["giant"])
    if option.kind == "bid_site":
        return _lot(match, values["lot"])
    if option.kind in ("pause_hall", "resume_hall"):
        return _project(match, values["project"])
    if "site" in values:
        return _place(match, values["site"])
    if option.desk == "capital":
        return _purse(match)
    if option.kind in ("start_run", "stop_run", "release_model"):
        return _research(match)
    if option.kind in ("set_policy", "announce", "borrow_cards"):
        return _compute(match)
    return "", []


def _place(match: Match, place: str) -> tuple[str, list[Fact]]:
    site = match.view.sites.get(place)
    heading = match.words.say("facts-at", place=match.words.named("site", place))
    if site is not None:
        return heading, _site(match, site)
    return heading, _region(match, place)


def _site(match: Match, site: SiteView) -> list[Fact]:
    figures = match.words.figures
    say = match.words.say
    have = site.grid_kw + site.turbine_kw
    facts = [
        (say("facts-power"), figures.power(have), "text"),
        (say("facts-need"), figures.power(site.need_kw), "warn" if site.need_kw > have else "text"),
        (say("facts-coming-kw"), figures.power(site.coming_kw), "text"),
        (say("facts-planned-kw"), figures.power(site.planned_kw), "text"),
        (say("facts-slots"), figures.cards(site.air_slots + site.liquid_slots), "text"),
    ]
    if site.building_slots:
        facts.append((say("facts-building"), figures.cards(site.building_slots), "text"))
        for project in match.view.projects:
            if project.site == site.key:
                stage = say("facts-stage-of", stage=project.stage, stages=project.stages)
                hall = say("facts-hall", slots=project.slots)
                facts.append((hall, stage, "warn" if project.paused else "muted"))
    if site.queue_kw:
        facts.append((say("facts-queue"), figures.power(site.queue_kw), "text"))
    if site.interruptible_kw:
        facts.append((say("facts-cut"), figures.power(site.interruptible_kw), "text"))
    if site.hedged_kw:
        facts.append((say("facts-fixed"), figures.power(site.hedged_kw), "text"))
    if site.opposition > OPPOSED:
        tone = "warn" if site.opposition > FIERCELY_OPPOSED else "text"
        facts.append((say("facts-opposition"), f"{site.opposition:.2f}", tone))
    if site.fund_usd:
        facts.append((say("facts-fund"), figures.money(site.fund_usd), "text"))
    if site.stopped_until > match.view.month:
        facts.append((say("facts-stopped"), match.words.month(site.stopped_until), "warn"))
    if site.dark_cards:
        facts.insert(0, (say("facts-dark"), figures.cards(site.dark_cards), "warn"))
    if site.homeless_cards:
        facts.insert(0, (say("facts-homeless"), figures.cards(site.homeless_cards), "warn"))
    return facts


def _giant(match: Match, key: str) -> tuple[str, list[Fact]]:
    """A giant: its next phase, the whole, and what partners have pledged."""
    figures = match.words.figures
    say, giant = match.words.say, match.view.giants.get(key)
    if giant is None:
        return "", []
    return match.words.name(giant.name), [
        (say("facts-lead"), match.words.firm(giant.lead) if giant.lead else "–", "text"),
        (say("facts-phases"), str(giant.phases_left), "text"),
        (say("facts-phase-cost"), figures.money(giant.cost_usd), "text"),
        (say("facts-slots"), figures.cards(giant.slots), "text"),
        (say("facts-power"), figures.power(giant.kw), "text"),
        (say("facts-months-left"), say("months", months=round(giant.months)), "text"),
        (say("facts-whole"), figures.money(giant.whole_usd), "text"),
        (say("facts-missing"), figures.money(giant.missing_usd), "warn" if giant.missing_usd else "text"),
    ]


def _lot(match: Match, key: str) -> tuple[str, list[Fact]]:
    """A site at auction, and what its region's grid would offer instead."""
    figures = match.words.figures
    say = match.words.say
    lot = next((lot for lot in match.view.offers.sites if lot.lot == key), None)
    if lot is None:
        return "", []
    facts = [
        (say("facts-power"), figures.power(lot.kw), "text"),
        (say("facts-slots"), figures.cards(lot.slots), "text"),
        (say("facts-ready"), say("months", months=lot.ready_months), "text"),
        (say("facts-reserve"), figures.money(lot.reserve_usd), "text"),
    ]
    facts += [(match.words.chip(chip), figures.cards(cards), "text") for chip, cards in lot.cards.items()]
    return match.words.name(lot.name), facts + _region(match, lot.region)


def _project(match: Match, key: str) -> tuple[str, list[Fact]]:
    """A hall on its way through the stages."""
    figures = match.words.figures
    say = match.words.say
    heading = match.words.say("facts-at", place=match.words.named("project", key))
    project = next((project for project in match.view.projects if project.key == key), None)
    if project is None:
        return heading, []
    return heading, [
        (say("facts-slots-coming"), figures.cards(project.slots), "text"),
        (say("facts-stage"), say("facts-stage-of", stage=project.stage, stages=project.stages), "text"),
        (say("facts-months-left"), say("months", months=round(project.months_left)), "text"),
        (say("facts-cost-left"), figures.money(project.cost_left_usd), "text"),
    ]


def _region(match: Match, region: str) -> list[Fact]:
    figures = match.words.figures
    say, offer = match.words.say, match.view.offers.power.get(region)
    if offer is None:
        return []
    return [
        (say("facts-free-kw"), figures.power(offer.available_kw), "text"),
        (say("facts-wait"), say("months", months=round(offer.wait_months)), "text"),
        (say("facts-tariff"), say("facts-per-kwh", usd=f"{offer.tariff_usd_per_kwh:.3f}"), "text"),
    ]


def _chip(match: Match, chip: str, site: str, cards: int, planned: Sequence[AnyOrder]) -> tuple[str, list[Fact]]:
    """The card, its market, and what the site has free for it: places of its cooling and power."""
    figures = match.words.figures
    say, offer, facts = match.words.say, match.view.offers.chips.get(chip), match.view.chips[chip]
    lines = [(say("facts-cooling"), say("facts-liquid" if facts.liquid else "facts-air"), "text")]
    here = match.view.sites.get(site)
    if here is not None:
        free, spare = room_at(match, here, chip, planned)
        name = say("facts-free-liquid" if facts.liquid else "facts-free-air")
        lines.append((name, figures.cards(max(0, free)), "warn" if free < max(1, cards) else "text"))
        need = max(1, cards) * facts.facility_kw
        lines.append((say("facts-spare-kw"), figures.power(spare), "warn" if spare < need else "text"))
    lines.append((say("facts-card-kw"), f"{facts.facility_kw:.2f} kW", "text"))
    lines.append((say("facts-h100e"), f"{facts.h100e:.2f}", "text"))
    if offer is not None:
        lines.insert(0, (say("facts-price"), figures.money(offer.price_usd), "text"))
        if chip in match.view.worth_usd:
            lines.insert(1, (say("facts-worth"), figures.money(match.view.worth_usd[chip]), "accent"))
        lines.append((say("facts-supply"), figures.cards(offer.supply_cards), "text"))
        tone = "warn" if offer.ordered_cards > 3 * offer.supply_cards else "text"
        lines.append((say("facts-ordered"), figures.cards(offer.ordered_cards), tone))
        lines.append((say("facts-bottleneck"), say("supplier-" + offer.bottleneck), "text"))
        lines.append((say("facts-rule"), say("rule-" + offer.rule), "text"))
    return match.words.chip(chip), lines


def room_at(match: Match, site: SiteView, chip: str, planned: Sequence[AnyOrder]) -> tuple[int, int]:
    """Cards of this chip that could still stand there, and the power left in kW, after all that is under way.

    A hall holds kilowatts: a card takes as many places as its power is of a place's. Air-cooled cards may stand in
    liquid-cooled places, but not the other way round.
    """
    chips, per_slot = match.view.chips, match.view.hall_kw_per_slot
    air = float(site.air_slots + site.building_slots - site.building_liquid) * per_slot
    liquid = float(site.liquid_slots + site.building_liquid) * per_slot
    spare = float(site.grid_kw + site.turbine_kw + site.coming_kw - site.planned_kw)
    counts: dict[str, int] = {}
    for held in (site.cards, site.coming_cards, site.ordered_cards):
        for key, number in held.items():
            counts[key] = counts.get(key, 0) + number
    for order in planned:
        if getattr(order, "site", "") != site.key:
            continue
        match order.kind:
            case "order_cards" | "take_cards" | "divert_cards" if not getattr(order, "slots", False):
                counts[order.chip] = counts.get(order.chip, 0) + order.cards  # type: ignore[union-attr]
                spare -= order.cards * chips[order.chip].facility_kw  # type: ignore[union-attr]
            case "build_hall":
                more = order.slots * per_slot  # type: ignore[union-attr]
                air, liquid = (air, liquid + more) if order.liquid else (air + more, liquid)  # type: ignore[union-attr]
            case "retrofit_hall":
                more = order.slots * per_slot  # type: ignore[union-attr]
                air, liquid = air - more, liquid + more
            case "request_grid" | "bring_turbines" | "build_plant":
                spare += order.kw  # type: ignore[union-attr]
    for key, number in counts.items():
        need = number * chips[key].facility_kw
        if chips[key].liquid:
            liquid -= need
        else:
            air -= need
    if air < 0:
        air, liquid = 0.0, liquid + air
    room = max(0.0, liquid) + (0.0 if chips[chip].liquid else air)
    return int(room / chips[chip].facility_kw), round(spare)


def _lessor(match: Match, operator: str) -> tuple[str, list[Fact]]:
    figures = match.words.figures
    say, offer = match.words.say, match.view.offers.leases.get(operator)
    heading = match.words.firm(operator)
    if offer is None:
        return heading, [(say("facts-nothing"), "–", "muted")]
    return heading, [
        (say("facts-now"), figures.cards(offer.now_h100e), "text"),
        (say("facts-built"), figures.cards(offer.built_h100e), "text"),
        (say("facts-built-in"), say("months", months=offer.built_months), "text"),
        (say("facts-market-rent"), say("facts-per-hour", usd=f"{match.view.rent_usd:.2f}"), "text"),
        (say("facts-cluster"), figures.cards(offer.cluster_h100e), "text"),
    ]


def _purse(match: Match) -> tuple[str, list[Fact]]:
    figures = match.words.figures
    say, me = match.words.say, match.view.me
    return say("facts-purse"), [
        (say("bar-valuation"), figures.money(me.valuation_usd), "text"),
        (say("facts-founders"), figures.percent(me.founders_share), "text"),
        (say("facts-burn"), figures.money(me.burn_usd), "text"),
        (say("facts-runway"), say("months", months=min(99, round(me.runway_months))), "text"),
        (say("facts-debt"), figures.money(me.debt_usd), "text"),
    ]


def _research(match: Match) -> tuple[str, list[Fact]]:
    figures = match.words.figures
    say, me = match.words.say, match.view.me
    return say("facts-research"), [
        (say("facts-usable"), figures.cards(me.usable_h100e), "text"),
        (say("facts-cluster"), figures.cards(me.largest_cluster_h100e), "text"),
        (say("facts-largest"), figures.flop(me.largest_flop), "text"),
        (say("facts-data"), figures.flop(me.data_flop), "text"),
        (say("facts-true"), f"{me.true_elo:,.0f}", "text"),
        (say("facts-since"), say("months", months=me.months_since_release), "text"),
    ]


def _compute(match: Match) -> tuple[str, list[Fact]]:
    figures = match.words.figures
    say, me = match.words.say, match.view.me
    return say("facts-compute"), [
        (say("use-paid"), figures.cards(me.paid_h100e), "text"),
        (say("use-free"), figures.cards(me.free_h100e), "text"),
        (say("use-run"), figures.cards(me.run_h100e), "text"),
        (say("use-research"), figures.cards(me.research_h100e), "text"),
        (say("facts-served"), figures.percent(me.served), "text" if me.served > 0.98 else "warn"),
        (say("facts-users"), figures.cards(me.consumers), "text"),
    ]
