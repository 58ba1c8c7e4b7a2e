"""Where a line leads: the site on the map, the firm's card, the order's form, or the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import to_builtins

from game.telling.wording import short

if TYPE_CHECKING:
    from agents.orders import AnyOrder
    from agents.view import News
    from game.desktop.match import Match
    from game.desktop.screens.race import RaceScreen
    from game.telling.matters import Matter

Link = tuple[str, str]
"""("site", its key), ("firm", its key), ("desk", its name), ("figure", its address) or ("", "")."""


def link_of_news(match: Match, item: News) -> Link:
    """The place that news is about if it names one, else the firm."""
    names = {str(value) for value in item.text.args.values() if isinstance(value, str)}
    for place in match.session.places():
        if names & {place.key, place.name, short(place.name)}:
            return "site", place.key
    if item.firm and item.firm != match.firm and item.firm in match.view.rivals:
        return "firm", item.firm
    named = {str(item.text.args.get(key, "")) for key in ("operator", "buyer", "rival", "partner")}
    rival = next((key for key, seen in match.view.rivals.items() if named & {key, seen.name}), "")
    if rival:
        return "firm", rival
    return ("figure", "me.valuation_usd") if item.firm == match.firm else ("", "")


def link_of_order(match: Match, order: AnyOrder) -> Link:
    from agents.orders import desk
    from game.desktop.screens.ghosts import place_of

    place = place_of(match, order)
    if place is not None and place[0]:
        return "site", place[0]
    rival = getattr(order, "rival", "") or getattr(order, "operator", "")
    if rival in match.view.rivals:
        return "firm", rival
    return "desk", desk(order)


def follow(race: RaceScreen, link: Link) -> None:
    """Go where a line leads."""
    what, key = link
    if what == "site":
        race.map.show_site(key)
    elif what == "firm":
        race.show_firm(key)
    elif what == "figure":
        race.open_figure(key)
    elif what == "desk" and race.match.steering:
        race.desk.open_desk(key)


def look_at(race: RaceScreen, matter: Matter) -> None:
    """Open the order at fault, the form of what would answer a matter, or its desk; its site is marked on the map."""
    if matter.site:
        race.map.show_site(matter.site)
    if matter.place >= 0:
        race.edit(matter.place)
        return
    match = race.match
    for option in match.session.options(match.firm, match.orders):
        if option.kind == matter.option and option.group in ("", matter.group):
            wishes = None
            if matter.order is not None:
                wishes = {name: value for name, value in to_builtins(matter.order).items() if name != "order"}
            place = match.place_of(option)
            race.desk.open_form(option, place, wishes if place is None else None)
            return
    if matter.desk:
        race.desk.open_desk(matter.desk)
    elif matter.key == "initiative":
        race.desk.open_desk(race.desk.tabs.value)
