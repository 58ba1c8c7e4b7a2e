"""Says where a picture differs from its golden: region, widgets, amount; and lays pictures of it aside."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame

from game.desktop import theme
from game.desktop.app import App
from game.desktop.screen import Screen
from game.desktop.widget import Widget
from tests.desktop.shots.prints import CELL, Print, Region, changed, regions

MOST_REGIONS, MOST_WIDGETS = 8, 6


def names_under(screen: Screen, rect: pygame.Rect) -> list[str]:
    """Ids of the innermost widgets that are drawn there, of the topmost layer that has any."""
    for layer in reversed(screen.layers):
        found = [widget for widget in layer.walk() if widget.id and _is_there(widget, rect)]
        outer = {id(one) for widget in found for one in _holders(widget)}
        inner = [widget.id for widget in found if id(widget) not in outer]
        if inner:
            return list(dict.fromkeys(inner))
    return [type(screen).__name__]


def _is_there(widget: Widget, rect: pygame.Rect) -> bool:
    return widget.is_visible() and bool(widget.stage_rect().colliderect(rect))


def _holders(widget: Widget) -> list[Widget]:
    found, node = [], widget.parent
    while node is not None:
        found.append(node)
        node = node.parent
    return found


def compare(app: App, got: Print, expected: Print, title: str, folder: Path) -> list[str]:
    """What differs, one line a region; empty if nothing does."""
    found = regions(changed(got, expected))
    if not found:
        return []
    assert app.top is not None
    scale = app.canvas.k
    lines = [f"{title}: {len(found)} region(s) changed"]
    for region in found[:MOST_REGIONS]:
        box, names = region.rect, names_under(app.top, region.rect)
        named = ", ".join(names[:MOST_WIDGETS]) + (
            f" and {len(names) - MOST_WIDGETS} more" * (len(names) > MOST_WIDGETS)
        )
        lines.append(
            f"  x {box.left}-{box.right}, y {box.top}-{box.bottom}: {named}; "
            f"{region.pixels(scale)} pixels in {region.cells} cells, by up to {region.most} of 255"
        )
    if len(found) > MOST_REGIONS:
        lines.append(f"  and {len(found) - MOST_REGIONS} smaller regions")
    _lay_aside(app, expected, found, folder)
    return [*lines, f"  got.png, expected.png and diff.png: {folder}"]


def _lay_aside(app: App, expected: Print, found: list[Region], folder: Path) -> None:
    """The picture as it is, the golden enlarged, and the picture with what changed in frames."""
    folder.mkdir(parents=True, exist_ok=True)
    got, scale = app.canvas.surface.copy(), app.canvas.k
    pygame.image.save(got, folder / "got.png")
    side = round(CELL * scale)
    large = pygame.surfarray.make_surface(np.repeat(np.repeat(expected, side, axis=0), side, axis=1))
    pygame.image.save(large, folder / "expected.png")
    for region in found:
        box = pygame.Rect(*(round(part * scale) for part in region.rect))
        pygame.draw.rect(got, theme.BAD, box.inflate(6, 6), 2)
    pygame.image.save(got, folder / "diff.png")
