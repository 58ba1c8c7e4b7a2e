"""The desk of deals: partners one by one, rivals' people and small labs side by side, the public and the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.screens.desks.offers import Cell, Compare, Group, Offer, merge_alike
from game.desktop.screens.desks.work import Page, PageSpec, Work, field_of, kept

if TYPE_CHECKING:
    from agents.view import TieView
    from game.door.options import Option

PARTNERS = ("renegotiate", "ask_waiver", "borrow_cards", "ask_affiliate", "pledge_giant", "anchor_site", "step_in")
PEOPLE = ("poach", "acquihire")
PUBLIC = ("announce", "promise_model", "lobby", "join_pact", "leave_pact", "declare_agi")
CLAIMS = ("announce", "promise_model", "declare_agi")


def partners(work: Work) -> Page:
    """What can be asked, by whom it is asked of."""
    page, ties = Page(), {tie.other: tie for tie in work.view.ties}
    by_firm: dict[str, list[Offer]] = {}
    others: list[Offer] = []
    for option in work.options(*PARTNERS):
        match option.kind:
            case "renegotiate":
                asks = [ask for ask, _ in field_of(option, "ask").choices]
                by_firm.setdefault(option.group, []).extend(_ask(work, option, "ask", ask) for ask in asks)
            case "ask_affiliate":
                firm = work.me.affiliate
                what = [each for each, _ in field_of(option, "what").choices]
                by_firm.setdefault(firm, []).extend(_ask(work, option, "what", each) for each in what)
            case "borrow_cards" | "ask_waiver":
                firm = work.me.affiliate if option.kind == "borrow_cards" else work.me.exclusive_partner
                by_firm.setdefault(firm, []).append(work.card(option))
            case _:
                others.append(work.card(option))
    for firm, offers in by_firm.items():
        note = _tie(work, ties[firm]) if firm in ties else _affiliate(work, firm)
        page.blocks.append(Group(f"with.{firm}", work.match.words.firm(firm), offers, note))
    if others:
        page.blocks.append(Group("sites", work.say("wide-with-builders"), others))
    return page


def _ask(work: Work, option: Option, name: str, value: str) -> Offer:
    """One thing that can be asked of a partner."""
    fields = {each.name: each.choices[0][0] for each in option.fields if each.kind == "choice"}
    key = f"{option.kind}.{value}"
    offer = work.offer(option, {**fields, name: value}, key, work.say(f"ask-{value}"))
    offer.facts = work.facts(offer, chosen=False)
    return offer


def _tie(work: Work, tie: TieView) -> str:
    percent = work.figures.percent
    terms = [
        work.say("wide-tie", now=percent(tie.revenue_share), fair=percent(tie.fair_share), trust=percent(tie.trust))
    ]
    key = "wide-tie-lab" if tie.is_lab else "wide-tie-backer"
    terms.append(work.say(key, lab=percent(tie.dependence_lab), backer=percent(tie.dependence_backer)))
    if tie.exclusive:
        terms.append(work.say("quote-exclusive"))
    elif tie.first_refusal:
        terms.append(work.say("quote-first-refusal"))
    if tie.notice_months >= 0:
        terms.append(work.say("wide-tie-ends", months=tie.notice_months))
    return " ".join(f"{words.rstrip('.')}." for words in terms)


def _affiliate(work: Work, firm: str) -> str:
    if firm != work.me.affiliate:
        return ""
    return work.say("wide-affiliate", mood=work.figures.percent(work.me.affiliate_opposition))


def people(work: Work) -> Page:
    """Rivals whose people could come, and labs that could be taken over."""
    page, poach, buy = Page(), work.option("poach"), work.option("acquihire")
    if poach is not None:
        page.knobs = [work.slider(poach, "people"), work.slider(poach, "usd_per_head")]
        offers = [_rival(work, poach, key) for key, _ in field_of(poach, "rival").choices]
        measures = work.measures(
            ("come-chance", 1), ("come", 1), ("now", 1), ("per-person", -1), ("their-elo", 1), ("remembers", 0)
        )
        page.blocks.append(Compare("poach", work.say("wide-poach"), measures, offers, as_rows=True))
    if buy is not None:
        labs = [_startup(work, buy, key) for key, _ in field_of(buy, "startup").choices]
        offers = merge_alike(labs, lambda count: work.say("wide-alike", count=count))
        measures = work.measures(
            ("asked", -1), ("people", 1), ("per-person", -1), ("teach", 1), ("blocked", -1), ("now", 1)
        )  # fmt: skip
        page.blocks.append(Compare("takeover", work.say("wide-takeover"), measures, offers, as_rows=True))
    return page


def _rival(work: Work, option: Option, key: str) -> Offer:
    heads, usd = field_of(option, "people"), field_of(option, "usd_per_head")
    values = {
        "rival": key,
        "people": work.value("people", work.planned(option, "people", heads.default)),
        "usd_per_head": work.value("usd_per_head", work.planned(option, "usd_per_head", usd.default)),
    }
    offer = work.offer(option, values, key, work.match.words.named("rival", key), up_to="people")
    answer, rival = offer.answer, work.view.rivals[key]
    assert answer is not None
    coming, chance = answer.number("quote-poach", "people"), answer.number("quote-poach", "chance")
    months = answer.number("quote-guard", "months")
    gap = rival.arena_elo - work.me.arena_elo
    offer.cells = kept(
        (
            ("come-chance", work.share(chance)),
            ("come", None if coming is None else Cell(f"{coming:.1f}", coming)),
            ("now", work.cash_now(answer)),
            ("per-person", work.money(float(offer.values["usd_per_head"]) if coming else None)),
            ("their-elo", Cell(f"{gap:+,.0f}", gap, "good" if gap > 0 else "muted")),
            ("remembers", work.months(months) if months is not None else None),
        )
    )
    return offer


def _startup(work: Work, option: Option, key: str) -> Offer:
    startup = next(each for each in work.view.startups if each.key == key)
    bids = [o.usd for o in work.match.orders if o.kind == "acquihire" and o.startup == key]  # type: ignore[union-attr]
    values = {"startup": key, "usd": bids[-1] if bids else startup.ask_usd}
    offer = work.offer(option, values, key, work.match.words.name(startup.name))
    answer = offer.answer
    assert answer is not None
    coming = answer.number("quote-coming", "people")
    offer.cells = kept(
        (
            ("asked", work.money(startup.ask_usd)),
            ("people", work.cards(coming if coming is not None else startup.people)),
            ("per-person", work.money(startup.ask_usd / max(1, startup.people))),
            ("teach", Cell(f"{startup.gain_elo:+,.1f}", startup.gain_elo)),
            ("blocked", work.share(answer.number("quote-blocked", "chance"))),
            ("now", work.cash_now(answer)),
        )
    )
    return offer


def public(work: Work) -> Page:
    """Claims, promises, the law and the pact, each with what it brings and risks."""
    page = Page()
    claims = [work.card(option) for option in work.options(*CLAIMS)]
    if claims:
        credible, facts = work.figures.percent(work.me.credibility), _promised(work)
        note = work.say("wide-credibility", share=credible) + facts
        page.blocks.append(Group("claims", work.say("wide-claims"), claims, note))
    law = [work.card(option) for option in work.options(*(kind for kind in PUBLIC if kind not in CLAIMS))]
    if law:
        page.blocks.append(Group("law", work.say("wide-law"), law, _duties(work)))
    return page


def _promised(work: Work) -> str:
    due = work.me.promised_due
    return "" if due < 0 else " " + work.say("wide-promised", month=work.match.words.month(due))


def _duties(work: Work) -> str:
    laws: list[str] = []
    for duty in work.view.duties.values():
        month, flop = work.match.words.month(duty.since), work.figures.flop(duty.flop)
        laws.append(work.say("wide-duty", law=duty.name, flop=flop, month=month))
    return " ".join(laws)


PAGES = (
    PageSpec("partners", PARTNERS, partners),
    PageSpec("people", PEOPLE, people),
    PageSpec("public", PUBLIC, public),
)
