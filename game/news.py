"""What the coming month brings: scheduled and drawn events, and a press that checks what firms have claimed."""

from math import fsum, log2
from typing import TYPE_CHECKING

from agents import chance
from agents.public import Claim
from game import community, press, products, safety
from levels.calendar import index_of

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race
    from levels.schema import Event


def arrive(race: "Race") -> None:
    """Events of the month that begins, seen before anybody decides."""
    press.talk(race)
    _check_claims(race)
    products.judge(race)
    safety.verify(race)
    _trust(race)
    seed, now = race.world.seed, race.world.month
    for key, event, month in race.events:
        if not _may_happen(race, key, event):
            continue
        due = month == now + 1
        if due or (event.hazard is not None and chance.happens(event.hazard, seed, "world", "event " + key, now)):
            happen(race, key, event)


def _may_happen(race: "Race", key: str, event: "Event") -> bool:
    """Whether what it waits for has come, and it has not come too often itself."""
    happened = race.world.happened
    return not (event.once and key in happened) and (event.after is None or event.after in happened)


def happen(race: "Race", key: str, event: "Event") -> None:
    """Carry out an event's effect on the firm it hits, or on the world."""
    world, public = race.world, race.world.public
    firm = _hit(race, key, event)
    if event.firm is not None and firm is None:
        return
    size = event.size
    if event.effect == "sentiment":
        public.sentiment = max(race.level.rules.capital.sentiment_low, public.sentiment * (1.0 - size))
    elif event.effect == "supply":
        public.supply_cut, public.supply_cut_until = min(1.0, size), world.month + event.months
    elif event.effect == "rents":
        public.rent_cut, public.rent_cut_until = min(1.0, size), world.month + event.months
    elif event.effect == "export":
        public.export_closed, public.export_until = min(1.0, size), world.month + event.months
    elif event.effect == "rule":
        world.makers[event.maker].rule = event.rule
    elif firm is not None and event.effect == "staff_loss":
        leaving = int(firm.staff * size)
        firm.staff -= leaving
        firm.skill -= race.level.rules.research.staff_skill * size
    elif firm is not None and event.effect == "trust":
        firm.trust = max(0.0, firm.trust - size)
    elif firm is not None and event.effect == "skill":
        firm.skill += size
    elif firm is not None and event.effect == "morale":
        firm.mood -= size
    elif firm is not None and event.effect in ("tie", "tie_mended"):
        change = -size if event.effect == "tie" else size
        for tie in world.ties:
            if tie.lab == firm.key and not tie.ended:
                tie.trust = min(1.0, max(0.0, tie.trust + change))
    if key in race.chained:
        world.happened.append(key)
    tone = 0 if event.effect == "news" else (1 if event.effect in ("skill", "tie_mended") else -1)
    world.tell(EVENT_ICONS[event.effect], event.text, firm.key if firm else "", tone)


EVENT_ICONS = {
    "news": "newspaper",
    "staff_loss": "users",
    "sentiment": "landmark",
    "supply": "truck",
    "rents": "trending-down",
    "trust": "triangle-alert",
    "skill": "lightbulb",
    "morale": "users",
    "tie": "gavel",
    "tie_mended": "handshake",
    "export": "gavel",
    "rule": "scale",
}


def _hit(race: "Race", key: str, event: "Event") -> "FirmState | None":
    if event.firm is None:
        return None
    if event.firm == "any":
        alive = [firm for firm in race.labs if firm.alive]
        if not alive:
            return None
        pick = chance.draw(race.world.seed, "world", "whom " + key, race.world.month)
        return alive[int(pick * len(alive))]
    firm = race.world.firms[event.firm]
    return firm if firm.alive else None


def claim(race: "Race", firm: "FirmState", h100e: int) -> None:
    """A firm says how much runs: the valuation rises by what the claim adds, until somebody checks."""
    world, bump = race.world, bump_of(race, firm, h100e)
    world.public.claims.append(Claim(firm.key, "h100e_online", h100e, world.month, world.month, bump))
    firm.bump += bump
    world.tell("megaphone", "news-claim", firm.key, 0, h100e=h100e)


def bump_of(race: "Race", firm: "FirmState", h100e: int) -> float:
    """Rise of the valuation by a claim, as a logarithm: so much per doubling beyond the truth, as far as believed."""
    doublings = max(0.0, log2(h100e / max(1, firm.compute.usable)))
    return race.level.rules.public.claim_bump * firm.credibility * doublings


def _check_claims(race: "Race") -> None:
    """Utilities and the press look at claims (hazard a month); promises are due on their day."""
    rules, world = race.level.rules.public, race.world
    kept = []
    for index, claim_ in enumerate(world.public.claims):
        firm = world.firms[claim_.firm]
        if not firm.alive:
            continue
        if claim_.kind == "best_model":
            if world.month < claim_.due:
                kept.append(claim_)
            else:
                press.judge(race, firm, claim_)
            continue
        true_now = firm.compute.usable >= rules.claim_tolerance * claim_.amount
        looked_at = claim_.leaked or chance.happens(
            rules.check_hazard, world.seed, firm.key, "check", world.month, index
        )
        looked_at = looked_at or community.doubted(race, firm, claim_)
        if true_now:
            # A claim that was bold when it was made and has come true earns trust; a safe one earns none.
            boldness = min(1.0, claim_.bump / rules.claim_bump)
            firm.trust = min(1.0, firm.trust + rules.kept_trust * boldness)
            most = race.level.rules.press.credibility_most
            firm.credibility = min(most, firm.credibility + race.level.rules.press.kept * boldness)
            firm.bump = max(0.0, firm.bump - claim_.bump)
        elif looked_at and world.month > claim_.due:
            _expose(race, firm, claim_)
        else:
            kept.append(claim_)
    world.public.claims = kept


def _expose(race: "Race", firm: "FirmState", claim_: Claim) -> None:
    rules, world = race.level.rules.public, race.world
    firm.bump -= 2.0 * claim_.bump
    firm.exposed_until = world.month + rules.exposure_months
    firm.trust = max(0.0, firm.trust - rules.exposure_trust)
    firm.credibility *= 1.0 - race.level.rules.press.missed
    world.tell("eye", "news-exposed", firm.key, -1, h100e=claim_.amount, truth=firm.compute.usable)


def _trust(race: "Race") -> None:
    """Trust drifts to what all labs together have, and falls where customers are not served."""
    rules, public = race.level.rules.public, race.world.public
    labs = [firm for firm in race.labs if firm.alive]
    for firm in labs:
        firm.trust += rules.trust_drift * (public.shared_trust - firm.trust)
        if firm.served < rules.poor_service:
            firm.trust = max(0.0, firm.trust - rules.unserved_trust * (1.0 - firm.served))
        if firm.bump < 0.0:
            firm.bump *= 1.0 - rules.bump_fade
    safety.incidents(race)
    public.shared_trust = fsum(firm.trust for firm in labs) / len(labs) if labs else public.shared_trust


def schedule(race: "Race") -> list[tuple[str, "Event", int | None]]:
    """The level's events with their months as counts."""
    start = race.level.start
    return [
        (key, event, index_of(event.month, start) if event.month is not None else None)
        for key, event in race.level.events.items()
    ]
