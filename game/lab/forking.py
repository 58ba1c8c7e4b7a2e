"""What `replay --fork TURN --change SPEC` prints: a saved game beside the same game with other orders at one turn."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from agents.orders import DESKS, AnyOrder
from assets.figures import of
from assets.text import Texts, asked_language
from game.forks import FIGURES, Change, Fork, ForkError, RefusedError, Sides
from game.lab.trouble import LabError
from game.session import Session
from levels.faults import near

if TYPE_CHECKING:
    from rich.table import Table

KINDS = tuple(str(kind.__struct_config__.tag) for kind in DESKS)
SPEC = re.compile(r"\s*(?P<firm>\S+)\s+(?P<act>\S+)\s+(?P<rest>.*\S)\s*", re.DOTALL)
SHAPES = "FIRM drop KIND, FIRM replace KIND ORDER or FIRM add ORDER"
MOST_FLOWS = 8
"""Causes of each unit that are told on the screen; `--json` tells all."""
TITLES = {
    "cash_usd": "cash", "valuation_usd": "value", "revenue_usd": "revenue/yr", "h100e_online": "H100e on",
    "h100e_idle": "idle", "mw_online": "MW", "arena_elo": "Arena", "binding": "limited by",
}  # fmt: skip


def fork(file: Path, turn: int, specs: Sequence[str], *, as_json: bool = False) -> int:
    """Play the fork and print how it compares; the exit code. Raises LabError and others in one line."""
    changes = [read_change(spec) for spec in specs]
    session = Session.load(file)
    try:
        found = session.fork(turn, changes)
    except RefusedError as error:
        spec = _spec_of(specs, changes, error)
        why = Texts(asked_language()).say(error.refusal.text.key, **error.refusal.text.args)
        raise LabError(f"--change {spec}: refused at turn {turn}: {why}") from error
    except ForkError as error:
        raise LabError(f"--fork {turn}: {error}") from error
    finally:
        session.dispose()
    if as_json:
        print(msgspec.json.format(msgspec.json.encode(plain(found)), indent=2).decode())
    else:
        _show(found, session, file)
    return 0


def read_change(spec: str) -> Change:
    """A change as it was typed. Raises LabError in one line."""
    parts = SPEC.fullmatch(spec)
    if parts is None:
        raise LabError(f"--change {spec}: expected {SHAPES}")
    firm, act, rest = parts["firm"], parts["act"], parts["rest"]
    if act == "add":
        return Change(firm, "add", order=_order(spec, rest))
    if act not in ("drop", "replace"):
        raise LabError(f"--change {spec}: {act} is none of drop, replace and add; expected {SHAPES}")
    named, _, order = rest.partition(" ")
    kind, _, number = named.partition(":")
    _check_kind(spec, kind)
    if number and not (number.isdecimal() and int(number)):
        raise LabError(f"--change {spec}: {named}: expected a number from 1 after the colon")
    if act == "replace":
        return Change(firm, "replace", kind, _order(spec, order), int(number or 0))
    if order:
        raise LabError(f"--change {spec}: nothing follows what is dropped; expected {SHAPES}")
    return Change(firm, "drop", kind, number=int(number or 0))


def _order(spec: str, text: str) -> AnyOrder:
    """An order as JSON has it: {"order": "bring_turbines", "site": "xai_memphis", "kw": 50000}."""
    try:
        raw = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise LabError(f'--change {spec}: no order in JSON ({error}); such as {{"order": "stop_run"}}') from error
    if not isinstance(raw, dict) or not isinstance(raw.get("order"), str):
        raise LabError(f'--change {spec}: an order is an object with its kind, such as {{"order": "stop_run"}}')
    _check_kind(spec, raw["order"])
    try:
        return msgspec.convert(raw, AnyOrder)  # type: ignore[no-any-return]
    except msgspec.ValidationError as error:
        raise LabError(f"--change {spec}: {raw['order']}: {error}") from error


def _check_kind(spec: str, kind: str) -> None:
    if kind not in KINDS:
        raise LabError(f"--change {spec}: {kind}: no such order{near(kind, list(KINDS))}; see agents/orders.py for all")


def _spec_of(specs: Sequence[str], changes: Sequence[Change], error: RefusedError) -> str:
    return next(
        spec
        for spec, change in zip(specs, changes, strict=True)
        if change.firm == error.firm and change.order is error.order
    )


def plain(found: Fork) -> dict[str, Any]:
    """A fork as JSON tells it: words beside keys."""
    texts = Texts(asked_language())
    told: dict[str, Any] = msgspec.to_builtins(found)
    for firm, flows in found.flows.items():
        for flow, row in zip(flows, told["flows"][firm], strict=True):
            row["name"] = texts.say(flow.text.key, **flow.text.args)
    for lost, row in zip(found.lost, told["lost"], strict=True):
        row["why"] = texts.say(lost.refusal.text.key, **lost.refusal.text.args)
    return told


def order_words(order: AnyOrder) -> str:
    """An order and its values: bring_turbines site=xai_memphis kw=90000."""
    values = msgspec.to_builtins(order)
    return " ".join([values.pop("order"), *(f"{name}={value}" for name, value in values.items())])


def _show(found: Fork, session: Session, file: Path) -> None:
    from game.lab.console import console

    figures = of(asked_language())
    out, level = console(), session.resolved.level
    names = {key: firm.name for key, firm in level.firms.items()}
    out.print(f"{file}, forked before turn {found.turn}, both played to {figures.month(found.month)}", style="bold")
    if found.differs_at:
        out.print(
            f"turn {found.differs_at} comes out otherwise than saved: the save is from other rules", soft_wrap=True
        )
    if not found.parts:
        out.print("the two games are the same")
        return
    spread = ", ".join(f"{names[firm]} {figures.month(month)}" for firm, month in list(found.spreads.items())[:6])
    more = f", {len(found.spreads) - 6} more" if len(found.spreads) > 6 else ""
    out.print(f"they part in {figures.month(found.parts)}; it shows at: {spread}{more}", soft_wrap=True)
    out.print(_scores(found.scores, names, found.flows))
    out.print(_figures(found.figures, names, {**found.scores, **found.flows}, found.flows))
    _show_flows(out, found, names)
    texts = Texts(asked_language())
    for lost in found.lost:
        why = texts.say(lost.refusal.text.key, **lost.refusal.text.args)
        text = f"refused in the fork, turn {lost.turn}, {names[lost.firm]}: {order_words(lost.order)} ({why})"
        out.print(text, soft_wrap=True)
    out.print(f"digest {found.digest}, of the fork {found.fork_digest}")


def _scores(scores: dict[str, Sides], names: dict[str, str], changed: Iterable[str]) -> "Table":
    from game.lab.console import plain_table

    table = plain_table("", "score", "in the fork", "by")
    for firm, sides in scores.items():
        style = "bold" if firm in changed else None
        table.add_row(names[firm], f"{sides.was:.1f}", f"{sides.fork:.1f}", _by("", sides), style=style)
    return table


def _figures(
    all_figures: dict[str, dict[str, Sides]], names: dict[str, str], shown: Iterable[str], changed: Iterable[str]
) -> "Table":
    """In two lines of each firm that differs: what its figures are in the fork, and by how much they differ."""
    from game.lab.console import plain_table

    write = of(asked_language())
    table = plain_table("", *(TITLES[name] for name in FIGURES))
    for firm, sides in all_figures.items():
        if firm not in shown or not any(each.since for each in sides.values()):
            continue
        style = "bold" if firm in changed else None
        table.add_row(names[firm], *(write.column(name, sides[name].fork) for name in FIGURES), style=style)
        table.add_row("  by", *(_by(name, sides[name]) for name in FIGURES), style="dim")
    return table


def _by(name: str, sides: Sides) -> str:
    figures = of(asked_language())
    if isinstance(sides.fork, str) or isinstance(sides.was, str):
        return "" if sides.fork == sides.was else f"was {sides.was}"
    by = sides.fork - sides.was
    if name == "revenue_usd":
        return figures.money(12 * by, signed=True)
    if name.endswith("_usd"):
        return figures.money(by, signed=True)
    if name.startswith("h100e"):
        return figures.cards(by, signed=True)
    return f"{by:+.1f}"


def _show_flows(out: Any, found: Fork, names: dict[str, str]) -> None:
    """The largest differences in the books of the firms whose orders were changed."""
    from game.lab.console import plain_table

    figures = of(asked_language())
    texts = Texts(asked_language())
    for firm, flows in found.flows.items():
        if not flows:
            continue
        table = plain_table("what", "was", "in the fork", "by")
        table.title, table.title_justify = f"{names[firm]}: in and out since the fork, by cause", "left"
        for unit in dict.fromkeys(flow.unit for flow in flows):
            for flow in [flow for flow in flows if flow.unit == unit][:MOST_FLOWS]:
                sides = (figures.told(flow.was, unit), figures.told(flow.fork, unit))
                by = figures.told(flow.fork - flow.was, unit, signed=True)
                table.add_row(texts.say(flow.text.key, **flow.text.args), *sides, by)
        out.print(table)
