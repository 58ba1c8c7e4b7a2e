"""Standing orders of a desk: a knob each, and what a change costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.desktop.screens.desks.offers import Cell, Compare, Knob, Offer
from game.desktop.screens.desks.work import Page, Work, field_of, kept

if TYPE_CHECKING:
    from game.door.options import Option


def standing(work: Work, policies: Sequence[str], title: str) -> Page:
    page, offers = Page(), []
    for option in (work.option("set_policy", policy) for policy in policies):
        if option is not None:
            knob = _policy_knob(work, option)
            page.knobs.append(knob)
            offers.append(_policy(work, option, knob))
    measures = work.measures(("as-now", 0), ("as-then", 0), ("policy-cost", 0), ("policy-does", 0))
    page.blocks.append(Compare(title, work.say(title), measures, offers, work.say("wide-standing-note"), as_rows=True))
    return page


def _policy_knob(work: Work, option: Option) -> Knob:
    bounds, words = field_of(option, "value"), work.match.words
    planned = [o.value for o in work.match.orders if o.kind == "set_policy" and o.policy == option.group]  # type: ignore[union-attr]
    value = float(work.value(option.group, planned[-1] if planned else bounds.default))
    show, name = words.shower(option, "value"), words.option(option)
    return Knob(
        option.group, name, "slider", value, bounds.low, bounds.high, bounds.step, show, mark=bounds.default
    )  # fmt: skip


def _policy(work: Work, option: Option, knob: Knob) -> Offer:
    values = {"policy": option.group, "value": knob.value}
    offer = work.offer(option, values, option.group, work.match.words.option(option))
    answer = offer.answer
    assert answer is not None
    before = field_of(option, "value").default
    if answer.neutral:
        offer.answer = offer.option = None
    pay, campaign = answer.number("quote-pay", "money"), answer.number("quote-campaign", "money")
    cost = pay if pay is not None else campaign
    offer.cells = kept(
        (
            ("as-now", Cell(knob.show(before))),
            ("as-then", Cell(knob.show(knob.value), tone="muted" if answer.neutral else "accent")),
            ("policy-cost", None if cost is None else Cell(work.say("wide-monthly", usd=work.figures.money(cost)))),
            ("policy-does", Cell(work.say(f"note-set_policy-{option.group}"), tone="muted")),
        )
    )
    return offer
