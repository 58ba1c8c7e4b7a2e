"""The public list: what it says of a model, how private tests flatter it, and how the truth comes out (model 6a).

Observed R = true + sigma z. Who tests N variants in private and releases the one the list likes best adds
sigma E[max of N] to R (0.84 sigma for three, 1.54 for ten) and nothing to the truth; voters find new questions, and
the rating comes back to it with a half-life. Selection among noisy scores is Goodhart's law in its plainest form.
"""

from math import exp
from typing import TYPE_CHECKING

from agents import chance

if TYPE_CHECKING:
    from agents.firm import FirmState, Model
    from game.race import Race


def rate(race: "Race", firm: "FirmState", model: "Model", variants: int) -> None:
    """The rating of a model at its release: the truth, the best of its variants' luck, and the sampling of votes."""
    seed, month, rules = race.world.seed, race.world.month, race.level.rules
    luck = max(chance.normal(seed, firm.key, "variant", month, n) for n in range(max(1, variants)))
    votes = rules.research.arena_noise * chance.normal(seed, firm.key, "arena", month)
    model.variants = max(1, variants)
    model.flattery = rules.leaderboard.variant_elo * luck + votes
    model.arena_elo = model.true_elo + model.flattery


def test_months(race: "Race", variants: int) -> int:
    """By how much the tests of private variants put a release off."""
    return max(0, variants - 1) // race.level.rules.leaderboard.variants_a_month


def age(race: "Race") -> None:
    """A month of votes: ratings come back to the truth, and somebody may notice how a place was won."""
    rules, world = race.level.rules.leaderboard, race.world
    kept = 0.5 ** (1.0 / rules.flattery_half_life)
    for firm in race.labs:
        model = firm.model
        if model is None or not firm.alive:
            continue
        model.flattery *= kept
        if model.variants > 1 and model.flattery > 0.0:
            hazard = rules.found_hazard * (model.variants - 1)
            if chance.happens(hazard, world.seed, firm.key, "variants", world.month):
                _find_out(race, firm, model)
        model.arena_elo = model.true_elo + model.flattery
        firm.known_elo.append(model.true_elo)
        del firm.known_elo[: -rules.truth_months - 1]


def _find_out(race: "Race", firm: "FirmState", model: "Model") -> None:
    """The list takes the flattered rating down, and the firm is believed less."""
    rules = race.level.rules
    firm.trust = max(0.0, firm.trust - rules.leaderboard.found_trust)
    firm.credibility *= 1.0 - rules.press.missed
    race.world.tell(
        "eye", "news-variants", firm.key, -1, model=model.name, variants=model.variants, elo=round(model.flattery)
    )
    model.flattery, model.variants = 0.0, 1


def known_elo(firm: "FirmState") -> float:
    """What companies know a lab's model to be worth: the truth of two quarters ago."""
    if firm.known_elo:
        return firm.known_elo[0]
    return firm.model.true_elo if firm.model is not None else 0.0


def nearness(race: "Race") -> float:
    """How near the best model that anybody can download is to the best of all: 1 is as good, 0 there is none."""
    best = downloaded = 0.0
    for firm in race.labs:
        if firm.alive and firm.model is not None:
            best = max(best, firm.model.true_elo)
            if firm.model.open_weights:
                downloaded = max(downloaded, firm.model.true_elo)
    return exp((downloaded - best) / race.level.rules.customers.open_elo) if downloaded else 0.0


def open_diffusion(race: "Race") -> float:
    """Factor on the pace at which know-how spreads."""
    return 1.0 + (race.level.rules.customers.open_diffusion - 1.0) * nearness(race)
