"""What spectators see beside the board: the sentence of the turn, and on demand the map and the chart alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.screens.layout import EDGE, GAP, TOP, board_of
from game.desktop.screens.subtitle import Subtitle

if TYPE_CHECKING:
    from game.desktop.screens.race import RaceScreen

HIGH, HIGH_BARE, MAP_SHARE = 58, 118, 0.6


class Showing:
    """`bare` hides all panels but the map and the chart."""

    def __init__(self, race: RaceScreen) -> None:
        self.race, self.bare = race, False
        self.caption = Subtitle("watch.caption", (0, 0, 0, 0))
        race.add(self.caption)

    def refresh(self) -> None:
        """Another turn: its sentence."""
        watching = not self.race.match.steering
        self.caption.visible = watching
        if watching:
            self.caption.tell(self.race.match)
            self.stand()

    def toggle(self) -> None:
        if self.race.match.steering:
            return
        self.bare = not self.bare
        self.stand()
        self.race.toast(
            self.race.match.words.say("watch-bare-on" if self.bare else "watch-bare-off"), "text", "monitor"
        )

    def stand(self) -> None:
        """Take the places of the board, or with `bare` the whole window below the bar."""
        race = self.race
        if race.match.steering:
            return
        for panel in (race.watch, race.board, race.status, race.news):
            panel.visible = not self.bare
        self.caption.large = self.bare
        at, wide, low = board_of(*race.stage.size), race.stage.w, race.stage.h - EDGE
        if not self.bare:
            map_ = pygame.Rect(at.map)
            race.chart.place(at.chart)
            race.map.place((map_.x, map_.y, map_.w, map_.h - HIGH - GAP))
            self.caption.rect = pygame.Rect(map_.x, map_.bottom - HIGH, map_.w, HIGH)
            return
        left = round((wide - 2 * EDGE - GAP) * MAP_SHARE)
        high = low - TOP - HIGH_BARE - GAP
        race.map.place((EDGE, TOP, left, high))
        race.chart.place((EDGE + left + GAP, TOP, wide - 2 * EDGE - GAP - left, high))
        self.caption.rect = pygame.Rect(EDGE, low - HIGH_BARE, wide - 2 * EDGE, HIGH_BARE)
