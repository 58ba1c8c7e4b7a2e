"""Affiliates: firms under the same control lend a lab cards, data and people until their shareholders object (model 5).

Opposition grows with the part of the fleet that is lent beyond what is tolerated, and with every transfer of data or
people. When it reaches one, shareholders sue: loans are called back, the suit costs money and the lab's trust.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def data_tokens(race: "Race", affiliate: str) -> float:
    """Tokens of training data that a transfer brings: a part of what has not been given yet."""
    facts = race.level.firms[affiliate].affiliate
    return race.world.firms[affiliate].data_tokens * facts.data_part if facts is not None else 0.0


def people(race: "Race", affiliate: str) -> int:
    """People whom a transfer brings."""
    facts = race.level.firms[affiliate].affiliate
    return min(facts.team, race.world.firms[affiliate].staff) if facts is not None else 0


def transfer(race: "Race", affiliate: str, lab: str, what: str) -> None:
    """Move data or a team to the lab; the shareholders notice."""
    facts, world = race.level.firms[affiliate].affiliate, race.world
    assert facts is not None
    state, firm = world.firms[affiliate], world.firms[lab]
    if what == "data":
        given = data_tokens(race, affiliate)
        state.data_tokens -= given
        firm.data_tokens += given
        state.opposition += facts.data_opposition
    else:
        team = people(race, affiliate)
        state.staff -= team
        firm.staff += team
        state.opposition += facts.team_opposition
    world.tell("handshake", "news-transfer-" + what, lab, 0, affiliate=race.level.firms[affiliate].name)


def object_to_lending(race: "Race") -> None:
    """A month of the shareholders' mood; when they have had enough, they sue."""
    world = race.world
    for key, terms in race.affiliates:
        state: FirmState = world.firms[key]
        lent = sum(c.h100e for c in race.lists.leases_from(key) if c.starts <= world.month < c.ends)
        share = lent / state.compute.owned if state.compute.owned else 0.0
        state.opposition = max(0.0, state.opposition + terms.opposition * (share - terms.tolerated))
        if state.opposition >= 1.0:
            _sue(race, key)


def _sue(race: "Race", affiliate: str) -> None:
    world, terms = race.world, race.level.firms[affiliate].affiliate
    assert terms is not None
    for contract in race.lists.leases_from(affiliate):
        contract.ends = min(contract.ends, world.month + 1)
    world.firms[affiliate].opposition = terms.after_suit
    firm = world.firms[terms.of]
    firm.trust = max(0.0, firm.trust - terms.suit_trust)
    if firm.alive:
        world.books.pay(terms.of, "~courts", terms.suit_usd, "suit")
    world.tell("gavel", "news-suit", terms.of, -1, affiliate=race.level.firms[affiliate].name)
