"""Energised sites at auction: old loads with their megawatts connected, failed firms' campuses with all they hold.

Sealed bids, one round a turn. `second_price`: each site goes to its highest bid at the second or the reserve, so that
the value of time is what to bid (Vickrey 1961). `uniform`: all sites of a turn go at one price per kilowatt, the best
losing bid's. What nobody wants is withdrawn; a failed firm's reserve falls until somebody comes.
"""

from math import exp
from typing import TYPE_CHECKING

from agents import chance
from agents.books import GRID_KW, TURBINE_KW, USD
from agents.view import SiteOffer
from game import building
from game.world import Handover, Lot

if TYPE_CHECKING:
    from agents.firm import Site
    from game.race import Race

PLANTS = "~plants"
"""Whose kilowatts they were."""


def post(race: "Race") -> list[SiteOffer]:
    """Put up what comes on sale this turn; returns all that is on offer."""
    world, rules = race.world, race.level.rules.sites
    months = race.level.months_per_turn
    for key, plant in race.level.plants.items():
        if key in world.plants_gone:
            continue
        hazard = 1.0 - exp(-months * rules.plant_hazard)
        if chance.happens(hazard, world.seed, key, "on sale", world.month):
            world.plants_gone.append(key)
            reserve = plant.kw * rules.reserve_usd_per_kw
            world.lots.append(
                Lot(
                    key,
                    plant.name,
                    plant.region,
                    reserve,
                    world.month,
                    plant.kw,
                    plant.slots,
                    plant.ready_months,
                )
            )
            world.tell("gavel", "news-plant", name=plant.name, mw=plant.kw // 1000)
    return [_offer(race, lot) for lot in world.lots]


def _offer(race: "Race", lot: Lot) -> SiteOffer:
    cards: dict[str, int] = {}
    kw, slots = lot.kw, lot.slots
    if lot.site:
        site = race.world.sites[lot.site]
        cards = dict(race.cards_of.get(site.key, {}))
        kw = race.world.books.held(GRID_KW, site.key) + race.world.books.held(TURBINE_KW, site.key)
        slots = site.air_slots + site.liquid_slots
    return SiteOffer(lot.key, lot.name, lot.region, kw, slots, lot.ready_months, lot.reserve_usd, lot.seller, cards)


def put_up_failed(race: "Race", firm: str) -> None:
    """A failed firm's campuses come to the next auction, at what cards, places and power bring in a forced sale."""
    world = race.world
    world.lots = [lot for lot in world.lots if lot.seller != firm]
    for site in race.sites_of[firm]:
        reserve = _forced_sale_usd(race, site)
        world.lots.append(Lot(site.key, site.name, site.region, reserve, world.month, site=site.key, seller=firm))
        world.books.touched.append(site.key)


def _forced_sale_usd(race: "Race", site: "Site") -> int:
    rules, books = race.level.rules, race.world.books
    cards = 0.0
    for chip, unit, *_ in race.chips_best_first:
        cards += books.held(unit, site.key) * race.maker_of[chip].state.price_usd[chip]
    places = (site.air_slots + site.liquid_slots) * rules.building.kw_per_slot * rules.building.usd_per_kw
    power = books.held(GRID_KW, site.key) * rules.sites.reserve_usd_per_kw
    return int((cards + places) * rules.capital.card_recovery) + power


def put_up(race: "Race", firm: str, site: str, reserve_usd: int) -> None:
    """A firm offers a site of its own, for one auction."""
    world, place = race.world, race.world.sites[site]
    world.lots.append(Lot(site, place.name, place.region, reserve_usd, world.month, site=site, seller=firm))


def is_for_sale(race: "Race", site: str) -> bool:
    return any(lot.site == site for lot in race.world.lots)


def clear(race: "Race") -> None:
    """Open the sealed bids of the turn and hand over what is sold."""
    world = race.world
    bids, world.bids.sites = world.bids.sites, []
    if not world.lots or (world.month - 1) % race.level.months_per_turn:
        return
    asked: dict[str, list[tuple[int, str]]] = {}
    for lot_key, firm, usd in bids:
        asked.setdefault(lot_key, []).append((usd, firm))
    sold: list[tuple[Lot, str, int, int]] = []
    losing_usd_per_kw = 0.0
    promised: dict[str, int] = {}
    for lot in world.lots:
        if lot.since == world.month:
            continue
        offers = sorted(asked.get(lot.key, []), key=lambda offer: (-offer[0], _tie(race, lot.key, offer[1])))
        valid = [
            (usd, firm)
            for usd, firm in offers
            if usd >= lot.reserve_usd and usd + promised.get(firm, 0) <= world.books.held(USD, firm)
        ]
        if not valid:
            continue
        best, winner = valid[0]
        second = max([lot.reserve_usd, *(usd for usd, _ in valid[1:2])])
        promised[winner] = promised.get(winner, 0) + best
        sold.append((lot, winner, best, second))
        if second > lot.reserve_usd:
            losing_usd_per_kw = max(losing_usd_per_kw, second / max(1, _kw(race, lot)))
    for lot, winner, best, second in sold:
        price = second
        if race.level.site_auction == "uniform":
            price = min(best, max(lot.reserve_usd, int(losing_usd_per_kw * _kw(race, lot))))
        _sell(race, lot, winner, price, len(asked[lot.key]))
    gone = {lot.key for lot, _, _, _ in sold}
    world.lots = [lot for lot in world.lots if lot.key not in gone and _stays(race, lot)]


def _tie(race: "Race", lot: str, firm: str) -> float:
    return chance.draw(race.world.seed, firm, "tie " + lot, race.world.month)


def _kw(race: "Race", lot: Lot) -> int:
    return race.world.books.held(GRID_KW, lot.site) if lot.site else lot.kw


def _stays(race: "Race", lot: Lot) -> bool:
    """Whether an unsold lot comes up again: never a going firm's, a plant's for some turns, a failed firm's always."""
    rules = race.level.rules.sites
    if lot.since == race.world.month:
        return True
    lot.turns += 1
    if lot.site:
        lot.reserve_usd = int(lot.reserve_usd * (1.0 - rules.reserve_fall))
        return not race.world.firms[lot.seller].alive
    return lot.turns < rules.lot_turns


def _sell(race: "Race", lot: Lot, winner: str, price_usd: int, bidders: int) -> None:
    world, rules = race.world, race.level.rules.sites
    mw = _kw(race, lot) // 1000
    if not lot.site:
        world.books.pay(winner, PLANTS, price_usd, "site")
        site = building.open_site(race, winner, lot.region, lot.name)
        world.handovers.append(Handover(site, lot.kw, lot.slots, world.month + lot.ready_months))
    elif world.firms[lot.seller].alive:
        world.books.pay(winner, lot.seller, price_usd, "site")
        world.books.pay(lot.seller, "~brokers", int(price_usd * rules.sale_fee), "fees")
        _change_hands(race, lot.site, winner)
    else:
        world.books.pay(winner, "~creditors", price_usd, "sale")
        world.firms[lot.seller].absorbed_by = winner
        _change_hands(race, lot.site, winner)
    premium = price_usd - lot.reserve_usd
    world.tell("gavel", "news-site-sold", winner, 1, site=lot.name, mw=mw, usd=price_usd, over=premium, bidders=bidders)


def _change_hands(race: "Race", site: str, winner: str) -> None:
    race.world.sites[site].firm = winner
    race.world.books.touched.append(site)
    race.index_sites()


def hand_over(race: "Race") -> None:
    """Sites that were won can be used once the old plant is out."""
    world = race.world
    due = [handover for handover in world.handovers if handover.due <= world.month]
    if not due:
        return
    world.handovers = [handover for handover in world.handovers if handover.due > world.month]
    for handover in due:
        site = world.sites[handover.site]
        world.books.move(GRID_KW, PLANTS, site.key, handover.kw, "handed_over")
        site.air_slots += handover.slots
        site.joined_slots += handover.slots
        world.tell("zap", "news-handover", site.firm, 1, site=site.name, mw=handover.kw // 1000)
