"""Orders of the capital desk: rounds, tenders, appeals, credit and loans."""

from typing import TYPE_CHECKING

from agents.desk import Line, Refusal
from agents.orders import (
    AskAffiliateMoney,
    AskLenders,
    Borrow,
    GpuLoan,
    OpenToStrategics,
    PitchSovereigns,
    RaiseEquity,
    Repay,
    TenderOffer,
)
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import appeals, capital, control, debt

if TYPE_CHECKING:
    from agents.view import TermSheet
    from game.race import Race


def check_raise(race: "Race", firm: str, planned: Planned, order: RaiseEquity) -> Granted | Refusal:
    sheet = control.sheet_of(race, firm, order.investor, order.terms)
    if sheet is None:
        return refuse("refuse-no-sheet", investor=order.investor)
    left = sheet.amount_usd - planned.of("sheet " + order.investor)
    if not 0 < order.amount_usd <= left:
        return refuse("refuse-sheet-size", most=left, usd=left)
    total = planned.of("equity") + order.amount_usd
    pre = capital.price_after_size(race, sheet.pre_money_usd, total)
    sold = order.amount_usd / (pre + order.amount_usd)
    reserves = {"sheet " + order.investor: order.amount_usd, "equity": order.amount_usd}
    fill = _expected_fill(race, order.investor)
    lines = [line("quote-equity", -order.amount_usd), line("quote-pre-money", money=pre)]
    if pre < sheet.pre_money_usd:
        lines.append(line("quote-size-discount", share=round(1.0 - pre / sheet.pre_money_usd, 3)))
    lines.append(line("quote-dilution", share=round(sold, 4)))
    lines += _terms(race, sheet, sold)
    lines.append(line("quote-close", chance=round(sheet.close_chance, 3)))
    return grant(-int(order.amount_usd * fill), lines, race.world.month + 1, fill=fill, **reserves)


def _terms(race: "Race", sheet: "TermSheet", sold: float) -> list[Line]:
    """What a conditional sheet binds the firm to."""
    rules, lines = race.level.rules.control, []
    if sheet.goal == "revenue":
        lines.append(line("quote-goal-revenue", money=int(sheet.target), months=rules.milestone_months))
    elif sheet.goal:
        lines.append(line("quote-goal-rating", elo=round(sheet.target), months=rules.milestone_months))
    if sheet.goal:
        lost = 1.0 - 1.0 / (1.0 + sold * rules.ratchet / (1.0 - rules.ratchet))
        lines.append(line("quote-ratchet", share=round(lost, 4)))
    if sheet.seat:
        lines.append(line("quote-seat"))
    return lines


def _expected_fill(race: "Race", investor: str) -> float:
    """Part of a sheet that an investor can close if every firm that it has offered to accepts."""
    purse = int(race.level.investors[investor].usd_per_quarter * race.world.public.sentiment)
    total = race.lists.asked_usd(investor)
    return min(1.0, purse / total) if total else 1.0


def do_raise(race: "Race", firm: str, order: RaiseEquity) -> None:
    sheet = control.sheet_of(race, firm, order.investor, order.terms)
    assert sheet is not None
    race.world.bids.equity.append((order.investor, firm, order.amount_usd, sheet.pre_money_usd, order.terms))


def check_tender(race: "Race", firm: str, planned: Planned, order: TenderOffer) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.control
    state, sheet = world.firms[firm], control.sheet_of(race, firm, order.investor, "clean")
    if sheet is None:
        return refuse("refuse-no-sheet", investor=order.investor)
    wait = rules.tender_months - (world.month - state.tendered)
    if wait > 0 or planned.of("tender"):
        return refuse("refuse-tender-soon", months=max(1, wait))
    price = int(sheet.pre_money_usd * (1.0 - rules.tender_discount))
    left = sheet.amount_usd - planned.of("sheet " + order.investor)
    most = max(0, min(left, int(price * min(rules.tender_most, state.founders_share))))
    if not 0 < order.amount_usd <= most:
        return refuse("refuse-tender-size", most=most, usd=most)
    sold = order.amount_usd / price
    lines = [
        line("quote-tender", money=order.amount_usd),
        line("quote-tender-price", money=price),
        line("quote-votes", share=round(control.votes(race, state) - sold, 4)),
        line("quote-tender-hold", share=rules.tender_hold, months=rules.tender_months),
    ]
    reserves = {"tender": 1, "sheet " + order.investor: order.amount_usd}
    return grant(0, lines, world.month + 1, **reserves)


def do_tender(race: "Race", firm: str, order: TenderOffer) -> None:
    sheet = control.sheet_of(race, firm, order.investor, "clean")
    assert sheet is not None
    price = int(sheet.pre_money_usd * (1.0 - race.level.rules.control.tender_discount))
    control.tender(race, race.world.firms[firm], order.investor, order.amount_usd, price)


def check_pitch(race: "Race", firm: str, planned: Planned, order: PitchSovereigns) -> Granted | Refusal:
    world, rules, state = race.world, race.level.rules.control, race.world.firms[firm]
    if race.level.firms[firm].grant is not None or state.model is None:
        return refuse("refuse-has-parent")
    wait = rules.pitch_months - (world.month - state.pitched)
    if wait > 0 or planned.of("pitch"):
        return refuse("refuse-pitch-soon", months=max(1, wait))
    most = int(state.valuation_usd * rules.pitch_most)
    if not rules.pitch_least_usd <= order.amount_usd <= most:
        return refuse("refuse-pitch-size", most=most, usd=most, least=rules.pitch_least_usd)
    sold = order.amount_usd / (state.valuation_usd + order.amount_usd)
    lines = [
        line("quote-pitch", money=order.amount_usd),
        line("quote-chance", chance=round(appeals.pitch_chance(race, state, order.amount_usd), 3)),
        line("quote-dilution", share=round(sold, 4)),
        line("quote-seat-stays"),
        line("quote-if-not", trust=rules.pitch_trust),
    ]
    return grant(0, lines, world.month + 1, pitch=1)


def do_pitch(race: "Race", firm: str, order: PitchSovereigns) -> None:
    appeals.pitch(race, race.world.firms[firm], order.amount_usd)


def check_open(race: "Race", firm: str, planned: Planned, order: OpenToStrategics) -> Granted | Refusal:
    rules = race.level.rules.control
    if not race.world.firms[firm].independent or planned.of("open"):
        return refuse("refuse-not-independent")
    lines = [line("quote-opened", trust=rules.opened_trust, share=rules.opened_staff), line("quote-strategics")]
    return grant(0, lines, race.world.month + 1, open=1)


def do_open(race: "Race", firm: str, order: OpenToStrategics) -> None:
    control.open_up(race, race.world.firms[firm])


def check_affiliate(race: "Race", firm: str, planned: Planned, order: AskAffiliateMoney) -> Granted | Refusal:
    facts = race.level.firms.get(order.affiliate)
    if facts is None or facts.affiliate is None or facts.affiliate.of != firm:
        return refuse("refuse-no-affiliate")
    if race.world.firms[order.affiliate].invested or planned.of("affiliate money"):
        return refuse("refuse-asked-already")
    most = facts.affiliate.invest_usd
    if not 0 < order.amount_usd <= most:
        return refuse("refuse-sheet-size", most=most, usd=most)
    value = race.world.firms[firm].valuation_usd
    lines = [
        line("quote-affiliate-money", money=order.amount_usd),
        line("quote-pre-money", money=value),
        line("quote-chance", chance=round(appeals.affiliate_chance(race, order.affiliate), 3)),
        line("quote-dilution", share=round(order.amount_usd / (value + order.amount_usd), 4)),
        line("quote-shareholders"),
    ]
    return grant(0, lines, race.world.month + 1, **{"affiliate money": 1})


def do_affiliate(race: "Race", firm: str, order: AskAffiliateMoney) -> None:
    appeals.ask_affiliate(race, order.affiliate, race.world.firms[firm], order.amount_usd)


def check_loan(race: "Race", firm: str, planned: Planned, order: GpuLoan) -> Granted | Refusal:
    world, rules, state = race.world, race.level.rules.debt, race.world.firms[firm]
    if race.level.firms[firm].grant is not None:
        return refuse("refuse-has-parent")
    room = world.offers.loan_usd.get(firm, 0) - planned.of("loan") - planned.of("debt")
    if not 0 < order.amount_usd <= room:
        return refuse("refuse-loan", most=max(0, room), usd=max(0, room))
    ready = int(rules.loan_to_cost * debt.fleet_value_usd(race, firm))
    at_once = max(0, min(order.amount_usd, ready - world.books.held("debt", firm) - planned.of("debt")))
    principal, interest = debt.service_usd(race, state, more_usd=order.amount_usd)
    lines = [
        line("quote-loan-now", -at_once),
        line("quote-loan-later", money=order.amount_usd - at_once),
        line("quote-service", money=int(principal + interest)),
        line(
            "quote-cover", cover=round(debt.cover(race, state, more_usd=order.amount_usd), 2), least=rules.service_least
        ),
        line("quote-pledge", money=int(debt.fleet_value_usd(race, firm))),
    ]
    return grant(-at_once, lines, world.month + 1, loan=order.amount_usd)


def do_loan(race: "Race", firm: str, order: GpuLoan) -> None:
    debt.sign(race, firm, order.amount_usd)
    race.world.offers.loan_usd[firm] -= order.amount_usd


def check_lenders(race: "Race", firm: str, planned: Planned, order: AskLenders) -> Granted | Refusal:
    state = race.world.firms[firm]
    broken = [loan for loan in debt.loans_of(race, firm) if loan.breach_months]
    if not broken or planned.of("lenders"):
        return refuse("refuse-no-breach")
    if debt.fleet_value_usd(race, firm) < race.level.rules.debt.waiver_worth * state.loans_usd:
        return refuse("refuse-lenders")
    fee, rules = sum(debt.waiver_fee_usd(race, loan) for loan in broken), race.level.rules.debt
    lines = [
        line("quote-waiver-fee", fee),
        line("quote-waiver-rate", share=rules.waiver_margin),
        line("quote-sweep", share=rules.sweep),
        line("quote-waiver-until", months=rules.waiver_months),
    ]
    return grant(fee, lines, race.world.month + 1, lenders=1)


def do_lenders(race: "Race", firm: str, order: AskLenders) -> None:
    for loan in debt.loans_of(race, firm):
        if loan.breach_months:
            debt.waive(race, race.world.firms[firm], loan)


def check_borrow(race: "Race", firm: str, planned: Planned, order: Borrow) -> Granted | Refusal:
    drawn = debt.revolver_usd(race, race.world.firms[firm])
    room = race.world.offers.credit_usd.get(firm, 0) - drawn - planned.of("debt")
    if not 0 < order.amount_usd <= max(0, room):
        return refuse("refuse-credit", most=max(0, room), usd=max(0, room))
    rules = race.level.rules.capital
    interest = int(order.amount_usd * (rules.base_rate + rules.revolver_spread) / 12.0)
    lines = [line("quote-loan", -order.amount_usd), line("quote-interest", money=interest)]
    return grant(-order.amount_usd, lines, race.world.month + 1, debt=order.amount_usd)


def do_borrow(race: "Race", firm: str, order: Borrow) -> None:
    debt.borrow(race, firm, order.amount_usd)


def check_repay(race: "Race", firm: str, planned: Planned, order: Repay) -> Granted | Refusal:
    owed = race.world.books.held("debt", firm) + planned.of("debt")
    if not 0 < order.amount_usd <= owed:
        return refuse("refuse-repay", most=max(0, owed), usd=max(0, owed))
    return grant(
        order.amount_usd, [line("quote-repay", order.amount_usd)], race.world.month + 1, debt=-order.amount_usd
    )


def do_repay(race: "Race", firm: str, order: Repay) -> None:
    debt.repay(race, firm, order.amount_usd)
