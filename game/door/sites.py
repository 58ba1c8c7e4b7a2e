"""Orders of the power desk for energised sites: sealed bids, and putting up a site of one's own."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import BidSite, SellSite
from game.door.planned import Granted, Planned, grant, line, refuse
from game.door.power import own_site
from game.markets import sites

if TYPE_CHECKING:
    from game.race import Race


def check_bid(race: "Race", firm: str, planned: Planned, order: BidSite) -> Granted | Refusal:
    world = race.world
    lot = next((lot for lot in world.lots if lot.key == order.lot), None)
    if lot is None or lot.seller == firm:
        return refuse("refuse-no-lot")
    if planned.of("bid " + order.lot):
        return refuse("refuse-twice")
    if order.amount_usd < lot.reserve_usd:
        return refuse("refuse-reserve", money=lot.reserve_usd)
    lines = [line("quote-bid-" + race.level.site_auction, order.amount_usd)]
    if lot.ready_months:
        lines.append(line("quote-handover", months=lot.ready_months))
    wait = world.offers.power[lot.region].wait_months
    lines.append(line("quote-instead", months=round(wait)))
    return grant(order.amount_usd, lines, world.month + 1 + lot.ready_months, **{"bid " + order.lot: 1})


def do_bid(race: "Race", firm: str, order: BidSite) -> None:
    race.world.bids.sites.append((order.lot, firm, order.amount_usd))


def check_sell(race: "Race", firm: str, planned: Planned, order: SellSite) -> Granted | Refusal:
    world = race.world
    site = own_site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-site", site=order.site)
    awaited = [o.site for o in world.orders] + [s.site for s in world.shipments] + [h.site for h in world.handovers]
    if site.cards or order.site in awaited:
        return refuse("refuse-site-in-use")
    if sites.is_for_sale(race, order.site) or planned.of("sell " + order.site):
        return refuse("refuse-twice")
    fee = int(order.amount_usd * race.level.rules.sites.sale_fee)
    lines = [line("quote-reserve", money=order.amount_usd), line("quote-broker", money=fee)]
    return grant(0, lines, world.month + 1 + race.level.months_per_turn, **{"sell " + order.site: 1})


def do_sell(race: "Race", firm: str, order: SellSite) -> None:
    sites.put_up(race, firm, order.site, order.amount_usd)
