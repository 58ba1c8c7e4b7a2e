"""What `explain` prints: a figure as a sentence and a table, or as JSON; or the list of figures."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from agents.view import Text
from assets.figures import of
from assets.text import Texts, asked_language
from game.explain import Difference, Explanation, Part, Span, unit_of
from game.lab.trouble import LabError
from game.session import Session, replay
from game.telling.wording import parameter

SPANS = ("month", "turn", "opening")


def explain(
    source: str,
    figure: str | None,
    *,
    firm: str,
    turn: int | None = None,
    seed: int = 1,
    rivals: str | None = None,
    sets: Sequence[str] = (),
    over: str = "opening",
    change: bool = False,
    as_list: bool = False,
    ahead: bool = False,
    as_json: bool = False,
) -> None:
    """Print what makes a figure of a save or of a level that its minds play. Raises LabError and others in one line."""
    if figure is None and not as_list and not ahead:
        raise LabError("explain: which figure? name its path, such as me.cash_usd, or use --list or --outlook")
    if over not in SPANS:
        raise LabError(f"--over {over}: expected one of {', '.join(SPANS)}")
    session = stand(source, turn, seed, rivals, sets)
    try:
        if as_list:
            _list(session, firm, as_json)
            return
        if ahead:
            _outlook(session, firm, as_json)
            return
        assert figure is not None
        span: Span = over  # type: ignore[assignment]
        told = session.change(firm, figure) if change else session.explain(firm, figure, span)
        if as_json:
            print(msgspec.json.format(msgspec.json.encode(_plain(told, session.turn)), indent=2).decode())
        else:
            _show(told, session)
    finally:
        session.dispose()


def stand(source: str, turn: int | None, seed: int, rivals: str | None, sets: Sequence[str]) -> Session:
    """The game of a save, or of a level from a seed, as it stands before a turn."""
    from game.lab import seats
    from game.saves import SUFFIX
    from levels import loader

    path = Path(source)
    if path.suffix == SUFFIX:
        if turn is None:
            return Session.load(path)
        session, report = replay(path, until=turn - 1)
        if report.turns < turn - 1:
            raise LabError(f"--turn {turn}: {path} has {report.turns} finished turns; choose 1 to {report.turns + 1}")
        return session
    resolved = loader.load(source, sets)
    session = Session.new(resolved, seed, seats.minds_of(resolved.level, rivals))
    if (turn or 1) > session.turns_in_all + 1:
        raise LabError(
            f"--turn {turn}: the game has {session.turns_in_all} turns; choose 1 to {session.turns_in_all + 1}"
        )
    while session.turn < (turn or 1) and not session.over:
        session.advance()
    return session


def say(texts: Texts, text: Text) -> str:
    """A text, or its key in words where there is none yet."""
    return texts.say(text.key, **text.args) if texts.has(text.key) else text.key.partition("-")[2].replace("-", " ")


def _list(session: Session, firm: str, as_json: bool) -> None:
    paths = session.figures(firm)
    if as_json:
        print(msgspec.json.encode(paths).decode())
    else:
        print("\n".join(paths))


def _outlook(session: Session, firm: str, as_json: bool) -> None:
    """What binds a lab now and later: a line for each month looked at, and its reasons."""
    from game.lab.console import console
    from levels.calendar import month_of

    texts, found = Texts(asked_language()), session.outlook(firm)
    if as_json:
        rows = []
        for each in found:
            row = msgspec.to_builtins(each)
            row["month"] = month_of(each.month, session.resolved.level.start)
            row["sentences"] = [say(texts, reason) for reason in each.reasons]
            rows.append(row)
        print(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    out = console()
    out.print(f"{session.resolved.level.firms[firm].name}: what limits it, if all goes on as begun", style="bold")
    for each in found:
        when = texts.figures.month(month_of(each.month, session.resolved.level.start))
        out.print(f"{when}: {texts.say('binding-' + each.binding)}", style="bold")
        for reason in each.reasons:
            out.print(f"  {say(texts, reason)}", soft_wrap=True)


def _plain(told: Explanation | Difference, turn: int) -> dict[str, Any]:
    texts = Texts(asked_language())
    plain: dict[str, Any] = msgspec.to_builtins(told)
    plain["turn"] = turn
    plain["sentence"] = say(texts, told.text)
    for part, row in zip(told.parts, plain["parts"], strict=True):
        row["name"] = say(texts, part.text)
    return plain


def _show(told: Explanation | Difference, session: Session) -> None:
    from game.lab.console import console, plain_table
    from levels.calendar import month_of

    texts, out = Texts(asked_language()), console()
    figures = texts.figures
    name = session.resolved.level.firms[told.firm].name
    when = month_of(session.race.month, session.resolved.level.start)
    called = parameter(texts, told.path.removeprefix("level."))
    out.print(f"{name}, end of {when}: {told.path}{f' ({called})' if called else ''}", style="bold", soft_wrap=True)
    out.print(say(texts, told.text), soft_wrap=True)
    is_change = isinstance(told, Difference)
    table = plain_table("", "changed by" if is_change else "part", "now" if is_change else "from", "open with")
    for part in told.parts:
        mark = " <" if part.binding else ""
        amount = figures.told(part.amount, told.unit, signed=True) if not isinstance(told.whole, str) else ""
        table.add_row(say(texts, part.text) + mark, amount, _value(part, told.unit), part.path or part.source)
    if not isinstance(told.whole, str):
        table.add_row("together", figures.told(told.total, told.unit, signed=is_change), "", "", style="bold")
    out.print(table)
    for part in told.parts:
        if part.source and part.path:
            out.print(f"{say(texts, part.text)}: {part.source}", style="dim", soft_wrap=True)


def _value(part: Part, unit: str) -> str:
    if part.value == "":
        return ""
    return of(asked_language()).told(part.value, part.unit or ("" if isinstance(part.value, str) else unit))


__all__ = ["explain", "say", "stand", "unit_of"]
