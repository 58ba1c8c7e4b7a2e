"""What claims measure: functions from a finished game to a figure, by name.

A measure takes a `Game` and the firm that is asked about. `@measure("unit")` puts it into `MEASURES` under its own
name; add the name to `levels.words.MEASURES` as well. What no record keeps is looked at month by month: a probe is a
function of the race and a firm, asked for by `@measure("unit", probes=[card_price])` and read as
`game.series(card_price, firm)`.
"""

from collections.abc import Callable, Sequence
from math import fsum
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from agents.books import DEBT, TURBINE_KW, USD
from agents.minds.allotment import MONTHS, NEED_OVER_SUPPLY
from agents.minds.race import SAFE_SHARE
from game import community, goals
from game.lab.wanted import Wanted
from game.markets import chips
from game.record import COLUMNS

if TYPE_CHECKING:
    from agents.utility import Utility
    from game.race import Race
    from game.score import Result

Probe = Callable[["Race", str], float]
"""A figure of a firm (or of the world) in the month that has just ended."""
_PLACE = {column.name: place for place, column in enumerate(COLUMNS)}


class Game:
    """A finished game: its race as it stands at the end, its result, and its records by column."""

    def __init__(self, race: "Race", result: "Result", series: dict[tuple[str, str], list[float]]) -> None:
        self.race = race
        self.result = result
        self._series = series
        self._rows: dict[str, list[tuple[object, ...]]] = {}
        for row in race.recorder.rows:
            self._rows.setdefault(str(row[_PLACE["firm"]]), []).append(row)

    def column(self, name: str, firm: str) -> list[Any]:
        """A column of `game.record.COLUMNS` for a firm, the opening first. Empty for a firm without records."""
        return [row[_PLACE[name]] for row in self._rows.get(firm, [])]

    def played(self, name: str, firm: str) -> list[Any]:
        """The same without the opening."""
        return self.column(name, firm)[1:]

    def series(self, probe: Probe, firm: str) -> list[float]:
        """What a probe saw of a firm, month by month from the first that was played."""
        return self._series[probe.__name__, firm]


Measure = Callable[[Game, str], float]


class Measured(Struct, frozen=True):
    """A measure as it is registered."""

    name: str
    unit: str
    take: Measure
    probes: tuple[Probe, ...] = ()

    @property
    def meaning(self) -> str:
        """The first paragraph of its docstring."""
        return " ".join((self.take.__doc__ or "").split("\n\n")[0].split())


MEASURES: dict[str, Measured] = {}


def measure(unit: str, probes: Sequence[Probe] = ()) -> Callable[[Measure], Measure]:
    """Registers a function as a measure under its own name."""

    def register(function: Measure) -> Measure:
        name = function.__name__
        assert name not in MEASURES, name
        MEASURES[name] = Measured(name, unit, function, tuple(probes))
        return function

    return register


def watch(race: "Race", wanted: Sequence[Wanted]) -> dict[tuple[str, str], list[float]]:
    """Have the race call the probes of what is wanted; returns the lists that will fill month by month."""
    asked = {(probe.__name__, each.firm): probe for each in wanted for probe in MEASURES[each.measure].probes}
    series: dict[tuple[str, str], list[float]] = {key: [] for key in asked}
    if asked:

        def look(race: "Race") -> None:
            for key, probe in asked.items():
                series[key].append(probe(race, key[1]))

        race.watcher = look
    return series


def take(
    race: "Race", result: "Result", series: dict[tuple[str, str], list[float]], wanted: Sequence[Wanted]
) -> dict[str, float]:
    """What is wanted of a finished game, by `Wanted.key`."""
    if not wanted:
        return {}
    game = Game(race, result, series)
    return {each.key: float(MEASURES[each.measure].take(game, each.firm)) for each in wanted}


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return fsum(values) / len(values) if values else 0.0


# How a game ended for a seat.


@measure("points")
def score(game: Game, firm: str) -> float:
    """The score at the end; in a level with its own goal, what was reached of it."""
    return game.result.scores[firm].total


@measure("the goal's")
def goal(game: Game, firm: str) -> float:
    """What was reached of the level's own goal."""
    return goals.reached(game.race, firm)


@measure("wins")
def win(game: Game, firm: str) -> float:
    """Its part of the win: one, or a half if two share it."""
    winners = game.result.winners
    return 1.0 / len(winners) if firm in winners else 0.0


@measure("0 or 1")
def won(game: Game, firm: str) -> float:
    """Whether the firm won or shared the win."""
    return float(firm in game.result.winners)


@measure("ribbons")
def ribbons(game: Game, firm: str) -> float:
    """Ribbons of the firm at the end."""
    return float(len(game.result.scores[firm].ribbons))


@measure("0 or 1")
def defaulted(game: Game, firm: str) -> float:
    """Whether the firm has failed."""
    return float(game.race.world.firms[firm].defaulted)


# Money.


@measure("billion USD")
def cash(game: Game, firm: str) -> float:
    """Cash at the end."""
    return game.race.world.books.held(USD, firm) / 1e9


@measure("billion USD")
def debt(game: Game, firm: str) -> float:
    """Drawn credit at the end."""
    return game.race.world.books.held(DEBT, firm) / 1e9


@measure("billion USD")
def valuation(game: Game, firm: str) -> float:
    """Valuation at the end."""
    return game.race.world.firms[firm].valuation_usd / 1e9


@measure("share")
def founders_share(game: Game, firm: str) -> float:
    """The founders' share of the firm at the end."""
    return game.race.world.firms[firm].founders_share


@measure("billion USD")
def revenue(game: Game, firm: str) -> float:
    """Revenue of the whole game."""
    return fsum(game.played("revenue_usd", firm)) / 1e9


@measure("billion USD")
def spent(game: Game, firm: str) -> float:
    """Capital spending of the whole game."""
    return fsum(game.played("capex_usd", firm)) / 1e9


@measure("share")
def kept_share(game: Game, firm: str) -> float:
    """Part of its revenue that a lab keeps from its partners at the end."""
    return 1.0 - fsum(tie.revenue_share for tie in game.race.world.ties if tie.lab == firm and not tie.ended)


@measure("ties")
def broken_ties(game: Game, firm: str) -> float:
    """Ties of the lab that have ended or were given notice."""
    return float(sum(tie.lab == firm and (tie.ended or tie.notice >= 0) for tie in game.race.world.ties))


# Compute.


def _served_h100e(race: "Race", firm: str) -> float:
    use = race.world.firms[firm].compute
    return float(use.paid + use.free)


def _dark_cards(race: "Race", firm: str) -> float:
    use = race.world.firms[firm].compute
    return (use.dark + use.homeless) / use.cards if use.cards else 0.0


@measure("thousand H100e", probes=[_served_h100e])
def compute_served(game: Game, firm: str) -> float:
    """Compute that served customers, paying or not; mean of the months."""
    return mean(game.series(_served_h100e, firm)) / 1000.0


@measure("thousand H100e", probes=[_served_h100e])
def compute_served_last(game: Game, firm: str) -> float:
    """Compute that served customers, paying or not, in the last month."""
    return game.series(_served_h100e, firm)[-1] / 1000.0


@measure("thousand H100e")
def compute_online(game: Game, firm: str) -> float:
    """Compute that ran for the firm; mean of the months."""
    return mean(game.played("h100e_online", firm)) / 1000.0


@measure("thousand H100e")
def compute_idle(game: Game, firm: str) -> float:
    """Own cards without a place or without power; mean of the months."""
    return mean(game.played("h100e_idle", firm)) / 1000.0


@measure("share", probes=[_dark_cards])
def dark_share(game: Game, firm: str) -> float:
    """Share of the cards it owns that stand without a place or without power; mean of the months."""
    return mean(game.series(_dark_cards, firm))


@measure("thousand H100e")
def largest_cluster(game: Game, firm: str) -> float:
    """Largest single cluster at the end."""
    return float(game.column("largest_cluster_h100e", firm)[-1]) / 1000.0


@measure("Elo")
def capability(game: Game, firm: str) -> float:
    """What its model can do at the end."""
    return float(game.column("true_elo", firm)[-1])


@measure("share")
def trust(game: Game, firm: str) -> float:
    """Public trust in it at the end."""
    return game.race.world.firms[firm].trust


# Power and neighbours, at the firm's sites and their utility.


def _utility(race: "Race", firm: str) -> "Utility":
    """The utility of a role, or of a firm's first site."""
    role = race.level.firms[firm].role
    key = role.utility if role is not None else race.utility_at(race.sites_of[firm][0].key)
    return race.utility_by_key[key]


def _block_hazard(race: "Race", firm: str) -> float:
    sites = [site for site in race.sites_of[firm] if race.world.books.held(TURBINE_KW, site.key)]
    return max((community.block_hazard(race, site, permitted=not site.unpermitted_kw) for site in sites), default=0.0)


def _opposition(race: "Race", firm: str) -> float:
    return max((site.opposition for site in race.sites_of[firm]), default=0.0)


@measure("share")
def speculative_share(game: Game, firm: str) -> float:
    """Share of its utility's queue that nobody stands behind, at the end."""
    return _utility(game.race, firm).speculative_share


@measure("a month", probes=[_block_hazard])
def block_hazard(game: Game, firm: str) -> float:
    """Chance a month that its own power is stopped; mean of the months in which it has any."""
    return mean([hazard for hazard in game.series(_block_hazard, firm) if hazard > 0.0])


@measure("index", probes=[_opposition])
def opposition(game: Game, firm: str) -> float:
    """Opposition of the neighbours of its loudest site; mean of the months."""
    return mean(game.series(_opposition, firm))


@measure("index")
def household_bill(game: Game, firm: str) -> float:
    """A household's bill in its region at the end, relative to the start."""
    return _utility(game.race, firm).state.bills


@measure("times")
def times_stopped(game: Game, firm: str) -> float:
    """Times that its own power was stopped or had to go."""
    stops = ("news-blocked", "news-expired", "news-stopped")
    return float(sum(item.firm == firm and item.text.key in stops for item in game.race.world.news))


# The whole field, whoever is asked about.


def _last(game: Game, name: str) -> list[float]:
    return [float(game.column(name, firm.key)[-1]) for firm in game.race.labs]


@measure("thousand H100e")
def field_online(game: Game, firm: str) -> float:
    """Compute that ran for all labs at the end."""
    return fsum(_last(game, "h100e_online")) / 1000.0


@measure("thousand H100e")
def world_online(game: Game, firm: str) -> float:
    """Compute that runs for anybody at the end, lessors' included."""
    return fsum(state.compute.online for state in game.race.world.firms.values()) / 1000.0


@measure("share")
def field_idle_share(game: Game, firm: str) -> float:
    """Share of all labs' own cards that stood without a place or without power at the end."""
    owned = fsum(_last(game, "h100e_owned"))
    return fsum(_last(game, "h100e_idle")) / owned if owned else 0.0


@measure("Elo")
def field_best(game: Game, firm: str) -> float:
    """What the best model can do at the end."""
    return max(_last(game, "true_elo"))


@measure("labs")
def failures(game: Game, firm: str) -> float:
    """Labs that have failed by the end."""
    return float(sum(lab.defaulted for lab in game.race.labs))


# What bound it.


def _months_bound(game: Game, firm: str, by: str) -> float:
    return float(sum(each == by for each in game.played("binding", firm)))


@measure("months")
def months_bound_by_cash(game: Game, firm: str) -> float:
    """Months in which cash limited it."""
    return _months_bound(game, firm, "cash")


@measure("months")
def months_bound_by_chips(game: Game, firm: str) -> float:
    """Months in which cards limited it."""
    return _months_bound(game, firm, "chips")


@measure("months")
def months_bound_by_hall(game: Game, firm: str) -> float:
    """Months in which halls limited it."""
    return _months_bound(game, firm, "hall")


@measure("months")
def months_bound_by_power(game: Game, firm: str) -> float:
    """Months in which power limited it."""
    return _months_bound(game, firm, "power")


# Rents.


def _rent_relative(race: "Race", firm: str) -> float:
    offers = race.world.offers
    return offers.rent_usd / offers.normal_rent_usd if offers.normal_rent_usd > 0.0 else 1.0


@measure("ratio", probes=[_rent_relative])
def rent_peak(game: Game, firm: str) -> float:
    """Highest rent relative to the normal one."""
    return max(game.series(_rent_relative, firm))


@measure("ratio", probes=[_rent_relative])
def rent_trough(game: Game, firm: str) -> float:
    """Lowest rent after its peak, relative to the normal one."""
    rents = game.series(_rent_relative, firm)
    return min(rents[rents.index(max(rents)) :])


# How a shortage of cards was shared out.


def _book(race: "Race", firm: str) -> float:
    """Cards on order at all makers when they shared out, over what is needed of what they make in a quarter."""
    made = fsum(maker.state.made_h100e for maker in race.makers)
    ordered = fsum(
        cards * race.level.chips[chip].h100e for maker in race.makers for chip, cards in maker.state.ordered.items()
    )
    is_rationed = all(maker.state.rule != "auction" for maker in race.makers)
    opens_turn = (race.month - 1) % race.level.months_per_turn == 0
    return ordered / (NEED_OVER_SUPPLY * MONTHS * made) if made > 0 and is_rationed and opens_turn else -1.0


@measure("ratio", probes=[_book])
def book_over_need(game: Game, firm: str) -> float:
    """Orders over need at the start of the turns in which cards were rationed; need is half more than what is made."""
    return mean([value for value in game.series(_book, firm) if value >= 0.0])


def _curse(race: "Race", firm: str) -> float:
    """What the winners of this month's auctions had bid above a card's worth, in thousand USD; none: infinite."""
    over = [
        (bid - chips.worth_usd(race, chip, race.month)) / 1000.0
        for maker in race.makers
        if maker.state.rule == "auction" and (race.month - 1) % race.level.months_per_turn == 0
        for chip, bid in maker.state.won_usd.items()
    ]
    return mean(over) if over else float("inf")


@measure("thousand USD a card", probes=[_curse])
def winners_curse(game: Game, firm: str) -> float:
    """By how much the winning bids of auctions were above what a card turned out to be worth."""
    return mean([value for value in game.series(_curse, firm) if value != float("inf")])


# Models, their list and their safety.


def _flattery(race: "Race", firm: str) -> float:
    """Rating beyond the truth in a month of release, 0 in others."""
    model = race.world.firms[firm].model
    return model.arena_elo - model.true_elo if model is not None and model.released == race.month else 0.0


def _released(race: "Race", firm: str) -> float:
    """1 in a month of release."""
    model = race.world.firms[firm].model
    return float(model is not None and model.released == race.month)


def _seat_share(race: "Race", firm: str) -> float:
    """Share of all companies' seats."""
    return race.world.firms[firm].seat_share


def _is_unsafe(race: "Race", firm: str) -> float:
    """Part of the labs alive whose safety work is below half of the largest share that any mind of the lesson gives."""
    labs = [lab for lab in race.labs if lab.alive]
    return mean([float(lab.policies.safety < 0.5 * SAFE_SHARE) for lab in labs])


@measure("Elo", probes=[_flattery, _released])
def flattery(game: Game, firm: str) -> float:
    """Mean of what the public list says beyond the truth in the months in which the firm released."""
    released = fsum(game.series(_released, firm))
    return fsum(game.series(_flattery, firm)) / released if released else 0.0


@measure("Elo")
def true_elo_mean(game: Game, firm: str) -> float:
    """Mean true rating of the firm's model."""
    return mean(game.played("true_elo", firm))


@measure("share", probes=[_seat_share])
def seats_after_two_quarters(game: Game, firm: str) -> float:
    """The firm's share of companies' seats after five months, before companies know a model of the start."""
    return game.series(_seat_share, firm)[4]


@measure("share", probes=[_seat_share])
def seats_after_two_years(game: Game, firm: str) -> float:
    """The firm's share of companies' seats after two years."""
    return game.series(_seat_share, firm)[23]


@measure("people")
def staff_end(game: Game, firm: str) -> float:
    """The firm's staff at the end."""
    return float(game.column("staff", firm)[-1])


@measure("the goal's")
def goal_of_all(game: Game, firm: str) -> float:
    """What all seats together have reached of the level's own goal."""
    return fsum(goals.reached(game.race, seat) for seat in game.race.world.scores)


@measure("share", probes=[_is_unsafe])
def unsafe_months(game: Game, firm: str) -> float:
    """Share of labs and months with hardly any safety work."""
    return mean(game.series(_is_unsafe, firm))


@measure("share")
def struck_labs(game: Game, firm: str) -> float:
    """Share of the labs that had an incident."""
    struck = {item.firm for item in game.race.world.news if item.text.key == "news-incident"}
    return len(struck) / max(1, len(game.race.labs))
