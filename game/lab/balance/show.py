"""The answers of matrix, compare and restrict as people read them."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from rich.table import Table

from game.lab import statistics
from game.lab.balance import compare as comparing
from game.lab.balance import levers as leverage
from game.lab.balance import matrix as matrices
from game.lab.balance import sprt
from game.lab.console import console, plain_table
from game.lab.statistics import Estimate
from levels.loader import Resolved


def table(*titles: str, left: Sequence[str] = ()) -> Table:
    """A table without lines whose `left` columns are words."""
    made = plain_table(*titles)
    for column in made.columns:
        if column.header in left:
            column.justify = "left"
    return made


def share(estimate: Estimate) -> str:
    """ "12 % (9 to 16)" """
    return f"{100 * estimate.value:.0f} % ({100 * estimate.low:.0f} to {100 * estimate.high:.0f})"


def points(estimate: Estimate, digits: int = 1) -> str:
    """ "51.2 (49.8 to 52.6)", or of a single seed, which has no interval, "51.2 (one seed)"."""
    value, low, high = (f"{each:z.{digits}f}" for each in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})" if isfinite(estimate.low) else f"{value} (one seed)"


def matrix(resolved: Resolved, found: matrices.Matrix) -> None:
    """Minds by seats, on the screen."""
    out = console()
    names = {seat: resolved.level.firms[seat].name for seat in resolved.level.seats}
    seats = [line.name for line in found.starts]
    out.print(f"{resolved.name}: {found.games:,} games, {found.design}; in brackets 95 %")
    out.print("")
    out.print("mean score of a mind in a seat, and the part of wins in per cent; * the best answer", style="bold")
    grid = table("mind", *[names[seat] for seat in seats])
    cells = {(cell.seat, cell.mind): cell for cell in found.cells}
    for line in sorted(found.minds, key=lambda each: -each.score.value):
        row = []
        for seat in seats:
            cell = cells.get((seat, line.name))
            star = "*" if found.best.get(seat) == line.name else " "
            row.append(f"{cell.score.value:.1f} {100 * cell.wins.value:3.0f}%{star}" if cell else "")
        grid.add_row(line.name, *row)
    out.print(grid)
    out.print("")
    whole = table("mind", "wins", "mean score", "best in seats")
    for line in sorted(found.minds, key=lambda each: -each.wins.value):
        whole.add_row(line.name, share(line.wins), points(line.score), str(line.seats_best))
    out.print(whole)
    out.print("")
    starts = table("start", "wins", "mean score", "best answer", "next, behind by", left=("start", "best answer"))
    for line in found.starts:
        starts.add_row(names[line.name], share(line.wins), points(line.score), *_best(found, line.name))
    out.print(starts)
    out.print(f"held changes of the best rating a game: {found.held_changes:.2f}")
    for fault in found.faults:
        out.print(f"dominant: {fault}", style="bold", soft_wrap=True)
    for doubt in found.doubts:
        out.print(f"perhaps: {doubt}; by these intervals it may be chance", soft_wrap=True)
    if not (found.faults or found.doubts):
        out.print("no mind and no start is dominant")


def _best(found: matrices.Matrix, seat: str) -> tuple[str, str]:
    others = sorted(
        (cell for cell in found.cells if cell.seat == seat and cell.beside_best is not None),
        key=lambda cell: -cell.score.value,
    )
    if not others or others[0].beside_best is None:
        return found.best.get(seat, ""), ""
    apart = others[0].beside_best
    return found.best[seat], f"{others[0].mind} {-apart.value:z.1f} ({-apart.high:z.1f} to {-apart.low:z.1f})"


def compared_answer(
    question: comparing.Question, test: sprt.Test, asked: float, found: comparing.Compared
) -> dict[str, Any]:
    """A comparison as plain values."""
    effect = statistics.mean(found.differences)
    answer: dict[str, Any] = {
        "a": question.a.label,
        "b": question.b.label,
        "measure": question.measure,
        "unit": comparing.MEASURES.get(question.measure, "as the measure"),
        "firm": question.firm or ("every seat in turn" if question.by_mind else question.seat(0)),
        "pairs": len(found.differences),
        "equal_pairs": sum(each == 0.0 for each in found.differences),
        "effect": {
            "value": question.told(effect.value),
            "low": question.told(effect.low),
            "high": question.told(effect.high),
        },
        "p": statistics.sign_flips(found.differences),
        "decision": found.decision if found.looks else None,
        "test": {
            "effect": asked,
            "alpha": test.alpha,
            "beta": test.beta,
            "two_sided": test.two_sided,
            "lower": test.lower,
            "upper": test.upper,
            "most_pairs": test.most,
        },
        "looks": found.looks,
        "by_seat": {seat: statistics.mean(values) for seat, values in found.by_seat.items()},
    }
    if found.a and question.equal_luck:
        answer["variance_ratio"] = statistics.paired(found.b, found.a).variance_ratio
    return answer


def compared(question: comparing.Question, test: sprt.Test, answer: dict[str, Any], found: comparing.Compared) -> None:
    """A comparison on the screen."""
    out = console()
    unit, asked = answer["unit"], answer["test"]["effect"]
    digits = 4 if question.measure in ("share", "win") else 2
    effect = Estimate(**answer["effect"], of=answer["pairs"])
    out.print(f"B {question.b.label}")
    out.print(f"A {question.a.label}")
    out.print(f"{question.measure} of {answer['firm']}, in {unit}; {answer['pairs']} pairs")
    if found.looks:
        out.print("")
        rows = table("pairs", "B less A", "LLR B better", "LLR A better")
        shown = found.looks if len(found.looks) <= 8 else [*found.looks[:3], *found.looks[-4:]]
        for look in shown:
            down = f"{look.llr_down:+.2f}" if test.two_sided else "not asked"
            rows.add_row(str(look.pairs), f"{question.told(look.mean):+.{digits}f}", f"{look.llr_up:+.2f}", down)
        out.print(rows)
        out.print(f"bounds {test.lower:+.2f} and {test.upper:+.2f}: errors {test.alpha:g} and {test.beta:g}")
    out.print("")
    out.print(
        f"B less A: {effect.value:+.{digits}f} ({effect.low:+.{digits}f} to {effect.high:+.{digits}f}), "
        f"p {answer['p']:.3g}"
    )
    if answer["equal_pairs"]:
        out.print(f"{answer['equal_pairs']} of {answer['pairs']} pairs are equal to the last bit")
    if "variance_ratio" in answer:
        out.print(f"equal luck made the variance {answer['variance_ratio']:.1f} times smaller than unpaired games")
    if len(found.by_seat) > 1:
        rows = table("score of", "B less A", left=("score of",))
        for seat, estimate in answer["by_seat"].items():
            rows.add_row(seat, points(estimate, 2))
        out.print(rows)
    told = {
        "better": "B is better",
        "worse": "A is better",
        "nothing": f"no effect of {asked:g} {unit} or more" + ("" if test.two_sided else " to the better"),
        "undecided": f"undecided after {answer['pairs']} pairs; allow more with --max-pairs",
    }
    if found.looks:
        out.print(told[found.decision], style="bold")
        if found.decision in ("better", "worse"):
            out.print("the interval does not reckon with the early stop: a test that ends early overstates a little")


def levers(
    resolved: Resolved, worth: Sequence[leverage.Worth], use: Sequence[leverage.Use], count: int, *, every: bool
) -> None:
    """What levers are worth, on the screen."""
    out = console()
    names = {seat: resolved.level.firms[seat].name for seat in resolved.level.seats}
    out.print(f"{resolved.name}: {count} seeds a seat; points of score that a seat loses without it")
    rows = table("lever", "seat", "loss", "95 %", "p", "p, all", "wins lost", "differ", left=("lever", "seat"))
    for each in worth:
        if each.unlike:
            rows.add_row(
                each.lever,
                names[each.seat],
                f"{each.loss.value:.2f}",
                f"{each.loss.low:.2f} to {each.loss.high:.2f}",
                f"{each.p:.3f}",
                f"{each.p_all:.3f}" + ("*" if each.p_all < statistics.CERTAIN else ""),
                f"{100 * each.wins_lost:+.0f} %",
                f"{100 * each.unlike:.0f} %",
            )
    out.print(rows)
    least = leverage.least_p_all(worth, count)
    if least >= statistics.CERTAIN:
        out.print(
            f"{count} seeds cannot put any row beyond doubt: the smallest p with the whole table in mind is "
            f"{least:.2g}; ask for more --seeds, or fewer levers",
            soft_wrap=True,
        )
    unfelt: dict[str, list[str]] = {}
    for each in worth:
        if not each.unlike:
            unfelt.setdefault(each.lever, []).append(names[each.seat])
    for lever, seats in unfelt.items():
        out.print(f"{lever}: no difference to {', '.join(seats)}", soft_wrap=True)
    if not every:
        return
    out.print("")
    useless = [
        lever
        for lever in dict.fromkeys(each.lever for each in worth)
        if not any(e.unlike for e in worth if e.lever == lever)
    ]
    out.print("levers that nobody ever pulls: " + (", ".join(useless) or "none"), soft_wrap=True)
    out.print(
        "orders never given: " + (", ".join(each.order for each in use if not each.games) or "none"), soft_wrap=True
    )
    always = [each.order for each in use if each.games == 1.0]
    out.print("orders given in every game by every seat: " + (", ".join(always) or "none"), soft_wrap=True)
