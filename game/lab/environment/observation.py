"""What a learner observes: one flat row of named figures, made from the firm's own view and from nothing else.

Every figure is squashed by the inverse hyperbolic sine: shares stay about what they are, and dollars, cards and FLOP
count by their order of magnitude. Months that are dates are told as months from now, -1 where there is none.
"""

from math import fsum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_type_hints

import numpy as np

from agents.view import OwnView, RivalView, View
from levels.words import BINDINGS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from levels.schema import Level

BOUND = 100.0
"""No figure is beyond: the inverse hyperbolic sine of 1e43."""
DATES = ("promised_due", "releasing", "run_ends", "request_due")
WORLD = (
    "turn", "months_per_turn", "stringency", "sentiment", "pool_usd", "build_cost_usd_per_slot", "rent_usd",
    "owner_cost_usd", "block_chance", "ppa_most_kw",
)  # fmt: skip
SITES = (
    "air_slots", "liquid_slots", "building_slots", "building_liquid", "grid_kw", "turbine_kw", "coming_kw", "soon_kw",
    "soon_slots", "soon_liquid", "online_h100e", "dark_cards", "homeless_cards", "need_kw", "planned_kw", "queue_kw",
    "interruptible_kw", "plant_kw", "unpermitted_kw", "opposition", "suit_usd",
)  # fmt: skip
"""Summed over the firm's sites."""
MARKET = (
    "sheets.clean_usd", "sheets.milestone_usd", "sheets.board_usd", "sheets.pre_money_usd", "sheets.close_chance",
    "power.available_kw", "power.headroom_kw", "power.wait_months", "power.tariff_usd_per_kwh", "power.turbine_kw",
    "chips.usd_per_h100e", "chips.supply_h100e", "chips.ordered_h100e", "chips.next_year_h100e",
    "leases.now_h100e", "leases.built_h100e", "leases.built_months", "leases.rent_usd",
    "projects.slots", "projects.cost_left_usd", "leases.mine_h100e", "leases.waiting_h100e",
    "resale.cards", "lots", "startups", "laws", "pact", "ties.revenue_share", "ties.trust",
)  # fmt: skip


def _figures_of(kind: type, *without: str) -> tuple[str, ...]:
    """The fields of a view that are numbers."""
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if hint in (int, float, bool) and name not in without)


OWN = _figures_of(OwnView, *DATES)
RIVAL = _figures_of(RivalView, "seat")


class Observer:
    """Makes the observations of one level; `names` are the same for every seat, rivals by their place in the level."""

    def __init__(self, level: "Level") -> None:
        self._labs = [key for key, firm in level.firms.items() if firm.lab is not None]
        self._others = max(0, len(self._labs) - 1)
        self.names: tuple[str, ...] = (
            "months_left",
            *WORLD,
            *(f"me.{name}" for name in OWN),
            *(f"me.{name}_in_months" for name in DATES),
            *(f"me.binding.{name}" for name in BINDINGS),
            "sites",
            *(f"sites.{name}" for name in SITES),
            *MARKET,
            *(f"rivals.{place}.{name}" for place in range(1, self._others + 1) for name in RIVAL),
        )
        self._own, self._dates = attrgetter(*OWN), attrgetter(*DATES)
        self._world, self._site, self._rival = attrgetter(*WORLD), attrgetter(*SITES), attrgetter(*RIVAL)

    @property
    def size(self) -> int:
        return len(self.names)

    def blank(self) -> "NDArray[np.float32]":
        """What a firm that is out of the race sees."""
        return np.zeros(self.size, dtype=np.float32)

    def row(self, view: View) -> "NDArray[np.float32]":
        """The observation of a view: `size` finite figures within plus and minus `BOUND`."""
        me, month = view.me, view.month
        row: list[Any] = [view.last_month - month + 1, *self._world(view), *self._own(me)]
        row += [date - month if date >= 0 else -1 for date in self._dates(me)]
        row += [me.binding == name for name in BINDINGS]
        row.append(len(view.sites))
        row += _sums([self._site(site) for site in view.sites.values()])
        row += _market(view)
        for key in [lab for lab in self._labs if lab != me.key][: self._others]:
            rival = view.rivals.get(key)
            row += self._rival(rival) if rival is not None else (0,) * len(RIVAL)
        figures = np.arcsinh(np.array(row, dtype=np.float64))
        return np.nan_to_num(figures, nan=0.0, posinf=BOUND, neginf=-BOUND).clip(-BOUND, BOUND).astype(np.float32)


def _sums(rows: list[tuple[Any, ...]]) -> list[Any]:
    return [fsum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(SITES)


def _market(view: View) -> list[Any]:
    """The offers of the turn, in the order of `MARKET`."""
    offers, chips = view.offers, view.chips
    by_terms = dict.fromkeys(("clean", "milestone", "board"), 0)
    for sheet in offers.sheets:
        by_terms[sheet.terms] = max(by_terms[sheet.terms], sheet.amount_usd)
    power, leases = offers.power.values(), offers.leases.values()
    on_sale = [
        (offer, chips[key].h100e)
        for key, offer in offers.chips.items()
        if not chips[key].buyers or view.me.key in chips[key].buyers
    ]
    mine = view.leases
    return [
        *by_terms.values(),
        max((sheet.pre_money_usd for sheet in offers.sheets), default=0),
        max((sheet.close_chance for sheet in offers.sheets), default=0.0),
        sum(each.available_kw for each in power),
        sum(each.headroom_kw for each in power),
        min((each.wait_months for each in power), default=0.0),
        min((each.tariff_usd_per_kwh for each in power), default=0.0),
        offers.turbine_kw,
        min((offer.price_usd / h100e for offer, h100e in on_sale), default=0.0),
        sum(offer.supply_cards * h100e for offer, h100e in on_sale),
        sum(offer.ordered_cards * h100e for offer, h100e in on_sale),
        sum(offer.next_year_cards * h100e for offer, h100e in on_sale),
        sum(each.now_h100e for each in leases),
        sum(each.built_h100e for each in leases),
        min((each.built_months for each in leases if each.built_h100e), default=0),
        min((each.rent_usd for each in leases), default=0.0),
        sum(each.slots for each in view.projects),
        sum(each.cost_left_usd for each in view.projects),
        sum(each.h100e for each in mine if each.starts <= view.month),
        sum(each.h100e for each in mine if each.starts > view.month),
        sum(each.cards for each in offers.resale.values()),
        len(offers.sites),
        len(view.startups),
        len(view.duties),
        view.pact is not None,
        fsum(tie.revenue_share for tie in view.ties),
        fsum(tie.trust for tie in view.ties),
    ]
