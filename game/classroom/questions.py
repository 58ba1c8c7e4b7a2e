"""What a class can be asked before it plays or while it pauses, what it answered, and what came true."""

from __future__ import annotations

from math import floor, log10
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

from game.classroom import events as e
from game.classroom.room import answers_to
from game.classroom.trouble import Denied
from game.telling.goal import has_goal
from levels.texts import key as text_key
from levels.words import BINDINGS

if TYPE_CHECKING:
    from game.classroom.game import Game
    from game.classroom.room import Player, Room
    from game.telling.wording import Words

BINS = 6


class QuestionView(Struct, frozen=True):
    """A question as pages show it. `choices` are (value, words, colour)."""

    number: int
    kind: str
    text: str
    about: str
    choices: tuple[tuple[str, str, str], ...] = ()
    unit: str = ""


class Bar(Struct, frozen=True):
    """One answer, or a range of numbers, and how many gave it."""

    label: str
    count: int
    colour: str = ""
    right: bool = False
    """Whether it came true."""


class Spread(Struct, frozen=True):
    """How the class answered, and what happened; `truth` is empty while nobody knows."""

    question: QuestionView
    bars: tuple[Bar, ...]
    answers: int
    right: int
    truth: str
    middle: str = ""


def check(about: e.About, kind: e.Kind, text: str, choices: tuple[str, ...], room: Room) -> e.Question:
    """A question as the teacher asked for it. Raises Denied."""
    if about == "winner":
        return e.Question(0, "choice", about, 0, "", tuple(room.teams))
    if about == "binding":
        return e.Question(0, "choice", about, 0, "", BINDINGS)
    if about == "goal":
        return e.Question(0, "number", about, 0)
    if about == "level":
        return e.Question(0, "words", about, 0)
    said, given = " ".join(text.split()), tuple(" ".join(choice.split()) for choice in choices if choice.strip())
    if not said:
        raise Denied("room-question-empty")
    if kind == "choice" and (len(given) < 2 or len(set(given)) < len(given)):
        raise Denied("room-question-choices")
    return e.Question(0, kind, "own", 0, said, given if kind == "choice" else ())


def view(question: e.Question, game: Game, words: Words) -> QuestionView:
    say = words.say
    match question.about:
        case "winner":
            firms = tuple((seat, words.firm(seat), words.colour(seat)) for seat in question.choices)
            return QuestionView(question.number, "choice", say("room-ask-winner"), "winner", firms)
        case "binding":
            legs = tuple((key, say(f"binding-{key}"), "") for key in question.choices)
            return QuestionView(question.number, "choice", say("room-ask-binding"), "binding", legs)
        case "goal":
            level = game.level
            name = say(f"goal-{level.goal.of}") if level.goal is not None and has_goal(level) else say("room-score")
            return QuestionView(question.number, "number", say("room-ask-goal", goal=name), "goal")
        case "level":
            key = text_key(game.level.text, "predict")
            text = say(key) if words.texts.has(key) else say("room-ask-level")
            return QuestionView(question.number, "words", text, "level")
    choices = tuple((choice, choice, "") for choice in question.choices)
    return QuestionView(question.number, question.kind, question.text, "own", choices)


def truth(question: e.Question, room: Room, game: Game, seat: str) -> str | None:
    """What came true for a seat's players: a choice's value, or a number as text; None while nobody knows."""
    session = game.session
    over = room.phase == "over" and bool(session.turns)
    if question.about == "winner":
        return session.result().winner if over else None
    if question.about == "goal":
        if not over or seat not in session.result().scores:
            return None
        return f"{session.result().scores[seat].total:.4g}"
    if question.about == "binding":
        return _bound_after(game, seat, question.turn)
    return None


def _bound_after(game: Game, seat: str, turn: int) -> str | None:
    """What held a seat back at the end of a turn."""
    from game.record import COLUMNS

    if len(game.session.turns) < turn:
        return None
    at = {column.name: place for place, column in enumerate(COLUMNS)}
    rows = [row for row in game.session.race.recorder.rows if row[at["firm"]] == seat]
    month = min(turn * game.level.months_per_turn, len(rows) - 1)
    return str(rows[month][at["binding"]]) if rows else None


def is_right(question: e.Question, said: str, true: str | None) -> bool:
    """Whether an answer came true; a number may be off by a tenth."""
    if true is None:
        return False
    if question.kind == "number":
        return abs(float(said) - float(true)) <= 0.1 * max(1e-9, abs(float(true)))
    return said == true


def spread(room: Room, game: Game, question: e.Question, words: Words) -> Spread:
    """The class's answers beside what happened, without a name."""
    given = answers_to(room, question.number)
    shown = view(question, game, words)
    truths = {seat: truth(question, room, game, seat) for seat in room.teams}
    right = sum(is_right(question, said, truths.get(player.seat)) for player, said in given)
    if question.kind == "words":
        return Spread(shown, (), len(given), 0, "")
    if question.kind == "choice":
        known = {value for value in truths.values() if value is not None}
        bars = tuple(
            Bar(label, sum(said == value for _, said in given), colour, value in known)
            for value, label, colour in shown.choices
        )
        names = {value: label for value, label, _ in shown.choices}
        true = ", ".join(names.get(value, value) for value in sorted(known))
        return Spread(shown, bars, len(given), right, true)
    return _numbers(shown, given, right, [float(value) for value in truths.values() if value is not None])


def _numbers(shown: QuestionView, given: list[tuple[Player, str]], right: int, truths: list[float]) -> Spread:
    values = sorted(float(said) for _, said in given)
    true = ", ".join(f"{value:.4g}" for value in sorted(set(truths)))
    if len(set(truths)) > 2:
        true = f"{min(truths):.4g} – {max(truths):.4g}"
    if not values:
        return Spread(shown, (), 0, 0, true)
    low, high = min(values + truths), max(values + truths)
    # A guess far out would squeeze all others into one bar: nine in ten decide the range.
    if len(values) >= 10:
        low, high = min([values[len(values) // 20], *truths]), max([values[-1 - len(values) // 20], *truths])
    step = _round_step((high - low) / BINS or 0.1 * abs(low) or 1.0)
    first = floor(low / step)
    counts = [0] * (floor(high / step) - first + 1)
    marks = [False] * len(counts)

    def place(value: float) -> int:
        return max(0, min(len(counts) - 1, floor(value / step) - first))

    for value in values:
        counts[place(value)] += 1
    for value in truths:
        marks[place(value)] = True
    bars = tuple(
        Bar(f"{(first + n) * step:.4g} – {(first + n + 1) * step:.4g}", counts[n], "", marks[n])
        for n in range(len(counts))
    )
    return Spread(shown, bars, len(values), right, true, f"{median(values):.4g}")


def _round_step(wanted: float) -> float:
    """The next of 1, 2, 5, 10, ... that is not smaller."""
    power = 10.0 ** floor(log10(wanted))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= wanted * (1.0 - 1e-9))


def own(room: Room, game: Game, player: Player, words: Words) -> list[tuple[str, str, str, bool | None]]:
    """A player's predictions: the question, what was said, what happened ("" while open), and whether it was right."""
    found: list[tuple[str, str, str, bool | None]] = []
    for number, said in sorted(player.answers.items()):
        question = room.questions[number]
        shown = view(question, game, words)
        names = {value: label for value, label, _ in shown.choices}
        true = truth(question, room, game, player.seat)
        right = None if true is None else is_right(question, said, true)
        found.append((shown.text, names.get(said, said), "" if true is None else names.get(true, true), right))
    return found
