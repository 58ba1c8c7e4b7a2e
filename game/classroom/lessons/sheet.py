"""The second page, the students' assessment sheet, and the third, its answers with a point a line."""

from game.classroom.lessons.charts import figure
from game.classroom.lessons.reference import Seen, lesson_of
from game.classroom.lessons.writer import Writer, bullets, element
from levels import texts as keys
from levels.loader import Resolved
from levels.teaching import Question

SIMPLIFIED = "simplified"
"""The question on what the level leaves out, which stands on every sheet."""
ROOM = {"read": 2, "why": 3, "transfer": 3}
"""Lines to write on, by kind of question; they share the height that the page has left."""


def sheet(resolved: Resolved, games: dict[str, Seen], write: Writer) -> str:
    """The students' page as HTML."""
    level, lesson = resolved.level, lesson_of(resolved)
    figures = [figure(plot, level, games, write, number) for number, plot in enumerate(lesson.plots, 1)]
    asked = [*lesson.questions, Question(name=SIMPLIFIED, about="transfer")]
    questions = [
        element(
            "li",
            element("p", _ask(resolved, each, write), _points(resolved, each, write)),
            _lines(ROOM[each.about]),
        )
        for each in asked
    ]
    return "".join(
        (
            element(
                "p",
                *(element("span", write.say(f"lesson-{each}-is")) for each in ("name", "class", "date")),
                kind="name",
            ),
            element(
                "p",
                element("b", write.say("lesson-my-guess")),
                " ",
                write.say(keys.key(level.text, "predict")),
                kind="guess",
            ),
            _lines(2),
            element("p", write.say("lesson-from-a-game"), kind="small"),
            element("div", *figures, kind="figures"),
            element("ol", *questions, kind="questions"),
            element("p", write.say("lesson-guess-again"), kind="guess"),
            _lines(2),
        )
    )


def answers(resolved: Resolved, games: dict[str, Seen], write: Writer) -> str:
    """The teacher's page as HTML."""
    level, lesson = resolved.level, lesson_of(resolved)
    asked = [*lesson.questions, Question(name=SIMPLIFIED, about="transfer")]
    whole = sum(len(points(resolved, each, write)) for each in asked)
    blocks = [
        element(
            "li",
            element("p", element("b", write.say(f"lesson-about-{each.about}")), " ", _ask(resolved, each, write)),
            bullets(points(resolved, each, write), kind="points"),
        )
        for each in asked
    ]
    minds = [
        write.say(
            "lesson-game-is", game=write.texts.say(keys.game_key(level.text, name)), digest=games[name].digest[:12]
        )
        for name in lesson.games
    ]
    return "".join(
        (
            element("p", write.say("lesson-marking", points=whole)),
            element("ol", *blocks, kind="answers"),
            element("h2", write.say("lesson-grades-title")),
            bullets(write.lines("lesson-grades")),
            element("h2", write.say("lesson-games-title")),
            element("p", write.say("lesson-games", level=resolved.name, seed=lesson.seed), kind="small"),
            bullets(minds, kind="small"),
        )
    )


def _lines(count: int) -> str:
    return element("div", *(element("i") for _ in range(count)), kind="write")


def points(resolved: Resolved, question: Question, write: Writer) -> list[str]:
    """What an answer earns its points by, each escaped."""
    if question.name == SIMPLIFIED:
        return write.lines("lesson-mark-simplified")
    return write.lines(keys.mark_key(resolved.level.text, question.name))


def _ask(resolved: Resolved, question: Question, write: Writer) -> str:
    if question.name == SIMPLIFIED:
        return write.say("lesson-ask-simplified")
    return write.say(keys.ask_key(resolved.level.text, question.name))


def _points(resolved: Resolved, question: Question, write: Writer) -> str:
    return " " + element(
        "span", write.say("lesson-points", points=len(points(resolved, question, write))), kind="worth"
    )
