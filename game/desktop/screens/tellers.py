"""Figures that only the window shows: cash after the plan, offers and quotes, sites, points of the chart, sums."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.card import Note, Row, Sheet
from game.desktop.widget import Spot
from game.telling.history import latest_of
from game.telling.wording import short
from levels import almanac

if TYPE_CHECKING:
    from agents.desk import Quote
    from game.desktop.match import Match
    from game.desktop.screens.asking import Asking

OF_SITE = (
    "grid_kw",
    "turbine_kw",
    "need_kw",
    "coming_kw",
    "air_slots",
    "liquid_slots",
    "building_slots",
    "online_h100e",
    "dark_cards",
    "homeless_cards",
    "unpermitted_kw",
    "opposition",
)
ALWAYS = ("grid_kw", "turbine_kw", "need_kw", "online_h100e")
"""Figures of a site that are shown even if they are nothing."""


def plan_cash(asking: Asking, spot: Spot) -> Sheet:
    """Cash, what is promised already, and what each order of the plan sets aside."""
    match, say = asking.match, asking.match.words.say
    free = match.cash_after(())
    parts = [
        Row(say("card-cash-now"), exact=match.view.me.cash_usd, about="me.cash_usd"),
        Row(say("card-committed"), exact=free - match.view.me.cash_usd, about="me.committed_usd"),
    ]
    for place, order in enumerate(match.orders):
        after = match.cash_after(match.orders[: place + 1])
        parts.append(Row(match.words.order(order), exact=after - free))
        free = after
    rows = tuple(replace(row, amount=asking.told(row.exact, "USD")) for row in parts if row.exact)
    total = asking.told(free, "USD")
    sentence = say("card-plan-cash")
    return Sheet(
        spot.about,
        spot.name or say("plan-cash"),
        total,
        "banknote",
        sentence=sentence,
        rows=rows,
        whole=free,
        foot=(say("card-together"), total),
        unit="USD",
        entry="cash",
    )


def site(asking: Asking, spot: Spot) -> Sheet:
    """What stands at one of one's own sites; each line opens."""
    match, key = asking.match, spot.about.partition(":")[2]
    seen = match.view.sites[key]
    rows = [
        Row(match.words.chip(chip), asking.told(count, "cards"), count, about=f"sites.{key}.cards.{chip}")
        for chip, count in seen.cards.items()
    ]
    for field in OF_SITE:
        value, path = getattr(seen, field), f"sites.{key}.{field}"
        if value or field in ALWAYS:
            name = match.words.say(f"site-{field}")
            rows.append(Row(name, asking.told(value, asking.unit(path)), value, about=path))
    return Sheet(
        spot.about,
        short(match.words.name(seen.name)),
        "",
        "map-pin",
        sentence=match.words.say("card-site"),
        rows=tuple(rows),
        adds=False,
        entry="sites_and_halls",
    )


def over_sites(asking: Asking, spot: Spot) -> Sheet:
    """The same figure of all sites, summed: "sum:sites.*.dark_cards"."""
    match, path = asking.match, spot.about.partition(":")[2]
    field, unit = path.rpartition(".")[2], asking.unit(path)
    rows = []
    for key, seen in match.view.sites.items():
        value = getattr(seen, field)
        if value:
            rows.append(
                Row(short(match.words.name(seen.name)), asking.told(value, unit), value, about=path.replace("*", key))
            )
    rows.sort(key=lambda row: -row.exact)
    whole = sum(row.exact for row in rows)
    total = asking.told(whole, unit)
    say = match.words.say
    return Sheet(
        spot.about,
        say(f"site-{field}"),
        total,
        "cpu",
        sentence=say("card-over-sites"),
        rows=tuple(rows),
        whole=whole,
        foot=(say("card-together"), total),
        unit=unit,
        entry="sites_and_halls",
    )


def point(asking: Asking, spot: Spot) -> Sheet:
    """A point of the race chart: "chart:valuation:xai:7"; the last one is what the figure is made of now."""
    match, say = asking.match, asking.match.words.say
    _, measure, firm, number = spot.about.split(":")
    values, month = match.history.series[measure][firm], int(number)
    name = f"{short(match.words.firm(firm))}: {say(f'measure-{measure}')}"
    if month == len(values) - 1:
        return replace(asking.full(replace(spot, about=latest_of(match, measure, firm), name=name)), name=name)
    before = values[month - 1] if month else None
    now = values[month]
    change = ""
    unit = {"valuation": "USD", "revenue": "USD"}.get(measure, "")
    if now is not None and before is not None and now != before:
        month_before = match.words.month(month - 1)
        change = say("card-since", change=asking.told(now - before, unit, signed=True), month=month_before)
    words = "card-point-own" if firm == match.firm or measure in ("valuation", "elo", "users") else "card-point-rival"
    return Sheet(
        spot.about,
        name,
        spot.value,
        "chart-line",
        change,
        "soft",
        sentence=say(words, month=match.words.month(month)),
        notes=(Note("info", say("card-point-past")),),
    )


def of_seat(asking: Asking, spot: Spot) -> Sheet:
    """Another seat's figure, when the race is over and the books are open: "of:openai:score.total"."""
    _, firm, path = spot.about.split(":")
    return asking.explained(replace(spot, about=path), firm)


def _lines(match: Match, given: Quote) -> list[Row]:
    """What an order takes now, line by line, and what is not counted on before it closes: together its cash."""
    rows = [Row(match.words.line(line)[0], exact=-line.usd) for line in given.lines if line.usd]
    rest = -given.cash_usd - sum(row.exact for row in rows)
    return [*rows, Row(match.words.say("card-not-counted"), exact=rest)]


def quote(asking: Asking, spot: Spot) -> Sheet:
    """The open form: what its order takes now, line by line, or what is left after it."""
    from game.desktop.screens.race import RaceScreen

    assert isinstance(asking.screen, RaceScreen)
    form, match, say = asking.screen.desk.form, asking.match, asking.match.words.say
    assert form is not None
    assert form.quoted is not None
    rows, whole = _lines(match, form.quoted), -form.quoted.cash_usd
    if spot.about == "quote:after":
        before = match.cash_after(match.planned(form.place_in_plan))
        rows.insert(0, Row(say("card-before-order"), exact=before, about="plan:cash"))
        after = match.cash_after([*match.planned(form.place_in_plan), form.order()])
        rows.append(Row(say("card-later-orders"), exact=after - before - whole))
        whole = after
    kept = tuple(replace(row, amount=asking.told(row.exact, "USD")) for row in rows if row.exact)
    total = asking.told(whole, "USD")
    return Sheet(
        spot.about,
        spot.name,
        spot.value,
        "banknote",
        sentence=say("card-quote"),
        rows=kept,
        whole=whole,
        foot=(say("card-together"), total),
        unit="USD",
        entry=almanac.of_order(form.option.kind, form.option.group if form.option.kind == "set_policy" else ""),
    )


def offer(asking: Asking, spot: Spot) -> Sheet:
    """A way to decide on an open desk: what it takes now, line by line, and what else the door says of it."""
    from game.desktop.screens.desks.comparison import Lattice

    _, where, key = spot.about.split(":", 2)
    match, say = asking.match, asking.match.words.say
    found = next(each for each, _ in asking.screen.find(where, Lattice).offered if each.key == key)
    assert found.answer is not None
    assert found.answer.quote is not None
    given, order = found.answer.quote, found.answer.order
    kept = tuple(replace(row, amount=asking.told(row.exact, "USD")) for row in _lines(match, given) if row.exact)
    told = [match.words.line(line) for line in given.lines if not line.usd]
    notes = [Note("info", f"{name}: {value}" if value else name) for name, value, _ in told]
    notes.append(Note("calendar", f"{say('quote-ready')}: {match.words.month(given.ready_month)}"))
    total = asking.told(-given.cash_usd, "USD")
    return Sheet(
        spot.about,
        match.words.order(order),
        total,
        found.icon or "banknote",
        sentence=found.tip,
        rows=kept,
        whole=-given.cash_usd,
        foot=(say("card-together"), total) if kept else ("", ""),
        notes=tuple(notes),
        unit="USD",
        entry=almanac.of_order(order.kind, getattr(order, "policy", "")),
    )


TELLERS = {
    "offer": offer,
    "plan": plan_cash,
    "quote": quote,
    "site": site,
    "sum": over_sites,
    "chart": point,
    "of": of_seat,
}
