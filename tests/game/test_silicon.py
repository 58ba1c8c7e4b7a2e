"""Own chips: they take years, may fail, need what merchants need, and pay only in numbers."""

from collections.abc import Sequence

from agents.desk import Quote, Refusal
from agents.orders import AnyOrder, FundChip, OrderCards
from game.markets import silicon, supply
from game.race import Race
from levels import loader
from tests.game.test_chips import SHORT, give, quiet

RICH = "firms.openai.cash_usd=60000000000"


def started(sets: Sequence[str] = (), partner: str = "broadcom", usd: int = 100_000_000, seed: int = 1) -> Race:
    race = quiet([RICH, *sets], seed)
    give(race, "openai", FundChip(partner, usd))
    return race


def finished(race: Race) -> int:
    """Month of volume."""
    while race.world.programmes["openai"].ready < 0:
        race.step()
    return race.world.programmes["openai"].ready


def quote(race: Race, order: AnyOrder) -> Quote:
    answer = race.desk("openai").quote([], order)
    assert isinstance(answer, Quote)
    return answer


def test_a_respin_delays_silicon_by_quarters() -> None:
    months = []
    for respin in (0.0, 1.0):
        race = started(
            [f"partners.broadcom.respin={respin}", "rules.silicon.respin_fade=0", "nodes.a16.available=2024-10"]
        )
        months.append(finished(race))
    assert 6 <= months[1] - months[0] <= 10


def test_no_chip_comes_before_its_node_and_money_buys_haste_only_until_then() -> None:
    slow = [finished(started(["partners.broadcom.respin=0"], usd=usd, seed=5)) for usd in (50_000_000, 300_000_000)]
    assert slow[1] < slow[0]
    hasty = started(["partners.broadcom.months=3", "partners.broadcom.respin=0"])
    assert finished(hasty) == silicon.earliest_month(hasty, "openai") == 25


def test_unpaid_work_rests() -> None:
    race = started()
    give(race, "openai", FundChip("broadcom", 0))
    left = race.world.programmes["openai"].work_left
    for _ in range(6):
        race.step()
    assert race.world.programmes["openai"].work_left == left


def test_an_own_chip_pays_only_beyond_its_break_even_volume() -> None:
    """Dollars for the same compute: own cards and their programme, or merchants' cards at the price of that month."""
    race = started()
    answer = quote(race, FundChip("broadcom", 105_000_000))
    cards = next(int(line.text.args["cards"]) for line in answer.lines if line.text.key == "quote-chip-break-even")
    chip = race.level.chips["openai_asic"]
    left = race.world.programmes["openai"].work_left
    while race.world.programmes["openai"].ready < 0:
        race.step()
    programme = race.world.programmes["openai"]
    assert programme.spent_usd > 0.8 * left / 3 * 100_000_000

    def saved(number: int) -> float:
        own = programme.spent_usd + number * supply.unit_cost_usd(race, "openai_asic", 0)
        return number * chip.h100e * silicon.merchant_usd(race, "openai", answer.ready_month) - own

    assert saved(cards // 4) < 0 < saved(4 * cards)


def test_own_silicon_ships_only_when_it_is_ready_and_gets_cheaper_with_numbers() -> None:
    race = started(["partners.broadcom.respin=0"])
    assert "openai_asic" not in race.world.offers.chips
    ready = finished(race)
    first = dict(race.world.makers["broadcom_openai"].supply)
    while race.month < ready + 12:
        race.step()
    assert race.world.makers["broadcom_openai"].supply["openai_asic"] > 3 * first.get("openai_asic", 0) > 0
    costs = [supply.unit_cost_usd(race, "openai_asic", made) for made in (0, 100_000, 1_000_000)]
    assert costs[0] > costs[1] > costs[2] > 0.5 * costs[0]


def test_own_silicon_needs_the_same_memory() -> None:
    made = []
    for stacks in (60_000, 9_000_000):
        sets = [f"memory.{m}.committed.{n}.stacks={stacks}" for m in ("sk_hynix", "samsung", "micron") for n in (0, 1)]
        sets += [f"memory.{m}.stacks_per_month={stacks}" for m in ("sk_hynix", "samsung", "micron")]
        race = started(
            ["partners.broadcom.respin=0", "rules.chips.memory_growth_high=1", "rules.chips.memory_growth_low=1", *sets]
        )
        ready = finished(race)
        while race.month < ready + 3:
            race.step()
        made.append(race.world.makers["broadcom_openai"].made_h100e)
    assert made[0] < 0.3 * made[1]


def test_who_designs_a_chip_pays_merchants_less_and_is_served_later() -> None:
    """In a shortage Meta, whose chip is under way, gets fewer cards at a lower price than a Meta without one."""
    prices, cards = [], []
    for pays in (True, False):
        race = quiet(SHORT)
        if not pays:
            del race.world.programmes["meta"]
        order = OrderCards("h100", 30_000, "meta_ohio")
        answer = race.desk("meta").quote([], order)
        assert isinstance(answer, Quote)
        later = next(int(line.text.args["money"]) for line in answer.lines if line.text.key == "quote-cards-later")
        prices.append(answer.cash_usd + later)
        give(race, "meta", order)
        cards.append(30_000 - sum(each.cards for each in race.world.orders if each.firm == "meta"))
    assert prices[0] < prices[1]
    assert cards[0] < 0.95 * cards[1]


def test_only_who_has_a_team_can_design_a_chip() -> None:
    refused = quiet().desk("xai").quote([], FundChip("broadcom", 100_000_000))
    assert isinstance(refused, Refusal)
    assert refused.text.key == "refuse-no-silicon"


def test_minds_bring_own_chips_to_volume() -> None:
    race = Race(loader.load("september_2024"), 1, {"meta": "steady", "openai": "steady"})
    race.play_out()
    built = {
        key: race.world.makers[maker].built for key, maker in (("meta", "broadcom_meta"), ("openai", "broadcom_openai"))
    }
    assert all(sum(cards.values()) > 10_000 for cards in built.values())


def test_minds_pay_for_the_input_that_is_short_when_the_book_is_long() -> None:
    resolved = loader.load("september_2024", ["makers.nvidia.outside_orders=400000"])
    race = Race(resolved, 2)
    while race.month < 12:
        race.play_turn()
    assert race.world.reservations
    assert {each.maker for each in race.world.reservations} <= set(resolved.level.makers)
