"""Training data: own stocks, licences of publishers, synthetic text, and what repeats are worth (model 6b).

A run of C FLOP reads D = (C / factor)^.5 tokens (20 a parameter, Hoffmann and others 2022). With U different tokens
it reads them e = D / U times, which is worth U (1 + R (1 - exp(-(e - 1) / R))) different ones (Muennighoff and others
2023). Text that models write counts with diminishing worth. Posted text has a price that rises with each licence;
exclusive text is sold by sealed bids at the second price (Vickrey 1961).
"""

from functools import lru_cache
from math import exp, fsum, sqrt
from typing import TYPE_CHECKING

from game.world import Licence

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def useful_flop(race: "Race", firm: "FirmState", flop: float) -> float:
    """The part of a run's compute that counts: less than all when it has to read its text again and again."""
    factor = race.level.rules.research.data_factor
    tokens, stock = sqrt(flop / factor), firm.tokens if firm.tokens > 1.0 else 1.0
    if tokens <= stock:
        return flop
    worth = stock * _worth(tokens / stock, race.level.rules.data.repeats)
    return float(factor * worth * worth)


def _worth(epochs: float, repeats: float) -> float:
    """What so many epochs are worth, in epochs of new text."""
    return 1.0 + repeats * (1.0 - exp(-(epochs - 1.0) / repeats))


def short_flop(race: "Race", firm: "FirmState") -> float:
    """Compute beyond which a run is short of data: a part of it is lost to repeats."""
    rules = race.level.rules
    return float(rules.research.data_factor * (firm.tokens * short_epochs(rules.data.repeats, rules.data.short)) ** 2)


@lru_cache(maxsize=64)
def short_epochs(repeats: float, short: float) -> float:
    """Epochs at which only the part `short` of a run's compute counts."""
    low, high = 1.0, 1000.0
    for _ in range(60):
        middle = 0.5 * (low + high)
        if (_worth(middle, repeats) / middle) ** 2 > short:
            low = middle
        else:
            high = middle
    return low


def gather(race: "Race") -> None:
    """A month of every lab's stock: its own grows, licences end, and what models write is added."""
    rules, world = race.level.rules, race.world
    growth = (1.0 + rules.research.data_growth) ** (1.0 / 12.0)
    if world.licences:
        world.licences = [licence for licence in world.licences if licence.ends > world.month]
    for firm in race.labs:
        if firm.alive:
            firm.data_tokens *= growth
            firm.synthetic_tokens += firm.compute.synthetic * rules.data.synthetic_tokens
            count(race, firm)


def count(race: "Race", firm: "FirmState") -> None:
    """Different usable tokens of a firm now."""
    publishers = race.level.publishers
    licensed = fsum([publishers[x.publisher].tokens for x in race.lists.licences_of(firm.key)])
    most = race.level.rules.data.synthetic_worth * firm.data_tokens
    written = most * (1.0 - exp(-firm.synthetic_tokens / most)) if most > 0.0 and firm.synthetic_tokens else 0.0
    firm.tokens = firm.data_tokens + licensed + written


def price_usd(race: "Race", publisher: str) -> int:
    """What a publisher asks for a year now, or the least bid if only one may have its text."""
    facts = race.level.publishers[publisher]
    sold = len(race.lists.licences_from(publisher))
    return int(facts.usd_per_year * (1.0 + race.level.rules.data.licence_step * (0 if facts.exclusive else sold)))


def is_free(race: "Race", publisher: str, firm: str) -> bool:
    """Whether a firm could license it now: it has no licence, and no exclusive one stands."""
    if race.level.publishers[publisher].exclusive:
        return not race.lists.licences_from(publisher)
    return all(licence.publisher != publisher for licence in race.lists.licences_of(firm))


def clear(race: "Race") -> None:
    """Licences of this turn: posted text for everybody who pays, exclusive text for the highest bid at the second."""
    world = race.world
    bids, world.bids.licences = world.bids.licences, []
    if not bids:
        return
    for key in dict.fromkeys(bid[0] for bid in bids):
        asked = price_usd(race, key)
        mine = sorted((bid for bid in bids if bid[0] == key and bid[2] >= asked), key=lambda b: (-b[2], b[1]))
        if not race.level.publishers[key].exclusive:
            for _, firm, _ in mine:
                _license(race, key, firm, asked)
        elif mine:
            second = mine[1][2] if len(mine) > 1 else asked
            _license(race, key, mine[0][1], second)
            for _, firm, _ in mine[1:]:
                world.tell("gavel", "news-outbid", firm, -1, publisher=race.level.publishers[key].name, usd=second)


def _license(race: "Race", publisher: str, firm: str, usd_per_year: int) -> None:
    world = race.world
    ends = world.month + race.level.rules.data.licence_months
    world.licences.append(Licence(publisher, firm, usd_per_year, ends))
    count(race, world.firms[firm])
    name = race.level.publishers[publisher].name
    world.tell("book-open", "news-licence", firm, 1, publisher=name, usd=usd_per_year)


def pay(race: "Race") -> None:
    """A month of every licence."""
    for licence in race.world.licences:
        if race.world.firms[licence.firm].alive:
            race.world.books.pay(licence.firm, "~publishers", licence.usd_per_year // 12, "licences")
