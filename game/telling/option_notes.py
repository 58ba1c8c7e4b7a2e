"""What an option card says below its title and at its right, from what the firm sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.door.options import Option
    from game.telling.seat import Seat


def note_of(seat: Seat, option: Option) -> tuple[str, str, str]:
    """The quieter line, the tag, and the tag's tone."""
    finder = _FINDERS.get(option.kind)
    return finder(seat, option) if finder else ("", "", "muted")


def _sheet(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    sheet = next(sheet for sheet in seat.view.offers.sheets if sheet.investor == option.group)
    note = seat.words.say("note-raise_equity", pre=sheet.pre_money_usd)
    return note, figures.money(sheet.amount_usd), "good"


def _borrow(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    return seat.words.say("note-borrow"), figures.money(seat.view.me.credit_usd), "good"


def _tender(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    most = next(field.high for field in option.fields if field.kind == "amount")
    return seat.words.say("note-tender_offer"), figures.money(most), "muted"


def _pitch(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-pitch_sovereigns"), "", "muted"


def _open(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-open_to_strategics"), "", "muted"


def _affiliate_money(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    me = seat.view.me
    note = seat.words.say("note-ask_affiliate_money", firm=seat.words.firm(me.affiliate))
    return note, figures.money(me.affiliate_usd), "good"


def _request(seat: Seat, option: Option) -> tuple[str, str, str]:
    most = next(field.high for field in option.fields if field.name == "amount_usd")
    return seat.words.say("note-ask_parent", belief=seat.view.me.belief), seat.words.figures.money(most), "good"


def _hand_back(seat: Seat, option: Option) -> tuple[str, str, str]:
    me = seat.view.me
    free = seat.words.figures.money(me.cash_usd - me.committed_usd)
    return seat.words.say("note-hand_back", strain=me.strain), free, "muted"


def _loan(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    return seat.words.say("note-gpu_loan"), figures.money(seat.view.me.loan_room_usd), "good"


def _lenders(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-ask_lenders"), "", "warn"


def _repay(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    return seat.words.say("note-repay"), figures.money(seat.view.me.debt_usd), "warn"


def _cards(seat: Seat, option: Option) -> tuple[str, str, str]:
    chips = next(field.choices for field in option.fields if field.name == "chip")
    offers = seat.view.offers.chips
    cheapest = min((offers[key].price_usd for key, _ in chips if key in offers), default=0)
    return seat.words.say("note-order_cards", count=len(chips)), seat.words.say("tag-price", usd=cheapest), "muted"


def _offer(seat: Seat, option: Option) -> tuple[str, str, str]:
    idle = sum(site.dark_cards + site.homeless_cards for site in seat.view.sites.values())
    return seat.words.say("note-offer_cards", cards=idle), "", "warn" if idle else "muted"


def _used(seat: Seat, option: Option) -> tuple[str, str, str]:
    offers = seat.view.offers.resale.values()
    cards, slots = sum(offer.cards for offer in offers), sum(offer.slots for offer in offers)
    cheapest = min(int(offer.usd * offer.cheapest) for offer in offers)
    note = seat.words.say("note-take_cards", cards=cards, slots=slots)
    return note, seat.words.say("tag-price", usd=cheapest), "muted"


def _divert(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    me = seat.view.me
    note = seat.words.say("note-divert_cards", firm=seat.words.firm(me.affiliate))
    return note, figures.cards(sum(me.divertible.values())), "muted"


def _port(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    return seat.words.say("note-port_lease"), figures.cards(max(seat.view.me.portable.values())), "muted"


def _reserve(seat: Seat, option: Option) -> tuple[str, str, str]:
    """What limits the chips that are made in the largest numbers."""
    chips = [key for key, _ in next(field.choices for field in option.fields if field.name == "chip")]
    offers = [seat.view.offers.chips[key] for key in chips if key in seat.view.offers.chips]
    first = max(offers, key=lambda offer: offer.supply_cards, default=None)
    if first is None or first.supply_cards == 0:
        return seat.words.say("note-reserve_capacity-none"), "", "muted"
    short = seat.words.say("supplier-" + first.bottleneck)
    return seat.words.say("note-reserve_capacity", what=short), "", "muted"


def _own_chip(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    own = seat.view.me.silicon
    if own is None or not own.partner:
        return seat.words.say("note-fund_chip-none"), "", "muted"
    partner = seat.words.named("partner", own.partner)
    return seat.words.say("note-fund_chip", partner=partner), figures.percent(own.done), "muted"


def _lease(seat: Seat, option: Option) -> tuple[str, str, str]:
    offers = seat.view.offers.leases.values()
    now = sum(offer.now_h100e for offer in offers)
    rents = [offer.rent_usd for offer in offers if offer.now_h100e]
    tag = seat.words.say("tag-rent", usd=f"{min(rents):.2f}") if rents else ""
    return seat.words.say("note-lease_compute", h100e=now), tag, "muted"


def _grid(seat: Seat, option: Option) -> tuple[str, str, str]:
    power = seat.view.offers.power
    regions = {site.region for site in seat.view.sites.values()}
    here = [power[region] for region in regions if region in power]
    now = sum(offer.available_kw for offer in here)
    wait = min((offer.wait_months for offer in here), default=0)
    return seat.words.say("note-request_grid", kw=now), seat.words.say("tag-queue", months=round(wait)), "warn"


def _turbines(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    return seat.words.say("note-bring_turbines"), figures.power(seat.view.offers.turbine_kw), "muted"


def _standing(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    gas = sum(site.turbine_kw - site.plant_kw for site in seat.view.sites.values())
    return seat.words.say("note-remove_turbines"), figures.power(gas), "muted"


def _places(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    bid = sum(site.position_usd for site in seat.view.sites.values())
    return seat.words.say("note-leave_queue"), figures.money(bid), "muted"


def _plant(seat: Seat, option: Option) -> tuple[str, str, str]:
    months = min(seat.view.offers.plant_months.values(), default=0.0)
    return seat.words.say("note-build_plant", months=round(months)), "", "muted"


def _fixed(seat: Seat, option: Option) -> tuple[str, str, str]:
    prices = seat.view.offers.ppa_usd_per_kwh
    here = [prices[site.region] for site in seat.view.sites.values() if site.region in prices]
    tag = seat.words.say("facts-per-kwh", usd=f"{min(here):.3f}") if here else ""
    return seat.words.say("note-sign_power"), tag, "muted"


def _neighbours(seat: Seat, option: Option) -> tuple[str, str, str]:
    worst = max((site.opposition for site in seat.view.sites.values()), default=0.0)
    return seat.words.say("note-fund_community"), f"{worst:.2f}", "warn" if worst > 0.5 else "muted"


def _suit(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    due = sum(site.suit_usd for site in seat.view.sites.values())
    return seat.words.say("note-settle_suit"), figures.money(due), "warn"


def _role(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    role, say = seat.view.role, seat.words.say
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


def _hall(seat: Seat, option: Option) -> tuple[str, str, str]:
    months = round(seat.view.me.build_months)
    cost = seat.words.say("tag-per-slot", usd=seat.view.build_cost_usd_per_slot)
    return seat.words.say("note-build_hall", months=months), cost, "muted"


def _bid(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    lots = [lot for lot in seat.view.offers.sites if lot.seller != seat.view.me.key]
    return seat.words.say("note-bid_site", count=len(lots)), figures.power(sum(lot.kw for lot in lots)), "good"


def _sell(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-sell_site"), "", "muted"


def _anchor(seat: Seat, option: Option) -> tuple[str, str, str]:
    rent = seat.words.say("tag-rent", usd=f"{seat.view.rent_usd:.2f}")
    return seat.words.say("note-anchor_site"), rent, "muted"


def _step_in(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    usd = min(anchor.step_in_usd for anchor in seat.view.anchors if anchor.may_step_in)
    return seat.words.say("note-step_in"), figures.money(usd), "warn"


def _pledge(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    missing = sum(giant.missing_usd for giant in seat.view.giants.values() if giant.lead)
    return seat.words.say("note-pledge_giant"), figures.money(missing), "muted"


def _giant(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    mine = {key for key, _ in option.fields[0].choices}
    cost = min(giant.cost_usd for key, giant in seat.view.giants.items() if key in mine)
    return seat.words.say("note-build_giant"), figures.money(cost), "muted"


def _pause(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    left = sum(project.cost_left_usd for project in seat.view.projects if not project.paused)
    return seat.words.say("note-pause_hall"), figures.money(left), "muted"


def _resume(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    left = sum(project.cost_left_usd for project in seat.view.projects if project.paused)
    return seat.words.say("note-resume_hall"), figures.money(left), "warn"


def _retrofit(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    air = sum(site.air_slots for site in seat.view.sites.values())
    return seat.words.say("note-retrofit_hall"), figures.cards(air), "muted"


def _run(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    free = seat.view.me.usable_h100e - seat.view.me.paid_h100e
    return seat.words.say("note-start_run"), figures.cards(free), "good"


def _stop(seat: Seat, option: Option) -> tuple[str, str, str]:
    me = seat.view.me
    return seat.words.say("note-stop_run", model=me.run_name), seat.words.month(me.run_ends), "muted"


def _release(seat: Seat, option: Option) -> tuple[str, str, str]:
    me = seat.view.me
    if me.held_name:
        gain = round(me.held_elo - me.true_elo)
        note = seat.words.say("note-release_model-new", model=me.held_name)
    else:
        gain, note = round(me.post_gain), seat.words.say("note-release_model-refresh")
    return note, seat.words.say("tag-elo", elo=f"{gain:+d}"), "good" if gain > 0 else "muted"


def _policy(seat: Seat, option: Option) -> tuple[str, str, str]:
    now = float(getattr(seat.view.me, option.group))
    return seat.words.say(f"note-set_policy-{option.group}"), seat.words.shower(option, "value")(now), "accent"


def _announce(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-announce", h100e=seat.view.me.usable_h100e), "", "muted"


def _text(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    text = seat.view.publishers[option.group]
    share = text.tokens / max(1.0, seat.view.me.tokens)
    return seat.words.say("note-license_data", share=share), figures.money(text.usd_per_year), "muted"


def _show(seat: Seat, option: Option) -> tuple[str, str, str]:
    count = len(option.fields[0].choices)
    return seat.words.say("note-announce_product", count=count), "", "muted"


def _launch(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    return seat.words.say("note-launch_product"), figures.cards(seat.view.me.products_h100e), "muted"


def _promise(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-promise_model"), "", "muted"


def _lobby(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-lobby", strict=f"{seat.view.stringency:.2f}"), "", "muted"


def _pact(seat: Seat, option: Option) -> tuple[str, str, str]:
    members = len(seat.view.pact.members) if seat.view.pact else 0
    return seat.words.say(f"note-{option.kind}", members=members), "", "muted"


def _lend(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    me = seat.view.me
    note = seat.words.say("note-borrow_cards", firm=seat.words.firm(me.affiliate))
    return note, figures.cards(me.affiliate_h100e), "muted"


def _waiver(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-ask_waiver", firm=seat.words.firm(seat.view.me.exclusive_partner)), "", "muted"


def _tie(seat: Seat, option: Option) -> tuple[str, str, str]:
    tie = next(tie for tie in seat.view.ties if tie.other == option.group)
    say = seat.words.say
    note = say("note-renegotiate", now=tie.revenue_share, fair=tie.fair_share)
    return note, say("tag-trust", share=tie.trust), "good" if tie.trust >= 0.5 else "warn"


def _poach(seat: Seat, option: Option) -> tuple[str, str, str]:
    best = max((rival.arena_elo for rival in seat.view.rivals.values()), default=0.0)
    gap = round(best - seat.view.me.arena_elo)
    return seat.words.say("note-poach"), seat.words.say("tag-elo", elo=f"{gap:+d}"), "muted"


def _acquihire(seat: Seat, option: Option) -> tuple[str, str, str]:
    risk = seat.view.block_chance
    note = seat.words.say("note-acquihire", count=len(seat.view.startups))
    return note, seat.words.say("tag-block", chance=risk), "bad" if risk > 0.25 else "muted"


def _transfer(seat: Seat, option: Option) -> tuple[str, str, str]:
    me = seat.view.me
    firm, mood = seat.words.firm(me.affiliate), me.affiliate_opposition
    note = seat.words.say("note-ask_affiliate", firm=firm, mood=mood)
    return note, "", "warn" if mood > 0.5 else "muted"


def _agi(seat: Seat, option: Option) -> tuple[str, str, str]:
    return seat.words.say("note-declare_agi"), "", "muted"


def _cancel(seat: Seat, option: Option) -> tuple[str, str, str]:
    figures = seat.words.figures
    ordered = sum(sum(site.ordered_cards.values()) for site in seat.view.sites.values())
    return seat.words.say("note-cancel_cards"), figures.cards(ordered), "muted"


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
