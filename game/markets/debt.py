"""Debt: the revolver, loans against cards, their covenants, and the forced sale that ends them (model 1).

A loan is drawn as cards run, amortises over twenty quarters and costs base + spread + lambda max(0, 1.4 - cover).
What cards fetch falls with age and with their rent, OLV = share x P0 (1 - delta)^age (rent / reference)^eta, so that
falling rents break covenants, forced sales make rents fall further, and the next covenant breaks (Kiyotaki and Moore
1997, Credit cycles). A breach has a quarter to be cured, then a price, then an end.
"""

from math import fsum
from typing import TYPE_CHECKING

from agents import chance
from agents.books import DEBT, GRID_KW, TURBINE_KW, USD, card_unit
from game.markets import power as power_market
from game.world import Loan
from levels.calendar import index_of

if TYPE_CHECKING:
    from agents.firm import FirmState, Site
    from game.race import Race

NO_SERVICE = 99.0
"""Cover of debt service of a firm that owes nothing."""
MOST_COVER = 9.9


def card_value_usd(race: "Race", chip: str) -> float:
    """Dollars that a card with its server fetches: its first price, less age, times its rent over the reference."""
    return card_values_usd(race)[chip]


def card_values_usd(race: "Race") -> dict[str, float]:
    """`card_value_usd` of all chips, worked out anew when the month or the rent is another."""
    month, rent_usd, values = race.card_values
    world = race.world
    if month != world.month or rent_usd != world.offers.rent_usd:
        values = {chip: _card_value_usd(race, chip) for chip in race.level.chips}
        race.card_values = (world.month, world.offers.rent_usd, values)
    return values


def _card_value_usd(race: "Race", chip: str) -> float:
    month, rent_usd = race.world.month, race.world.offers.rent_usd
    rules, spec = race.level.rules.debt, race.level.chips[chip]
    age = max(0, month - index_of(spec.available, race.level.start)) / 12.0
    rent = max(rent_usd, race.level.rules.leases.least_usd) / rules.rent_reference
    first = spec.price_usd * (1.0 + race.level.rules.chips.integration)
    return float(rules.card_share * first * (1.0 - rules.card_fall) ** age * rent**rules.rent_exponent)


def fleet_value_usd(race: "Race", firm: str) -> float:
    """What a lender could sell a firm's running cards for, in USD; dark cards are no security."""
    values, cards_of = card_values_usd(race), race.cards_of
    total = 0.0
    for site in race.sites_of[firm]:
        if site.owned_h100e <= 0.0 or not site.online_h100e:
            continue
        lit = site.online_h100e / site.owned_h100e
        if lit > 1.0:
            lit = 1.0
        for chip, cards in cards_of[site.key].items() if site.key in cards_of else ():
            total += lit * cards * values[chip]
    return total


def loans_of(race: "Race", firm: str) -> list[Loan]:
    return list(race.lists.loans_of(firm))


def revolver_usd(race: "Race", firm: "FirmState") -> int:
    """Drawn credit: all debt that is no loan against cards."""
    return race.world.books.held(DEBT, firm.key) - firm.loans_usd


def undrawn_usd(race: "Race", firm: str) -> int:
    """What lenders have committed and not yet paid out."""
    return sum([loan.limit_usd - loan.drawn_usd for loan in race.lists.loans_of(firm)])


def limits(race: "Race", firm: "FirmState") -> dict[str, int]:
    """What each bank would lend a firm on its revolver, in USD: receivables and unpledged cards, under its cap."""
    rules = race.level.rules.debt
    pledged = (firm.loans_usd + undrawn_usd(race, firm.key)) / rules.loan_to_cost
    free_cards = max(0.0, fleet_value_usd(race, firm.key) - pledged)
    left = rules.receivable_share * (firm.run_rates[-1] if firm.run_rates else 0.0)
    left += rules.revolver_cards_share * free_cards
    lent = {}
    for bank in race.banks:
        lent[bank.key] = bank.limit_usd(left)
        left -= lent[bank.key]
    return lent


def post_credit(race: "Race") -> dict[str, int]:
    """Revolver limit of each private lab in USD."""
    return {
        firm.key: sum(limits(race, firm).values())
        for firm in race.labs
        if firm.alive and race.level.firms[firm.key].grant is None
    }


def post_loans(race: "Race") -> dict[str, int]:
    """What lenders would commit to each private lab beside what they have: a part of what its cards would fetch.

    Cards that wait for power count too: the loan is drawn when they run. Nobody lends to who is in breach.
    """
    rules, values, room = race.level.rules.debt, card_values_usd(race), {}
    for firm in race.labs:
        if not firm.alive or race.level.firms[firm.key].grant is not None or firm.defaulted:
            continue
        if any(loan.breach_months for loan in race.lists.loans_of(firm.key)):
            continue
        value = fsum(
            [
                cards * values[chip]
                for site in race.sites_of[firm.key]
                for chip, cards in race.cards_of.get(site.key, {}).items()
            ]
        )
        pledged = race.world.books.held(DEBT, firm.key) + undrawn_usd(race, firm.key)
        free = int(rules.loan_to_cost * value - pledged) // 1_000_000 * 1_000_000
        if free > 0:
            room[firm.key] = free
    return room


def borrow(race: "Race", firm: str, amount_usd: int) -> None:
    """Draw on the revolver."""
    race.world.books.pay("~banks", firm, amount_usd, "loan")
    race.world.books.move(DEBT, "~banks", firm, amount_usd, "loan")


def repay(race: "Race", firm: str, amount_usd: int) -> None:
    """Pay back debt: the revolver first, then the oldest loan."""
    books, state = race.world.books, race.world.firms[firm]
    first = min(amount_usd, revolver_usd(race, state))
    if first > 0:
        books.pay(firm, "~banks", first, "repayment")
        books.move(DEBT, firm, "~banks", first, "repayment")
    left = amount_usd - max(0, first)
    for loan in loans_of(race, firm):
        left -= _pay_back(race, state, loan, min(left, loan.owed_usd))
    _forget_paid(race)


def _pay_back(race: "Race", firm: "FirmState", loan: Loan, amount_usd: int) -> int:
    if amount_usd <= 0:
        return 0
    race.world.books.pay(firm.key, "~lenders", amount_usd, "repayment")
    race.world.books.move(DEBT, firm.key, "~lenders", amount_usd, "repayment")
    loan.owed_usd -= amount_usd
    firm.loans_usd -= amount_usd
    return amount_usd


def _forget_paid(race: "Race") -> None:
    """Loans that are paid back and can no longer be drawn are over."""
    month, draw_months = race.world.month, race.level.rules.debt.draw_months
    race.world.loans = [
        loan
        for loan in race.world.loans
        if loan.owed_usd > 0 or (month - loan.placed < draw_months and loan.drawn_usd < loan.limit_usd)
    ]


def sign(race: "Race", firm: str, amount_usd: int) -> None:
    """A lender commits a loan; it is drawn from this month on, as far as cards run."""
    race.world.loans.append(Loan(firm, amount_usd, race.world.month))
    race.world.tell("banknote", "news-loan", firm, 0, usd=amount_usd)
    draw(race)


def draw(race: "Race") -> None:
    """Committed loans are paid out as far as the cards that run are worth it."""
    world, rules = race.world, race.level.rules.debt
    for loan in world.loans:
        left = loan.limit_usd - loan.drawn_usd
        if left <= 0 or world.month - loan.placed >= rules.draw_months or loan.breach_months:
            continue
        room = int(rules.loan_to_cost * fleet_value_usd(race, loan.firm)) - world.books.held(DEBT, loan.firm)
        amount = min(left, room)
        if amount > 0:
            world.books.pay("~lenders", loan.firm, amount, "loan")
            world.books.move(DEBT, "~lenders", loan.firm, amount, "loan")
            loan.drawn_usd += amount
            loan.owed_usd += amount
            world.firms[loan.firm].loans_usd += amount


def rate(race: "Race", firm: "FirmState", cover: float, margin: float) -> float:
    """Yearly rate of a loan: dearer for who owes much of a year's revenue, thinly covers its service, was waived."""
    rules, base = race.level.rules.debt, race.level.rules.capital.base_rate
    revenue = firm.run_rates[-1] if firm.run_rates else 0.0
    weight = min(1.0, race.world.books.held(DEBT, firm.key) / max(1.0, revenue))
    spread = rules.spread_low + (rules.spread_high - rules.spread_low) * weight
    return base + spread + rules.service_penalty * min(1.0, max(0.0, rules.service_target - cover)) + margin


def service_usd(race: "Race", firm: "FirmState", *, more_usd: int = 0) -> tuple[float, float]:
    """A month's principal and interest (at the plain spread) of a firm's loans, with a new one of `more_usd`."""
    rules = race.level.rules.debt
    mine = loans_of(race, firm.key)
    principal = (fsum(min(loan.owed_usd, loan.drawn_usd / rules.term_months) for loan in mine)) + (
        more_usd / rules.term_months
    )
    margin = max((loan.margin for loan in mine), default=0.0)
    interest = (firm.loans_usd + more_usd) * rate(race, firm, rules.service_target, margin) / 12.0
    return principal, interest


def cover(race: "Race", firm: "FirmState", *, more_usd: int = 0) -> float:
    """Market rent of the own cards that run, less their power, over interest and principal (DSCR)."""
    if not (firm.loans_usd or more_usd):
        return NO_SERVICE
    principal, interest = service_usd(race, firm, more_usd=more_usd)
    if principal + interest < 1.0:
        return NO_SERVICE
    hours = race.level.rules.power.hours_per_month
    sites = race.sites_of[firm.key]
    rent = race.world.offers.rent_usd * hours * sum(site.online_h100e for site in sites)
    power = sum(power_market.bill_usd(race, site) for site in sites)
    return min(MOST_COVER, (rent - power) / (principal + interest))


def serve(race: "Race") -> None:
    """A month's interest on the revolver; interest, principal and sweep on loans, as far as there is cash."""
    rules, books = race.level.rules, race.world.books
    revolver_rate = (rules.capital.base_rate + rules.capital.revolver_spread) / 12.0
    for firm in race.labs:
        drawn = revolver_usd(race, firm)
        if drawn > 0:
            books.pay(firm.key, "~banks", int(drawn * revolver_rate), "interest")
    if not race.world.loans:
        return
    draw(race)
    for firm in race.labs:
        if firm.loans_usd:
            covered = cover(race, firm)
            for loan in loans_of(race, firm.key):
                _serve_loan(race, firm, loan, covered)
    _forget_paid(race)


def _serve_loan(race: "Race", firm: "FirmState", loan: Loan, covered: float) -> None:
    """Interest in any case (it may leave the purse empty), principal and sweep as far as there is cash."""
    rules, books = race.level.rules.debt, race.world.books
    interest = int(loan.owed_usd * rate(race, firm, covered, loan.margin) / 12.0)
    books.pay(firm.key, "~lenders", interest, "interest")
    due = min(loan.owed_usd, -(-loan.drawn_usd // rules.term_months))
    cash = max(0, books.held(USD, firm.key))
    paid = _pay_back(race, firm, loan, min(due, cash))
    if paid < due:
        loan.breach_months = max(1, loan.breach_months)
    if loan.waivers and firm.burn_usd < 0.0:
        spare = min(int(-firm.burn_usd * rules.sweep), books.held(USD, firm.key))
        _pay_back(race, firm, loan, min(spare, loan.owed_usd))


def breach_of(race: "Race", firm: "FirmState") -> str:
    """The loan covenant that is broken now: "service", "value", or none (empty)."""
    rules = race.level.rules.debt
    if not firm.loans_usd:
        return ""
    if cover(race, firm) < rules.service_least:
        return "service"
    return "value" if firm.loans_usd > rules.value_most * fleet_value_usd(race, firm.key) else ""


def test_covenants(race: "Race") -> None:
    """Breach, time to cure, waiver at a price, default: each month for every firm with loans."""
    if not race.world.loans:
        return
    cure_months = race.level.rules.capital.cure_months
    for firm in race.labs:
        if not firm.alive or not firm.loans_usd:
            continue
        broken = breach_of(race, firm)
        for loan in loans_of(race, firm.key):
            if race.world.month < loan.waived_until or not broken:
                loan.breach_months = 0
                continue
            loan.breach_months += 1
            if loan.breach_months == 1:
                race.world.tell("scale", "news-loan-breach", firm.key, -1, months=cure_months)
            if loan.breach_months > cure_months and not _is_waived(race, firm, loan):
                default(race, firm)
                break


def waiver_fee_usd(race: "Race", loan: Loan) -> int:
    """Fee of the next waiver of a loan: it doubles each time."""
    return int(loan.owed_usd * race.level.rules.capital.waiver_fee * 2**loan.waivers)


def waive(race: "Race", firm: "FirmState", loan: Loan) -> None:
    """For a fee, a higher rate and a sweep of what is earned, covenants are not tested for a time."""
    rules, world = race.level.rules.debt, race.world
    world.books.pay(firm.key, "~lenders", waiver_fee_usd(race, loan), "fees")
    loan.waivers += 1
    loan.margin += rules.waiver_margin
    loan.breach_months = 0
    loan.waived_until = world.month + rules.waiver_months
    world.tell("scale", "news-breach", firm.key, -1)


def _is_waived(race: "Race", firm: "FirmState", loan: Loan) -> bool:
    """Lenders renegotiate rather than take cards that nobody wants: once surely, if somebody can pay for it."""
    rules, world = race.level.rules.debt, race.world
    worth = min(1.0, fleet_value_usd(race, firm.key) / max(1, firm.loans_usd))
    willing = chance.happens(
        rules.waiver_chance ** (1 + loan.waivers) * worth, world.seed, firm.key, "waiver", world.month, loan.placed
    )
    if not willing or waiver_fee_usd(race, loan) > world.books.held(USD, firm.key):
        return False
    waive(race, firm, loan)
    return True


def default(race: "Race", firm: "FirmState") -> None:
    """Lenders take cards for what is owed, at what they fetch, and sell them; the rest of the loans is lost to them."""
    world = race.world
    owed, before = firm.loans_usd, race.world.books.held(USD, firm.key)
    earned, cards = sell_cards(race, firm, owed)
    paid = min(owed, earned)
    world.books.pay(firm.key, "~lenders", paid, "repayment")
    world.books.move(DEBT, firm.key, "~lenders", paid, "repayment")
    world.books.move(DEBT, firm.key, "~lenders", owed - paid, "written_off")
    assert world.books.held(USD, firm.key) >= before
    firm.loans_usd = 0
    world.loans = [loan for loan in world.loans if loan.firm != firm.key]
    firm.defaulted = True
    firm.trust = max(0.0, firm.trust - race.level.rules.public.missed_trust)
    world.tell("gavel", "news-default", firm.key, -1, cards=cards, usd=paid, lost=owed - paid)


def sell_cards(race: "Race", firm: "FirmState", need_usd: int) -> tuple[int, int]:
    """Sell cards of a firm in a hurry until they bring `need_usd`, or all; returns what they brought and how many.

    Lessors with power to spare take them for cash, the rest goes to buyers outside. The price falls with the lot.
    """
    world, rules = race.world, race.level.rules.debt
    market = max(1, sum(world.firms[key].compute.online for key in race.lessors))
    earned = sold = 0
    h100e_sold = 0.0
    for site in sorted(race.sites_of[firm.key], key=lambda site: (-site.dark_cards, site.key)):
        for chip, cards in sorted(race.cards_of.get(site.key, {}).items()):
            spec = race.level.chips[chip]
            value = max(1.0, card_value_usd(race, chip))
            lot = min(float(cards), max(0.0, (need_usd - earned) / value))
            fall = rules.sale_fall * (h100e_sold + lot * spec.h100e) / market
            each = max(1, int(value * max(rules.sale_floor, 1.0 - fall)))
            wanted = min(cards, max(0, -(-(need_usd - earned) // each)))
            if wanted <= 0:
                continue
            earned += _place_cards(race, firm.key, site, chip, wanted, each)
            sold += wanted
            h100e_sold += wanted * spec.h100e
    return earned, sold


def _place_cards(race: "Race", seller: str, site: "Site", chip: str, cards: int, each_usd: int) -> int:
    """Move cards to lessors with free power and cash, the rest outside; returns what was paid for them."""
    books, left = race.world.books, cards
    unit, kw = card_unit(chip), race.level.chips[chip].facility_kw
    may_buy = race.level.chips[chip].buyers
    rooms = []
    for key in race.lessors:
        if key == seller or (may_buy and key not in may_buy):
            continue
        for place in race.sites_of[key]:
            hall_kw = int((place.air_slots + place.liquid_slots) * race.level.rules.building.kw_per_slot)
            power_kw = books.held(GRID_KW, place.key) + books.held(TURBINE_KW, place.key)
            free = min(hall_kw, power_kw) - place.need_kw
            rooms.append((-free, place.key, key))
    for free, place_key, key in sorted(rooms):
        taken = min(left, int(-free / kw), max(0, books.held(USD, key)) // each_usd)
        if taken > 0:
            books.pay(key, seller, taken * each_usd, "sale")
            books.move(unit, site.key, place_key, taken, "forced_sale")
            race.forget_chips_at(place_key)
            left -= taken
    if left:
        books.pay("~outside", seller, left * each_usd, "sale")
        books.move(unit, site.key, "~outside", left, "forced_sale")
    return cards * each_usd


def write_off(race: "Race", firm: "FirmState") -> None:
    """A failed firm pays its creditors from what there is, lenders on cards first; the rest of its debt is lost."""
    books = race.world.books
    for account, owed in (("~lenders", firm.loans_usd), ("~banks", revolver_usd(race, firm))):
        paid = min(owed, max(0, books.held(USD, firm.key)))
        books.pay(firm.key, account, paid, "repayment")
        books.move(DEBT, firm.key, account, paid, "repayment")
        books.move(DEBT, firm.key, account, owed - paid, "written_off")
    firm.loans_usd = 0
    race.world.loans = [loan for loan in race.world.loans if loan.firm != firm.key]
