"""Orders of tenants for sites that a lessor builds for them: anchor one, or step in when it is late."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import AnchorSite, RequestGrid, StepIn
from game import building
from game.door import power
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import anchors, deals
from game.world import Anchor

if TYPE_CHECKING:
    from game.race import Race


def check_anchor(race: "Race", firm: str, planned: Planned, order: AnchorSite) -> Granted | Refusal:
    rules, facts = race.level.rules.anchors, race.level.firms.get(order.operator)
    operator = race.world.firms.get(order.operator)
    if facts is None or facts.cloud is None or not facts.cloud.rents_out or operator is None or order.operator == firm:
        return refuse("refuse-no-lessor", operator=order.operator)
    if not deals.may_lease(race, firm, order.operator) and not planned.of("waiver"):
        return refuse("refuse-exclusive", partner=race.level.firms[deals.exclusive_partner(race, firm)].name)
    if order.region not in race.level.regions:
        return refuse("refuse-no-region")
    pending = sum(a.h100e for a in race.world.anchors if a.operator == order.operator and a.started < 0)
    most = int(operator.compute.owned * rules.most_share) - pending - planned.of("anchor " + order.operator)
    if not rules.least_h100e <= order.h100e <= max(0, most):
        return refuse("refuse-lease-size", most=max(0, most), h100e=max(0, most))
    if not rules.least_months <= order.wait <= rules.most_months:
        return refuse("refuse-wait", least=rules.least_months, months=rules.most_months)
    term = race.level.rules.leases
    if not term.shortest_months <= order.months <= term.longest_months:
        return refuse(
            "refuse-lease-term", most=term.longest_months, least=term.shortest_months, months=term.longest_months
        )
    if not 0.0 <= order.damages <= 1.0:
        return refuse("refuse-damages")
    if order.step_in and order.h100e > operator.compute.owned * rules.step_in_share:
        return refuse("refuse-step-in", h100e=int(operator.compute.owned * rules.step_in_share))
    if not 0.0 <= order.prepay <= rules.loan_share:
        return refuse("refuse-anchor-prepay", share=rules.loan_share)
    offered = anchors.terms(race, order)
    if offered.cover < rules.least_cover:
        return refuse("refuse-cover", cover=round(offered.cover, 2), least=rules.least_cover)
    monthly = int(order.h100e * offered.rent_usd * race.level.rules.power.hours_per_month)
    deposit, ahead = monthly * term.deposit_months, _ahead_usd(race, order)
    lines = [
        line("quote-lease-deposit", deposit),
        *([line("quote-lessor-prepaid", ahead)] if ahead else []),
        line("quote-rent", money=monthly, rent=round(offered.rent_usd, 2)),
        line("quote-rent-cover", cover=round(offered.cover, 1)),
        line("quote-damages", money=int(order.damages * monthly)),
    ]
    return grant(deposit + ahead, lines, race.world.month + 1 + order.wait, **{"anchor " + order.operator: order.h100e})


def _ahead_usd(race: "Race", order: AnchorSite) -> int:
    """What the tenant pays of the cards at once."""
    return int(order.prepay * anchors.all_in_usd(race)[0] * order.h100e)


def do_anchor(race: "Race", firm: str, order: AnchorSite) -> None:
    world, rules, build = race.world, race.level.rules.anchors, race.level.rules.building
    rent, ahead = anchors.terms(race, order).rent_usd, _ahead_usd(race, order)
    card, hall, kw_each = anchors.all_in_usd(race)
    lent = rules.loan_share * (card + hall) - order.prepay * card
    kw = int(order.h100e * kw_each) // 1000 * 1000 + 1000
    slots = int(kw / build.kw_per_slot) + 1
    deposit = int(order.h100e * rent * race.level.rules.power.hours_per_month) * race.level.rules.leases.deposit_months
    world.books.pay(firm, order.operator, deposit, "lease_deposit")
    world.books.pay(firm, order.operator, ahead, "lease_prepaid")
    user = race.level.firms[firm].name
    site = building.open_site(race, order.operator, order.region, f"{race.level.regions[order.region].name}: {user}")
    anchor = Anchor(
        key=f"anchor_{site}",
        operator=order.operator,
        user=firm,
        site=site,
        h100e=order.h100e,
        months=order.months,
        rent_usd=rent,
        due=world.month + order.wait,
        damages=order.damages,
        step_in=order.step_in,
        slots=slots,
        kw=kw,
        hall_loan_usd=int(rules.loan_share * hall * order.h100e),
        card_loan_usd=int((rules.loan_share - order.prepay) * card * order.h100e),
        service_usd=int(anchors.annuity(lent, rules.loan_rate, order.months) * order.h100e),
        prepay=order.prepay,
        prepaid_usd=ahead,
    )
    anchors.sign(race, anchor)
    cost = building.hall_cost_usd(race, slots, liquid=True, haste=1.0)
    months = building.hall_months(race, order.operator, haste=1.0, new_site=True)
    down = int(cost * build.down_payment)
    world.books.pay(order.operator, "~builders", down, "halls")
    building.begin(race, site, slots, liquid=True, months=months, cost_left_usd=cost - down)
    power.do_grid(race, order.operator, RequestGrid(site, kw))


def check_step_in(race: "Race", firm: str, planned: Planned, order: StepIn) -> Granted | Refusal:
    anchor = _mine(race, firm, order.anchor)
    if anchor is None or not anchor.step_in or planned.of("step in " + order.anchor):
        return refuse("refuse-no-step-in")
    wait = race.level.rules.anchors.step_in_months - anchor.late
    if anchor.started >= 0 or wait > 0:
        return refuse("refuse-step-in-soon", months=max(1, wait))
    usd = anchors.step_in_usd(race, anchor)
    return grant(usd, [line("quote-step-in", usd)], race.world.month + 1, **{"step in " + order.anchor: 1})


def do_step_in(race: "Race", firm: str, order: StepIn) -> None:
    anchor = _mine(race, firm, order.anchor)
    if anchor is not None:
        anchors.step_in(race, anchor)


def _mine(race: "Race", firm: str, key: str) -> Anchor | None:
    return next((anchor for anchor in race.world.anchors if anchor.key == key and anchor.user == firm), None)
