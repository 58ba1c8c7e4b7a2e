"""The compute desk: what compute is used for, the next run, release or hold, products and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.desktop.screens.desks.offers import Cell, Compare, Group, Measure, Offer
from game.desktop.screens.desks.standing import standing
from game.desktop.screens.desks.use_bar import UseBar
from game.desktop.screens.desks.work import Page, PageSpec, Work, field_of, has_field, kept

if TYPE_CHECKING:
    from game.door.options import Option

USES = ("free_tier", "price_level", "safety", "synthetic")
LENGTHS = 6
"""Lengths of a run that are laid side by side."""
TESTS = (3, 10)
"""Numbers of private tests that are laid side by side."""


def use(work: Work) -> Page:
    """One bar of all compute, and the standing orders that divide it."""
    page = standing(work, USES, "wide-uses")
    page.blocks.insert(0, lambda rect, canvas: UseBar(rect, work, canvas))
    return page


def run(work: Work) -> Page:
    """Runs of several lengths for one share of the compute; or the run that is under way."""
    page, start, stop = Page(), work.option("start_run"), work.option("stop_run")
    if stop is not None:
        page.blocks.append(Group("run", work.say("wide-run-now"), [_under_way(work, stop)]))
    if start is not None:
        page.knobs.append(work.slider(start, "share"))
        values: dict[str, Any] = {"share": page.knobs[0].value}
        if has_field(start, "below"):
            page.knobs.append(work.picker(start, "below"))
            values["below"] = page.knobs[1].value
        offers = [_run(work, start, {**values, "months": months}) for months in _lengths(work, start)]
        measures = work.measures(
            ("takes", -1), ("flop", 1), ("counts", 1), ("rating", 1), ("band", 0), ("lead", 1), ("finish", -1),
            ("as-rent", -1), ("laws", 0),
        )  # fmt: skip
        me, cluster = work.me, _largest(work)
        note = work.say("wide-run-note", hall=cluster, h100e=me.largest_cluster_h100e, all=me.usable_h100e)
        page.blocks.append(Compare("runs", work.say("wide-runs"), measures, offers, note))
    release = work.option("release_model")
    if release is not None:
        page.blocks.append(_release(work, release))
    return page


def _largest(work: Work) -> str:
    """The own site with the most cards that run, for a run's largest cluster."""
    sites = [site for site in work.view.sites.values() if site.online_h100e]
    if not sites:
        return work.say("wide-leased")
    best = max(sites, key=lambda site: (site.online_h100e, site.key))
    leased = work.me.largest_cluster_h100e > best.online_h100e
    return work.say("wide-leased") if leased else str(work.match.words.named("site", best.key))


def _lengths(work: Work, option: Option) -> list[int]:
    """Lengths over the whole range, with the planned one."""
    bounds = field_of(option, "months")
    low, high = round(bounds.low), round(bounds.high)
    found = {low + round((high - low) * step / (LENGTHS - 1)) for step in range(LENGTHS)}
    planned = work.planned(option, "months", None)
    if planned is not None and planned not in found:
        found.discard(min(found, key=lambda months: (abs(months - planned), months)))
        found.add(planned)
    return sorted(found)


def _run(work: Work, option: Option, values: dict[str, Any]) -> Offer:
    months = int(values["months"])
    offer = work.offer(option, values, f"{months}", work.say("months", months=months), icon="calendar")
    answer, figures = offer.answer, work.figures
    assert answer is not None
    elo, spread = answer.number("quote-run-elo", "elo"), answer.number("quote-run-elo", "spread") or 0.0
    flop, takes = answer.number("quote-run-flop", "flop"), answer.number("quote-run-h100e", "h100e")
    best = max((rival.arena_elo for rival in work.view.rivals.values() if rival.alive), default=0.0)
    data = answer.number("quote-run-data", "share")
    laws = [] if answer.quote is None else [line for line in answer.quote.lines if line.text.key == "quote-run-law"]
    named = work.match.words.name
    rent = None if takes is None else takes * work.view.rent_usd * work.view.hours_per_month * months
    offer.cells = kept(
        (
            ("takes", work.cards(takes)),
            ("flop", None if flop is None else Cell(figures.flop(flop), flop)),
            ("counts", work.share(data if data is not None else 1.0 if answer.quote else None)),
            ("rating", None if elo is None else Cell(f"{elo:,.0f}", elo)),
            ("band", None if elo is None else Cell(f"{elo - spread:,.0f} – {elo + spread:,.0f}")),
            ("lead", None if elo is None else Cell(f"{elo - best:+,.0f}", elo, "good" if elo > best else "warn")),
            ("finish", work.ready(answer)),
            ("as-rent", work.money(rent)),
            ("laws", Cell(", ".join(named(str(each.text.args["law"])) for each in laws) or work.say("wide-none"))),
        )
    )
    return offer


def _under_way(work: Work, option: Option) -> Offer:
    me, offer = work.me, work.card(option)
    offer.title = work.say("wide-stop-run", model=me.run_name)
    offer.facts = [
        (work.say("column-takes"), work.figures.cards(me.run_h100e), "text"),
        (work.say("column-finish"), work.match.words.month(me.run_ends), "accent"),
        *offer.facts,
    ]
    return offer


def _release(work: Work, option: Option) -> Compare:
    """To release now, in other ways, or to hold."""
    me, most = work.me, round(field_of(option, "variants").high)
    ways = [(1, False), *((tests, False) for tests in TESTS if tests <= most), (1, True)]
    plain = _way_out(work, option, *ways[0])
    others = [] if plain.reason else [_way_out(work, option, tests, is_open) for tests, is_open in ways[1:]]
    offers = [_hold(work), plain, *others]
    title = work.say("wide-release", model=me.held_name) if me.held_name else work.say("wide-refresh")
    measures: list[Measure] = work.measures(
        ("rating", 1), ("gain", 1), ("list", 1), ("out", -1), ("now", 1), ("review", 0), ("price", 0), ("found", -1),
        ("risk-hold", 0),
    )  # fmt: skip
    return Compare("release", title, measures, offers)


def _hold(work: Work) -> Offer:
    me = work.me
    cells = {
        "rating": Cell(f"{me.true_elo:,.0f}", me.true_elo),
        "gain": Cell("0", 0.0),
        "risk-hold": Cell(
            work.say("wide-hold-risk" if me.held_name else "wide-hold-age", months=me.months_since_release)
        ),
    }
    return Offer("hold", work.say("wide-hold"), "pause", work.say("wide-hold-note"), cells=cells)


def _way_out(work: Work, option: Option, tests: int, is_open: bool) -> Offer:
    title = (
        work.say("wide-open") if is_open else work.say("wide-tests", tests=tests) if tests > 1 else work.say("wide-out")
    )
    values = {"variants": tests, "open_weights": is_open}
    offer = work.offer(option, values, f"{'open' if is_open else tests}", title)
    answer, me = offer.answer, work.me
    assert answer is not None
    elo, gain = answer.number("quote-release", "elo"), answer.number("quote-refresh", "elo")
    true = elo if elo is not None else me.true_elo + gain if gain is not None else None
    law, weeks = answer.arg("quote-review", "law"), answer.number("quote-review", "weeks")
    price = answer.number("quote-open", "share")
    listed = answer.number("quote-variants-elo", "elo")
    offer.cells = kept(
        (
            ("rating", None if true is None else Cell(f"{true:,.0f}", true)),
            ("gain", None if true is None else Cell(f"{true - me.true_elo:+,.0f}", true - me.true_elo)),
            ("list", None if answer.quote is None else Cell(f"{listed or 0:+,.0f}", listed or 0.0)),
            ("out", work.ready(answer)),
            ("now", work.cash_now(answer)),
            (
                "review",
                None if law is None else Cell(work.say("wide-review", law=law, weeks=round(weeks or 0)), tone="warn"),
            ),
            ("price", None if price is None else Cell(work.figures.percent(-price, signed=True), tone="warn")),
            ("found", work.share(answer.number("quote-variants-found", "chance"), 1)),
        )
    )
    return offer


def products(work: Work) -> Page:
    """Products beside each other for one share of the public, and texts to train on."""
    page, launch = Page(), work.option("launch_product")
    if launch is not None:
        shipped = [each.share for each in work.me.offerings.values() if each.launched >= 0]
        page.knobs.append(work.slider(launch, "share", usual=max(shipped, default=None)))
        offers = [_product(work, launch, key, page.knobs[0].value) for key, _ in field_of(launch, "product").choices]
        measures = work.measures(
            ("served", 1), ("needs", -1), ("whole-fleet", 0), ("earns", 1), ("rents", 0), ("margin", 1)
        )  # fmt: skip
        page.blocks.append(Compare("products", work.say("wide-products"), measures, offers))
    announced = work.options("announce_product")
    if announced:
        page.blocks.append(Group("announce", work.say("wide-announce"), [work.card(each) for each in announced]))
    return page


def _product(work: Work, option: Option, key: str, part: float) -> Offer:
    offer = work.offer(option, {"product": key, "share": part}, key, work.match.words.named("product", key))
    answer, mine = offer.answer, work.me.offerings.get(key)
    assert answer is not None
    if mine is not None and mine.launched >= 0:
        offer.note = work.say("wide-launched", share=work.figures.percent(mine.share))
    earns, rents = answer.number("quote-product-revenue", "money"), answer.number("quote-product-rent", "money")
    offer.cells = kept(
        (
            ("served", work.share(answer.number("quote-product-served", "share"))),
            ("needs", work.cards(answer.number("quote-product-need", "h100e"))),
            ("whole-fleet", work.cards(answer.number("quote-product-fleet", "h100e"))),
            ("earns", work.money(earns)),
            ("rents", work.money(rents)),
            ("margin", work.money(None if earns is None or rents is None else earns - rents)),
        )
    )
    return offer


def texts(work: Work) -> Page:
    """Publishers beside each other."""
    offers = []
    for option in work.options("license_data"):
        key = option.group
        offer = work.offer(option, work.usual(option), key, work.match.words.named("publisher", key))
        answer, text = offer.answer, work.view.publishers[key]
        assert answer is not None
        adds = text.tokens / max(1.0, work.me.tokens)
        asked = float(offer.values["usd_per_year"])
        offer.cells = kept(
            (
                ("asked", work.money(asked)),
                ("adds", work.share(adds, 1)),
                ("each-percent", work.money(asked / max(1e-9, 100.0 * adds))),
                ("now", work.cash_now(answer)),
                ("deal", Cell(work.say("wide-exclusive" if text.exclusive else "wide-posted"))),
            )
        )
        offers.append(offer)
    measures = work.measures(("asked", -1), ("adds", 1), ("each-percent", -1), ("now", 1), ("deal", 0))
    return Page(blocks=[Compare("texts", work.say("wide-texts"), measures, offers)])


PAGES = (
    PageSpec("use", tuple(f"set_policy.{policy}" for policy in USES), use),
    PageSpec("run", ("start_run", "stop_run", "release_model"), run),
    PageSpec("products", ("launch_product", "announce_product"), products),
    PageSpec("texts", ("license_data",), texts),
)
