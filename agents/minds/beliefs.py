"""What a mind reckons with: from its firm's view alone, as far ahead and as truly as its attention reaches."""

from heapq import nlargest, nsmallest
from math import exp, log

from msgspec import Struct

from agents import chance
from agents.view import RivalView, View

H100E_PER_VALUATION = 4.0e-6
"""H100e that a dollar of valuation bears without doubt."""
DOUBTED_LEAST = 0.35
"""Part of a claim that even the most doubtful believes."""
POOR_TOLD = 2
"""Poor rivals that a mind thinks of."""
POOR_MONTHS = 9.0
"""Months of cost that a rival's purse must hold, by estimates, or its people and cards may be had."""


class Attention(Struct, frozen=True):
    """How well a mind thinks: all that difficulty changes. It never changes what a firm has or may see."""

    passes: int
    """How often in a turn it looks anew at what else to do, after an order that changes its purse."""
    considered: int
    """Proposals that it weighs in one look; the checklist's order says which."""
    horizon_months: int
    """How far ahead it reckons."""
    noise: float
    """Error of its forecasts, as a share of them (one standard deviation)."""


class Beliefs(Struct, frozen=True, gc=False):
    """What it believes at the start of a turn."""

    binding: str
    """The leg that binds now: cash, chips, hall, power, data, demand or none."""
    ahead: str
    """The leg that will bind when what has begun has arrived."""
    months_left: int
    horizon_months: int
    free_usd: float
    """Cash that nothing is promised for, at the start of the turn."""
    rival: str
    """Name of the rival that is ahead, or next, in compute; empty when there is none."""
    rival_h100e: int
    """Its compute, as far as it is believed."""
    doubted: str
    """Name of a rival whose claim is not believed in full; empty if all are."""
    threat_compute: float
    """0: nobody near; 1: a rival has twice one's compute."""
    best: str
    """Name of the best rated rival."""
    threat_rating: float
    """0: the best model is one's own by far; 1: a hundred Elo behind."""
    poor: tuple[str, ...]
    """Keys of the largest rivals whose money seems to run out, the largest first."""
    seed: int
    noise: float

    def forecast(self, what: str, value: float, month: int) -> float:
        """A forecast as this mind makes it: the true one, off by its noise, the same whenever it is asked."""
        if not self.noise:
            return value
        return value * exp(self.noise * chance.normal(self.seed, what, "forecast", month))


class Public(Struct, frozen=True, gc=False):
    """What everybody believes of the field, worked out once for all who look. Of orders that name one rival there are
    as many as it takes to leave out the one who looks."""

    rent_usd: float
    largest: tuple[RivalView, ...]
    """The two with the most compute, as far as it is believed."""
    best: tuple[RivalView, ...]
    """The two best rated."""
    doubted: tuple[RivalView, ...]
    """Those whose claims are not believed in full."""
    most_doubted_h100e: int
    """The largest of these claims."""
    poor: tuple[RivalView, ...]
    """The largest of those whose money seems to run out, one more than are told."""


def believed_h100e(rival: RivalView) -> int:
    """A rival's compute as it is believed: what is claimed beyond what its purse bears counts in part."""
    bears = H100E_PER_VALUATION * max(1, rival.valuation_usd)
    if rival.h100e <= bears:
        return rival.h100e
    return int(max(DOUBTED_LEAST * rival.h100e, bears))


def believe(view: View, attention: Attention) -> Beliefs:
    """What a mind of this attention believes."""
    me, public, key = view.me, _public(view), view.rivals.key
    largest = next((rival for rival in public.largest if rival.key != key), None)
    best = next((rival for rival in public.best if rival.key != key), None)
    theirs = believed_h100e(largest) if largest is not None else 0
    threat = log(max(1, theirs) / max(1, me.usable_h100e)) / log(2.0)
    behind = (best.arena_elo - me.arena_elo) / 100.0 if best is not None else 0.0
    poor = [rival.key for rival in public.poor if rival.key != key]
    left = view.last_month - view.month
    return Beliefs(
        binding=me.binding,
        ahead=binding_ahead(view),
        months_left=left,
        horizon_months=min(left, attention.horizon_months),
        free_usd=float(me.cash_usd - me.committed_usd),
        rival=largest.name if largest is not None else "",
        rival_h100e=theirs,
        doubted=_doubted(public, key, me.usable_h100e),
        threat_compute=_within(0.5 + 0.5 * threat),
        best=best.name if best is not None else "",
        threat_rating=_within(0.5 + 0.5 * behind),
        poor=tuple(poor[:POOR_TOLD]),
        seed=me.cash_usd % 1_000_003,
        noise=attention.noise,
    )


def binding_ahead(view: View) -> str:
    """The leg of the stool that will be shortest when what has begun has arrived, by one's own books."""
    me = view.me
    if me.runway_months < 6.0:
        return "cash"
    if not view.sites:
        return "chips"
    sites = view.sites.values()
    places = sum([site.air_slots + site.liquid_slots + site.building_slots for site in sites])
    places_kw = places * view.hall_kw_per_slot
    power_kw = sum([site.grid_kw + site.turbine_kw + site.coming_kw for site in sites])
    cards_kw = sum([site.planned_kw for site in sites])
    if me.data_flop and max(me.run_flop, me.largest_flop) > 0.8 * me.data_flop:
        return "data"
    return min((cards_kw, "chips"), (places_kw, "hall"), (power_kw, "power"))[1]


def _public(view: View) -> Public:
    kept = view.rivals.field.kept
    known = kept.get(__name__)
    if isinstance(known, Public) and known.rent_usd == view.rent_usd:
        return known
    rivals = [rival for rival in view.rivals.field.labs.values() if rival.alive and rival.arena_elo > 0.0]
    fleets = {rival.key: believed_h100e(rival) for rival in rivals}
    doubted = tuple([rival for rival in rivals if rival.h100e > 1.1 * fleets[rival.key]])
    poor = [rival for rival in rivals if _is_poor(view, rival)]
    found = Public(
        rent_usd=view.rent_usd,
        largest=tuple(nlargest(2, rivals, key=lambda rival: (fleets[rival.key], rival.key))),
        best=tuple(nlargest(2, rivals, key=lambda rival: (rival.arena_elo, rival.key))),
        doubted=doubted,
        most_doubted_h100e=max([rival.h100e for rival in doubted], default=0),
        poor=tuple(nsmallest(POOR_TOLD + 1, poor, key=lambda rival: (-rival.staff, rival.key))),
    )
    kept[__name__] = found
    return found


def _doubted(public: Public, key: str, usable_h100e: int) -> str:
    """The first rival whose claim of more compute than one's own is not believed in full."""
    if public.most_doubted_h100e <= usable_h100e:
        return ""
    claims = (rival for rival in public.doubted if rival.h100e > usable_h100e and rival.key != key)
    return next((rival.name for rival in claims), "")


def _is_poor(view: View, rival: RivalView) -> bool:
    monthly = rival.h100e * view.rent_usd * view.hours_per_month - rival.run_rate_usd / 12.0
    return monthly > 0.0 and rival.cash_usd < POOR_MONTHS * monthly


def _within(value: float) -> float:
    return min(1.0, max(0.0, value))
