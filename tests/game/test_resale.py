"""Used cards, places in a book, an affiliate's orders and a landlord's chip: effects."""

from agents.books import card_unit
from agents.desk import Quote, Refusal
from agents.orders import AnyOrder, DivertCards, OfferCards, OrderCards, Plan, PortLease, TakeCards
from game import trade
from game.markets import chips, porting, resale
from game.race import Race
from tests.game.test_chips import SHORT, give, quiet

FEW_OUTSIDE = ["rules.resale.appetite=0", "rules.resale.turnover=0"]


def turn(race: Race, *plans: tuple[str, AnyOrder]) -> None:
    """One turn in which these orders are given."""
    race.hand_in([Plan(firm, 1, (order,)) for firm, order in plans])
    for _ in range(3):
        race.step()
    assert race.refused == {}


def cards(race: Race, site: str, chip: str = "h100") -> int:
    return race.world.books.held(card_unit(chip), site)


def refusal(race: Race, firm: str, order: AnyOrder) -> str:
    answer = race.desk(firm).quote([], order)
    return answer.text.key if isinstance(answer, Refusal) else ""


def test_cards_go_from_who_cannot_light_them_to_who_has_power() -> None:
    """xAI has dark cards, Meta has power to spare: together they compute more than without a trade."""
    online, dark = [], []
    for trades in (False, True):
        race = quiet([*FEW_OUTSIDE, "sites.meta_ohio.grid_kw=400000", "sites.meta_ohio.slots=200000"])
        offer = OfferCards("h100", 15_000, "xai_memphis", 1.0, slots=False)
        turn(race, *([("xai", offer)] if trades else []))
        turn(race, *([("meta", TakeCards("h100", 15_000, "meta_ohio", slots=False))] if trades else []))
        sites = race.world.sites
        online.append(sites["xai_memphis"].online_h100e + sites["meta_ohio"].online_h100e)
        dark.append(sites["xai_memphis"].dark_cards + sites["xai_memphis"].homeless_cards)
        assert race.world.books.faults() == []
    assert online[1] >= online[0] + 14_500
    assert dark[1] <= dark[0] - 14_500


def test_outsiders_take_a_few_at_the_market_price_and_none_above_it() -> None:
    left = []
    for price in (None, 0.95, 1.2):
        race = quiet()
        offer = OfferCards("h100", 30_000, "xai_memphis", price or 1.0, slots=False)
        turn(race, *([("xai", offer)] if price else []))
        turn(race)
        left.append(cards(race, "xai_memphis"))
    assert 5_000 < left[0] - left[1] <= 30_000
    assert left[2] == left[0]


def test_buying_to_resell_never_pays() -> None:
    """The most that a card brings, in the tightest market, is less than the least that a new one costs."""
    for sets in ([], SHORT):
        race = quiet([*sets, "rules.chips.discount_cards=1"])
        for _ in range(9):
            race.step()
        for chip in ("h100", "h200"):
            if not resale.is_traded(race, chip):
                continue
            rebates = race.level.rules.chips.discount
            assert resale.card_usd(race, chip) <= chips.card_cost_usd(race, chip, rebates)


def test_a_place_in_the_book_changes_hands_with_its_date_and_costs_loyalty() -> None:
    race = quiet([*SHORT, *FEW_OUTSIDE])
    give(race, "meta", OrderCards("h100", 100_000, "meta_ohio"))
    for _ in range(2):
        race.step()
    loyal = race.world.firms["meta"].loyalty["nvidia"]
    turn(race, ("meta", OfferCards("h100", 20_000, "meta_ohio", 1.0, slots=True)))
    turn(race, ("xai", TakeCards("h100", 20_000, "xai_memphis", slots=True)))
    got = [order for order in race.world.orders if order.firm == "xai"]
    assert sum(order.cards for order in got) > 10_000
    assert all(order.placed == 1 and order.deposit_usd > 0 for order in got)
    assert race.world.firms["meta"].loyalty["nvidia"] < loyal


def test_a_failed_firms_places_are_offered_by_its_creditors() -> None:
    race = quiet([*SHORT, *FEW_OUTSIDE])
    give(race, "meta", OrderCards("h100", 100_000, "meta_ohio"))
    trade.fail(race, race.world.firms["meta"])
    race.step()
    race.step()
    assert race.world.offers.resale["h100"].slots > 50_000
    turn(race, ("xai", TakeCards("h100", 10_000, "xai_memphis", slots=True)))
    assert sum(order.cards for order in race.world.orders if order.firm == "xai") > 5_000


def test_trades_stay_near_the_market_and_no_seat_strips_another_at_the_end() -> None:
    race = quiet(["months=15", *FEW_OUTSIDE])
    for price in (0.5, 1.5):
        assert (
            refusal(race, "xai", OfferCards("h100", 5_000, "xai_memphis", price, slots=False)) == "refuse-resale-price"
        )
    turn(race, ("xai", OfferCards("h100", 5_000, "xai_memphis", 1.0, slots=False)))
    race.step()
    race.step()
    race.step()
    assert refusal(race, "meta", TakeCards("h100", 5_000, "meta_ohio", slots=False)) == "refuse-resale-size"


def test_an_affiliates_shipments_can_be_diverted_until_its_shareholders_have_had_enough() -> None:
    race = quiet()
    give(race, "xai", DivertCards("tesla", "h100", 8_000, "xai_memphis"))
    assert race.world.firms["tesla"].opposition > 0.3
    coming = sum(s.cards for s in race.world.shipments if s.site == "xai_memphis" and s.chip == "h100")
    assert coming >= 8_000
    race.step()
    race.step()
    wanted = DivertCards("tesla", "h200", 12_000, "xai_memphis")
    assert refusal(race, "xai", wanted) in ("refuse-divert-size", "")
    race.world.firms["tesla"].opposition = 1.0
    assert refusal(race, "xai", wanted) == "refuse-divert-size"
    assert refusal(race, "meta", DivertCards("tesla", "h200", 1_000, "meta_ohio")) == "refuse-no-affiliate"


def test_porting_to_a_landlords_chip_is_cheaper_later_and_slower_first() -> None:
    race = quiet()
    own = next(site.key for site in race.sites_of["amazon"])
    race.world.books.move(card_unit("trainium2"), "~makers", own, 60_000, "delivery")
    h100e = porting.portable_h100e(race, "anthropic", "amazon")
    assert 30_000 < h100e <= 60_000
    before = race.world.firms["anthropic"].compute.leased
    rents = sum(c.rent_usd * c.h100e for c in porting.contracts_of(race, "anthropic", "amazon"))
    answer = race.desk("anthropic").quote([], PortLease("amazon", h100e))
    assert isinstance(answer, Quote)
    give(race, "anthropic", PortLease("amazon", h100e))
    rents_now = sum(c.rent_usd * c.h100e for c in porting.contracts_of(race, "anthropic", "amazon"))
    assert rents_now < rents - 0.3 * 1.5 * h100e
    assert race.world.firms["anthropic"].compute.leased < before - 0.2 * h100e
    for _ in range(7):
        race.step()
    assert race.world.firms["anthropic"].compute.leased >= before
