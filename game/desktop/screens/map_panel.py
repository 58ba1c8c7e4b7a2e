"""The map: one's own campuses as they are, everybody else's as they can be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.choices import Tabs
from game.desktop.frames import Label, Panel
from game.desktop.mapmarks import Words
from game.desktop.screens.ghosts import ghosts_of
from game.desktop.theme import Colour
from game.desktop.usmap import Site, UsMap
from game.telling.limits import NOTABLE
from game.telling.wording import short

if TYPE_CHECKING:
    from agents.view import SiteView
    from game.desktop.match import Match


TINTS = ("none", "queue", "price")


class MapPanel(Panel):
    """`opened(site)` when one's own site is picked by Enter or a double click, `drop(place)` when a ghost is."""

    def __init__(
        self,
        match: Match,
        rect: tuple[int, int, int, int],
        opened: Callable[[str], None],
        drop: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__("places", rect, match.words.say("map-title"), icon="map-pin")
        self.match = match
        say = match.words.say
        legend = [(status, say(f"map-{status}")) for status in ("live", "building", "dark")]
        self.map = UsMap("map", (0, 0, 0, 0), legend=legend, on_open=opened)
        self.map.on_ghost, self.tint = drop, "none"
        self.summary = Label("map.summary", (0, 0, 0, 0), size=11.5, align="right")
        filters = [("all", say("map-filter-all")), ("mine", say("map-filter-mine"))]
        self.filter = Tabs("map.filter", (0, 0, 0, 0), filters, "all", lambda _: self.refresh())
        self.tinter = Button("map.tint", (0, 0, 0, 0), icon="layers", on_click=self.next_tint, kind="quiet")
        self.tinter.tip = say("map-tint") + "\n" + say("map-zoom-tip")
        self.add(self.map, self.summary, self.filter, self.tinter)
        self.lay()

    def lay(self) -> None:
        x, y, wide, high = self.rect
        self.map.rect = pygame.Rect(x + 8, y + 30, wide - 16, high - 36)
        self.filter.rect = pygame.Rect(x + wide - 116, y + 7, 108, 24)
        self.tinter.rect = pygame.Rect(x + wide - 146, y + 7, 26, 24)
        self.summary.rect = pygame.Rect(x + 130, y + 8, wide - 284, 22)

    def refresh(self) -> None:
        match = self.match
        own, seen = match.view.sites, match.seen_sites
        sites = []
        self.map.owners = self._owners()
        for place in match.session.places():
            mine = seen.get(place.key)
            if mine is None and self.filter.value == "mine":
                continue
            colour = theme.firm_colour(match.words.colour(place.firm))
            if mine is not None:
                sites.append(
                    Site(
                        place.key,
                        place.longitude,
                        place.latitude,
                        colour,
                        status_of(mine),
                        _size(mine),
                        match.words.name(place.name).split(" (")[0] if len(seen) <= 5 else "",
                        self._tip(mine),
                        about=f"site:{place.key}" if place.key in own else "",
                        progress=progress_of(match, place.key),
                        own=place.key in own,
                    )
                )
            else:
                tip = match.words.say("map-rival", site=place.name, firm=match.words.firm(place.firm))
                sites.append(Site(place.key, place.longitude, place.latitude, colour, "live", 0.12, "", tip))
        self.map.sites = sites
        self._lay_tint()
        self.show_plan()
        if self.map.selected not in {site.key for site in sites}:
            self.map.selected = ""
        self._summarise(list(own.values()))

    def show_plan(self) -> None:
        """The ghosts of what is planned."""
        self.map.ghosts = ghosts_of(self.match) if self.match.steering else []

    def show_site(self, key: str) -> None:
        """Mark a site, whatever the filter."""
        if key not in self.match.view.sites and self.filter.value == "mine":
            self.filter.choose("all")
        if any(site.key == key for site in self.map.sites):
            self.map.select(key)

    def next_tint(self) -> None:
        self.tint = TINTS[(TINTS.index(self.tint) + 1) % len(TINTS)]
        self.tinter.selected = self.tint != "none"
        self._lay_tint()

    def _lay_tint(self) -> None:
        """Colour states by what power costs there, in months or dollars, with the figure written on each."""
        match, say = self.match, self.match.words.say
        regions, offers = match.level.regions, match.view.offers.power
        if self.tint == "none" or not offers:
            self.map.lit = {regions[site.region].state: theme.LAND_LIT for site in match.view.sites.values()}
            self.map.words, self.title = [], say("map-title")
            return
        queue = self.tint == "queue"
        values = {key: offer.wait_months if queue else offer.tariff_usd_per_kwh for key, offer in offers.items()}
        low, high = min(values.values()), max(values.values())
        lit, words = {}, []
        for key, value in values.items():
            region, share = regions[key], (value - low) / (high - low) if high > low else 0.0
            lit[region.state] = theme.mix(theme.LAND_LIT, theme.mix(theme.LAND, theme.WARN, 0.5), share)
            text = say("map-tint-months", months=round(value)) if queue else f"${value:.3f}"
            words.append(Words(region.longitude, region.latitude + 1.1, text))
        self.map.lit, self.map.words = lit, words
        self.title = say(f"map-tint-{self.tint}")

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
        self.summary.about = "sum:sites.*.dark_cards" if dark else "sum:sites.*.homeless_cards" if homeless else ""
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
    if site.dark_cards > NOTABLE * max(1, cards):
        return "dark"
    if not cards:
        return "building"
    return "live"


def progress_of(match: Match, site: str) -> float:
    """Part of the building work at a site that is done, 0 where none is under way."""
    works = [project for project in match.view.projects if project.site == site]
    slots = sum(project.slots for project in works)
    if not slots:
        return 0.0
    done = sum(project.slots * (project.stage - 1 + 0.2) / project.stages for project in works)
    return max(0.05, min(0.97, done / slots))


def _size(site: SiteView) -> float:
    places = site.air_slots + site.liquid_slots + site.building_slots
    return min(1.0, 0.35 + places / 400_000)
