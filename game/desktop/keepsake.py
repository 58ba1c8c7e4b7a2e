"""What is laid beside a save for people: a picture of the board, how the firm stood, and plans not yet handed in."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.desktop import storage

if TYPE_CHECKING:
    from agents.orders import Plan
    from game.desktop.app import App
    from game.desktop.match import Match

SIZE = (480, 270)
PLAN_SHARE = 0.27
"""The part of the window, from the left, where a plan is seen."""

_writing = threading.Lock()
_newest: dict[Path, object] = {}
"""What is to lie beside each save in the end."""


def take(app: App, *, hide_plan: bool) -> pygame.Surface:
    """What the window shows, small; without its left part where several players share the screen."""
    if app.top is not None and app.top.dirty:
        app.draw()
    shown = app.canvas.surface
    if hide_plan:
        left = round(shown.get_width() * PLAN_SHARE)
        shown = shown.subsurface((left, 0, shown.get_width() - left, shown.get_height()))
    wide, high = shown.get_size()
    scale = max(SIZE[0] / wide, SIZE[1] / high)
    small = pygame.transform.smoothscale(shown, (round(wide * scale), round(high * scale)))
    x, y = (small.get_width() - SIZE[0]) // 2, 0
    return small.subsurface((max(0, x), y, min(SIZE[0], small.get_width()), min(SIZE[1], small.get_height()))).copy()


def note(match: Match, before: storage.Note | None = None) -> storage.Note:
    """How the first player's firm stands now; the name and origin stay as they were."""
    result = match.session.result()
    firm = match.people[0] if match.people else match.firm
    state = match.session.race.world.firms[firm]
    ordered = list(result.scores)
    known = before or storage.Note()
    return msgspec.structs.replace(
        known,
        firm=firm,
        valuation_usd=max(0, state.valuation_usd),
        place=ordered.index(firm) + 1 if firm in ordered else 0,
        places=len(ordered),
        won=result.won(firm),
        players=match.players,
        guide_step=match.guide_step,
        ended=match.session.over,
    )


def keep(app: App, match: Match, picture: pygame.Surface | None, path: Path | None = None) -> None:
    """Lay both beside the journal (or another save) of a match; writing is done in the background.

    Of several that are on their way to one save the last counts, whichever thread comes first.
    """
    target = path or match.journal
    if target is None:
        return
    mine = _newest[target] = object()
    fresh = note(match, storage.note_of(target) or storage.note_of(match.journal or target))

    def write() -> None:
        with _writing:
            if _newest[target] is not mine:
                return
            storage.write_note(target, fresh)
            if picture is None:
                return
            try:
                pygame.image.save(picture, target.with_suffix(storage.PICTURE))
            except (pygame.error, OSError):
                return

    app.work(write, lambda _: None, lambda _: None)


def keep_plan(match: Match) -> None:
    """Lay the plan in the making beside the journal, so that a window that is closed loses no order."""
    from agents.orders import Plan

    if match.journal is None or not match.steering:
        return
    match.kept[match.firm] = Plan(match.firm, match.session.turn, tuple(match.orders))
    try:
        match.journal.with_suffix(storage.PLANS).write_bytes(msgspec.json.encode(list(match.kept.values())))
    except OSError:
        return


def plans_of(path: Path) -> dict[str, Plan]:
    """The plans that were kept beside a save, by firm; none where there is nothing to read."""
    from agents.orders import Plan

    try:
        kept = msgspec.json.decode(path.with_suffix(storage.PLANS).read_bytes(), type=list[Plan])
    except (OSError, msgspec.DecodeError):
        return {}
    return {plan.firm: plan for plan in kept}
