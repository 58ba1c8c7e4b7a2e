"""Minds of the lesson on the race: full speed, or a third of research on safety work, or whichever pays.

The prize is the winner's, it grows with the speed of the race, and who has had an incident or broken a pact is out
(after Armstrong, Bostrom and Shulman 2016, and Han, Pereira, Santos and Lenaerts 2020). Whoever weighs the odds expects
rivals at full speed, as nothing that it sees tells it otherwise.
"""

from math import exp
from statistics import NormalDist
from typing import ClassVar

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import JoinPact, ReleaseModel, SetPolicy

SAFE_SHARE = 0.33
"""Of research compute: whoever spends none of it is one and a half times as fast."""
STEPS = 7
"""Shares that are compared, from none to the safe one."""
ELO_A_YEAR = 60.0
"""Know-how of a year at full speed, as the lesson has it."""
WORTH_RELEASING_ELO = 8.0
BLIND_ELO = 100.0
"""By how much rivals may be ahead or behind of who does not look: as far apart as the labs of September 2024."""
SEEN_ELO = 8.0
"""What is left to chance for whoever looks."""


def _release(draft: Draft) -> None:
    me = draft.view.me
    if me.post_gain >= WORTH_RELEASING_ELO and me.releasing < 0:
        draft.add(ReleaseModel(), why("refresh", elo=round(me.post_gain)))


def _set(draft: Draft, share: float) -> None:
    if abs(draft.view.me.safety - share) > 0.005:
        draft.add(SetPolicy("safety", share), why("safety"))


class RacesSafe:
    """One-line rule: a third of research is safety work."""

    name = "races_safe"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        if draft.view.me.is_lab:
            _set(draft, SAFE_SHARE)
            _release(draft)
        return draft.advice


class RacesUnsafe:
    """One-line rule: all research is speed."""

    name = "races_unsafe"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        if draft.view.me.is_lab:
            _set(draft, 0.0)
            _release(draft)
        return draft.advice


class _Weighs:
    """Base: the share of safety work with the largest expected prize, rivals being at full speed."""

    name = ""
    sees = True
    pact: ClassVar[JoinPact | None] = None

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        me = draft.view.me
        if not me.is_lab:
            return draft.advice
        if self.pact is not None and not me.in_pact:
            draft.add(self.pact, why("pact"))
        share = max((SAFE_SHARE * n / STEPS for n in range(STEPS + 1)), key=lambda s: (self._prize(draft, s), s))
        _set(draft, share)
        _release(draft)
        return draft.advice

    def _prize(self, draft: Draft, share: float) -> float:
        """Expected prize of a share until the end: speed, times the chance to win, times the chance to be let."""
        view, me = draft.view, draft.view.me
        months = max(1, view.last_month - view.month + 1)
        speed = 1.0 - share
        rivals = [rival for rival in view.rivals.values() if rival.alive]
        pact = self.pact
        joined = pact is not None and (view.pact is not None or pact.verified)
        assumed = 1.0 - SAFE_SHARE if joined and pact is not None and pact.verified else 1.0
        ahead = (speed - assumed) * ELO_A_YEAR * months / 12.0
        chance = 1.0
        for rival in rivals:
            gap = me.true_elo - rival.arena_elo if self.sees else 0.0
            chance *= NormalDist(0.0, SEEN_ELO if self.sees else BLIND_ELO).cdf(gap + ahead)
        lets = exp(-me.hazard * months * (1.0 - share / SAFE_SHARE))
        if pact is not None and share < SAFE_SHARE - 1e-9:
            lets *= exp(-self._found(draft) * months)
        return speed * chance * lets

    def _found(self, draft: Draft) -> float:
        """Monthly chance that a broken word is found, as the desk quotes it."""
        return 0.0


class WeighsOdds(_Weighs):
    """One-line rule: whatever share of safety work has the largest expected prize, looking at rivals' ratings."""

    name = "weighs_odds"


class WeighsBlind(_Weighs):
    """One-line rule: the same without a look at the others."""

    name = "weighs_blind"
    sees = False


class SignsVerified(_Weighs):
    """One-line rule: join a verified pact, and keep it as long as breaking it does not pay."""

    name = "signs_verified"
    pact: ClassVar[JoinPact | None] = JoinPact(SAFE_SHARE, True)

    def _found(self, draft: Draft) -> float:
        return draft.view.pact_checks


class SignsUnverified(_Weighs):
    """One-line rule: join an unverified pact, and keep it as long as breaking it does not pay."""

    name = "signs_unverified"
    pact: ClassVar[JoinPact | None] = JoinPact(SAFE_SHARE, False)

    def _found(self, draft: Draft) -> float:
        return draft.view.pact_rumours
