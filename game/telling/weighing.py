"""What a firm's mind weighs, in lines: what it takes, what it leaves, and what speaks for and against each.

It tells what a firm hides: for who watches, for replays and for the debrief.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.telling.entry import Entry
from game.telling.motives import in_full, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agents.desk import Advice, Considered
    from game.session import Session
    from game.telling.wording import Words

AGAINST = 0.05
"""A side that takes so much of the score is told."""


def weighed(session: Session, words: Words, firm: str) -> list[Entry]:
    """The orders that a mind weighs for the turn to come, with their scores; of a mind that does not weigh what it
    orders; of one from outside, which is not asked twice, what it ordered last. Nothing for a person."""
    if firm in session.people or session.over or not session.race.world.firms[firm].alive:
        return []
    considered = session.weighing(firm)
    if considered:
        best = max(each.score for each in considered)
        return [_weighed(words, number, each, best) for number, each in enumerate(considered)]
    outside = firm in session.race.outside
    return [
        _ordered(words, number, advice)
        for number, advice in enumerate(session.reasons(firm) if outside else session.intent(firm))
    ]


def first_of_all(each: Mapping[str, Sequence[Entry]], words: Words, most: int) -> list[Entry]:
    """What each firm puts first, so many orders of each, with its name."""
    found = []
    for firm, entries in each.items():
        for entry in [entry for entry in entries if entry.strong][:most]:
            text = words.say("mind-of", firm=words.firm(firm), order=entry.text)
            found.append(replace(entry, key=f"{firm}.{entry.key}", text=text))
    return found


def _ordered(words: Words, number: int, advice: Advice) -> Entry:
    told = in_words(words, advice.reasons, openly=True)
    title, icon = words.order(advice.order), words.order_icon(advice.order)
    tip = "\n".join((title, *told)) if told else ""
    return Entry(str(number), title, icon, "accent", detail="; ".join(told), strong=True, tip=tip)


def _weighed(words: Words, number: int, each: Considered, best: float) -> Entry:
    sides = [(value, text) for value, part in each.parts if (text := in_full(words, part))]
    speak_for = [text for value, text in sides if value > 0.0]
    against = [text for value, text in sides if value <= -AGAINST]
    title = words.order(each.order)
    told = speak_for[:3] if each.taken else speak_for[:1]
    joined = ["; ".join(told[:many]) for many in range(len(told), 0, -1)]
    if against and not each.taken:
        but = words.say("mind-but", reason=against[-1])
        joined = ["; ".join((*told, but)), but]
    return Entry(
        str(number),
        title,
        words.order_icon(each.order),
        "accent" if each.taken else "muted",
        f"{each.score:+.1f}",
        joined[0] if joined else "",
        tuple(joined[1:]),
        strong=each.taken,
        tip="\n".join((title, *(f"{value:+.2f}   {text}" for value, text in sides if abs(value) >= 0.005))),
        bar=max(0.0, each.score / best) if best > 0.0 else 0.0,
        faint=not each.taken,
    )
