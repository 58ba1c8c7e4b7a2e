"""The first page: the teacher's plan of 45 minutes, fitted to the level's turns."""

from game.classroom.lessons.reference import lesson_of
from game.classroom.lessons.writer import Writer, bullets, element, escape, table
from levels import lesson_time as times
from levels import texts as keys
from levels.loader import Resolved
from levels.schema import Level

CLAIMS_MOST = 4
"""Things to see that stand on the plan; the honesty card tells of all."""


def plan(resolved: Resolved, write: Writer) -> str:
    """The page as HTML."""
    level, lesson = resolved.level, lesson_of(resolved)
    pace = times.pace_of(level, lesson.pause, lesson.last or times.turns_of(level))
    assert pace is not None
    sections = [write.say(keys.key(level.text, part)) for part in ("how", "use", "notice")]
    return "".join(
        (
            element("p", write.say(keys.key(level.text, "objective")), kind="objective"),
            _facts(resolved, write),
            element("h2", write.say("lesson-timeline")),
            table([], _rows(level, pace, lesson.pause, write), "timeline"),
            element("p", _arithmetic(level, pace, write), kind="small"),
            element("h2", write.say("lesson-in-short")),
            bullets(sections),
            element("h2", write.say("lesson-debrief-title")),
            bullets(write.lines(keys.lesson_key(level.text, "debrief")), ordered=True),
            element("h2", write.say("lesson-see-title")),
            bullets([write.say(keys.shown_key(level.text, name)) for name in list(level.shows)[:CLAIMS_MOST]]),
        )
    )


def _facts(resolved: Resolved, write: Writer) -> str:
    level = resolved.level
    seats = [write.name(level.firms[seat].name) for seat in level.seats]
    initiative = level.rules.turn.initiative
    turns = times.turns_of(level)
    rows = [
        (write.say("lesson-courses"), write.listed([write.name(each) for each in level.courses])),
        (
            write.say("lesson-seats"),
            write.say(
                "lesson-seats-are",
                count=len(seats),
                seats=write.texts.say("lesson-comma").join(
                    write.texts.name(level.firms[seat].name) for seat in level.seats
                ),
            )
            if len(seats) > 1
            else write.say("lesson-seat-is", seat=level.firms[level.seats[0]].name),
        ),
        (
            write.say("lesson-turns"),
            write.say("lesson-turns-are", turns=turns, months=level.months_per_turn, orders=initiative),
        ),
        (write.say("lesson-goal"), goal(level, write)),
        (write.say("lesson-before"), write.say("lesson-before-is", level=resolved.name)),
    ]
    return table([], rows, "facts")


def goal(level: Level, write: Writer) -> str:
    """What the seats are judged by, in words."""
    if level.goal is None or level.goal.of == "score":
        return write.say("lesson-goal-score")
    told = write.texts.say(f"goal-{level.goal.of}")
    if level.goal.target is None:
        return write.say("lesson-goal-least" if level.goal.least else "lesson-goal-most", goal=told)
    key = "lesson-goal-at-most" if level.goal.least else "lesson-goal-at-least"
    return write.say(key, goal=told, target=f"{level.goal.target:g}")


def _rows(level: Level, pace: times.Pace, pause: int, write: Writer) -> list[list[str]]:
    """Minutes, the part's name, and what is said and done in it."""
    parts = [
        ("predict", times.PREDICT_MINUTES, _predict(level, write)),
        ("rules", times.RULES_MINUTES, _rules(level, write)),
        ("play", pace.before, write.say("lesson-do-play", last=pause, seconds=round(60 * pace.turn))),
        ("pause", times.PAUSE_MINUTES, _pause(level, pause, write)),
        ("finish", pace.after, _finish(level, pace, pause, write)),
        ("debrief", pace.debrief, write.say("lesson-do-debrief")),
        ("again", pace.again, _quote(write.say(keys.key(level.text, "try")))),
        ("exit", times.EXIT_MINUTES, _quote(write.say(keys.key(level.text, "question"))) + write.say("lesson-do-exit")),
    ]
    rows, clock = [], 0
    for name, minutes, told in parts:
        if minutes:
            rows.append([f"{clock}–{clock + minutes}", element("b", write.say(f"lesson-part-{name}")), told])
            clock += minutes
    assert clock == times.LESSON_MINUTES
    return rows


def _quote(said: str) -> str:
    """What the teacher says, in the class's language."""
    return element("q", said) + " "


def _predict(level: Level, write: Writer) -> str:
    return _quote(write.say(keys.key(level.text, "predict"))) + write.say("lesson-do-predict")


def _rules(level: Level, write: Writer) -> str:
    return _quote(write.say(keys.lesson_key(level.text, "say"))) + write.say("lesson-do-rules")


def _pause(level: Level, pause: int, write: Writer) -> str:
    return write.say("lesson-do-pause", turn=pause) + " " + _quote(write.say(keys.lesson_key(level.text, "pause")))


def _finish(level: Level, pace: times.Pace, pause: int, write: Writer) -> str:
    told = write.say("lesson-do-finish", first=pause + 1, last=pace.last, seconds=round(60 * pace.quick))
    if pace.last < times.turns_of(level):
        told += " " + write.say("lesson-do-short", left=times.turns_of(level) - pace.last)
    return told


def _arithmetic(level: Level, pace: times.Pace, write: Writer) -> str:
    """How the minutes were computed."""
    return write.say(
        "lesson-arithmetic",
        minutes=level.minutes,
        turns=times.turns_of(level),
        seconds=round(60 * pace.turn),
        most=times.play_most(),
        part=escape({1.0: "1", 0.5: "1/2"}.get(round(pace.quick / pace.turn, 2), "1/3")),
    )
