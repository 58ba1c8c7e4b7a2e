"""Who decides in a firm, and what its rounds bind it to (model 1).

Founders and their allies hold the votes; what they sell without conditions is partly voted with them, as long as
nobody has lost money. Sheets with more say pay more (Metrick and Yasuda, Venture Capital and the Finance of
Innovation): a goal with a ratchet, a seat on the board until the goal is reached.
"""

from typing import TYPE_CHECKING

from game import score
from game.world import Bond

if TYPE_CHECKING:
    from agents.firm import FirmState
    from agents.view import TermSheet
    from game.race import Race

SHAREHOLDERS = "shareholders"


def sheet_of(race: "Race", firm: str, investor: str, terms: str) -> "TermSheet | None":
    """The sheet of these terms on the table, or None."""
    for sheet in race.lists.sheets_for(firm):
        if sheet.investor == investor and sheet.terms == terms:
            return sheet
    return None


def bind(race: "Race", firm: "FirmState", investor: str, stake: float, terms: str) -> None:
    """What the shares of a closed round mean: allies of the founders, or a bond with a goal."""
    rules = race.level.rules.control
    sheet = sheet_of(race, firm.key, investor, terms)
    if terms == "clean" or sheet is None:
        firm.allied_share += rules.loyal_share * stake
        return
    due = race.world.month + rules.milestone_months
    race.world.bonds.append(Bond(firm.key, investor, stake, sheet.seat, sheet.goal, sheet.target, due))


def dilute(race: "Race", firm: "FirmState", factor: float) -> None:
    """New shares: everybody's part shrinks by a factor, and the seat's Value by its logarithm."""
    firm.founders_share *= factor
    firm.allied_share *= factor
    for bond in race.world.bonds:
        if bond.firm == firm.key:
            bond.stake *= factor
    score.dilute(race, firm.key, factor)


def votes(race: "Race", firm: "FirmState") -> float:
    """Founders, and allies unless the firm is worth clearly less than the last price."""
    held = firm.post_money_usd * (1.0 - race.level.rules.control.loss_tolerance)
    return firm.founders_share + (firm.allied_share if firm.valuation_usd >= held else 0.0)


def count_votes(race: "Race") -> None:
    """Who may veto the orders of the coming turn: the holder of a seat, or outside shareholders with half the votes."""
    seats: dict[str, str] = {}
    for bond in race.world.bonds:
        if bond.seat:
            seats.setdefault(bond.firm, bond.investor)
    for firm in race.labs:
        if race.level.firms[firm.key].grant is not None:
            continue
        outvoted = votes(race, firm) < race.level.rules.control.majority
        firm.watcher = seats.get(firm.key, SHAREHOLDERS if outvoted else "")


def judge_goals(race: "Race") -> None:
    """Goals reached free the seat and make allies; goals missed cost shares (the ratchet), and the seat stays."""
    world, kept = race.world, []
    if not world.bonds:
        return
    for bond in world.bonds:
        firm = world.firms[bond.firm]
        if not firm.alive:
            continue
        if not bond.goal or (world.month < bond.due and not _reached(firm, bond)):
            kept.append(bond)
            continue
        name = race.level.investors[bond.investor].name
        if _reached(firm, bond):
            firm.allied_share += race.level.rules.control.loyal_share * bond.stake
            world.tell("circle-check", "news-goal-reached", firm.key, 1, investor=name)
            continue
        lost = _ratchet(race, firm, bond)
        world.tell("scale", "news-goal-missed", firm.key, -1, investor=name, share=round(lost, 4))
        bond.goal = ""
        if bond.seat:
            kept.append(bond)
    world.bonds = kept


def _reached(firm: "FirmState", bond: Bond) -> bool:
    if bond.goal == "revenue":
        return bool(firm.run_rates) and firm.run_rates[-1] >= bond.target
    return firm.model is not None and firm.model.arena_elo >= bond.target


def _ratchet(race: "Race", firm: "FirmState", bond: Bond) -> float:
    """The investor gets the shares that a lower price would have brought; returns the part of the firm it costs."""
    ratchet = race.level.rules.control.ratchet
    stake = bond.stake
    factor = 1.0 / (1.0 + stake * ratchet / (1.0 - ratchet))
    dilute(race, firm, factor)
    bond.stake = stake / (1.0 - ratchet) * factor
    return 1.0 - factor


def tender_hold(race: "Race", firm: "FirmState") -> float:
    """Factor on attrition: who may sell shares next year again stays."""
    rules = race.level.rules.control
    return 1.0 - rules.tender_hold if race.world.month - firm.tendered < rules.tender_months else 1.0


def enjoy_independence(race: "Race") -> None:
    """Independence earns a little trust every month (S032)."""
    for firm in race.labs:
        if firm.independent and firm.alive:
            firm.trust += race.level.rules.control.independence_trust * (1.0 - firm.trust)


def open_up(race: "Race", firm: "FirmState") -> None:
    """A firm gives up its independence: trust, some people, and an affiliate's goodwill go (S129)."""
    rules, world = race.level.rules.control, race.world
    firm.independent = False
    firm.trust = max(0.0, firm.trust - rules.opened_trust)
    leaving = int(firm.staff * rules.opened_staff)
    firm.staff -= leaving
    firm.skill -= race.level.rules.research.staff_skill * rules.opened_staff
    affiliate = race.affiliate_of.get(firm.key)
    if affiliate is not None:
        world.firms[affiliate].opposition += rules.opened_opposition
    world.tell("handshake", "news-opened", firm.key, -1, people=leaving)


def tender(race: "Race", firm: "FirmState", investor: str, amount_usd: int, price_usd: int) -> None:
    """Staff sell shares to an investor: no cash for the firm, but people stay and a price stands (S006)."""
    world = race.world
    world.books.pay("~" + investor, "~staff", amount_usd, "tender")
    race.investor_of[investor].state.placed_usd += amount_usd
    firm.founders_share = max(0.0, firm.founders_share - amount_usd / price_usd)
    firm.anchor = price_usd / max(1, firm.valuation_usd)
    firm.tendered = world.month
    world.tell("coins", "news-tender", firm.key, 1, usd=amount_usd, value=price_usd)
