"""How much a lessor orders: anchored on what it has, adjusted to the rent it expects, its pipeline counted or not."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.minds.rooms import h100e_per_kw
from agents.orders import BuildHall, OrderCards
from agents.view import CycleView, View

SLOTS_STEP = 100
LEAST_SLOTS = 1_000


def pipeline_h100e(view: View) -> float:
    """Capacity under way: cards to come, and halls under construction that wait for cards."""
    chips = view.chips
    per_kw = h100e_per_kw(view)
    coming = empty_kw = 0.0
    for site in view.sites.values():
        for counts in (site.coming_cards, site.ordered_cards):
            if counts:
                coming += sum([cards * chips[chip].h100e for chip, cards in counts.items()])
        places = site.air_slots + site.liquid_slots + site.building_slots
        empty_kw += max(0.0, places * view.hall_kw_per_slot - site.planned_kw)
    return coming + empty_kw * per_kw


def order_h100e(cycle: CycleView, capacity: float, pipeline: float, weight: float) -> float:
    """Anchoring and adjustment (Sterman 1989): replacement, and a part of the gap to what the rent suggests."""
    replaced = cycle.replacement * capacity
    gap = capacity * cycle.gain * (cycle.rent_expected - 1.0)
    line = weight * (pipeline - cycle.normal_line * replaced)
    return max(0.0, replaced + (gap - line) / cycle.adjust_turns)


class _Lessor:
    """Base of two minds that differ in one number: the weight of what is under way."""

    name = ""
    weight = 0.0

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        view = draft.view
        key, cycle = draft.best_chip(), view.cycle
        site = next(iter(view.sites.values()), None)
        if key is None or site is None or cycle is None:
            return draft.advice
        chip = view.chips[key]
        first = draft.rooms(key)[0]
        room = min(first.places, first.powered)
        if room > 0:
            draft.add(OrderCards(key, room, site.key), why("cards", chip=chip.name, site=site.name))
        wanted = order_h100e(cycle, float(view.me.online_h100e), pipeline_h100e(view), self.weight)
        slots = wanted / chip.h100e * chip.facility_kw / view.hall_kw_per_slot
        slots = min(slots, max(0, draft.cash_usd) / view.build_cost_usd_per_slot)
        whole = int(slots) // SLOTS_STEP * SLOTS_STEP
        if whole >= LEAST_SLOTS:
            rent = round(cycle.rent_expected, 2)
            draft.add(BuildHall(site.key, whole, chip.liquid), why("cycle", rent=rent, slots=whole))
        return draft.advice


class IgnoresPipeline(_Lessor):
    """One-line rule: order by today's rent, and forget what was ordered yesterday."""

    name = "ignores_pipeline"
    weight = 0.0


class CountsPipeline(_Lessor):
    """One-line rule: order by today's rent, less all that is under way."""

    name = "counts_pipeline"
    weight = 1.0
