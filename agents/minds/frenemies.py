"""Minds of the lesson on partners: one asks for what its outside options support, one declares AGI besides."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import DeclareAgi, ReleaseModel, Renegotiate, StartRun

RUN_MONTHS = 6
RUN_SHARE = 0.5
DECLARING_TURN = 3


class Bargains:
    """One-line rule: train and release as ever, and ask for a better share of the revenue whenever there is a case."""

    name = "bargains"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        me = draft.view.me
        if me.held_elo > me.true_elo and not me.held_wait:
            draft.add(ReleaseModel(), why("release", model=me.held_name, elo=round(me.held_elo - me.true_elo)))
        for tie in draft.view.ties:
            draft.add(Renegotiate(tie.other, "share"), why("bargain", partner=tie.name))
        if not me.run_name:
            draft.add(StartRun(RUN_MONTHS, RUN_SHARE), why("run", months=RUN_MONTHS))
        return draft.advice


class DeclaresAgi(Bargains):
    """One-line rule: the same, and a lab that has given a licence says once that AGI is here."""

    name = "declares_agi"

    def advise(self, desk: Desk) -> list[Advice]:
        gave = any(tie.is_lab and tie.licence for tie in desk.view.ties)
        if not gave or desk.view.turn != DECLARING_TURN:
            return super().advise(desk)
        draft = Draft(desk)
        draft.add(DeclareAgi(), why("declare"))
        return draft.advice
