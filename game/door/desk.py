"""The desk of one firm: quotes and carries out orders with the same checks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents import orders as o
from agents.books import USD
from agents.desk import Quote, Refusal
from agents.view import View
from game.door import (
    anchors,
    board,
    capital,
    chips,
    compute,
    deals,
    giants,
    halls,
    models,
    parents,
    people,
    power,
    resale,
    roles,
    sites,
)
from game.door.planned import CarryOut, Check, Granted, Planned, refuse
from game.markets import capital as capital_market

if TYPE_CHECKING:
    from game.race import Race

HANDLERS: dict[type[o.Order], tuple[Check, CarryOut]] = {
    o.RaiseEquity: (capital.check_raise, capital.do_raise),
    o.TenderOffer: (capital.check_tender, capital.do_tender),
    o.PitchSovereigns: (capital.check_pitch, capital.do_pitch),
    o.OpenToStrategics: (capital.check_open, capital.do_open),
    o.AskAffiliateMoney: (capital.check_affiliate, capital.do_affiliate),
    o.AskParent: (parents.check_ask, parents.do_ask),
    o.HandBack: (parents.check_hand_back, parents.do_hand_back),
    o.GpuLoan: (capital.check_loan, capital.do_loan),
    o.AskLenders: (capital.check_lenders, capital.do_lenders),
    o.Borrow: (capital.check_borrow, capital.do_borrow),
    o.Repay: (capital.check_repay, capital.do_repay),
    o.OrderCards: (chips.check_order, chips.do_order),
    o.CancelCards: (chips.check_cancel, chips.do_cancel),
    o.ReserveCapacity: (chips.check_reserve, chips.do_reserve),
    o.OfferCards: (resale.check_offer, resale.do_offer),
    o.TakeCards: (resale.check_take, resale.do_take),
    o.DivertCards: (resale.check_divert, resale.do_divert),
    o.PortLease: (resale.check_port, resale.do_port),
    o.FundChip: (chips.check_fund, chips.do_fund),
    o.LeaseCompute: (chips.check_lease, chips.do_lease),
    o.Renegotiate: (deals.check_renegotiate, deals.do_renegotiate),
    o.RequestGrid: (power.check_grid, power.do_grid),
    o.LeaveQueue: (power.check_leave, power.do_leave),
    o.BidSite: (sites.check_bid, sites.do_bid),
    o.SellSite: (sites.check_sell, sites.do_sell),
    o.BringTurbines: (power.check_turbines, power.do_turbines),
    o.RemoveTurbines: (power.check_remove, power.do_remove),
    o.BuildPlant: (power.check_plant, power.do_plant),
    o.SignPower: (power.check_power, power.do_power),
    o.FundCommunity: (power.check_fund, power.do_fund),
    o.SettleSuit: (power.check_settle, power.do_settle),
    o.SetTariff: (roles.check_tariff, roles.do_tariff),
    o.SetPermit: (roles.check_permit, roles.do_permit),
    o.SetWires: (roles.check_wires, roles.do_wires),
    o.Petition: (roles.check_petition, roles.do_petition),
    o.AcceptFund: (roles.check_accept, roles.do_accept),
    o.BuildHall: (halls.check_hall, halls.do_hall),
    o.PledgeGiant: (giants.check_pledge, giants.do_pledge),
    o.BuildGiant: (giants.check_build, giants.do_build),
    o.PauseHall: (halls.check_pause, halls.do_pause),
    o.ResumeHall: (halls.check_resume, halls.do_resume),
    o.RetrofitHall: (halls.check_retrofit, halls.do_retrofit),
    o.StartRun: (compute.check_start, compute.do_start),
    o.StopRun: (compute.check_stop, compute.do_stop),
    o.ReleaseModel: (compute.check_release, compute.do_release),
    o.LicenseData: (models.check_licence, models.do_licence),
    o.AnnounceProduct: (models.check_announce, models.do_announce),
    o.LaunchProduct: (models.check_launch, models.do_launch),
    o.SetPolicy: (compute.check_policy, compute.do_policy),
    o.Announce: (deals.check_announce, deals.do_announce),
    o.PromiseModel: (models.check_promise, models.do_promise),
    o.Lobby: (models.check_lobby, models.do_lobby),
    o.JoinPact: (models.check_join, models.do_join),
    o.LeavePact: (models.check_leave, models.do_leave),
    o.AnchorSite: (anchors.check_anchor, anchors.do_anchor),
    o.StepIn: (anchors.check_step_in, anchors.do_step_in),
    o.AskWaiver: (deals.check_waiver, deals.do_waiver),
    o.BorrowCards: (deals.check_borrow_cards, deals.do_borrow_cards),
    o.Poach: (people.check_poach, people.do_poach),
    o.Acquihire: (people.check_acquihire, people.do_acquihire),
    o.AskAffiliate: (deals.check_affiliate, deals.do_affiliate),
    o.DeclareAgi: (deals.check_agi, deals.do_agi),
}


def allowed(race: "Race", firm: str, kind: str, policy: str = "") -> bool:
    """Whether the level lets the firms of its seats give such orders; other firms may give all."""
    kinds = race.level.orders
    return not kinds or firm not in race.world.scores or kind in kinds or f"{kind}.{policy}" in kinds


def check(race: "Race", firm: str, planned: Planned, order: o.AnyOrder) -> Granted | Refusal:
    """Whether the order can be given after those planned, and what it would take. Changes nothing."""
    world, level = race.world, race.level
    state = world.firms.get(firm)
    if state is None or not state.alive:
        return refuse("refuse-not-in-play")
    if planned.orders >= level.rules.turn.initiative:
        return refuse("refuse-initiative", most=level.rules.turn.initiative)
    if level.orders and not allowed(race, firm, order.kind, getattr(order, "policy", "")):
        return refuse("refuse-not-in-level")
    kind, role = type(order), level.firms[firm].role
    if roles.ROLE_OF.get(kind, "") != (role.kind if role is not None else ""):
        return refuse("refuse-not-your-role")
    result = HANDLERS[kind][0](race, firm, planned, order)
    if not isinstance(result, Granted):
        return result
    if state.watcher:
        vetoed = board.veto(race, firm, planned, order, result)
        if vetoed is not None:
            return vetoed
    asked = result.quote.cash_usd
    if asked > 0:
        cash = world.books.held(USD, firm)
        short = planned.cash_usd + asked - (cash if cash > 0 else 0)
        if short > 0:
            return refuse("refuse-cash", most=max(0, asked - short), money=short)
    return result


def plan(race: "Race", firm: str, planned: Sequence[o.AnyOrder]) -> Planned:
    """The reservations of a sequence of orders; those that would be refused reserve nothing."""
    sums = Planned()
    for order in planned:
        result = check(race, firm, sums, order)
        if isinstance(result, Granted):
            sums.add(result)
    return sums


ROUNDS = frozenset((o.RaiseEquity, o.PitchSovereigns, o.AskAffiliateMoney, o.AskParent))
"""Orders that bring new shareholders' money, or do not: they come first."""

SETTLED_AT_ONCE = frozenset(
    (o.GpuLoan, o.Borrow, o.Repay, o.OrderCards, o.BorrowCards, o.RemoveTurbines, o.RetrofitHall)
)
"""Orders whose act is seen by later checks in the world itself, so that nothing need be reserved for them."""


def execute(race: "Race", plans: Sequence[o.Plan]) -> dict[str, list[tuple[o.AnyOrder, Refusal]]]:
    """Carry out the plans of a turn by the checks of `quote`; returns what was refused, by firm.

    Rounds are closed first, so that the other orders are given with the cash that has really come.
    """
    refused: dict[str, list[tuple[o.AnyOrder, Refusal]]] = {}
    sums = {plan.firm: Planned() for plan in plans}
    for plan in plans:
        _carry_out(race, plan, sums[plan.firm], refused, is_equity=True)
    capital_market.clear(race)
    for plan in plans:
        sums[plan.firm].cash_usd = 0
        _carry_out(race, plan, sums[plan.firm], refused, is_equity=False)
    return refused


def _carry_out(
    race: "Race",
    plan: o.Plan,
    sums: Planned,
    refused: dict[str, list[tuple[o.AnyOrder, Refusal]]],
    *,
    is_equity: bool,
) -> None:
    for order in plan.orders:
        if (type(order) in ROUNDS) is not is_equity:
            continue
        result = check(race, plan.firm, sums, order)
        if not isinstance(result, Granted):
            refused.setdefault(plan.firm, []).append((order, result))
            continue
        spent = race.world.books.held(USD, plan.firm)
        HANDLERS[type(order)][1](race, plan.firm, order)
        # What the act has taken from cash at once is no longer to be reserved.
        settled = spent - race.world.books.held(USD, plan.firm)
        if type(order) in SETTLED_AT_ONCE:
            result = Granted(result.quote, {})
        sums.add(result)
        sums.cash_usd -= settled


class RaceDesk:
    """One firm's desk for one turn (implements `agents.desk.Desk`)."""

    def __init__(self, race: "Race", firm: str, view: View) -> None:
        self._race = race
        self._firm = firm
        self._view = view
        self._memo: tuple[tuple[o.AnyOrder, ...], Planned] = ((), Planned())
        self._answers: dict[o.AnyOrder, Granted | Refusal] = {}
        """What was asked after the orders of the memo: minds compare orders, and then ask again for the better one."""

    @property
    def view(self) -> View:
        return self._view

    def quote(self, planned: Sequence[o.AnyOrder], order: o.AnyOrder) -> Quote | Refusal:
        if self._race.over:
            return refuse("refuse-not-in-play")
        sums = self._planned(planned)
        result = self._answers.get(order)
        if result is None:
            result = self._answers[order] = check(self._race, self._firm, sums, order)
        return result.quote if isinstance(result, Granted) else result

    def ready_cash(self, planned: Sequence[o.AnyOrder]) -> int:
        return self._race.world.books.held(USD, self._firm) - self._planned(planned).cash_usd

    def _planned(self, planned: Sequence[o.AnyOrder]) -> Planned:
        """Reservations of the planned orders; a mind asks again and again with one more, so the last is kept."""
        asked = tuple(planned)
        known, sums = self._memo
        if asked == known:
            return sums
        if asked[:-1] == known:
            sums = Planned(sums.cash_usd, sums.orders, dict(sums.held))
            result = self._answers.get(asked[-1])
            if result is None:
                result = check(self._race, self._firm, sums, asked[-1])
            if isinstance(result, Granted):
                sums.add(result)
        else:
            sums = plan(self._race, self._firm, asked)
        self._memo, self._answers = (asked, sums), {}
        return sums
