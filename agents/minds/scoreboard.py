"""Minds of the lesson on scoreboards: they train and release the same, and differ in what they test beforehand."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import ReleaseModel, StartRun

RUN_MONTHS = 6
RUN_SHARE = 0.3
WORTH_RELEASING_ELO = 8.0


class _Releases:
    """Base: keep a run going, and release what is better, the best of so many variants."""

    name = ""
    variants = 1

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        me = draft.view.me
        if not me.is_lab or me.releasing >= 0:
            return draft.advice
        gain = max(me.held_elo - me.true_elo, me.post_gain)
        if gain >= WORTH_RELEASING_ELO and not me.held_wait:
            draft.add(ReleaseModel(self.variants), why("refresh", elo=round(gain)))
        if not me.run_name:
            draft.add(StartRun(RUN_MONTHS, RUN_SHARE), why("run", months=RUN_MONTHS))
        return draft.advice


class TestsOne(_Releases):
    """One-line rule: release the model as it is."""

    name = "tests_one"


class TestsTen(_Releases):
    """One-line rule: test ten variants in private and release the one that the list likes best."""

    name = "tests_ten"
    variants = 10
