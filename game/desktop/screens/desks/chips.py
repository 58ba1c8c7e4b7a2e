"""The chips desk: cards from every maker and second hand, leases beside owning, own chips and suppliers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.desktop.screens.desks.offers import Cell, Compare, Group, Offer
from game.desktop.screens.desks.work import Page, PageSpec, Work, field_of, has_field, kept
from game.desktop.screens.form_facts import room_at

if TYPE_CHECKING:
    from game.door.options import Option

BUYS = ("order_cards", "take_cards", "divert_cards")
HELD = ("offer_cards", "cancel_cards", "port_lease")


def buy(work: Work) -> Page:
    """Every way to cards for one site, for one number of them."""
    page, options = Page(), work.options(*BUYS)
    first = next((option for option in options if option.kind == "order_cards"), options[0])
    if len(field_of(first, "site").choices) > 1:
        page.knobs.append(work.picker(first, "site", _emptiest(work)))
    site = page.knobs[0].value if page.knobs else field_of(first, "site").choices[0][0]
    page.knobs.append(work.slider(first, "cards", high=100_000))
    values = {"site": site, "cards": page.knobs[-1].value}
    for name in ("prepay", "bid_usd"):
        if has_field(first, name):
            page.knobs.append(work.slider(first, name))
            values[name] = page.knobs[-1].value
    offers = [_cards(work, option, chip, values) for option in options for chip, _ in field_of(option, "chip").choices]
    measures = work.measures(
        ("cards", 0), ("h100e", 1), ("each", -1), ("now", 1), ("fill-now", 1), ("arrives", -1), ("spare", 0),
        ("due-later", 0), ("room-for", 0), ("worth", 0), ("backlog", -1), ("rule", 0),
    )  # fmt: skip
    title = work.say("wide-cards-for", site=work.match.words.named("site", site))
    page.blocks.append(Compare("cards", title, measures, offers))
    return page


def _emptiest(work: Work) -> str:
    """The own site with the most power to spare."""
    sites = work.view.sites.values()
    return max(sites, key=lambda s: (s.grid_kw + s.turbine_kw + s.coming_kw - s.planned_kw, s.key)).key if sites else ""


def _cards(work: Work, option: Option, chip: str, values: dict[str, Any]) -> Offer:
    view, words = work.view, work.match.words
    title = words.chip(chip)
    if option.kind != "order_cards":
        title = work.say(f"wide-{option.kind}", chip=title)
    offer = work.offer(option, {**values, "chip": chip}, f"{option.kind}.{chip}", title, up_to="cards")
    answer = offer.answer
    assert answer is not None
    facts, posted, cards = view.chips[chip], view.offers.chips.get(chip), int(offer.values["cards"])
    offer.note = work.say("facts-liquid" if facts.liquid else "facts-air")
    later = answer.number("quote-cards-later", "money") or 0.0
    total = None if answer.quote is None else answer.quote.cash_usd + later
    here = view.sites.get(str(offer.values["site"]))
    offer.cells = kept(
        (
            ("cards", Cell(work.figures.cards(cards))),
            ("each", work.money(None if total is None or not total else total / max(1.0, cards * facts.h100e))),
            ("now", work.cash_now(answer)),
            ("due-later", work.money(later or None)),
            ("fill-now", work.share(answer.quote.fill if answer.quote and option.kind == "order_cards" else None)),
            ("arrives", work.ready(answer)),
            ("backlog", _backlog(work, chip) if option.kind == "order_cards" else None),
            ("h100e", work.cards(cards * facts.h100e)),
            ("worth", _worth(work, chip)),
            ("rule", None if posted is None or option.kind != "order_cards" else Cell(work.say(f"rule-{posted.rule}"))),
        )
    )
    if here is not None:
        others = work.match.planned(answer.place)
        free, spare = room_at(work.match, here, chip, others)
        need = cards * facts.facility_kw
        asked, left = (work.figures.power(kw).removesuffix(" MW") for kw in (need, max(0, spare)))
        power = work.say("wide-of", part=asked, whole=left)
        room = work.say("wide-of", part=work.figures.cards(cards), whole=work.figures.cards(max(0, free)))
        offer.cells["spare"] = Cell(power, tone="warn" if need > spare else "good")
        offer.cells["room-for"] = Cell(room, tone="warn" if cards > free else "good")
    return offer


def _backlog(work: Work, chip: str) -> Cell | None:
    posted = work.view.offers.chips.get(chip)
    return work.months(posted.ordered_cards / posted.supply_cards) if posted and posted.supply_cards else None


def _worth(work: Work, chip: str) -> Cell | None:
    """One's own estimate of what a card is worth, beside its price."""
    worth, posted = work.view.worth_usd.get(chip), work.view.offers.chips.get(chip)
    if worth is None or posted is None:
        return None
    text = work.say("wide-of-price", worth=work.figures.money(worth), price=work.figures.money(posted.price_usd))
    return Cell(text, tone="good" if worth > posted.price_usd else "warn")


def lease(work: Work) -> Page:
    """Every lessor, what runs now and what would be built, beside the cost of owning."""
    page, option = Page(), work.option("lease_compute")
    if option is None:
        return page
    page.knobs = [work.slider(option, "h100e"), work.slider(option, "months")]
    values = {"h100e": page.knobs[0].value, "months": page.knobs[1].value}
    offers = [_own(work)]
    for operator, _ in field_of(option, "operator").choices:
        posted = work.view.offers.leases.get(operator)
        for built in (False, True):
            if posted is None or (posted.built_h100e if built else posted.now_h100e):
                offers.append(_lessor(work, option, operator, built, values))
            if posted is None:
                break
    measures = work.measures(
        ("rent", -1), ("available", 1), ("starts", -1), ("ends", 0), ("monthly", -1), ("deposit", 1), ("fill", 1),
        ("cluster", 1),
    )  # fmt: skip
    page.blocks.append(Compare("lease", work.say("wide-lease"), measures, offers, as_rows=True))
    return page


def _own(work: Work) -> Offer:
    cells = {"rent": work.hourly(work.view.owner_cost_usd), "cluster": work.cards(work.me.largest_cluster_h100e)}
    return Offer("own", work.say("wide-own"), "building-2", work.say("wide-own-note"), cells=kept(cells.items()))


def _lessor(work: Work, option: Option, operator: str, built: bool, values: dict[str, Any]) -> Offer:
    posted, words = work.view.offers.leases.get(operator), work.match.words
    note = work.say("wide-built" if built else "wide-running")
    offer = work.offer(
        option, {**values, "operator": operator, "built": built}, f"{operator}.{'built' if built else 'now'}",
        words.named("operator", operator), note=note, up_to="h100e",
    )  # fmt: skip
    answer = offer.answer
    assert answer is not None
    monthly, quote = answer.number("quote-rent", "money"), answer.quote
    ends = None if quote is None else words.month(quote.ready_month + int(offer.values["months"]))
    rent = answer.number("quote-rent", "rent") or (posted.rent_usd if posted is not None else None)
    offer.cells = kept(
        (
            ("rent", work.hourly(rent)),
            ("available", work.cards((posted.built_h100e if built else posted.now_h100e) if posted else None)),
            ("starts", work.ready(answer)),
            ("ends", None if ends is None else Cell(ends)),
            ("monthly", work.money(monthly)),
            ("deposit", work.cash_now(answer)),
            ("fill", work.share(quote.fill if quote is not None else None)),
            ("cluster", work.cards(posted.cluster_h100e if posted is not None else None)),
        )
    )
    return offer


def makers(work: Work) -> Page:
    """A chip of one's own, and capacity bought at the makers' suppliers."""
    page, own, reserve = Page(), work.option("fund_chip"), work.option("reserve_capacity")
    if reserve is not None:
        page.knobs = [work.picker(reserve, "chip", _scarcest(work, reserve)), work.slider(reserve, "cards")]
    if own is not None:
        measures = work.measures(
            ("fee", -1), ("volume", -1), ("respin", -1), ("relative", 1), ("pays", -1), ("now", 1)
        )  # fmt: skip
        offers = [_partner(work, own, key) for key, _ in field_of(own, "partner").choices]
        page.blocks.append(Compare("own", work.say("wide-own-chip"), measures, offers, _programme(work)))
    if reserve is not None:
        chip = str(page.knobs[0].value)
        measures = work.measures(("cards-month", 0), ("now", 1), ("starts", -1), ("term", 1), ("scarce", 0))
        offers = [_supplier(work, reserve, chip, key) for key, _ in field_of(reserve, "supplier").choices]
        note = work.say("wide-supply-note")
        page.blocks.append(Compare("supply", work.say("wide-supply"), measures, offers, note))
    return page


def _programme(work: Work) -> str:
    own = work.me.silicon
    if own is None or not own.partner:
        return work.say("wide-programme-none")
    partner, done = work.match.words.named("partner", own.partner), work.figures.percent(own.done)
    return work.say("wide-programme", partner=partner, done=done, money=own.usd_per_quarter)


def _partner(work: Work, option: Option, key: str) -> Offer:
    own = work.me.silicon
    facts = next((partner for partner in own.partners if partner.key == key), None) if own is not None else None
    fee = facts.usd_per_quarter if facts is not None else 0
    values = {"partner": key, "usd_per_quarter": fee}
    offer = work.offer(option, values, key, work.match.words.named("partner", key))
    answer = offer.answer
    assert answer is not None
    quote = answer.quote
    never = quote is not None and any(line.text.key == "quote-chip-never" for line in quote.lines)
    pays = answer.number("quote-chip-break-even", "cards")
    offer.cells = kept(
        (
            ("fee", work.money(fee)),
            ("volume", work.ready(answer)),
            ("respin", work.share(facts.respin if facts is not None else None)),
            ("relative", work.share(answer.number("quote-chip-relative", "share"))),
            ("pays", Cell(work.say("wide-never"), tone="warn") if never else work.cards(pays)),
            ("now", work.cash_now(answer)),
        )
    )
    return offer


def _scarcest(work: Work, option: Option) -> str:
    """The chip of which most is shipped."""
    posted = work.view.offers.chips
    keys = [key for key, _ in field_of(option, "chip").choices if key in posted]
    return max(keys, key=lambda key: (posted[key].supply_cards, key)) if keys else ""


def _supplier(work: Work, option: Option, chip: str, supplier: str) -> Offer:
    values = {"chip": chip, "supplier": supplier, "cards": work.value("cards", field_of(option, "cards").default)}
    offer = work.offer(option, values, supplier, work.say(f"supplier-{supplier}"), up_to="cards")
    answer, posted = offer.answer, work.view.offers.chips.get(chip)
    assert answer is not None
    term = answer.number("quote-capacity-term", "months")
    scarce = posted is not None and posted.bottleneck == supplier
    offer.cells = kept(
        (
            ("cards-month", work.cards(float(offer.values["cards"]))),
            ("now", work.cash_now(answer)),
            ("starts", work.ready(answer)),
            ("term", work.months(term) if term is not None else None),
            ("scarce", Cell(work.say("wide-scarce" if scarce else "wide-no"), tone="warn" if scarce else "muted")),
        )
    )
    return offer


def held(work: Work) -> Page:
    """What stands idle, is on order, or could move."""
    return Page(blocks=[Group("held", "", [work.card(option) for option in work.options(*HELD)])])


PAGES = (
    PageSpec("buy", BUYS, buy),
    PageSpec("lease", ("lease_compute",), lease),
    PageSpec("makers", ("fund_chip", "reserve_capacity"), makers),
    PageSpec("held", HELD, held),
)
