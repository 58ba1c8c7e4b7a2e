"""What firms order: every kind of order, how often it is given and how often the rules refuse it."""

import numpy as np

from agents.orders import names
from game.lab.report import axes
from game.lab.report.outcomes import named
from game.lab.report.page import Cell, Section, Table, heat, paragraph
from game.lab.report.reading import Batch, Orders

OFTEN_REFUSED = 0.2
"""Part of refusals from which a kind is named."""


def kinds() -> list[str]:
    """Every kind of order that there is, policies each by their own name."""
    return sorted(names())


def words(kind: str) -> str:
    """An order's kind for people."""
    return kind.replace("set_policy.", "policy: ").replace("set_policy ", "policy: ").replace("_", " ")


def orders(batch: Batch, found: Orders) -> Section:
    """Use of every order type, by firm."""
    if not found.kinds:
        return Section("orders", "Use of orders", [paragraph("No firm gave an order in any game.")])
    games = len(batch.games)
    done, refused, given_in = found.done, found.refused, found.games / games
    order = sorted(range(len(found.kinds)), key=lambda place: (-float(done[place].sum()), found.kinds[place]))
    lines = []
    rows: list[list[Cell]] = []
    for place in order:
        cells = []
        for firm, each in enumerate(batch.firms):
            part, mean = float(given_in[place, firm]), float(done[place, firm]) / games
            title = f"{each.name}: in {axes.percent(part)} of games, {mean:.2f} a game"
            cells.append((part, f"{mean:.1f}" if part > 0 else "·", title))
            no = float(refused[place, firm]) / games
            rows.append([found.kinds[place], each.key, part, mean, no])
        tried = float(done[place].sum() + refused[place].sum())
        off = float(refused[place].sum()) / tried if tried else 0.0
        cells.append((-off, axes.percent(off) if off else "", f"{refused[place].sum():.0f} of {tried:.0f} refused"))
        lines.append((words(found.kinds[place]), cells))
    never = [each for each in kinds() if each not in found.kinds]
    rows += [[kind, "", 0.0, 0.0, 0.0] for kind in never]
    caption = (
        "Orders carried out by each firm in a game, on average. The shade is the part of games in which the firm gives "
        "the order at all. Last column: the part that the rules refuse when its turn comes."
    )
    names = [*[firm.name for firm in batch.firms], "refused"]
    table = Table(("order", "firm", "part of games", "done a game", "refused a game"), rows)
    body = [heat(caption, names, lines, table, name="use of orders", corner="order")]
    told = f"Of {len(kinds())} kinds of order, {len(found.kinds)} are given"
    if never:
        text = f"Never given in these games: {named([words(each) for each in never])}."
        body.append(paragraph(text + " Some of them belong to seats that are no firms, or to other levels."))
        told += f" and {len(never)} never"
    off = np.where(done + refused > 0, refused, 0.0).sum(axis=1) / np.maximum(1.0, (done + refused).sum(axis=1))
    worst = [place for place in order if off[place] >= OFTEN_REFUSED and (done + refused)[place].sum() >= games]
    if worst:
        worst = sorted(worst, key=lambda place: -off[place])[:3]
        parts = [f"{words(found.kinds[place])} ({axes.percent(float(off[place]))})" for place in worst]
        told += f"; refused most: {named(parts)}"
    return Section("orders", "Use of orders", body, [told + "."])
