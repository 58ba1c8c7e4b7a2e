"""Own sites as strips: places, power and cards, each as it is now and with what comes; and which leg binds when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.screens.desks.comparison import Lattice
from game.desktop.screens.desks.work import Work
from game.desktop.theme import Colour
from game.desktop.widget import Box, Widget
from game.telling.limits import FIERCELY_OPPOSED, OPPOSED
from game.telling.wording import BINDING_ICONS, short

if TYPE_CHECKING:
    from agents.view import SiteView

HEAD, STRIP, BAR = 26, 112, 10
MOST = 3
"""Reasons that are told a quarter."""
Part = tuple[str, float, str, str]
"""Name by key, size, as written, tone."""


class SitePlans(Lattice):
    """Above, which leg binds now and later; below, a strip a site with buttons to its power and its halls."""

    def __init__(self, rect: Box, work: Work, canvas: Canvas) -> None:
        super().__init__("sites", rect)
        self.work, self.sites = work, list(work.view.sites.values())
        self.legs = work.book.outlook()
        self.reasons = [[work.match.words.text(reason) for reason in each.reasons] for each in self.legs]
        top = self.rect.y + (HEAD + self._legs_high(canvas) + 12 if self.legs else 0)
        self.tops = [top + STRIP * number for number in range(len(self.sites))]
        for site, y in zip(self.sites, self.tops, strict=True):
            x = self.rect.right - 118
            kinds = {option.kind for option in work.options()}
            row: list[Widget | None] = []
            for page, kind, icon, down in (
                ("routes", "request_grid", "zap", 26),
                ("halls", "build_hall", "hard-hat", 58),
            ):
                if kind in kinds or page == "halls":
                    words = work.say(f"wide-to-{page}")
                    go = Goer(work, page, site.key)
                    button = Button(f"sites.{site.key}.{page}", (x, y + down, 112, 28), words, go, icon=icon)
                    self.add(button)
                    row.append(button)
            self.lattice.append(row)
        self.rect.h = (self.tops[-1] + STRIP if self.tops else top) - self.rect.y

    def _legs_high(self, canvas: Canvas) -> int:
        wide = self.rect.w / max(1, len(self.legs)) - 20
        self.lines = [
            [line for each in reasons[:MOST] for line in canvas.wrap(each, wide, 11)] for reasons in self.reasons
        ]
        return 44 + 14 * max((len(lines) for lines in self.lines), default=0)

    def draw(self, canvas: Canvas) -> None:
        if self.legs:
            self._draw_legs(canvas)
        for site, y in zip(self.sites, self.tops, strict=True):
            self._draw_site(canvas, site, y)

    def _draw_legs(self, canvas: Canvas) -> None:
        say, x, y = self.work.say, self.rect.x, self.rect.y
        canvas.text(say("wide-binds"), (x + 2, y + 12), size=13.5, weight=theme.SEMIBOLD)
        wide = self.rect.w / len(self.legs)
        high = self._legs_high(canvas)
        for number, each in enumerate(self.legs):
            area = pygame.Rect(round(x + wide * number), y + HEAD, round(wide) - 8, high)
            canvas.panel(area, theme.mix(theme.PANEL, theme.RAISED, 0.6), theme.LINE, 6)
            tone = theme.GOOD if each.binding == "none" else theme.WARN
            canvas.icon(BINDING_ICONS[each.binding], (area.x + 16, area.y + 26), 16, tone)
            when = say("wide-now") if not number else self.work.match.words.month(each.month)
            canvas.text(when, (area.x + 30, area.y + 13), size=11, colour=theme.MUTED)
            name = say(f"binding-{each.binding}")
            canvas.text(name, (area.x + 30, area.y + 29), size=12.5, weight=theme.SEMIBOLD, colour=tone)
            for row, line in enumerate(self.lines[number]):
                canvas.text(line, (area.x + 8, area.y + 47 + 14 * row), size=11, colour=theme.SOFT)

    def _draw_site(self, canvas: Canvas, site: SiteView, y: int) -> None:
        work, x = self.work, self.rect.x
        canvas.line((x, y), (self.rect.right, y), theme.LINE)
        canvas.icon("map-pin", (x + 9, y + 14), 15, theme.ACCENT)
        used = canvas.text(short(work.match.words.name(site.name)), (x + 22, y + 14), size=13, weight=theme.SEMIBOLD)
        if site.opposition > OPPOSED:
            words = work.say("wide-opposition", share=work.figures.percent(site.opposition))
            tone = theme.WARN if site.opposition > FIERCELY_OPPOSED else theme.MUTED
            canvas.text(words, (x + 34 + used, y + 14), size=11, colour=tone)
        wide = (self.rect.w - 140) / 3
        for number, (key, parts) in enumerate(self._rows(site)):
            self._draw_parts(
                canvas,
                work.say(f"site-{key}"),
                parts,
                pygame.Rect(round(x + wide * number), y + 26, round(wide) - 18, 80),
            )

    def _rows(self, site: SiteView) -> list[tuple[str, list[Part]]]:
        figures = self.work.figures
        have = site.grid_kw + site.turbine_kw
        here = sum(site.cards.values())
        lit = max(0, here - site.dark_cards - site.homeless_cards)
        power = [
            ("used", min(have, site.need_kw), figures.power(min(have, site.need_kw)), "accent"),
            ("spare", max(0, have - site.need_kw), figures.power(max(0, have - site.need_kw)), "good"),
            ("coming", site.coming_kw, figures.power(site.coming_kw), "soft"),
            ("lacking", max(0, site.planned_kw - have - site.coming_kw),
             figures.power(max(0, site.planned_kw - have - site.coming_kw)), "warn"),
        ]  # fmt: skip
        cards = [
            ("lit", lit, figures.cards(lit), "accent"),
            ("dark", site.dark_cards, figures.cards(site.dark_cards), "warn"),
            ("homeless", site.homeless_cards, figures.cards(site.homeless_cards), "bad"),
            ("coming", sum(site.coming_cards.values()), figures.cards(sum(site.coming_cards.values())), "soft"),
            ("ordered", sum(site.ordered_cards.values()), figures.cards(sum(site.ordered_cards.values())), "muted"),
        ]
        places = [
            ("air", site.air_slots, figures.cards(site.air_slots), "accent"),
            ("liquid", site.liquid_slots, figures.cards(site.liquid_slots), "good"),
            ("building", site.building_slots, figures.cards(site.building_slots), "soft"),
        ]
        return [("places", _some(places)), ("power", _some(power)), ("cards", _some(cards))]

    def _draw_parts(self, canvas: Canvas, name: str, parts: Sequence[Part], area: pygame.Rect) -> None:
        """A bar cut into parts with a legend of two columns below."""
        canvas.text(name, (area.x, area.y + 8), size=11, weight=theme.MEDIUM, colour=theme.MUTED)
        total, x = sum(size for _, size, _, _ in parts) or 1.0, float(area.x)
        canvas.panel(pygame.Rect(area.x, area.y + 18, area.w, BAR), theme.TRACK, None, 3)
        half = area.w / 2
        for number, (key, size, written, tone) in enumerate(parts):
            wide = area.w * size / total
            colour: Colour = theme.TONES[tone]
            piece = pygame.FRect(x, area.y + 18, max(1.0, wide - 1), BAR)
            canvas.panel(piece, colour if number % 2 == 0 else theme.mix(colour, theme.PANEL, 0.15), None, 2)
            x += wide
            at = (area.x + half * (number % 2), area.y + 39 + 16 * (number // 2))
            canvas.panel(pygame.FRect(at[0], at[1] - 4, 8, 8), colour, None, 2)
            words = self.work.say(f"site-{key}", amount=written)
            canvas.text(words, (at[0] + 12, at[1]), size=11, colour=theme.SOFT)
        if not parts:
            canvas.text(self.work.say("wide-none"), (area.x, area.y + 39), size=11, colour=theme.MUTED)


def _some(parts: Sequence[tuple[str, float, str, str]]) -> list[Part]:
    return [part for part in parts if part[1] > 0]


class Goer:
    """Goes to a page of the desk with a site chosen there."""

    def __init__(self, work: Work, page: str, site: str) -> None:
        self.work, self.page, self.site = work, page, site

    def __call__(self) -> None:
        self.work.chosen[self.page, "site"] = self.site
        self.work.chosen.pop((self.page, "kw"), None)
        self.work.go(self.page)
