"""The books: double entry for money, debt, cards and kilowatts, and the ledger of causes behind every figure.

Each unit has accounts by name whose balances always sum to zero: what a firm holds, somebody outside has given.
Accounts outside the race begin with "~" (`~customers`, `~nvidia`) and may go below zero; all others may not.
"""

from typing import Final

from msgspec import Struct

USD: Final = "usd"
DEBT: Final = "debt"
GRID_KW: Final = "grid_kw"
TURBINE_KW: Final = "turbine_kw"


class OverdrawnError(RuntimeError):
    """A movement would leave an account of the race below zero: a bug of the rules, never of a player."""


Entry = tuple[int, str, str, str, int, str]
"""One movement: (month, unit, source, target, amount, cause). A plain tuple: a race writes twenty thousand."""


class Books(Struct):
    """All accounts, by unit and name, and every entry since the opening. Cards are a unit per chip: "card:h100"."""

    month: int
    """Month that is being booked, counted from the opening."""
    balances: dict[str, dict[str, int]]
    """What each account holds, by unit and account."""
    entries: list[Entry]
    """Every movement since the opening, oldest first."""
    month_starts_at: int = 0
    """Index of the first entry of the current month."""
    touched: list[str] = []
    """Accounts of cards and kilowatts that have moved since somebody last looked."""

    def move(self, unit: str, source: str, target: str, amount: int, cause: str) -> None:
        """Move a positive whole amount. Nothing is written when it is zero.

        Raises OverdrawnError if it is negative or if an account of the race except cash would go below zero.
        """
        if amount == 0:
            return
        accounts = self.balances[unit]
        left = accounts.get(source, 0) - amount
        if amount < 0 or (left < 0 and source[0] != "~" and unit != USD):
            raise OverdrawnError(f"{cause}: {amount} {unit} from {source} to {target} leaves {left}")
        accounts[source] = left
        accounts[target] = accounts.get(target, 0) + amount
        self.touched += (source, target)
        self.entries.append((self.month, unit, source, target, amount, cause))

    def pay(self, source: str, target: str, amount_usd: int, cause: str) -> None:
        """Move whole dollars. Cash may go below zero within a month; trade settles it before the record."""
        if amount_usd <= 0:
            if amount_usd < 0:
                raise OverdrawnError(f"{cause}: negative payment of {amount_usd} from {source}")
            return
        accounts = self.balances[USD]
        accounts[source] = accounts.get(source, 0) - amount_usd
        accounts[target] = accounts.get(target, 0) + amount_usd
        self.entries.append((self.month, USD, source, target, amount_usd, cause))

    def held(self, unit: str, account: str) -> int:
        """What an account holds of a unit; 0 if it never held any."""
        return self.balances[unit].get(account, 0)

    def open_month(self, month: int) -> None:
        """Start a month: later entries belong to it."""
        self.month = month
        self.month_starts_at = len(self.entries)

    def this_month(self) -> list[Entry]:
        """The entries of the current month."""
        return self.entries[self.month_starts_at :]

    def faults(self) -> list[str]:
        """What does not balance: units whose accounts do not sum to zero, accounts of the race below zero."""
        found = [
            f"{unit}: accounts sum to {total}"
            for unit, accounts in self.balances.items()
            if (total := sum(accounts.values())) != 0
        ]
        found += [
            f"{unit}: {account} holds {amount}"
            for unit, accounts in self.balances.items()
            for account, amount in accounts.items()
            if amount < 0 and account[0] != "~"
        ]
        return found


def card_unit(chip: str) -> str:
    """The unit under which cards of a chip are booked."""
    return "card:" + chip


CATEGORY: Final[dict[str, str]] = {
    "consumers": "revenue",
    "enterprises": "revenue",
    "revenue_share": "revenue",
    "sublease": "revenue",
    "colocation": "revenue",
    "lease": "operating",
    "lease_deposit": "operating",
    "lease_prepaid": "capex",
    "core_rent": "operating",
    "power": "operating",
    "turbines": "operating",
    "hedge": "operating",
    "exit_fee": "operating",
    "fund": "operating",
    "suit": "operating",
    "staff": "operating",
    "severance": "operating",
    "campaign": "operating",
    "packages": "operating",
    "break_fee": "operating",
    "takeover": "capex",
    "interest": "operating",
    "fees": "operating",
    "study": "operating",
    "tests": "operating",
    "licences": "operating",
    "filing": "operating",
    "fines": "operating",
    "lobby": "operating",
    "verification": "operating",
    "design": "operating",
    "settlement": "operating",
    "cards": "capex",
    "deposit": "capex",
    "reservation": "capex",
    "halls": "capex",
    "connection": "capex",
    "terms": "capex",
    "transformer": "capex",
    "plants": "capex",
    "position": "capex",
    "retrofit": "capex",
    "pause": "operating",
    "site": "capex",
    "damages": "operating",
    "refund": "capex",
    "equity": "equity",
    "grant": "equity",
    "appropriation": "equity",
    "dividend": "equity",
    "rescue": "equity",
    "tender": "equity",
    "loan": "debt",
    "repayment": "debt",
    "cash_flow": "revenue",
    "sale": "capex",
    "resale": "capex",
    "opening": "stock",
}
"""What each cause of a payment counts as in a firm's month. A firm that is paid for a cost counts it as revenue."""


class Flows(Struct):
    """A firm's month in dollars, summed from the entries; all are whole and `operating` and `capex` are costs."""

    revenue: int = 0
    operating: int = 0
    capex: int = 0
    equity: int = 0
    debt: int = 0

    @property
    def net(self) -> int:
        """What the month added to cash."""
        return self.revenue - self.operating - self.capex + self.equity + self.debt


def _sides(category: str) -> tuple[int, int, int, int]:
    """Where a payment counts: the field of the payer's flows and its sign, then the payee's."""
    revenue, operating, capex, equity, debt = (
        Flows.__struct_fields__.index(name) for name in ("revenue", "operating", "capex", "equity", "debt")
    )
    return {
        "capex": (capex, 1, capex, -1),
        "equity": (equity, -1, equity, 1),
        "debt": (debt, -1, debt, 1),
        "stock": (revenue, 0, revenue, 0),
    }.get(category, (operating, 1, revenue, 1))


SIDES: Final = {cause: _sides(category) for cause, category in CATEGORY.items()}


def flows_of(entries: list[Entry], firms: list[str]) -> dict[str, Flows]:
    """Each firm's flows, from one pass over the entries of a month.

    The payer of revenue (a revenue share, a lease) books it as an operating cost, the payee of an operating cost
    that is a firm as revenue; refunds and sales lower capital spending.
    """
    sums = {firm: [0] * len(Flows.__struct_fields__) for firm in firms}
    for _, unit, source, target, amount, cause in entries:
        if unit == USD:
            of_payer, paid, of_payee, received = SIDES[cause]
            if source in sums:
                sums[source][of_payer] += paid * amount
            if target in sums:
                sums[target][of_payee] += received * amount
    return {firm: Flows(*each) for firm, each in sums.items()}
