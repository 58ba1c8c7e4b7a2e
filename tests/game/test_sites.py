"""Energised sites: an auction gives them to who values time most, and nobody else loses money by it."""

from agents.books import GRID_KW, USD
from agents.desk import Refusal
from agents.orders import AnyOrder, BidSite, OrderCards, Plan, SellSite
from game import trade
from game.markets import sites
from game.race import Race
from levels import loader
from levels.loader import Resolved

ALL_UP = ["rules.sites.plant_hazard=1000"]
"""Every old load comes up at once."""


def race_with_lots(*sets: str, seed: int = 1) -> Race:
    return Race(loader.load("september_2024", [*ALL_UP, *sets]), seed)


def give(race: Race, **orders: AnyOrder) -> None:
    race.hand_in([Plan(firm, 1, (order,)) for firm, order in orders.items()])
    race.step()


def fund(race: Race, *firms: str) -> None:
    for firm in firms:
        race.world.books.pay("~core", firm, 10_000_000_000, "cash_flow")


def paid_for_sites(race: Race, firm: str) -> int:
    entries = race.world.books.entries
    return sum(e[4] for e in entries if e[1] == USD and e[2] == firm and e[5] in ("site", "sale"))


def test_the_highest_bid_has_the_site_at_the_second_price_and_losers_keep_their_money() -> None:
    race = race_with_lots()
    give(race, xai=BidSite("texas_mine", 600_000_000), meta=BidSite("texas_mine", 400_000_000))
    assert paid_for_sites(race, "xai") == 400_000_000
    assert paid_for_sites(race, "meta") == 0
    won = race.sites_of["xai"][-1]
    assert (won.name, race.world.books.held(GRID_KW, won.key)) == ("Texas mine", 0)
    for _ in range(race.level.plants["texas_mine"].ready_months):
        race.step()
    assert race.world.books.held(GRID_KW, won.key) == 200_000


def test_a_site_is_ready_long_before_the_queue() -> None:
    race = race_with_lots()
    for plant in race.level.plants.values():
        assert 2 * plant.ready_months < race.world.offers.power[plant.region].wait_months


def test_at_a_uniform_price_a_winner_pays_the_best_bid_that_lost_per_kilowatt() -> None:
    race = race_with_lots('site_auction="uniform"')
    fund(race, "xai", "meta", "google")
    race.hand_in(
        [
            Plan("xai", 1, (BidSite("texas_mine", 600_000_000),)),
            Plan("meta", 1, (BidSite("texas_mine", 400_000_000), BidSite("georgia_mine", 300_000_000))),
        ]
    )
    race.step()
    assert paid_for_sites(race, "xai") == 400_000_000
    assert paid_for_sites(race, "meta") == 80_000 * 400_000_000 // 200_000


def test_a_bid_below_the_reserve_or_without_cash_is_refused() -> None:
    race = race_with_lots()
    for usd, key in ((1_000_000, "refuse-reserve"), (90_000_000_000, "refuse-cash")):
        answer = race.desk("xai").quote((), BidSite("texas_mine", usd))
        assert isinstance(answer, Refusal)
        assert answer.text.key == key


def test_what_nobody_wants_is_withdrawn() -> None:
    race = race_with_lots()
    turns = race.level.rules.sites.lot_turns
    for _ in range(turns * race.level.months_per_turn):
        race.step()
    assert race.world.lots == []


def test_a_failed_firms_campus_goes_to_auction_with_its_cards(september: Resolved) -> None:
    race = Race(september, 1)
    trade.fail(race, race.world.firms["xai"])
    while not race.starts_turn() or race.month == 0:
        race.step()
    (lot,) = [lot for lot in race.view("meta").offers.sites if lot.seller == "xai"]
    assert lot.cards["h100"] > 90_000
    assert race.world.sites["xai_memphis"].online_h100e == 0
    fund(race, "meta")
    give(race, meta=BidSite(lot.lot, lot.reserve_usd + 1_000_000_000))
    assert race.world.sites["xai_memphis"].firm == "meta"
    assert paid_for_sites(race, "meta") == lot.reserve_usd
    assert race.world.sites["xai_memphis"].online_h100e > 40_000
    assert race.world.firms["xai"].absorbed_by == "meta"
    assert race.world.books.faults() == []


def test_a_failed_firms_reserve_falls_until_somebody_comes(september: Resolved) -> None:
    race = Race(september, 1)
    trade.fail(race, race.world.firms["xai"])
    lot = next(lot for lot in race.world.lots if lot.seller == "xai")
    before = lot.reserve_usd
    for _ in range(13):
        race.step()
    assert 0 < lot.reserve_usd < 0.4 * before


def test_buying_and_selling_again_at_the_same_price_loses_the_fee() -> None:
    race = race_with_lots()
    fund(race, "xai", "meta")
    give(race, xai=BidSite("virginia_centre", 100_000_000), google=BidSite("virginia_centre", 90_000_000))
    for _ in range(2):
        race.step()
    key = race.sites_of["xai"][-1].key
    give(race, xai=SellSite(key, 90_000_000))
    for _ in range(2):
        race.step()
    assert sites.is_for_sale(race, key)
    give(race, meta=BidSite(key, 90_000_000))
    assert race.world.sites[key].firm == "meta"
    books = race.world.books
    fee = int(90_000_000 * race.level.rules.sites.sale_fee)
    got = sum(e[4] for e in books.entries if e[3] == "xai" and e[5] == "site")
    lost = sum(e[4] for e in books.entries if e[2] == "xai" and e[3] == "~brokers")
    assert (paid_for_sites(race, "xai"), got, lost) == (90_000_000, 90_000_000, fee)


def test_a_site_with_cards_or_with_cards_to_come_is_not_sold(september: Resolved) -> None:
    race = Race(september, 1)
    answer = race.desk("xai").quote((), SellSite("xai_memphis", 1))
    assert isinstance(answer, Refusal)
    give(race, microsoft=OrderCards("h100", 1_000, "microsoft_wisconsin"))
    answer = race.desk("microsoft").quote((), SellSite("microsoft_wisconsin", 1))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-site-in-use"


def test_minds_bid_for_sites_and_win_them_above_the_reserve(september: Resolved) -> None:
    sold = []
    for seed in (1, 2, 3):
        race = Race(september, seed)
        while race.month < 15:
            race.play_turn()
        sold += [item.text.args for item in race.world.news if item.text.key == "news-site-sold"]
    assert len(sold) >= 4
    assert any(int(args["over"]) > 0 for args in sold)
