"""Orders of the chips desk that move cards between firms: resale, places in a book, affiliates, porting."""

from typing import TYPE_CHECKING

from agents.books import card_unit
from agents.desk import Refusal
from agents.orders import DivertCards, OfferCards, PortLease, TakeCards
from game.door.chips import is_barred
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import chips, porting, resale
from game.world import Resale

if TYPE_CHECKING:
    from game.race import Race


def check_offer(race: "Race", firm: str, planned: Planned, order: OfferCards) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.resale
    site, chip = world.sites.get(order.site), race.level.chips.get(order.chip)
    if site is None or site.firm != firm:
        return refuse("refuse-not-your-site", site=order.site)
    if chip is None or not resale.is_traded(race, order.chip):
        return refuse("refuse-no-resale", chip=chip.name if chip else order.chip)
    if not rules.price_low <= order.price <= rules.price_high:
        return refuse("refuse-resale-price", low=rules.price_low, high=rules.price_high)
    if order.slots:
        there = sum(o.cards for o in race.lists.orders_of(firm) if (o.chip, o.site) == (order.chip, order.site))
    else:
        there = world.books.held(card_unit(order.chip), order.site)
    name = f"offer {order.chip} {order.site} {order.slots}"
    offered = sum(
        each.cards
        for each in world.resales
        if (each.seller, each.chip, each.site, each.slots) == (firm, order.chip, order.site, order.slots)
    )
    most = there - offered - planned.of(name)
    if not 0 < order.cards <= max(0, most):
        return refuse("refuse-resale-size", most=max(0, most), cards=max(0, most))
    unit = resale.unit_usd(race, _made(race, firm, order))
    lines = [line("quote-resale-brings", money=order.cards * unit), line("quote-resale-unit", money=unit)]
    if order.slots:
        lines.append(line("quote-resale-loyalty", share=rules.loyalty_loss))
    return grant(0, lines, world.month + 1, **{name: order.cards})


def _made(race: "Race", firm: str, order: OfferCards) -> Resale:
    return Resale(firm, order.chip, order.cards, order.site, order.price, order.slots, race.world.month)


def do_offer(race: "Race", firm: str, order: OfferCards) -> None:
    race.world.resales.append(_made(race, firm, order))


def check_take(race: "Race", firm: str, planned: Planned, order: TakeCards) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.resale
    site, offer = world.sites.get(order.site), world.offers.resale.get(order.chip)
    if site is None or site.firm != firm:
        return refuse("refuse-not-your-site", site=order.site)
    if offer is None:
        return refuse("refuse-no-resale", chip=order.chip)
    if is_barred(race, firm, order.chip):
        return refuse("refuse-export", chip=race.level.chips[order.chip].name)
    open_ = [
        each
        for each in world.resales
        if each.chip == order.chip and each.slots is order.slots and resale.is_open(race, each.seller, firm)
    ]
    name = f"take {order.chip} {order.slots}"
    most = sum([each.cards for each in open_]) - planned.of(name)
    if not 0 < order.cards <= most:
        return refuse("refuse-resale-size", most=max(0, most), cards=max(0, most))
    left, cost = order.cards, 0
    for each in sorted(open_, key=lambda each: (each.price, each.posted, each.seller, each.site)):
        taken = min(left, each.cards)
        left -= taken
        cost += taken * resale.unit_usd(race, each)
        if not left:
            break
    new_usd = chips.card_cost_usd(race, order.chip)
    lines = [line("quote-resale-cost", cost), line("quote-resale-new", money=new_usd)]
    ready = world.month + 1 + (rules.move_months if not order.slots else race.level.rules.chips.ship_months)
    return grant(cost, lines, ready, fill=1.0, **{name: order.cards})


def do_take(race: "Race", firm: str, order: TakeCards) -> None:
    race.world.bids.resale.append((firm, order.chip, order.cards, order.site, order.slots))


def check_divert(race: "Race", firm: str, planned: Planned, order: DivertCards) -> Granted | Refusal:
    facts, site = race.level.firms.get(order.affiliate), race.world.sites.get(order.site)
    if facts is None or facts.affiliate is None or facts.affiliate.of != firm:
        return refuse("refuse-no-affiliate")
    if site is None or site.firm != firm:
        return refuse("refuse-not-your-site", site=order.site)
    if order.chip not in race.maker_of:
        return refuse("refuse-not-on-sale", chip=order.chip)
    name = f"divert {order.affiliate}"
    most = 0 if planned.of(name) else resale.divertible(race, order.affiliate, order.chip)
    if not 0 < order.cards <= most:
        return refuse("refuse-divert-size", most=most, cards=most)
    cost = order.cards * chips.card_cost_usd(race, order.chip)
    lines = [line("quote-divert", cost), line("quote-shareholders")]
    return grant(cost, lines, race.world.month + 2, **{name: 1})


def do_divert(race: "Race", firm: str, order: DivertCards) -> None:
    resale.divert(race, order.affiliate, firm, order.chip, order.cards, order.site)


def check_port(race: "Race", firm: str, planned: Planned, order: PortLease) -> Granted | Refusal:
    leases = porting.contracts_of(race, firm, order.operator) if order.operator in race.level.firms else []
    if not leases:
        return refuse("refuse-no-lease")
    rules, name = race.level.rules.leases, "port " + order.operator
    most = 0 if planned.of(name) else porting.portable_h100e(race, firm, order.operator)
    if not 0 < order.h100e <= most:
        return refuse("refuse-port-size", most=most, h100e=most)
    rent = sum([c.rent_usd * c.h100e for c in leases]) / max(1, sum([c.h100e for c in leases]))
    saved = int(order.h100e * rent * rules.port_rent_cut * race.level.rules.power.hours_per_month)
    lines = [
        line("quote-port-saves", money=saved),
        line("quote-port-loss", h100e=int(order.h100e * rules.port_loss), months=rules.port_months),
    ]
    return grant(0, lines, race.world.month + 1 + rules.port_months, **{name: 1})


def do_port(race: "Race", firm: str, order: PortLease) -> None:
    porting.port(race, firm, order.operator, order.h100e)
