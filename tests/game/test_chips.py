"""How a shortage is shared out, what makes it, and who may buy: effects of the chips market."""

from collections.abc import Sequence

import pytest

from agents.desk import Quote, Refusal
from agents.orders import AnyOrder, CancelCards, OrderCards, Plan, ReserveCapacity
from game.race import Race
from levels import loader
from levels.loader import Resolved

SHORT = ["makers.nvidia.outside_orders=900000"]
"""Outsiders want several times what is made."""


def stacks(each: int) -> list[str]:
    """Every memory maker stays at so many stacks a month for two years."""
    makers = ("sk_hynix", "samsung", "micron")
    return [f"memory.{maker}.stacks_per_month={each}" for maker in makers] + [
        f"memory.{maker}.committed.{point}.stacks={each}" for maker in makers for point in (0, 1)
    ]


def quiet(sets: Sequence[str] = (), seed: int = 1) -> Race:
    """A race in which nobody acts unless told."""
    resolved = loader.load("september_2024", list(sets))
    return Race(resolved, seed, dict.fromkeys(resolved.level.firms, "passive"))


def give(race: Race, firm: str, *orders: AnyOrder) -> None:
    race.hand_in([Plan(firm, 1, orders)])
    race.step()
    assert race.refused == {}


def ordered(rule: str, cards: int, **more: float) -> int:
    """What an order wins in its first month under a rule."""
    race = quiet([*SHORT, f"makers.nvidia.rule={rule}"])
    give(race, "meta", OrderCards("h100", cards, "meta_ohio", **more))  # type: ignore[arg-type]
    return cards - sum(order.cards for order in race.world.orders if order.firm == "meta")


def test_phantom_orders_grow_as_deposits_fall() -> None:
    books = []
    for deposit in (0.02, 0.1, 0.4):
        race = quiet([*SHORT, f"rules.chips.deposit={deposit}", "rules.chips.gaming=1", "rules.chips.phantom_most=50"])
        for _ in range(12):
            race.step()
        books.append(race.world.makers["nvidia"].phantom)
    assert books[0] > 1.5 * books[1] > 1.5
    assert books[2] == pytest.approx(1.0, abs=0.05)


def test_nobody_inflates_orders_without_a_shortage_or_under_a_uniform_rule() -> None:
    for sets in ([], [*SHORT, "makers.nvidia.rule=uniform", "rules.chips.gaming=1"]):
        race = quiet(sets)
        for _ in range(12):
            race.step()
        assert race.world.makers["nvidia"].phantom == 1.0


def test_a_uniform_rule_makes_truth_pay_and_a_proportional_one_does_not() -> None:
    assert ordered("proportional", 60_000) > 2.5 * ordered("proportional", 20_000)
    assert ordered("uniform", 60_000) == ordered("uniform", 20_000)


def test_money_in_advance_moves_an_order_up() -> None:
    plain, paid = ordered("turn_and_earn", 20_000), ordered("turn_and_earn", 20_000, prepay=1.0)
    assert 1.2 * plain < paid < 2.0 * plain


def test_money_in_advance_comes_back_but_for_the_fee() -> None:
    race = quiet(SHORT)
    give(race, "meta", OrderCards("h100", 20_000, "meta_ohio", prepay=1.0), CancelCards("h100", "meta_ohio"))
    between = [entry for entry in race.world.books.entries if {entry[2], entry[3]} == {"meta", "~nvidia"}]
    fee = sum(entry[4] if entry[2] == "meta" else -entry[4] for entry in between if entry[1] == "usd")
    deposit = 20_000 * race.world.offers.chips["h100"].price_usd * race.level.rules.chips.deposit
    assert 0 < fee < 0.6 * deposit


def test_an_auctions_price_rises_with_scarcity() -> None:
    prices = []
    for outside in (300_000, 600_000, 1_200_000):
        race = quiet([f"makers.nvidia.outside_orders={outside}", "makers.nvidia.rule=auction"])
        for _ in range(4):
            race.step()
        prices.append(race.world.offers.chips["h100"].price_usd)
    assert prices[0] < prices[1] < prices[2]


def test_in_an_auction_the_high_bid_is_served_and_the_low_one_waits() -> None:
    won = [ordered("auction", 5_000, bid_usd=bid) for bid in (15_000, 200_000)]
    assert won == [0, 5_000]


def test_memory_can_bind_while_packaging_does_not() -> None:
    def made(*sets: str) -> tuple[float, str]:
        race = quiet(sets)
        for _ in range(6):
            race.step()
        return race.world.makers["nvidia"].made_h100e, race.world.offers.chips["h200"].bottleneck

    held_back, why = made(*stacks(300_000))
    assert why == "memory"
    more_packaging, still = made(*stacks(300_000), "foundries.tsmc.committed.0.wafers=29000")
    assert still == "memory"
    assert more_packaging == pytest.approx(held_back, rel=0.02)
    plenty, other = made(*stacks(9_000_000))
    assert other == "packaging"
    assert plenty > 1.5 * held_back
    assert made("foundries.tsmc.logic.0.wafers=900", "foundries.tsmc.logic.1.wafers=900")[1] == "logic"


def test_reserved_memory_makes_cards_for_who_paid_when_memory_is_short() -> None:
    won = []
    for reserves in (False, True):
        race = quiet([*SHORT, *stacks(300_000), "rules.chips.memory_lead=3"])
        first = [ReserveCapacity("h200", "memory", 3_000)] if reserves else []
        give(race, "meta", *first, OrderCards("h200", 12_000, "meta_ohio"))
        for _ in range(5):
            race.step()
        won.append(12_000 - sum(order.cards for order in race.world.orders if order.firm == "meta"))
    assert won[1] > won[0] + 4_000


def test_export_controls_close_outside_demand_and_bar_who_stands_abroad(september: Resolved) -> None:
    event = september.level.events["export_rule"]
    books = []
    for closes in (False, True):
        race = quiet(["rules.chips.export_abroad=0.5"])
        if closes:
            from game import news

            news.happen(race, "export_rule", event)
        race.step()
        books.append(race.world.makers["nvidia"].ordered["h100"])
    assert books[1] < 0.8 * books[0]
    race = quiet(["firms.meta.export_limited=true"])
    refused = race.desk("meta").quote([], OrderCards("h100", 2_000, "meta_ohio"))
    assert isinstance(refused, Refusal)
    assert refused.text.key == "refuse-export"
    assert isinstance(quiet().desk("meta").quote([], OrderCards("h100", 2_000, "meta_ohio")), Quote)
