"""A game as text, or as a small picture made of bars; neither needs the desktop."""

from typing import TYPE_CHECKING

import numpy as np

from game.lab.screen import money, short
from levels.calendar import month_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.race import Race

WIDE, HIGH = 480, 320
EDGE, GAP = 12, 4
PAPER, RULE = (18, 22, 30), (60, 68, 84)
COLOURS = ((86, 156, 240), (240, 150, 70), (110, 200, 120), (220, 100, 120), (180, 140, 230), (230, 210, 90))


def text(race: "Race") -> str:
    """The seats, the best first: score, value, compute that runs, rating, cash."""
    lines = [f"{race.level.title}, {month_of(race.month, race.level.start)}"]
    for seat, scores in race.result().scores.items():
        firm = race.world.firms[seat]
        rating = f"{firm.model.arena_elo:.0f}" if firm.model is not None else "-"
        told = "failed" if not firm.alive else ""
        lines.append(
            f"{race.level.firms[seat].name:<12.12} score {scores.total:7.2f}  value {money(firm.valuation_usd):>7}  "
            f"H100e {short(firm.compute.usable):>6}  Arena {rating:>5}  "
            f"cash {money(race.world.books.held('usd', seat)):>7}  {told}".rstrip()
        )
    return "\n".join(lines)


def bars(race: "Race") -> "NDArray[np.uint8]":
    """Blocks of bars, a bar a seat in the level's order: score, value, compute that runs. RGB of HIGH x WIDE x 3."""
    picture = np.full((HIGH, WIDE, 3), PAPER, dtype=np.uint8)
    seats = list(race.world.scores)
    scores, firms = race.result().scores, race.world.firms
    blocks = (
        [max(0.0, scores[seat].total) for seat in seats],
        [float(firms[seat].valuation_usd) for seat in seats],
        [float(firms[seat].compute.usable) for seat in seats],
    )
    block_high = (HIGH - 2 * EDGE) // len(blocks)
    bar_high = max(1, (block_high - 3 * GAP) // max(1, len(seats)) - GAP // 2)
    for number, figures in enumerate(blocks):
        top, most = EDGE + number * block_high, max([*figures, 1e-9])
        picture[top : top + 1, EDGE : WIDE - EDGE] = RULE
        for place, figure in enumerate(figures):
            row = top + GAP + place * (bar_high + GAP // 2)
            wide = int((WIDE - 2 * EDGE) * figure / most)
            picture[row : row + bar_high, EDGE : EDGE + wide] = COLOURS[place % len(COLOURS)]
    return picture
