"""Orders of the capital desk: rounds and credit."""

from typing import TYPE_CHECKING

from agents.books import DEBT
from agents.desk import Refusal
from agents.orders import Borrow, RaiseEquity, Repay
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import capital

if TYPE_CHECKING:
    from agents.view import TermSheet
    from game.race import Race


def _sheet(race: "Race", firm: str, investor: str) -> "TermSheet | None":
    return next((s for s in race.world.offers.sheets if s.firm == firm and s.investor == investor), None)


def check_raise(race: "Race", firm: str, planned: Planned, order: RaiseEquity) -> Granted | Refusal:
    sheet = _sheet(race, firm, order.investor)
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
    return grant(
        -int(order.amount_usd * fill),
        lines,
        race.world.month + 1,
        fill=fill,
        **reserves,
    )


def _expected_fill(race: "Race", investor: str) -> float:
    """Part of a sheet that an investor can close if every firm that it has offered to accepts."""
    asked = sum(sheet.amount_usd for sheet in race.world.offers.sheets if sheet.investor == investor)
    purse = int(race.level.investors[investor].usd_per_quarter * race.world.public.sentiment)
    return min(1.0, purse / asked) if asked else 1.0


def do_raise(race: "Race", firm: str, order: RaiseEquity) -> None:
    sheet = _sheet(race, firm, order.investor)
    assert sheet is not None
    race.world.bids.equity.append((order.investor, firm, order.amount_usd, sheet.pre_money_usd))


def check_borrow(race: "Race", firm: str, planned: Planned, order: Borrow) -> Granted | Refusal:
    room = race.world.offers.credit_usd.get(firm, 0) - race.world.books.held(DEBT, firm) - planned.of("debt")
    if not 0 < order.amount_usd <= max(0, room):
        return refuse("refuse-credit", most=max(0, room), usd=max(0, room))
    rules = race.level.rules.capital
    interest = int(order.amount_usd * (rules.base_rate + rules.revolver_spread) / 12.0)
    lines = [line("quote-loan", -order.amount_usd), line("quote-interest", money=interest)]
    return grant(-order.amount_usd, lines, race.world.month + 1, debt=order.amount_usd)


def do_borrow(race: "Race", firm: str, order: Borrow) -> None:
    capital.borrow(race, firm, order.amount_usd)


def check_repay(race: "Race", firm: str, planned: Planned, order: Repay) -> Granted | Refusal:
    owed = race.world.books.held(DEBT, firm) + planned.of("debt")
    if not 0 < order.amount_usd <= owed:
        return refuse("refuse-repay", most=max(0, owed), usd=max(0, owed))
    return grant(
        order.amount_usd, [line("quote-repay", order.amount_usd)], race.world.month + 1, debt=-order.amount_usd
    )


def do_repay(race: "Race", firm: str, order: Repay) -> None:
    capital.repay(race, firm, order.amount_usd)
