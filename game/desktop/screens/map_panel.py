"""The map: one's own campuses as they are, everybody else's as they can be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.frames import Label, Panel
from game.desktop.theme import Colour
from game.desktop.usmap import Site, UsMap
from game.desktop.wording import short

if TYPE_CHECKING:
    from agents.view import SiteView
    from game.desktop.match import Match


class MapPanel(Panel):
    """`opened(site)` when one's own site is picked by Enter or a double click."""

    def __init__(self, match: Match, rect: tuple[int, int, int, int], opened: Callable[[str], None]) -> None:
        super().__init__("places", rect, match.words.say("map-title"), icon="map-pin")
        self.match = match
        say = match.words.say
        legend = [(status, say(f"map-{status}")) for status in ("live", "building", "dark")]
        self.map = UsMap("map", (0, 0, 0, 0), legend=legend, on_open=opened)
        self.summary = Label("map.summary", (0, 0, 0, 0), size=11.5, align="right")
        self.add(self.map, self.summary)
        self.lay()

    def lay(self) -> None:
        x, y, wide, high = self.rect
        self.map.rect = pygame.Rect(x + 8, y + 30, wide - 16, high - 36)
        self.summary.rect = pygame.Rect(x + 150, y + 8, wide - 162, 22)

    def refresh(self) -> None:
        match = self.match
        own = match.view.sites
        regions = match.level.regions
        lit = {regions[site.region].state: theme.LAND_LIT for site in own.values()}
        sites = []
        self.map.owners = self._owners()
        for place in match.session.places():
            mine = own.get(place.key)
            colour = theme.firm_colour(match.words.colour(place.firm))
            if mine is not None:
                label = match.words.name(place.name).split(" (")[0] if len(own) <= 5 else ""
                sites.append(
                    Site(
                        place.key,
                        place.longitude,
                        place.latitude,
                        colour,
                        status_of(mine),
                        _size(mine),
                        label,
                        self._tip(mine),
                    )
                )
            else:
                tip = match.words.say("map-rival", site=place.name, firm=match.words.firm(place.firm))
                sites.append(Site(place.key, place.longitude, place.latitude, colour, "live", 0.12, "", tip))
        self.map.sites, self.map.lit = sites, lit
        if self.map.selected not in {site.key for site in sites}:
            self.map.selected = ""
        self._summarise(list(own.values()))

    def _owners(self) -> list[tuple[Colour, str]]:
        """The colours of firms that the chart does not name: clouds and others with a site, those with most first."""
        match, counts = self.match, dict[str, int]()
        labs = {firm.colour for firm in match.level.firms.values() if firm.lab is not None}
        for place in match.session.places():
            if match.level.firms[place.firm].colour not in labs:
                counts[place.firm] = counts.get(place.firm, 0) + 1
        firms = sorted(counts, key=lambda firm: (-counts[firm], firm))
        return [(theme.firm_colour(match.words.colour(firm)), short(match.words.firm(firm))) for firm in firms]

    def _summarise(self, own: list[SiteView]) -> None:
        say = self.match.words.say
        dark = sum(site.dark_cards for site in own)
        homeless = sum(site.homeless_cards for site in own)
        cards = sum(sum(site.cards.values()) for site in own)
        if self.match.view.role is not None:
            self.summary.text = ""
        elif dark and homeless:
            self.summary.text = say("map-dark-both", dark=dark, homeless=homeless, cards=cards)
            self.summary.colour = theme.WARN
        elif dark:
            self.summary.text = say("map-dark-cards", dark=dark, cards=cards)
            self.summary.colour = theme.WARN
        elif homeless:
            self.summary.text = say("map-homeless", homeless=homeless)
            self.summary.colour = theme.WARN
        else:
            mine = int(self.match.steering)
            self.summary.text = say("map-all-lit", sites=len(own), mine=mine) if own else say("map-none", mine=mine)
            self.summary.colour = theme.MUTED

    def _tip(self, site: SiteView) -> str:
        figures = self.match.words.figures
        say, words = self.match.words.say, self.match.words
        lines = [words.name(site.name)]
        if site.cards:
            lines.append(", ".join(f"{figures.cards(count)} {words.chip(chip)}" for chip, count in site.cards.items()))
        lines.append(say("map-slots", slots=site.air_slots + site.liquid_slots, liquid=site.liquid_slots))
        lines.append(say("map-power", grid=site.grid_kw, gas=site.turbine_kw, need=site.need_kw))
        if site.coming_kw:
            lines.append(say("map-coming-kw", kw=site.coming_kw))
        coming = sum(site.coming_cards.values())
        if coming or site.ordered_cards:
            lines.append(say("map-coming-cards", cards=coming, ordered=sum(site.ordered_cards.values())))
        if site.building_slots:
            lines.append(say("map-building-slots", slots=site.building_slots))
        if site.dark_cards:
            lines.append(say("map-dark-here", cards=site.dark_cards))
        if site.homeless_cards:
            lines.append(say("map-homeless-here", cards=site.homeless_cards))
        if site.unpermitted_kw:
            lines.append(say("map-unpermitted", kw=site.unpermitted_kw))
        return "\n".join(lines)


def status_of(site: SiteView) -> str:
    """live, building or dark, by what one would see there."""
    cards = sum(site.cards.values())
    if site.dark_cards > 0.05 * max(1, cards):
        return "dark"
    if not cards:
        return "building"
    return "live"


def _size(site: SiteView) -> float:
    places = site.air_slots + site.liquid_slots + site.building_slots
    return min(1.0, 0.35 + places / 400_000)
