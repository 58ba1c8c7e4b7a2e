"""The record: one row a month and firm, in the columns that other programs rely on."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from agents.books import DEBT, GRID_KW, TURBINE_KW, USD, Flows
from agents.orders import AnyOrder, Plan, name_of
from game import compute, score
from levels.calendar import month_of
from levels.words import BINDINGS

if TYPE_CHECKING:
    from game.race import Race


class Column(Struct, frozen=True):
    """One column: its name, type, unit and meaning; the dictionary in `docs/` is made from these."""

    name: str
    kind: Literal["int", "float", "str", "bool"]
    unit: str
    meaning: str


COLUMNS: tuple[Column, ...] = (
    Column("game", "int", "", "number of the game in its run"),
    Column("seed", "int", "", "seed of the game"),
    Column("level", "str", "", "name of the level"),
    Column("month", "str", "YYYY-MM", "calendar month; the first is the opening"),
    Column("firm", "str", "", "id of the firm"),
    Column("steered_by", "str", "", "person, or the name of the mind that decides"),
    Column("cash_usd", "int", "USD", "cash at the end of the month"),
    Column("debt_usd", "int", "USD", "drawn credit"),
    Column("equity_raised_usd", "int", "USD/month", "equity and grants received in the month"),
    Column("valuation_usd", "int", "USD", "value of all shares, post-money"),
    Column("revenue_usd", "int", "USD/month", "from customers, partners and leases"),
    Column("operating_cost_usd", "int", "USD/month", "rent, power, staff, shares of revenue, interest"),
    Column("capex_usd", "int", "USD/month", "cards, halls, connections, less refunds and sales"),
    Column("h100e_owned", "int", "H100e", "cards owned, those that are leased out included"),
    Column("h100e_leased", "int", "H100e", "cards of others that it used"),
    Column("h100e_leased_out", "int", "H100e", "own cards that others used"),
    Column("h100e_online", "int", "H100e", "cards that ran for this firm: own and leased, less leased out"),
    Column("h100e_idle", "int", "H100e", "own cards without a place or without power"),
    Column("largest_cluster_h100e", "int", "H100e", "largest single cluster it could use"),
    Column("mw_contracted", "float", "MW", "connected, on site, requested and on order"),
    Column("mw_online", "float", "MW", "power that ran cards"),
    Column("arena_elo", "float", "Elo", "public rating of its model; 0 without one"),
    Column("true_elo", "float", "Elo", "what its model can do"),
    Column("largest_training_flop", "float", "FLOP", "compute of its largest finished run"),
    Column("consumers", "int", "users", "monthly active users"),
    Column("enterprise_seats", "int", "seats", "seats paid by companies"),
    Column("staff", "int", "people", "staff of the lab"),
    Column("trust", "float", "share", "public trust in the firm"),
    Column("binding", "str", "", f"what limited it: {', '.join(BINDINGS)}"),
    Column("defaulted", "bool", "", "whether it has failed"),
    Column(
        "score",
        "float",
        "points",
        "score (or the level's own goal, in its unit) at the end of the last turn; 0 for firms that are no seats",
    ),
    Column("rank", "int", "", "rank by score among the seats; 0 for others"),
)


class Recorder:
    """Collects rows as tuples in the order of COLUMNS (game number first, filled in by who writes them)."""

    def __init__(self, level: str, *, game: int = 0, every_month: bool = True) -> None:
        self.level = level
        self.game = game
        self.every_month = every_month
        self.rows: list[tuple[int | float | str, ...]] = []
        self.orders: dict[str, dict[str, list[int]]] = {}
        """By firm and kind of order how many were carried out and how many refused; policies each by their own name."""
        self._totals: dict[str, float] = {}
        self._ranks: dict[str, int] = {}

    def take(self, race: "Race", flows: dict[str, Flows]) -> None:
        """Write the month of every firm that has a fleet or a model."""
        if not self.every_month:
            return
        world = race.world
        month = month_of(world.month, race.level.start)
        totals, ranks = self._standing(race)
        requested: dict[str, int] = {}
        for request in world.requests:
            requested[request.site] = requested.get(request.site, 0) + request.kw
        for order in world.turbines:
            requested[order.site] = requested.get(order.site, 0) + order.kw
        books = world.books
        grid, gas = books.balances[GRID_KW], books.balances[TURBINE_KW]
        for key in race.recorded:
            firm, flow = world.firms[key], flows[key]
            use = firm.compute
            sites = race.sites_of[key]
            contracted = 0
            for site in sites:
                place = site.key
                contracted += grid.get(place, 0) + gas.get(place, 0) + requested.get(place, 0)
            model = firm.model
            self.rows.append(
                (
                    self.game,
                    world.seed,
                    self.level,
                    month,
                    key,
                    race.steered_by[key],
                    books.held(USD, key),
                    books.held(DEBT, key),
                    flow.equity,
                    firm.valuation_usd,
                    flow.revenue,
                    flow.operating,
                    flow.capex,
                    use.owned,
                    use.leased,
                    use.leased_out,
                    max(0, use.online - use.leased_out) + use.leased,
                    use.idle,
                    use.largest_cluster,
                    contracted / 1000.0,
                    use.used_kw / 1000.0,
                    model.arena_elo if model is not None else 0.0,
                    model.true_elo if model is not None else 0.0,
                    firm.largest_flop,
                    firm.consumers,
                    firm.seats,
                    firm.staff,
                    firm.trust,
                    firm.binding,
                    firm.defaulted,
                    totals.get(key, 0.0),
                    ranks.get(key, 0),
                )
            )

    def count_orders(self, plans: Sequence[Plan], refused: Mapping[str, Sequence[tuple[AnyOrder, Any]]]) -> None:
        """Add the orders of a turn, and which of them were refused, by firm."""
        for plan in plans:
            counts = self.orders.setdefault(plan.firm, {})
            for order in plan.orders:
                counts.setdefault(name_of(order), [0, 0])[0] += 1
            for order, _ in refused.get(plan.firm, ()):
                done = counts[name_of(order)]
                done[0] -= 1
                done[1] += 1

    def judge(self, race: "Race") -> None:
        """Work out the seats' scores as they stand now."""
        self._totals = {seat: score.score(race, seat).total for seat in race.world.scores}
        self._ranks = {seat: rank for rank, seat in enumerate(score.best_first(race, self._totals), 1)}

    def _standing(self, race: "Race") -> tuple[dict[str, float], dict[str, int]]:
        """Scores and ranks of the seats, judged anew at the end of each turn."""
        if race.world.month and race.starts_turn():
            self.judge(race)
        return self._totals, self._ranks


def mark_binding(race: "Race") -> None:
    """What limited each lab this month."""
    for firm in race.labs:
        firm.binding = (
            compute.binding(race, firm, race.world.books.held(USD, firm.key) - firm.committed_usd)
            if firm.alive
            else "none"
        )
