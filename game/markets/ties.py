"""Ties between labs and their backers: dependence, outside options, terms and trust (model 13).

A tie creates T = R + L + G a year: the lab's revenue R, the part L of the backer's revenue that hangs on the lab's
models, and cards G that would stand idle without it. Alone the lab keeps R (1 - D (1 - c p)): D is the part of its
compute that comes from the backer, c how much of that others could supply, p what survives the move. Alone the backer
keeps what its own model is worth of L. Terms are renegotiated towards Nash's split of what is left (Nash 1950; outside
options as in Binmore, Rubinstein and Wolinsky 1986; hold-up of who cannot leave as in Hart and Moore 1990).
tau' = tau + k3 delivered - k2 breach - k1 overlap rivalry - k4 own model - k5 nearness of an unclear AGI clause.
"""

from math import exp, fsum
from typing import TYPE_CHECKING

from msgspec import Struct

from agents import chance
from game.exact import ExactSum
from game.world import FOREVER, Contract

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race
    from game.world import Tie


class Balance(Struct, frozen=True):
    """What a tie is worth and to whom, in USD a year; `dependence_*` and `fair_share` are shares."""

    joint_usd: float
    """Created by the tie (T)."""
    lab_usd: float
    """Of it, what the lab has by the present terms."""
    lab_alone_usd: float
    backer_alone_usd: float
    lab_fair_usd: float
    """What the lab would have by Nash's split."""
    revenue_usd: float
    """The lab's own revenue (R)."""
    dependence_lab: float
    """Part of the lab's compute that the backer supplies."""
    dependence_backer: float
    """Part of the backer's rents that the lab pays."""
    fair_share: float
    """Revenue share by which the lab would have its fair part."""

    @property
    def lab_part(self) -> float:
        """The lab's part of what the tie creates."""
        return self.lab_usd / self.joint_usd if self.joint_usd > 0.0 else 1.0

    @property
    def due_usd(self) -> float:
        """What the lab lacks of its fair part; negative if it has more."""
        return self.lab_fair_usd - self.lab_usd


def find(race: "Race", lab: str, partner: str) -> "Tie | None":
    """The tie of a lab and a backer that still stands."""
    return next((t for t in race.lists.ties_of(lab) if t.partner == partner and not t.ended), None)


def balance(race: "Race", tie: "Tie", relet_part: float | None = None) -> Balance:
    """Weigh a tie as it stands now; `relet_part` as `relet` gives it, for whoever weighs many."""
    rules, world = race.level.rules.ties, race.world
    lab, backer = world.firms[tie.lab], world.firms[tie.partner]
    supplied, others, rents = _supply(race, tie)
    whole = supplied + others
    depends = supplied / whole if whole else 0.0
    revenue = max(lab.run_rates[-1] if lab.run_rates else 0.0, 1.0)
    own = backer.run_rates[-1] - revenue * tie.revenue_share if backer.run_rates else 0.0
    licensed = rules.licence_part * max(0.0, own) if tie.licence else 0.0
    idle = rents * (1.0 - (relet(race) if relet_part is None else relet_part))
    joint = revenue + licensed + idle
    cover = min(1.0, elsewhere_h100e(race, tie) / supplied) if supplied else 1.0
    lab_alone = revenue * (1.0 - depends * (1.0 - cover * rules.move_part))
    backer_alone = licensed * own_quality(race, tie)
    strength = rules.lab_power
    lab_fair = lab_alone + strength * max(0.0, joint - lab_alone - backer_alone)
    lab_now = revenue * (1.0 - tie.revenue_share) + tie.rebate_usd
    fair = min(rules.share_most, max(0.0, 1.0 - (lab_fair - tie.rebate_usd) / revenue))
    earned = fsum(
        c.h100e * c.rent_usd for c in race.lists.leases_from(tie.operator) if c.starts <= world.month < c.ends
    )
    hours = 12.0 * race.level.rules.power.hours_per_month
    depends_backer = rents / (earned * hours) if earned else 0.0
    return Balance(joint, lab_now, lab_alone, backer_alone, lab_fair, revenue, depends, depends_backer, fair)


def _supply(race: "Race", tie: "Tie") -> tuple[int, int, float]:
    """H100e that the backer supplies now, what the lab has from others and of its own, and yearly rents."""
    month, supplied, others, rents = race.world.month, 0, 0, 0.0
    for contract in race.lists.leases_of(tie.lab):
        if not contract.starts <= month < contract.ends:
            continue
        if contract.operator == tie.operator:
            supplied += contract.h100e
            rents += contract.h100e * contract.rent_usd
        else:
            others += contract.h100e
    others += race.world.firms[tie.lab].compute.online
    return supplied, others, rents * 12.0 * race.level.rules.power.hours_per_month


def relet(race: "Race") -> float:
    """Part of returned cards for which lessors would find another tenant: the fuller they are, the more."""
    offers, online, free = race.world.offers.leases, 0, 0
    for key in race.lessors:
        online += race.world.firms[key].compute.online
        free += offers[key].now_h100e if key in offers else 0
    return 1.0 - min(1.0, free / online) if online else 1.0


def elsewhere_h100e(race: "Race", tie: "Tie") -> float:
    """What other lessors could supply: what they have signed, what runs free, and a part of what they would build."""
    signed = sum(
        contract.h100e
        for contract in race.lists.leases_of(tie.lab)
        if contract.operator != tie.operator and contract.starts > race.world.month
    )
    offers, (known, whole) = race.world.offers.leases, race.on_offer
    if offers is not known:
        whole = ExactSum([_could_supply(race, key) for key in race.lessors])
        race.on_offer = (offers, whole)
    return signed + whole.value(without=_could_supply(race, tie.operator))


def _could_supply(race: "Race", operator: str) -> float:
    """What runs free at a lessor, and a part of what it would build."""
    offer, cloud = race.world.offers.leases.get(operator), race.level.firms[operator].cloud
    if offer is None or cloud is None or not cloud.rents_out:
        return 0.0
    return offer.now_h100e + race.level.rules.ties.built_part * offer.built_h100e


def own_quality(race: "Race", tie: "Tie") -> float:
    """How well the backer's own model would do in place of the lab's, from 0 to 1 (a hedge, S024)."""
    lab, backer = race.world.firms[tie.lab].model, race.world.firms[tie.partner].model
    if lab is None:
        return 1.0
    if backer is None:
        return 0.0
    return exp(min(0.0, (backer.true_elo - lab.true_elo) / race.level.rules.ties.quality_elo))


def rivalry(race: "Race", tie: "Tie") -> float:
    """How much lab and backer fight for the same customers: 1 when equally large, 0 when one has all or none."""
    lab, backer = race.world.firms[tie.lab], race.world.firms[tie.partner]
    mine, theirs = lab.user_share + lab.seat_share, backer.user_share + backer.seat_share
    return 1.0 - abs(mine - theirs) / (mine + theirs) if mine + theirs > 0.0 else 0.0


def licensed(race: "Race") -> dict[str, str]:
    """The lab on whose model each backer may build its products."""
    return {tie.partner: tie.lab for tie in race.world.ties if tie.licence and race.world.firms[tie.lab].model}


def live(race: "Race") -> None:
    """A month of every tie: licences and notices run out, trust moves, disputes end or break the tie."""
    for tie in race.world.ties:
        if tie.ended:
            continue
        lab = race.world.firms[tie.lab]
        if not lab.alive:
            _end(tie)
            continue
        if tie.licence and race.world.month >= tie.licence_until:
            tie.licence = False
            race.world.tell("key-round", "news-licence-ends", tie.lab, 0, partner=race.level.firms[tie.partner].name)
        if tie.rebate_usd and race.world.month >= tie.rebate_until:
            tie.rebate_usd = 0
        if tie.notice >= 0:
            if race.world.month >= tie.notice:
                _end(tie)
            continue
        _trust(race, tie, lab)
        _dispute(race, tie)


def _trust(race: "Race", tie: "Tie", lab: "FirmState") -> None:
    rules, month = race.level.rules.ties, race.world.month
    promised = given = 0
    for contract in race.lists.leases_of(tie.lab):
        if contract.operator == tie.operator and contract.starts <= month < contract.ends:
            promised += contract.h100e
            given += contract.delivered
    kept = given / promised if promised else 0.0
    change = rules.trust_delivered * kept - rules.trust_rivalry * tie.overlap * rivalry(race, tie)
    if promised:
        change -= rules.trust_breach * (1.0 - kept)
    if race.world.firms[tie.partner].model is not None:
        change -= rules.trust_hedge * own_quality(race, tie)
        change -= rules.trust_campaign * tie.overlap * lab.policies.campaign
    if tie.clause == "ambiguous" and lab.model is not None:
        agi = race.level.rules.agi
        change -= rules.trust_clause / (
            1.0 + exp(min(50.0, (agi.mean_elo - lab.model.true_elo) / max(1.0, agi.sd_elo)))
        )
    tie.trust = min(1.0, max(0.0, tie.trust + change))


def _dispute(race: "Race", tie: "Tie") -> None:
    """Low trust and an open dispute may end the tie; a dispute that it outlives is settled in writing."""
    rules, world = race.level.rules.ties, race.world
    hazard = rules.break_hazard * max(0.0, 1.0 - tie.trust / rules.break_trust)
    if tie.dispute_until >= 0:
        hazard += rules.dispute_hazard
    if chance.happens(hazard, world.seed, tie.lab, "break " + tie.partner, world.month):
        give_notice(race, tie)
    elif 0 <= tie.dispute_until <= world.month:
        tie.dispute_until = -1
        tie.clause = "panel"
        world.tell("scale", "news-dispute-settled", tie.lab, 0, partner=race.level.firms[tie.partner].name)


def give_notice(race: "Race", tie: "Tie") -> None:
    """Break up: the lab is free at once, its contracts grow dearer, and end with the notice as the licence does."""
    rules, world = race.level.rules.ties, race.world
    tie.notice = world.month + rules.notice_months
    tie.exclusive = tie.first_refusal = False
    tie.licence_until = min(tie.licence_until, tie.notice)
    tie.dispute_until = -1
    tie.trust = 0.0
    for contract in race.lists.leases_of(tie.lab):
        if contract.operator == tie.operator:
            contract.ends = min(contract.ends, max(tie.notice, contract.starts))
            contract.rent_usd *= 1.0 + rules.break_rent
    world.firms[tie.lab].mood -= rules.break_mood
    world.tell("unplug", "news-break-up", tie.lab, -1, partner=race.level.firms[tie.partner].name)


def _end(tie: "Tie") -> None:
    tie.ended = True
    tie.licence = tie.exclusive = tie.first_refusal = False
    tie.revenue_share = 0.0
    tie.rebate_usd = 0
    tie.notice = tie.dispute_until = -1


def declared(race: "Race", lab: str, *, accepted: bool) -> None:
    """A lab has declared AGI: a panel's yes ends licence and share, its no costs trust; without one it is a dispute."""
    rules, world = race.level.rules.ties, race.world
    firm = world.firms[lab]
    for tie in race.lists.ties_of(lab):
        if tie.ended or not tie.licence:
            continue
        if tie.clause == "ambiguous":
            tie.trust = max(0.0, tie.trust - rules.dispute_trust)
            tie.dispute_until = world.month + rules.dispute_months
            firm.trust = max(0.0, firm.trust - rules.dispute_press)
            firm.mood -= rules.dispute_mood
            world.tell("gavel", "news-dispute", lab, -1, partner=race.level.firms[tie.partner].name)
        elif accepted:
            tie.licence, tie.exclusive, tie.revenue_share = False, False, 0.0
        else:
            tie.trust = max(0.0, tie.trust - rules.reject_trust)


def accept_chance(race: "Race", tie: "Tie") -> float:
    """Chance that the other side signs what it owes by the balance: the more trust, the better."""
    rules = race.level.rules.ties
    return float(1.0 / (1.0 + exp(-rules.accept_slope * (tie.trust - rules.accept_trust))))


def step_of(race: "Race", tie: "Tie", weighed: Balance) -> float:
    """By how much one renegotiation moves the revenue share: a part of the way to the fair one, and so much at most."""
    rules = race.level.rules.ties
    wish = rules.step * (weighed.fair_share - tie.revenue_share)
    return float(min(rules.step_most, max(-rules.step_most, wish)))


def asks_usd(race: "Race", tie: "Tie", ask: str, weighed: Balance) -> float:
    """What an ask is worth a year to who asks, so that it can be set against what is due."""
    rules = race.level.rules.ties
    if ask in ("waiver", "exclusive"):
        return tie.waiver_revenue_share * weighed.revenue_usd
    if ask == "licence":
        backer = race.world.firms[tie.partner]
        own = backer.run_rates[-1] - weighed.revenue_usd * tie.revenue_share if backer.run_rates else 0.0
        return float(rules.licence_price * rules.licence_part * max(0.0, own))
    return 0.0


def rebate_of(race: "Race", tie: "Tie", weighed: Balance) -> tuple[int, float]:
    """H100e that the backer would build for a lab whose terms are poor, and the rent: cheaper than the market's."""
    rules, offers = race.level.rules.ties, race.world.offers
    rent = offers.rent_usd * (1.0 - rules.compute_discount)
    saved = offers.rent_usd * rules.compute_discount * 12.0 * race.level.rules.power.hours_per_month
    offer = offers.leases.get(tie.operator)
    most = offer.built_h100e if offer is not None else 0
    wish = int(rules.step * max(0.0, weighed.due_usd) / saved) if saved > 0.0 else 0
    return min(most, wish), rent


def sign(race: "Race", tie: "Tie", by: str, ask: str) -> None:
    """Ask for a better term; the other side signs or not. Every ask costs some trust, a refusal more."""
    rules, world = race.level.rules.ties, race.world
    weighed = balance(race, tie)
    agreed = chance.happens(accept_chance(race, tie), world.seed, by, "renegotiate " + ask, world.month)
    other = race.level.firms[tie.partner if by == tie.lab else tie.lab].name
    tie.asked = world.month
    tie.trust = max(0.0, tie.trust - rules.ask_trust - (0.0 if agreed else rules.refusal_trust))
    if not agreed:
        world.tell("scale", "news-terms-refused", by, -1, partner=other)
        return
    if ask == "share":
        tie.revenue_share = min(rules.share_most, max(0.0, tie.revenue_share + step_of(race, tie, weighed)))
    elif ask == "compute":
        _build_for(race, tie, *rebate_of(race, tie, weighed))
    elif ask == "waiver":
        tie.exclusive, tie.first_refusal = False, True
    elif ask == "exclusive":
        tie.exclusive, tie.first_refusal = True, False
    elif ask == "licence":
        tie.licence = True
        tie.licence_until = max(world.month, min(tie.licence_until, FOREVER)) + rules.licence_months
    else:
        tie.clause = "panel"
        tie.trust = min(1.0, tie.trust + rules.clause_trust)
    world.tell("handshake", "news-terms-" + ask, by, 1, partner=other, share=round(tie.revenue_share, 3))


def _build_for(race: "Race", tie: "Tie", h100e: int, rent_usd: float) -> None:
    rules, world = race.level.rules, race.world
    starts = world.month + rules.leases.build_ahead_months
    ends = starts + rules.ties.compute_months
    world.contracts.append(Contract(tie.operator, tie.lab, h100e, h100e, rent_usd, starts, ends))
    saved = (world.offers.rent_usd - rent_usd) * 12.0 * rules.power.hours_per_month * h100e
    tie.rebate_usd += int(saved)
    tie.rebate_until = max(tie.rebate_until, ends)


def first_refused(race: "Race", lab: str, operator: str, h100e: int) -> str:
    """Who gets a lab's new lease: the backer's operator if it may match and has the cards, else the lessor."""
    for tie in race.lists.ties_of(lab):
        if tie.first_refusal and operator != tie.operator:
            offer = race.world.offers.leases.get(tie.operator)
            if offer is not None and offer.now_h100e >= h100e:
                return tie.operator
    return operator


def campaign_cost_usd(race: "Race", firm: "FirmState") -> float:
    """What a month of a full campaign among executives costs: travel and demonstrations, and a part of sales (S021)."""
    rules, public = race.level.rules.ties, race.world.public
    sales = public.pool_usd / 12.0 * (1.0 - race.level.rules.customers.consumer_part) * firm.seat_share
    return float(rules.campaign_usd + rules.campaign_part * sales)


def pay_campaigns(race: "Race") -> None:
    """Sales campaigns of the month."""
    for firm in race.labs:
        if firm.alive and firm.policies.campaign:
            race.world.books.pay(
                firm.key, "~sales", int(firm.policies.campaign * campaign_cost_usd(race, firm)), "campaign"
            )
