"""Minds: how a firm that no person steers decides. All use the same desk as a person.

A new mind is a class with `name` and `advise`, a line in `MINDS` here, and its name in `levels.words.MINDS`.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from agents.desk import Mind
from agents.minds.allotment import BidsNaively, GamesTheBook, OrdersNeed
from agents.minds.analyst import analyst, operator
from agents.minds.bottleneck import BottleneckMind, BringsPower, BuildsHalls, BuysCards
from agents.minds.cloud import CloudMind
from agents.minds.frenemies import Bargains, DeclaresAgi
from agents.minds.intern import InternMind
from agents.minds.lessor import CountsPipeline, IgnoresPipeline
from agents.minds.own import OwnMind, is_own
from agents.minds.passive import PassiveMind
from agents.minds.playbook import PlaybookMind
from agents.minds.race import RacesSafe, RacesUnsafe, SignsUnverified, SignsVerified, WeighsBlind, WeighsOdds
from agents.minds.roles import AsksFirst, Council, Neighbours, PaysFirst, RunsFirst, TariffSetter
from agents.minds.routes import MixesRoutes, TurbinesOnly, WaitsForGrid
from agents.minds.runway import asks_lenders, pays_with_both, pays_with_loans, pays_with_shares
from agents.minds.scoreboard import TestsOne, TestsTen
from levels.words import personality_of, strength_of

if TYPE_CHECKING:
    from levels.schema import Firm, Style

MINDS: dict[str, Callable[[], Mind]] = {
    "asks_first": AsksFirst,
    "asks_lenders": asks_lenders,
    "bargains": Bargains,
    "bids_naively": BidsNaively,
    "brings_power": BringsPower,
    "builds_halls": BuildsHalls,
    "buys_cards": BuysCards,
    "cloud": CloudMind,
    "council": Council,
    "counts_pipeline": CountsPipeline,
    "declares_agi": DeclaresAgi,
    "games_the_book": GamesTheBook,
    "ignores_pipeline": IgnoresPipeline,
    "mixes_routes": MixesRoutes,
    "neighbours": Neighbours,
    "orders_need": OrdersNeed,
    "passive": PassiveMind,
    "pays_first": PaysFirst,
    "pays_with_both": pays_with_both,
    "pays_with_loans": pays_with_loans,
    "pays_with_shares": pays_with_shares,
    "races_safe": RacesSafe,
    "races_unsafe": RacesUnsafe,
    "reads_bottleneck": BottleneckMind,
    "runs_first": RunsFirst,
    "signs_unverified": SignsUnverified,
    "signs_verified": SignsVerified,
    "tariff_setter": TariffSetter,
    "tests_one": TestsOne,
    "tests_ten": TestsTen,
    "turbines_only": TurbinesOnly,
    "waits_for_grid": WaitsForGrid,
    "weighs_blind": WeighsBlind,
    "weighs_odds": WeighsOdds,
}
"""Minds that need no style of the level, by the names that levels and the command line use."""


STRENGTHS: "dict[str, Callable[[str, Style], Mind]]" = {
    "intern": InternMind,
    "analyst": analyst,
    "operator": operator,
}
"""How well a lab's mind thinks, weakest first. Each plays in any style: `analyst/merchant`."""


def make_mind(name: str, styles: "Mapping[str, Style]", own: str = "") -> Mind:
    """The mind of this name: one of `MINDS`, a class from outside (MODULE:CLASS), one of `STRENGTHS` in a style
    (`analyst/merchant`), or the playbook in a style.

    A strength alone plays in the style `own`. Raises KeyError if there is none. A class from outside is loaded when
    it is first asked.
    """
    if is_own(name):
        return OwnMind(name)
    strength = strength_of(name)
    if strength:
        style = personality_of(name) or own or next(iter(styles), "")
        return STRENGTHS[strength](f"{strength}/{style}", styles[style])
    made = MINDS.get(name)
    return made() if made is not None else PlaybookMind(name, styles[name])


def own_style(firm: "Firm", styles: "Mapping[str, Style]") -> str:
    """The style in which a firm plays when only a strength is asked for; empty if the level leaves it open."""
    named = personality_of(firm.mind)
    return firm.personality or (named if named in styles else "")
