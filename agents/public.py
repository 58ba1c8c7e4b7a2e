"""The public: customers who choose, a press that checks claims, and the mood of the market."""

from math import exp, fsum

import mesa
from msgspec import Struct


class Claim(Struct):
    """Something a firm has said in public and that somebody may check."""

    firm: str
    """Who has said it."""
    kind: str
    """What it is about: h100e_online or best_model."""
    amount: int
    """How much, in H100e; 0 for a promise of the best model."""
    made: int
    """Month in which it was said."""
    due: int
    """Month by which it is to be true."""
    bump: float = 0.0
    """What it adds to the valuation, as a logarithm."""
    leaked: bool = False
    """Whether somebody has told that it is not true."""


class PublicState(Struct):
    """What changes about customers, press, investors' mood and politics."""

    pool_usd: float
    """Yearly revenue of the whole field, in USD a year."""
    pool_year_ago: list[float]
    """The pool of each of the last thirteen months, in USD a year."""
    users: float
    """Monthly active users of all labs."""
    seats: float
    """Seats that companies pay at all labs."""
    sentiment: float = 1.0
    """Mood of investors; 1 is normal."""
    capex_pace: float = 0.0
    """Growth of the clouds' and parents' capital spending on AI in the last month, as a share."""
    shared_trust: float = 0.6
    """Mean trust in the labs, from 0 to 1."""
    low_trust_turns: int = 0
    """Turns in a row with trust near collapse."""
    claims: list[Claim] = []
    """What has been said and not yet checked."""
    stringency: float = 1.0
    """Strictness of the rules on large models, relative to the start."""
    supply_cut: float = 0.0
    """Part of chip supply that an event has cut."""
    supply_cut_until: int = -1
    """Last month of that cut."""
    rent_cut: float = 0.0
    """Part by which an event has cut the market's rent of compute."""
    rent_cut_until: int = -1
    """Last month of that cut."""
    export_closed: float = 0.0
    """Part of the markets under export control that is closed."""
    export_until: int = -1
    """Last month but one of it."""
    agi_theta: float = 0.0
    """Rating beyond which a declaration of AGI is likely to be accepted, in Elo; nobody knows it."""
    agi_month: int = -1
    """Month of an accepted declaration."""


class Choice(Struct, frozen=True):
    """What customers know of one lab."""

    firm: str
    share: float
    elo: float
    served: float
    price_level: float
    trust: float
    default: float = 0.0
    """Share that comes by the firm's own channels."""


class Public(mesa.Agent):
    """One-line rule: people drift to the better, cheaper, better served and more trusted; companies more slowly."""

    def __init__(self, model: mesa.Model, key: str, state: PublicState) -> None:
        super().__init__(model)
        self.key = key
        self.state = state

    def choose(
        self,
        choices: list[Choice],
        *,
        memory: float,
        elo_scale: float,
        served_exponent: float,
        price_exponent: float,
        trust_exponent: float,
        entry_share: float,
        inertia: float,
    ) -> list[float]:
        """New shares, in the order of `choices`, summing to one (model 7).

        share' ~ (share + entry + default)^memory x exp(elo / scale) x served^a x price^-b x trust^c,
        all slowed by `inertia`.
        """
        if not choices:
            return []
        best = max(choice.elo for choice in choices)
        forget = (1.0 - memory) / inertia
        kept, scale, by_served = 1.0 - forget, elo_scale * inertia, served_exponent / inertia
        by_price, by_trust = -price_exponent * forget, trust_exponent * forget
        weights = [
            (choice.share + entry_share + choice.default) ** kept
            * exp((choice.elo - best) / scale)
            * max(choice.served, 0.01) ** by_served
            * choice.price_level**by_price
            * max(choice.trust, 0.01) ** by_trust
            for choice in choices
        ]
        total = fsum(weights)
        return [weight / total for weight in weights]
