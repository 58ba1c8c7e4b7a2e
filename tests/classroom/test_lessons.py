"""Lessons on paper: each level's plan, sheet, answers and card are there, right, and fit on their pages."""

import math
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assets.text import Texts, languages
from game.classroom.lessons import pdf, reference
from game.classroom.lessons.charts import scale, turns_shown
from game.classroom.lessons.page import page
from game.classroom.lessons.reference import Seen
from game.classroom.lessons.traces import TRACES
from game.classroom.lessons.trouble import LessonError
from game.classroom.lessons.writer import Writer
from game.race import Race
from game.record import COLUMNS
from levels import checked, loader, words
from levels import lesson_time as times
from levels import texts as keys
from levels.faults import LevelError
from levels.loader import Resolved
from levels.teaching import Lesson
from tests.classroom.sheets import ROOM_MM, heights_mm

NAMES = [each.name for each in loader.available()]
RECORDED = {"online": "h100e_online", "idle": "h100e_idle", "owned": "h100e_owned", "cash": "cash_usd"}
RECORDED |= {"revenue": "revenue_usd", "spent": "capex_usd", "valuation": "valuation_usd", "binding": "binding"}
"""Traces that the record of a game keeps too."""


@cache
def level(name: str) -> Resolved:
    return loader.load(name)


@cache
def games(name: str) -> dict[str, Seen]:
    return reference.play(level(name))


@cache
def texts(language: str) -> Texts:
    return Texts(language, strict=True)


@cache
def printed(name: str, language: str) -> str:
    return page(level(name), texts(language), games(name))


def lesson(name: str) -> Lesson:
    return reference.lesson_of(level(name))


def test_traces_are_the_words_of_levels_and_have_words_of_their_own() -> None:
    assert sorted(TRACES) == sorted(words.TRACES)
    assert [each for each in TRACES if not texts("en").has(f"trace-{each}")] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_level_has_a_lesson_that_fits_into_its_minutes(name: str) -> None:
    facts, told = level(name).level, lesson(name)
    assert 4 <= len(told.questions) <= 5
    assert {each.about for each in told.questions} == {"read", "why", "transfer"}
    pace = times.pace_of(facts, told.pause, told.last or times.turns_of(facts))
    assert pace is not None
    assert pace.before >= pace.turn * told.pause
    assert pace.after >= pace.quick * (pace.last - told.pause)
    fixed = times.PREDICT_MINUTES + times.RULES_MINUTES + times.PAUSE_MINUTES + times.EXIT_MINUTES
    assert fixed + pace.before + pace.after + pace.debrief + pace.again == times.LESSON_MINUTES
    assert 2 * (pace.before + pace.after) <= times.LESSON_MINUTES


@pytest.mark.parametrize("name", NAMES)
def test_what_is_drawn_is_what_the_record_says(name: str) -> None:
    """The first reference game played again by the engine alone: its record has the values of the traces."""
    resolved, told = level(name), lesson(name)
    key, game = next(iter(told.games.items()))
    variant = loader.variant(resolved, game.sets)
    labs = [each for each, firm in variant.level.firms.items() if firm.lab is not None]
    minds = (dict.fromkeys(labs, game.mind) if game.mind is not None else {}) | game.minds
    race = Race(variant, told.seed, minds)
    race.play_out()
    months = variant.level.months_per_turn
    for (trace, firm), values in games(name)[key].values.items():
        if trace in RECORDED:
            column = [str(each.name) for each in COLUMNS].index(RECORDED[trace])
            rows: list[Any] = [row[column] for row in race.recorder.rows if row[4] == firm]
            if TRACES[trace].flow:
                rows = [rows[0], *(math.fsum(rows[i : i + months]) for i in range(1, len(rows), months))]
            else:
                rows = rows[::months]
            assert values == pytest.approx(rows) if trace != "binding" else values == rows, trace
    assert games(name)[key].digest == race.digest()
    race.dispose()


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_follows_from_the_games(name: str) -> None:
    """Each finding is worked out a second time from the turns, and stands so in the printed answers."""
    told, resolved = lesson(name), level(name)
    found = reference.find(resolved.level, told, games(name))
    for key, finding in told.findings.items():
        firms = resolved.level.seats if finding.firm == "all" else [finding.firm or resolved.level.seats[0]]
        lists = [games(name)[finding.game].of(finding.trace, firm) for firm in firms]
        assert found[key].value == _again(key, found, told, lists), key
        if finding.take in ("highest", "lowest"):
            assert lists[0][found[key].turn] == found[key].value
    write = Writer(texts("en"))
    arguments = reference.arguments(found, write.figure)
    answers = printed(name, "en").partition('class="sheet answers"')[2].partition('class="sheet card"')[0]
    for question in told.questions:
        assert all(reference.holds(held, found) for held in question.holds)
        for line in texts("en").say(keys.mark_key(resolved.level.text, question.name), **arguments).splitlines():
            assert line.strip().replace("'", "&#x27;") in answers


def _again(key: str, found: dict[str, reference.Found], told: Lesson, lists: list[list[Any]]) -> Any:
    finding, values = told.findings[key], lists[0]
    if finding.take == "turns":
        return sum(each[1:].count(finding.word) for each in lists)
    numbers = [each for each in values if not isinstance(each, str) and math.isfinite(each)]
    played = [each for each in values[1:] if not isinstance(each, str) and math.isfinite(each)]
    since = found[finding.after].turn if finding.after is not None else 0
    value = {
        "first": lambda: values[0],
        "last": lambda: values[-1],
        "at": lambda: values[finding.turn or 0],
        "highest": lambda: max(numbers[since:]),
        "lowest": lambda: min(numbers[since:]),
        "sum": lambda: math.fsum(played),
        "mean": lambda: math.fsum(played) / len(played),
    }[finding.take]()
    if finding.less is not None:
        value -= found[finding.less].value
    return value / found[finding.over].value if finding.over is not None else value


@pytest.mark.parametrize("language", languages())
def test_every_sheet_fits_on_its_page(language: str) -> None:
    """In a real browser, at the width of paper: no sheet is higher than A4 or Letter, none runs over its side."""
    if pdf.browser() is None:
        pytest.skip("no Chromium is installed, and only a browser can say how high a page is")
    sheets = heights_mm([printed(name, language) for name in NAMES])
    assert len(sheets) == 4 * len(NAMES)
    told = [f"{NAMES[i // 4]}: {kind}" for i, (kind, high, over) in enumerate(sheets) if high > ROOM_MM or over > 0.5]
    assert told == []


@pytest.mark.parametrize("language", languages())
def test_a_page_needs_nothing_from_elsewhere(language: str) -> None:
    for name in NAMES:
        made = printed(name, language)
        assert not re.search(r"(?:src|href)=|url\((?!\"data:)|https?://", made)
        assert made.count("<section") == 4
        assert not re.search(r"\{ ?\$|\blevel-\w+-(?:ask|mark|lesson|plot|game)-", made)
        assert not re.search(r"\bnan\b", made[made.index("<body>") :], re.IGNORECASE)


def test_the_hindcast_on_the_card_is_that_of_the_page_on_trust() -> None:
    page_on_trust = (Path(__file__).parents[2] / "docs" / "trust.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .* \| (held|too wide|missed) \|$", page_on_trust, re.MULTILINE)
    assert (rows.count("held"), len(rows)) == (checked.load().hindcast.held, checked.load().hindcast.series)


def test_what_was_measured_of_claims_is_of_claims_that_there_are() -> None:
    for name, claims in checked.load().claims.items():
        shows = level(name).level.shows
        assert set(claims) <= set(shows)
        for key, each in claims.items():
            share, mean = shows[key].share, shows[key].mean
            least = share.least if share is not None else mean.low if mean is not None else None
            most = share.most if share is not None else mean.high if mean is not None else None
            assert least is None or each.value >= least, (name, key)
            assert most is None or each.value <= most, (name, key)


def test_an_answer_that_does_not_follow_is_not_printed() -> None:
    tree = dict(level("l4_boom_and_bust").tree)
    questions = [dict(each) for each in tree["lesson"]["questions"]]
    questions[0]["holds"] = ["trough > peak"]
    wrong = loader.from_tree({**tree, "lesson": {**tree["lesson"], "questions": questions}}, "x", "x")
    with pytest.raises(LessonError, match="the answer to 'peak' says trough > peak"):
        page(wrong, texts("en"), games("l4_boom_and_bust"))


BAD: list[tuple[dict[str, Any], str]] = [
    ({"pause": 20}, "lesson.pause: must be 1 to 19, got 20"),
    ({"pause": 15}, "lesson.pause: 20 turns with a pause after 15 do not fit into 45 minutes"),
    ({"last": 21}, "lesson.last: must be 1 to 20, got 21"),
    ({"facts": ["S999"]}, "lesson.facts.0: no fact 'S999'"),
    ({"assumed": ["rules.cycle.gian"]}, "lesson.assumed.0: no figure 'rules.cycle.gian'; did you mean"),
    ({"games": {"a": {"mind": "stedy"}}}, "lesson.games.a.mind: no mind 'stedy'; did you mean 'steady'?"),
    ({"findings": {"a": {"game": "count", "trace": "rnt", "take": "last"}}}, "lesson.findings.a.trace: no trace 'rnt'"),
    ({"findings": {"a": {"game": "count", "trace": "rent", "take": "at"}}}, "lesson.findings.a.turn: is for what is"),
    ({"questions": [{"name": "q", "about": "why", "holds": ["peak"]}]}, "lesson.questions.0.holds.0: expected a comp"),
    ({"questions": [{"name": "Q", "about": "why"}]}, "lesson.questions.0.name: needs a name of its own"),
]


@pytest.mark.parametrize(("own", "reason"), BAD)
def test_a_lesson_is_checked(own: dict[str, Any], reason: str) -> None:
    tree = level("l4_boom_and_bust").tree
    with pytest.raises(LevelError) as caught:
        reference.lesson_of(loader.from_tree({**tree, "lesson": {**tree["lesson"], **own}}, "x", "x"))
    assert str(caught.value).startswith(f"x: {reason}")


def test_a_level_without_a_lesson_says_what_to_do() -> None:
    tree = {key: value for key, value in level("l0_first_cluster").tree.items() if key != "lesson"}
    with pytest.raises(LessonError, match=r"has no lesson; write a \[lesson\]"):
        page(loader.from_tree(tree, "x", "x"), texts("en"))


def test_axes_have_round_ends_and_tables_few_rows() -> None:
    assert scale(0.58, 1.88) == (0.0, 2.0, 0.5)
    assert scale(3.0, 3.0)[1] > 3.0
    low, high, step = scale(1300.0, 1545.0)
    assert low <= 1300.0 < 1545.0 <= high
    assert 3 <= (high - low) / step <= 6
    assert turns_shown(8) == list(range(9))
    assert turns_shown(25)[-1] == 25
    assert len(turns_shown(40)) <= 10
