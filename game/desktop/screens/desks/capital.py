"""The capital desk: term sheets, credit and covenants, a parent's grant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.desktop.screens.desks.covenants import Covenants
from game.desktop.screens.desks.offers import Cell, Compare, Group, Knob, Offer
from game.desktop.screens.desks.work import Page, PageSpec, Work, field_of, kept

if TYPE_CHECKING:
    from game.desktop.screens.desks.book import Answer
    from game.door.options import Option

OTHER_EQUITY = ("tender_offer", "pitch_sovereigns", "ask_affiliate_money", "open_to_strategics")
PARENT = ("ask_parent", "hand_back")
DEBTS = ("borrow", "gpu_loan", "repay", "ask_lenders")


def equity(work: Work) -> Page:
    """Every term sheet with all its terms, for one sum."""
    page, sheets = Page(), work.options("raise_equity")
    if sheets:
        page.knobs.append(_sum(work, sheets))
        offers = [
            _sheet(work, option, terms, page.knobs[0].value)
            for option in sheets
            for terms, _ in field_of(option, "terms").choices
        ]
        measures = work.measures(
            ("amount", 0), ("pre", 1), ("sold", -1), ("founders", 1), ("seats", 0), ("condition", 0), ("missed", -1),
            ("close", 1), ("fill", 1), ("expected", 1),
        )  # fmt: skip
        page.blocks.append(Compare("sheets", work.say("wide-sheets"), measures, offers, work.say("wide-sheets-note")))
    others = [work.card(option) for option in work.options(*OTHER_EQUITY)]
    if others:
        page.blocks.append(Group("other-equity", work.say("wide-other-equity"), others))
    return page


def _sum(work: Work, sheets: list[Option]) -> Knob:
    """The sum that is sought: half of the largest sheet at first, so that size alone lowers no price."""
    largest = max(sheets, key=lambda option: field_of(option, "amount_usd").high)
    bounds = field_of(largest, "amount_usd")
    return work.slider(largest, "amount_usd", usual=bounds.high / 2 // bounds.step * bounds.step)


def _sheet(work: Work, option: Option, terms: str, usd: float) -> Offer:
    words, me = work.match.words, work.me
    values: dict[str, Any] = {"investor": option.group, "terms": terms, "amount_usd": usd}
    name = words.named("investor", option.group)
    offer = work.offer(
        option, values, f"{option.group}.{terms}", name, note=words.choice("terms", terms, terms), up_to="amount_usd"
    )  # fmt: skip
    answer = offer.answer
    assert answer is not None
    sold, quote = answer.number("quote-dilution", "share"), answer.quote
    close = answer.number("quote-close", "chance")
    amount = float(offer.values["amount_usd"])
    has_seat = quote is not None and any(line.text.key == "quote-seat" for line in quote.lines)
    offer.cells = kept(
        (
            ("amount", Cell(work.figures.money(amount))),
            ("pre", work.money(answer.number("quote-pre-money", "money"))),
            ("sold", work.share(sold, 1)),
            ("founders", work.share(None if sold is None else me.founders_share * (1.0 - sold), 1)),
            ("seats", None if quote is None else Cell(work.say("wide-seat" if has_seat else "wide-no-seat"))),
            ("condition", _condition(work, answer)),
            ("missed", work.share(answer.number("quote-ratchet", "share") or (0.0 if quote else None), 1)),
            ("close", work.share(close)),
            ("fill", work.share(quote.fill if quote else None)),
            ("expected", work.money(None if quote is None or close is None else amount * quote.fill * close)),
        )
    )
    return offer


def _condition(work: Work, answer: Answer) -> Cell | None:
    if answer.quote is None:
        return None
    usd, elo = answer.number("quote-goal-revenue", "money"), answer.number("quote-goal-rating", "elo")
    if usd is not None:
        months = answer.number("quote-goal-revenue", "months") or 0
        return Cell(work.say("wide-goal-revenue", usd=work.figures.money(usd), months=round(months)), tone="warn")
    if elo is not None:
        months = answer.number("quote-goal-rating", "months") or 0
        return Cell(work.say("wide-goal-rating", elo=round(elo), months=round(months)), tone="warn")
    return Cell(work.say("wide-none"))


def credit(work: Work) -> Page:
    """Ways to owe, and how far each covenant is from breaking."""
    page, options = Page(), work.options(*DEBTS)
    sized = [option for option in options if option.kind in ("borrow", "gpu_loan")]
    if sized:
        page.knobs.append(work.slider(max(sized, key=lambda o: field_of(o, "amount_usd").high), "amount_usd"))
    usd = page.knobs[0].value if sized else 0.0
    offers = [_debt(work, option, usd) for option in options]
    measures = work.measures(
        ("room", 1), ("now", 1), ("later", 0), ("interest", -1), ("rate", -1), ("service", -1), ("cover", 1),
        ("pledged", 0), ("after", 1),
    )  # fmt: skip
    page.blocks.append(Compare("debt", work.say("wide-debt"), measures, offers, empty=work.say("wide-debt-empty")))
    page.blocks.append(lambda rect, canvas: Covenants(rect, work, canvas))
    return page


def _debt(work: Work, option: Option, usd: float) -> Offer:
    words, sized = work.match.words, any(each.name == "amount_usd" for each in option.fields)
    values = {"amount_usd": usd} if option.kind in ("borrow", "gpu_loan") else {}
    up_to = "amount_usd" if sized else ""
    offer = work.offer(option, values, option.kind, words.option(option), up_to=up_to)
    answer = offer.answer
    assert answer is not None
    amount = float(offer.values.get("amount_usd", 0.0))
    interest = answer.number("quote-interest", "money")
    cover, least = answer.number("quote-cover", "cover"), answer.number("quote-cover", "least")
    after = work.match.cash_after([*work.match.planned(answer.gives_way), answer.order]) if answer.quote else None
    offer.note = work.figures.money(amount) if sized else ""
    offer.cells = kept(
        (
            ("room", work.money(field_of(option, "amount_usd").high if sized and option.kind != "repay" else None)),
            ("now", work.cash_now(answer)),
            ("later", work.money(answer.number("quote-loan-later", "money"))),
            ("interest", work.money(interest)),
            ("rate", work.share(12.0 * interest / amount if interest and amount else None, 1)),
            ("service", work.money(answer.number("quote-service", "money"))),
            ("cover", None if cover is None or least is None else _cover(work, cover, least)),
            ("pledged", work.money(answer.number("quote-pledge", "money"))),
            ("after", work.money(after)),
        )
    )
    return offer


def _cover(work: Work, cover: float, least: float) -> Cell:
    text = work.say("wide-cover", cover=f"{cover:.2f}", least=f"{least:.2f}")
    return Cell(text, cover, "bad" if cover < least else "warn" if cover < 1.25 * least else "text")


def guidance(work: Work) -> Page:
    """What a division tells its parent's shareholders, each way beside the others."""
    page, option = Page(), work.option("set_policy", "guidance")
    if option is not None:
        offers = _ways_to_guide(work, option)
        page.blocks.append(Group("guidance", work.say("wide-guidance"), offers, work.match.words.about(option)))
    asks = [work.card(other) for other in work.options(*PARENT)]
    if asks:
        page.blocks.append(Group("parent", work.say("wide-parent"), asks))
    page.blocks.append(lambda rect, canvas: Covenants(rect, work, canvas))
    return page


def _ways_to_guide(work: Work, option: Option) -> list[Offer]:
    bounds, show = field_of(option, "value"), work.match.words.shower(option, "value")
    offers = []
    for step in range(round((bounds.high - bounds.low) / bounds.step) + 1):
        value = bounds.low + step * bounds.step
        offer = work.offer(option, {"policy": "guidance", "value": value}, f"guidance.{step}", show(value))
        if value == bounds.default:
            offer.note, offer.option, offer.answer = work.say("wide-as-now"), None, None
        else:
            offer.facts = work.facts(offer, chosen=False)
        offers.append(offer)
    return offers


PAGES = (
    PageSpec("equity", ("raise_equity", *OTHER_EQUITY), equity),
    PageSpec("credit", DEBTS, credit),
    PageSpec("guidance", ("set_policy.guidance", *PARENT), guidance, lambda work: work.me.is_division),
)
