"""Anchored sites: no tenant, no building; patience is cheap, delay has a price, and a small site can be taken over."""

import pytest
from msgspec import structs

from agents.books import USD, card_unit
from agents.desk import Quote, Refusal
from agents.orders import AnchorSite, AnyOrder, Plan, StepIn
from game.markets import allocation, anchors, chips
from game.race import Race
from game.world import CardOrder
from levels import loader
from levels.loader import Resolved

SLOW = "firms.oracle.build_months=40"
SMALL = AnchorSite("oracle", "texas", 12_000, 48, 9, 1.0, step_in=True)


def fund(race: Race, *firms: str) -> None:
    for firm in firms:
        race.world.books.pay("~core", firm, 20_000_000_000, "cash_flow")


def give(race: Race, **orders: AnyOrder) -> None:
    race.hand_in([Plan(firm, 1, (order,)) for firm, order in orders.items()])
    race.step()
    assert race.refused == {}


def rent_of(race: Race, order: AnchorSite) -> float:
    answer = race.desk("anthropic").quote((), order)
    assert isinstance(answer, Quote), answer
    return next(float(line.text.args["rent"]) for line in answer.lines if line.text.key == "quote-rent")


def test_patience_is_cheaper_and_security_dearer(september: Resolved) -> None:
    race = Race(september, 1)
    plain = rent_of(race, AnchorSite("oracle", "texas", 12_000, 48, 9, 0.0, step_in=False))
    patient = rent_of(race, AnchorSite("oracle", "texas", 12_000, 48, 18, 0.0, step_in=False))
    secured = rent_of(race, SMALL)
    assert patient < 0.85 * plain
    assert secured > 1.05 * plain


def test_without_a_rent_that_carries_the_loan_there_is_no_building() -> None:
    race = Race(loader.load("september_2024", ["rules.leases.margin=0.7"]), 1)
    answer = race.desk("anthropic").quote((), AnchorSite("oracle", "texas", 12_000, 36, 18, 0.0, step_in=False))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-cover"


def test_a_lessor_gives_no_right_to_step_into_a_large_site(september: Resolved) -> None:
    race = Race(september, 1)
    fund(race, "anthropic")
    answer = race.desk("anthropic").quote((), AnchorSite("oracle", "texas", 60_000, 48, 12, 0.0, step_in=True))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-step-in"


def test_the_tenants_contract_brings_the_lessor_a_site_it_would_not_have_built() -> None:
    resolved = loader.load("september_2024", ["regions.texas.utility=ercot"])
    race = Race(resolved, 1, {"oracle": "passive"})
    fund(race, "oracle")
    before = len(race.sites_of["oracle"])
    give(race, anthropic=AnchorSite("oracle", "texas", 30_000, 48, 12, 0.5, step_in=False))
    (anchor,) = race.world.anchors
    assert len(race.sites_of["oracle"]) == before + 1
    for _ in range(60):
        race.step()
        if anchor.started >= 0:
            break
    assert race.world.sites[anchor.site].liquid_slots >= anchor.slots
    assert any(c.user == "anthropic" and c.operator == "oracle" and c.rent_usd == anchor.rent_usd
               for c in race.world.contracts)  # fmt: skip
    assert race.world.books.faults() == []


def test_a_late_lessor_pays_damages_and_the_tenant_may_step_in() -> None:
    race = Race(loader.load("september_2024", [SLOW]), 1)
    fund(race, "anthropic", "oracle")
    give(race, anthropic=SMALL)
    (anchor,) = race.world.anchors
    answer = race.desk("anthropic").quote((), StepIn(anchor.key))
    assert isinstance(answer, Refusal)
    while anchor.late < race.level.rules.anchors.step_in_months:
        race.step()
    got = sum(e[4] for e in race.world.books.entries if e[1] == USD and e[3] == "anthropic" and e[5] == "damages")
    assert got > 0
    assert race.view("anthropic").anchors[0].may_step_in
    while not race.starts_turn():
        race.step()
    price = anchors.step_in_usd(race, anchor)
    give(race, anthropic=StepIn(anchor.key))
    assert race.world.sites[anchor.site].firm == "anthropic"
    assert race.world.anchors == []
    paid = sum(e[4] for e in race.world.books.entries if e[2] == "anthropic" and e[5] == "site")
    assert paid == price


def test_cards_paid_by_the_tenant_come_sooner_and_come_off_the_rent(september: Resolved) -> None:
    plain = AnchorSite("oracle", "texas", 30_000, 48, 12, 0.5, step_in=False)
    early = structs.replace(plain, prepay=0.5)
    got = {}
    for order in (plain, early):
        race = Race(september, 1, {"oracle": "passive"})
        fund(race, "anthropic", "oracle")
        give(race, anthropic=order)
        (anchor,) = race.world.anchors
        place = CardOrder("oracle", "h100", anchor.site, 20_000, 0, 0.0, race.month)
        paid = chips.paid_by_tenants(race).get(anchor.site, 0.0)
        ask = chips._ask(race, next(maker for maker in race.makers if "h100" in maker.chips), place, paid)
        rival = structs.replace(ask, firm="other", prepay=0.0)
        by = allocation.Weights(1.0, 0.0, race.level.rules.chips.prepay_weight)
        mine, theirs = allocation.weigh("turn_and_earn", [ask, rival], by)
        got[order.prepay] = (mine / theirs, anchor.rent_usd, anchor.service_usd, anchor.card_loan_usd)
    assert got[0.5][0] > 1.2 * got[0.0][0]
    assert got[0.5][1] < 0.9 * got[0.0][1]
    assert got[0.5][2] < got[0.0][2]
    assert got[0.5][3] < got[0.0][3]


def test_what_a_tenant_pays_in_advance_is_bounded_by_the_loan_it_replaces(september: Resolved) -> None:
    race = Race(september, 1)
    fund(race, "anthropic")
    answer = race.desk("anthropic").quote((), structs.replace(SMALL, prepay=0.9))
    assert isinstance(answer, Refusal)
    assert answer.text.key == "refuse-anchor-prepay"


def test_minds_of_tenants_anchor_sites(september: Resolved) -> None:
    signed = 0
    for seed in (1, 4, 5):
        race = Race(september, seed)
        while race.month < 30:
            race.play_turn()
        signed += sum(item.text.key == "news-anchor" for item in race.world.news)
    assert signed >= 2


def test_cards_paid_in_advance_are_no_revenue_of_the_lessor_and_no_burn_of_the_tenant(september: Resolved) -> None:
    plain = AnchorSite("oracle", "texas", 12_000, 48, 12, 0.5, step_in=False)
    early = structs.replace(plain, prepay=0.5)
    seen = {}
    for order in (plain, early):
        race = Race(september, 1, {"oracle": "passive"})
        fund(race, "anthropic", "oracle")
        give(race, anthropic=order)
        (anchor,) = race.world.anchors
        seen[order.prepay] = (race.flows["oracle"], race.flows["anthropic"], race.world.firms["anthropic"].burn_usd)
        assert (anchor.prepaid_usd > 0) is (order.prepay > 0)
    (lessor, tenant, burn), (paid_lessor, paid_tenant, paid_burn) = seen[0.0], seen[0.5]
    assert paid_lessor.revenue <= lessor.revenue
    assert paid_lessor.capex == lessor.capex - anchor.prepaid_usd
    assert paid_tenant.operating <= tenant.operating
    assert paid_tenant.capex == tenant.capex + anchor.prepaid_usd
    assert paid_burn <= burn


def test_who_steps_in_does_not_pay_its_cards_twice() -> None:
    race = Race(loader.load("september_2024", [SLOW]), 1)
    fund(race, "anthropic", "oracle")
    give(race, anthropic=structs.replace(SMALL, prepay=0.3))
    (anchor,) = race.world.anchors
    race.world.books.move(card_unit("h100"), "~h100", anchor.site, 10_000, "opening")
    race.index_sites()
    full = structs.replace(anchor, prepaid_usd=0)
    assert anchors.step_in_usd(race, anchor) == anchors.step_in_usd(race, full) - anchor.prepaid_usd
    anchor.prepaid_usd = 10**12
    assert anchors.step_in_usd(race, anchor) == 0
    owed = race.world.books.held(USD, "~lenders")
    anchors.step_in(race, anchor)
    assert race.world.books.held(USD, "~lenders") == owed + anchor.hall_loan_usd


def test_a_tenants_money_moves_only_the_cards_that_it_has_paid(september: Resolved) -> None:
    race = Race(september, 1, {"oracle": "passive"})
    fund(race, "anthropic", "oracle")
    give(race, anthropic=AnchorSite("oracle", "texas", 12_000, 48, 12, 0.5, step_in=False, prepay=0.5))
    (anchor,) = race.world.anchors
    h100e = race.level.chips["h100"].h100e
    race.world.orders = [CardOrder("oracle", "h100", anchor.site, int(48_000 / h100e), 0, 0.0, race.month)]
    assert chips.paid_by_tenants(race)[anchor.site] == pytest.approx(0.5 * 12_000 / 48_000, rel=0.01)
    anchor.started = race.month
    assert chips.paid_by_tenants(race) == {}
