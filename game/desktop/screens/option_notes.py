"""What an option card says below its title and at its right, from what the firm sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.door.options import Option


def note_of(match: Match, option: Option) -> tuple[str, str, str]:
    """The quieter line, the tag, and the tag's tone."""
    finder = _FINDERS.get(option.kind)
    return finder(match, option) if finder else ("", "", "muted")


def _sheet(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    sheet = next(sheet for sheet in match.view.offers.sheets if sheet.investor == option.group)
    note = match.words.say("note-raise_equity", pre=sheet.pre_money_usd)
    return note, figures.money(sheet.amount_usd), "good"


def _borrow(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    return match.words.say("note-borrow"), figures.money(match.view.me.credit_usd), "good"


def _tender(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    most = next(field.high for field in option.fields if field.kind == "amount")
    return match.words.say("note-tender_offer"), figures.money(most), "muted"


def _pitch(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-pitch_sovereigns"), "", "muted"


def _open(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-open_to_strategics"), "", "muted"


def _affiliate_money(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    me = match.view.me
    note = match.words.say("note-ask_affiliate_money", firm=match.words.firm(me.affiliate))
    return note, figures.money(me.affiliate_usd), "good"


def _request(match: Match, option: Option) -> tuple[str, str, str]:
    most = next(field.high for field in option.fields if field.name == "amount_usd")
    return match.words.say("note-ask_parent", belief=match.view.me.belief), match.words.figures.money(most), "good"


def _hand_back(match: Match, option: Option) -> tuple[str, str, str]:
    me = match.view.me
    free = match.words.figures.money(me.cash_usd - me.committed_usd)
    return match.words.say("note-hand_back", strain=me.strain), free, "muted"


def _loan(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    return match.words.say("note-gpu_loan"), figures.money(match.view.me.loan_room_usd), "good"


def _lenders(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-ask_lenders"), "", "warn"


def _repay(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    return match.words.say("note-repay"), figures.money(match.view.me.debt_usd), "warn"


def _cards(match: Match, option: Option) -> tuple[str, str, str]:
    chips = next(field.choices for field in option.fields if field.name == "chip")
    offers = match.view.offers.chips
    cheapest = min((offers[key].price_usd for key, _ in chips if key in offers), default=0)
    return match.words.say("note-order_cards", count=len(chips)), match.words.say("tag-price", usd=cheapest), "muted"


def _offer(match: Match, option: Option) -> tuple[str, str, str]:
    idle = sum(site.dark_cards + site.homeless_cards for site in match.view.sites.values())
    return match.words.say("note-offer_cards", cards=idle), "", "warn" if idle else "muted"


def _used(match: Match, option: Option) -> tuple[str, str, str]:
    offers = match.view.offers.resale.values()
    cards, slots = sum(offer.cards for offer in offers), sum(offer.slots for offer in offers)
    cheapest = min(int(offer.usd * offer.cheapest) for offer in offers)
    note = match.words.say("note-take_cards", cards=cards, slots=slots)
    return note, match.words.say("tag-price", usd=cheapest), "muted"


def _divert(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    me = match.view.me
    note = match.words.say("note-divert_cards", firm=match.words.firm(me.affiliate))
    return note, figures.cards(sum(me.divertible.values())), "muted"


def _port(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    return match.words.say("note-port_lease"), figures.cards(max(match.view.me.portable.values())), "muted"


def _reserve(match: Match, option: Option) -> tuple[str, str, str]:
    """What limits the chips that are made in the largest numbers."""
    chips = [key for key, _ in next(field.choices for field in option.fields if field.name == "chip")]
    offers = [match.view.offers.chips[key] for key in chips if key in match.view.offers.chips]
    first = max(offers, key=lambda offer: offer.supply_cards, default=None)
    if first is None or first.supply_cards == 0:
        return match.words.say("note-reserve_capacity-none"), "", "muted"
    short = match.words.say("supplier-" + first.bottleneck)
    return match.words.say("note-reserve_capacity", what=short), "", "muted"


def _own_chip(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    own = match.view.me.silicon
    if own is None or not own.partner:
        return match.words.say("note-fund_chip-none"), "", "muted"
    partner = match.words.named("partner", own.partner)
    return match.words.say("note-fund_chip", partner=partner), figures.percent(own.done), "muted"


def _lease(match: Match, option: Option) -> tuple[str, str, str]:
    offers = match.view.offers.leases.values()
    now = sum(offer.now_h100e for offer in offers)
    rents = [offer.rent_usd for offer in offers if offer.now_h100e]
    tag = match.words.say("tag-rent", usd=f"{min(rents):.2f}") if rents else ""
    return match.words.say("note-lease_compute", h100e=now), tag, "muted"


def _grid(match: Match, option: Option) -> tuple[str, str, str]:
    power = match.view.offers.power
    regions = {site.region for site in match.view.sites.values()}
    here = [power[region] for region in regions if region in power]
    now = sum(offer.available_kw for offer in here)
    wait = min((offer.wait_months for offer in here), default=0)
    return match.words.say("note-request_grid", kw=now), match.words.say("tag-queue", months=round(wait)), "warn"


def _turbines(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    return match.words.say("note-bring_turbines"), figures.power(match.view.offers.turbine_kw), "muted"


def _standing(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    gas = sum(site.turbine_kw - site.plant_kw for site in match.view.sites.values())
    return match.words.say("note-remove_turbines"), figures.power(gas), "muted"


def _places(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    bid = sum(site.position_usd for site in match.view.sites.values())
    return match.words.say("note-leave_queue"), figures.money(bid), "muted"


def _plant(match: Match, option: Option) -> tuple[str, str, str]:
    months = min(match.view.offers.plant_months.values(), default=0.0)
    return match.words.say("note-build_plant", months=round(months)), "", "muted"


def _fixed(match: Match, option: Option) -> tuple[str, str, str]:
    prices = match.view.offers.ppa_usd_per_kwh
    here = [prices[site.region] for site in match.view.sites.values() if site.region in prices]
    tag = match.words.say("facts-per-kwh", usd=f"{min(here):.3f}") if here else ""
    return match.words.say("note-sign_power"), tag, "muted"


def _neighbours(match: Match, option: Option) -> tuple[str, str, str]:
    worst = max((site.opposition for site in match.view.sites.values()), default=0.0)
    return match.words.say("note-fund_community"), f"{worst:.2f}", "warn" if worst > 0.5 else "muted"


def _suit(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    due = sum(site.suit_usd for site in match.view.sites.values())
    return match.words.say("note-settle_suit"), figures.money(due), "warn"


def _role(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    role, say = match.view.role, match.words.say
    if role is None:
        return "", "", "muted"
    offered = sum(site.offered_usd for site in role.sites)
    loudest = max((site.opposition for site in role.sites), default=0.0)
    tag = {
        "set_tariff": figures.percent(role.speculative_share),
        "set_permit": f"{role.strictness:.2f}",
        "set_wires": figures.money(role.stranded_usd),
        "petition": f"{loudest:.2f}",
        "accept_fund": figures.money(offered),
    }[option.kind]
    return say(f"note-{option.kind}"), tag, "muted"


def _hall(match: Match, option: Option) -> tuple[str, str, str]:
    months = round(match.view.me.build_months)
    cost = match.words.say("tag-per-slot", usd=match.view.build_cost_usd_per_slot)
    return match.words.say("note-build_hall", months=months), cost, "muted"


def _bid(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    lots = [lot for lot in match.view.offers.sites if lot.seller != match.view.me.key]
    return match.words.say("note-bid_site", count=len(lots)), figures.power(sum(lot.kw for lot in lots)), "good"


def _sell(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-sell_site"), "", "muted"


def _anchor(match: Match, option: Option) -> tuple[str, str, str]:
    rent = match.words.say("tag-rent", usd=f"{match.view.rent_usd:.2f}")
    return match.words.say("note-anchor_site"), rent, "muted"


def _step_in(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    usd = min(anchor.step_in_usd for anchor in match.view.anchors if anchor.may_step_in)
    return match.words.say("note-step_in"), figures.money(usd), "warn"


def _pledge(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    missing = sum(giant.missing_usd for giant in match.view.giants.values() if giant.lead)
    return match.words.say("note-pledge_giant"), figures.money(missing), "muted"


def _giant(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    mine = {key for key, _ in option.fields[0].choices}
    cost = min(giant.cost_usd for key, giant in match.view.giants.items() if key in mine)
    return match.words.say("note-build_giant"), figures.money(cost), "muted"


def _pause(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    left = sum(project.cost_left_usd for project in match.view.projects if not project.paused)
    return match.words.say("note-pause_hall"), figures.money(left), "muted"


def _resume(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    left = sum(project.cost_left_usd for project in match.view.projects if project.paused)
    return match.words.say("note-resume_hall"), figures.money(left), "warn"


def _retrofit(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    air = sum(site.air_slots for site in match.view.sites.values())
    return match.words.say("note-retrofit_hall"), figures.cards(air), "muted"


def _run(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    free = match.view.me.usable_h100e - match.view.me.paid_h100e
    return match.words.say("note-start_run"), figures.cards(free), "good"


def _stop(match: Match, option: Option) -> tuple[str, str, str]:
    me = match.view.me
    return match.words.say("note-stop_run", model=me.run_name), match.words.month(me.run_ends), "muted"


def _release(match: Match, option: Option) -> tuple[str, str, str]:
    me = match.view.me
    if me.held_name:
        gain = round(me.held_elo - me.true_elo)
        note = match.words.say("note-release_model-new", model=me.held_name)
    else:
        gain, note = round(me.post_gain), match.words.say("note-release_model-refresh")
    return note, match.words.say("tag-elo", elo=f"{gain:+d}"), "good" if gain > 0 else "muted"


def _policy(match: Match, option: Option) -> tuple[str, str, str]:
    now = float(getattr(match.view.me, option.group))
    return match.words.say(f"note-set_policy-{option.group}"), match.words.shower(option, "value")(now), "accent"


def _announce(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-announce", h100e=match.view.me.usable_h100e), "", "muted"


def _text(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    text = match.view.publishers[option.group]
    share = text.tokens / max(1.0, match.view.me.tokens)
    return match.words.say("note-license_data", share=share), figures.money(text.usd_per_year), "muted"


def _show(match: Match, option: Option) -> tuple[str, str, str]:
    count = len(option.fields[0].choices)
    return match.words.say("note-announce_product", count=count), "", "muted"


def _launch(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    return match.words.say("note-launch_product"), figures.cards(match.view.me.products_h100e), "muted"


def _promise(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-promise_model"), "", "muted"


def _lobby(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-lobby", strict=f"{match.view.stringency:.2f}"), "", "muted"


def _pact(match: Match, option: Option) -> tuple[str, str, str]:
    members = len(match.view.pact.members) if match.view.pact else 0
    return match.words.say(f"note-{option.kind}", members=members), "", "muted"


def _lend(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    me = match.view.me
    note = match.words.say("note-borrow_cards", firm=match.words.firm(me.affiliate))
    return note, figures.cards(me.affiliate_h100e), "muted"


def _waiver(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-ask_waiver", firm=match.words.firm(match.view.me.exclusive_partner)), "", "muted"


def _tie(match: Match, option: Option) -> tuple[str, str, str]:
    tie = next(tie for tie in match.view.ties if tie.other == option.group)
    say = match.words.say
    note = say("note-renegotiate", now=tie.revenue_share, fair=tie.fair_share)
    return note, say("tag-trust", share=tie.trust), "good" if tie.trust >= 0.5 else "warn"


def _poach(match: Match, option: Option) -> tuple[str, str, str]:
    best = max((rival.arena_elo for rival in match.view.rivals.values()), default=0.0)
    gap = round(best - match.view.me.arena_elo)
    return match.words.say("note-poach"), match.words.say("tag-elo", elo=f"{gap:+d}"), "muted"


def _acquihire(match: Match, option: Option) -> tuple[str, str, str]:
    risk = match.view.block_chance
    note = match.words.say("note-acquihire", count=len(match.view.startups))
    return note, match.words.say("tag-block", chance=risk), "bad" if risk > 0.25 else "muted"


def _transfer(match: Match, option: Option) -> tuple[str, str, str]:
    me = match.view.me
    firm, mood = match.words.firm(me.affiliate), me.affiliate_opposition
    note = match.words.say("note-ask_affiliate", firm=firm, mood=mood)
    return note, "", "warn" if mood > 0.5 else "muted"


def _agi(match: Match, option: Option) -> tuple[str, str, str]:
    return match.words.say("note-declare_agi"), "", "muted"


def _cancel(match: Match, option: Option) -> tuple[str, str, str]:
    figures = match.words.figures
    ordered = sum(sum(site.ordered_cards.values()) for site in match.view.sites.values())
    return match.words.say("note-cancel_cards"), figures.cards(ordered), "muted"


_FINDERS = {
    "raise_equity": _sheet,
    "tender_offer": _tender,
    "pitch_sovereigns": _pitch,
    "open_to_strategics": _open,
    "ask_affiliate_money": _affiliate_money,
    "ask_parent": _request,
    "hand_back": _hand_back,
    "gpu_loan": _loan,
    "ask_lenders": _lenders,
    "borrow": _borrow,
    "repay": _repay,
    "order_cards": _cards,
    "cancel_cards": _cancel,
    "offer_cards": _offer,
    "take_cards": _used,
    "divert_cards": _divert,
    "port_lease": _port,
    "reserve_capacity": _reserve,
    "fund_chip": _own_chip,
    "lease_compute": _lease,
    "ask_waiver": _waiver,
    "renegotiate": _tie,
    "request_grid": _grid,
    "leave_queue": _places,
    "build_plant": _plant,
    "sign_power": _fixed,
    "fund_community": _neighbours,
    "settle_suit": _suit,
    "set_tariff": _role,
    "set_permit": _role,
    "set_wires": _role,
    "petition": _role,
    "accept_fund": _role,
    "bring_turbines": _turbines,
    "remove_turbines": _standing,
    "build_hall": _hall,
    "bid_site": _bid,
    "sell_site": _sell,
    "anchor_site": _anchor,
    "step_in": _step_in,
    "pledge_giant": _pledge,
    "build_giant": _giant,
    "pause_hall": _pause,
    "resume_hall": _resume,
    "retrofit_hall": _retrofit,
    "start_run": _run,
    "stop_run": _stop,
    "release_model": _release,
    "set_policy": _policy,
    "announce": _announce,
    "license_data": _text,
    "announce_product": _show,
    "launch_product": _launch,
    "promise_model": _promise,
    "lobby": _lobby,
    "join_pact": _pact,
    "leave_pact": _pact,
    "borrow_cards": _lend,
    "poach": _poach,
    "acquihire": _acquihire,
    "ask_affiliate": _transfer,
    "declare_agi": _agi,
}
