"""What the lab prints of games: one on one screen, or a batch. Text for people, by rich; no game is played here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

from game.lab import statistics
from game.lab.console import console, plain_table
from game.record import COLUMNS
from game.score import COMPONENTS
from levels.loader import Resolved

if TYPE_CHECKING:
    from game.lab.batch import Report
    from game.lab.claims import Verdict
    from game.lab.plan import Plan
    from game.lab.solo import Played
    from game.lab.tables import GameRow

SHOWN = (
    "cash_usd",
    "debt_usd",
    "valuation_usd",
    "revenue_usd",
    "h100e_online",
    "h100e_idle",
    "mw_online",
    "arena_elo",
    "consumers",
    "trust",
    "binding",
    "defaulted",
)
"""Columns of the last month that the summary of a game tells of each seat."""
MOST_ARMS = 12
"""Arms that are told one by one on the screen."""


def key_figures(played: "Played") -> dict[str, dict[str, Any]]:
    """The last month of every firm that is recorded, by column name."""
    names = [column.name for column in COLUMNS]
    last: dict[str, dict[str, Any]] = {}
    for row in played.records:
        told = dict(zip(names, row, strict=True))
        last[told["firm"]] = told
    return last


def summary(resolved: Resolved, played: "Played") -> dict[str, Any]:
    """One game as JSON tells it."""
    row, result, figures = played.row, played.result, key_figures(played)
    seats = {}
    for seat in row.scores:
        scores = result.scores[seat.firm]
        seats[seat.firm] = {
            "steered_by": seat.steered_by,
            "rank": seat.rank,
            "score": scores.total,
            "points": scores.points,
            "components": scores.raw,
            "ribbons": list(scores.ribbons),
            **{name: figures[seat.firm][name] for name in SHOWN if seat.firm in figures},
        }
    return {
        "level": row.level,
        "seed": row.seed,
        "settings": row.settings,
        "winner": row.winner,
        "winners": list(row.winners),
        "turns": row.turns,
        "months": row.months,
        "reason": row.reason,
        "digest": row.digest,
        "goal": _goal(resolved),
        "seats": seats,
        "trouble": row.trouble,
        "seconds": round(played.seconds, 3),
    }


def _goal(resolved: Resolved) -> dict[str, Any] | None:
    """What the scores are of a level that has a goal of its own; None for the score against par."""
    from game.goals import GOALS

    goal = resolved.level.goal
    if goal is None or goal.of not in GOALS:
        return None
    return {"of": goal.of, "unit": GOALS[goal.of].unit, "least": goal.least, "target": goal.target}


def show_game(resolved: Resolved, played: "Played", highlight: str | None = None) -> None:
    """One game on one screen: who won and why, the scores, and the last month's figures."""
    told = summary(resolved, played)
    out = console()
    names = {key: firm.name for key, firm in resolved.level.firms.items()}
    others = [names[each] for each in told["winners"] if each != told["winner"]]
    shared = f", shared with {', '.join(others)}" if others else ""
    turns = f"after {told['turns']} turns"
    out.print(
        f"{resolved.level.title}, seed {told['seed']}: {names[told['winner']]} wins {turns}{shared}", style="bold"
    )
    goal = told["goal"]
    out.print(_scores(told["seats"], names, highlight, () if goal else COMPONENTS))
    out.print(_figures(told["seats"], names, highlight))
    if goal:
        wanted = "" if goal["target"] is None else f", target {goal['target']:g}, a ribbon"
        out.print(
            f"* score: {goal['of']}, {goal['unit']}, {'least' if goal['least'] else 'most'} wins{wanted}", style="dim"
        )
    else:
        out.print("* a ribbon; components in points against the start's own par of 50", style="dim")
    out.print(f"digest {told['digest']}   ended by: {told['reason']}   {told['seconds']:.2f} s")


def _scores(seats: dict[str, Any], names: dict[str, str], highlight: str | None, components: Sequence[str]) -> Table:
    table = plain_table("", "mind", "score", *components)
    for firm, seat in seats.items():
        points = [f"{seat['points'][name]:.0f}{'*' if name in seat['ribbons'] else ' '}" for name in components]
        style = "bold" if firm == highlight else None
        score = f"{seat['score']:.1f}{'*' if 'goal' in seat['ribbons'] else ''}"
        table.add_row(names[firm], seat["steered_by"], score, *points, style=style)
    return table


def _figures(seats: dict[str, Any], names: dict[str, str], highlight: str | None) -> Table:
    table = plain_table(
        "", "cash", "value", "revenue/yr", "H100e on", "idle", "MW", "Arena", "users", "trust", "limited by"
    )
    for firm, seat in seats.items():
        if "cash_usd" not in seat:
            continue
        table.add_row(
            names[firm],
            money(seat["cash_usd"]),
            money(seat["valuation_usd"]),
            money(12 * seat["revenue_usd"]),
            short(seat["h100e_online"]),
            short(seat["h100e_idle"]),
            f"{seat['mw_online']:,.0f}",
            f"{seat['arena_elo']:.0f}",
            short(seat["consumers"]),
            f"{seat['trust']:.2f}",
            "failed" if seat["defaulted"] else seat["binding"],
            style="bold" if firm == highlight else None,
        )
    return table


def short(amount: float) -> str:
    """A count in a few characters: 1.2M."""
    for size, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(amount) >= size:
            return f"{amount / size:.3g}{letter}" if abs(amount) < 1000 * size else f"{amount / size:,.0f}{letter}"
    return f"{amount:.0f}"


def money(usd: float) -> str:
    """USD in a few characters: $6.5B."""
    return ("-$" if usd < 0 else "$") + short(abs(usd))


def show_batch(plan: "Plan", report: "Report", folder: str) -> None:
    """A batch in a few lines: wins and mean score by seat for every arm, and what failed."""
    from game.lab.journal import rows_in

    out = console()
    pace = f", {report.played / report.seconds:.1f} games/s" if report.played else ""
    out.print(f"{report.games} games in {folder} ({report.played} played now{pace})")
    tallies = [_Tally() for _ in plan.arms[:MOST_ARMS]]
    first: GameRow | None = None
    troubled: list[GameRow] = []
    many = 0
    for row in rows_in(report.folder):
        if row.trouble:
            many += 1
            troubled = troubled or [row]
        if row.error:
            first = first or row
        elif plan.arm_of(row.game) < len(tallies):
            tallies[plan.arm_of(row.game)].add(row)
    for arm, tally in enumerate(tallies):
        if tally.games:
            out.print(tally.table(plan.label(arm)))
    if len(plan.arms) > MOST_ARMS:
        out.print(f"and {len(plan.arms) - MOST_ARMS} more arms, in games.parquet")
    for look in report.looks:
        told = f"{look.value:.4g} ({look.low:.4g} to {look.high:.4g})"
        out.print(f"after {look.seeds} seeds the widest interval was {told}: {'enough' if look.enough else 'too wide'}")
    if first is not None:
        out.print(f"{report.failures} games failed; the first: game {first.game}, seed {first.seed}: {first.error}")
    if troubled:
        firm, told = next(iter(troubled[0].trouble.items()))
        where = f"game {troubled[0].game}, {firm}, {told}"
        out.print(f"{many} games in which a mind lost a turn by itself; the first: {where}", soft_wrap=True)


class _Tally:
    """Wins and sums of scores of one arm, without its rows. Rotations of one seed are one observation of a win."""

    def __init__(self) -> None:
        self.games = 0
        self.seeds: set[int] = set()
        self.won: dict[str, float] = {}
        """Of each firm its parts of wins."""
        self.scores: dict[str, list[float]] = {}
        """Of each firm the sum of its scores and their number."""

    def add(self, row: "GameRow") -> None:
        self.games += 1
        self.seeds.add(row.seed)
        winners = row.winners or (row.winner,)
        for firm in winners:
            self.won[firm] = self.won.get(firm, 0.0) + 1.0 / len(winners)
        for seat in row.scores:
            held = self.scores.setdefault(seat.firm, [0.0, 0.0])
            held[0] += seat.score
            held[1] += 1.0

    def table(self, label: str) -> Table:
        table = plain_table("", "wins", "95 %", "mean score")
        table.title, table.title_justify = label or None, "left"
        wins = {
            firm: statistics.share(self.won.get(firm, 0.0), self.games, lots=len(self.seeds)) for firm in self.scores
        }
        for firm in sorted(wins, key=lambda each: (-wins[each].value, each)):
            whole, number = self.scores[firm]
            won = wins[firm]
            table.add_row(firm, f"{won.value:.0%}", f"{won.low:.0%} to {won.high:.0%}", f"{whole / number:.1f}")
        return table


def show_claims(found: "list[Verdict]") -> None:
    """Each claim with what was measured, its interval, and whether it holds."""
    out = console()
    if not found:
        out.print("no level of these claims anything")
        return
    for level in dict.fromkeys(each.level for each in found):
        table = plain_table("claim", "asked", "measure", "measured", "95 %", "")
        own = [each for each in found if each.level == level]
        table.title, table.title_justify = f"{level}, {own[0].seeds} seeds", "left"
        for each in own:
            told = [_figure(value, each.kind) for value in (each.value, each.low, each.high)]
            mark = "holds" if each.holds else "FALLS SHORT"
            measure = each.measure if each.measure.startswith("field_") else f"{each.measure} ({each.firm})"
            table.add_row(each.claim, each.asked, measure, told[0], f"{told[1]} to {told[2]}", mark)
        out.print(table)
        for each in own:
            means = ", ".join(f"{arm} {value:.4g}" for arm, value in each.means.items())
            out.print(f"  {each.claim}: mean {each.measure} in {each.unit}: {means}", style="dim", soft_wrap=True)
            if each.because:
                out.print(f"  {each.claim}: changed because {each.because}", style="dim", soft_wrap=True)
    short = sum(not each.holds for each in found)
    out.print(f"{len(found)} claims, {len(found) - short} hold" + (f", {short} fall short" if short else ""))


def _figure(value: float, kind: str) -> str:
    return f"{value:.0%}" if kind == "share" else f"{value:.4g}"
