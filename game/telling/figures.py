"""A firm at a glance, in words: what holds it back, its power, its place; and what counts for who is no firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.telling.seat import Seat

ROLE_ICONS = {
    "cash": "crosshair",
    "gpus": "megaphone",
    "power": "zap",
    "elo": "receipt",
    "revenue": "dollar-sign",
    "valuation": "plug",
}
"""In the places of a firm's six figures, for a seat that is no firm."""


def bound_line(seat: Seat, *, mine: bool) -> str:
    """What holds the firm back, in a sentence to its own people or to others; empty for who is no firm."""
    me, say = seat.view.me, seat.words.say
    if not me.alive:
        return say("bound-gone")
    if seat.view.role is not None:
        return ""
    sites = seat.view.sites.values()
    dark, homeless = sum(site.dark_cards for site in sites), sum(site.homeless_cards for site in sites)
    cards = sum(sum(site.cards.values()) for site in sites)
    key = f"bound-{me.binding}"
    if dark and homeless and me.binding in ("power", "hall"):
        key = "bound-dark-both"
    elif me.binding == "hall" and not homeless:
        key = "bound-hall-full"
    runway = runway_months(seat)
    return say(key, mine=int(mine), dark=dark, cards=cards, homeless=homeless, runway=runway)


def runway_months(seat: Seat) -> int:
    """As it is shown: of more than 99 nobody asks."""
    return min(99, round(seat.view.me.runway_months))


def power_line(seat: Seat) -> str:
    """Power in use of what there is; empty where there is none."""
    have = sum(site.grid_kw + site.turbine_kw for site in seat.view.sites.values())
    if not have:
        return ""
    used = used_kw(seat)
    return seat.words.say("bar-power-of", used=seat.words.figures.power(used).split()[0], have=have)


def used_kw(seat: Seat) -> float:
    return seat.history.own_latest("mw_online") * 1000 if seat.history.own else 0.0


def arena_place(seat: Seat) -> int:
    """Among the living firms by the rating that the arena shows; 0 where there is no other."""
    others = [rival.arena_elo for rival in seat.view.rivals.values() if rival.alive]
    return 1 + sum(elo > seat.view.me.arena_elo for elo in others) if others else 0


def role_figures(seat: Seat) -> dict[str, tuple[str, str]]:
    """What counts for a utility, residents or a regulator, by the place of a firm's figure: value and note."""
    role, figures = seat.view.role, seat.words.figures
    assert role is not None
    loudest = max((site.opposition for site in role.sites), default=0.0)
    return {
        "cash": (f"{role.aim:.0f}", ""),
        "gpus": (f"{loudest:.2f}", ""),
        "power": (figures.power(role.queue_kw), seat.words.say("bar-role-wind", share=role.speculative_share)),
        "elo": (f"{role.bills:.2f} ×", ""),
        "revenue": (f"{role.tariff:.2f} ×", ""),
        "valuation": (figures.money(role.stranded_usd), ""),
    }
