"""The plan as ghosts on the map: what would stand where, how much of it, and what each takes for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.desktop.mapmarks import Ghost

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from game.desktop.match import Match

AMOUNTS = {
    "build_hall": "slots",
    "retrofit_hall": "slots",
    "request_grid": "kw",
    "bring_turbines": "kw",
    "remove_turbines": "kw",
    "build_plant": "kw",
    "order_cards": "cards",
    "take_cards": "cards",
    "divert_cards": "cards",
    "cancel_cards": "",
    "offer_cards": "cards",
    "bid_site": "amount_usd",
    "sell_site": "amount_usd",
    "sign_power": "kw",
    "fund_community": "amount_usd",
    "settle_suit": "",
    "leave_queue": "",
    "build_giant": "",
    "pledge_giant": "amount_usd",
    "anchor_site": "h100e",
}
"""Orders that have a place on the map, and the value that says how much."""
LESS = ("remove_turbines", "offer_cards", "cancel_cards", "sell_site")


def ghosts_of(match: Match) -> list[Ghost]:
    """A ghost for each planned order that has a place."""
    troubles, found = match.troubles(), []
    for number, order in enumerate(match.orders):
        place = place_of(match, order)
        if order.kind not in AMOUNTS or place is None:
            continue
        site, longitude, latitude = place
        tip = "\n".join(
            (
                match.words.order(order),
                troubles.get(number) or assumption(match, order, match.quote_of(number)),
                match.words.say("ghost-drop"),
            )
        )
        found.append(
            Ghost(
                number,
                longitude,
                latitude,
                _amount(match, order),
                match.words.order_icon(order),
                site,
                tip,
                number in troubles,
            )
        )
    return found


def place_of(match: Match, order: AnyOrder) -> tuple[str, float, float] | None:
    """The site's key if it stands already, and where."""
    key = getattr(order, "site", "")
    for place in match.session.places():
        if key and place.key == key:
            return key, place.longitude, place.latitude
    region = key or getattr(order, "region", "")
    lot, giant = getattr(order, "lot", ""), getattr(order, "giant", "")
    if lot:
        region = next((offer.region for offer in match.view.offers.sites if offer.lot == lot), "")
    elif giant in match.view.giants:
        region = match.view.giants[giant].region
    facts = match.level.regions.get(region)
    return ("", facts.longitude, facts.latitude) if facts is not None else None


def _amount(match: Match, order: AnyOrder) -> str:
    """ "+44 MW", "107k places", "$534M"."""
    figures, say = match.words.figures, match.words.say
    name = AMOUNTS[order.kind]
    value = getattr(order, name, 0) if name else 0
    sign = "−" if order.kind in LESS else "+"
    if not name:
        return say(f"ghost-{order.kind}")
    if name == "kw":
        return f"{sign}{figures.power(value)}"
    if name == "amount_usd":
        return str(figures.money(value))
    if name == "slots":
        return say("ghost-slots", slots=value)
    if name == "h100e":
        return f"{sign}{figures.cards(value)}"
    return say("ghost-cards", sign=sign, cards=value, chip=match.words.chip(order.chip))  # type: ignore[union-attr]


def assumption(match: Match, order: AnyOrder, quote: Any) -> str:
    """By when it counts, and what that takes for granted."""
    if quote is None:
        return ""
    month = match.words.month(max(quote.ready_month, match.view.month))
    args = {"month": month, "fill": quote.fill}
    if order.kind in ("order_cards", "take_cards"):
        return match.words.say("ghost-if-cards", **args)
    if order.kind in ("request_grid", "leave_queue"):
        return match.words.say("ghost-if-grid", **args)
    if order.kind in ("build_hall", "retrofit_hall", "build_giant"):
        return match.words.say("ghost-if-hall", **args)
    if order.kind in ("bid_site", "pledge_giant", "anchor_site"):
        return match.words.say("ghost-if-won", **args)
    return match.words.say("ghost-if-usual", **args)
