"""A teacher, a projector and eight students play a whole level in Chromium, offline, in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install -e '.[test]'")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from assets.figures import of
from tests.classroom import browser as web
from tests.classroom.server import Server

pytestmark = pytest.mark.skipif(not web.is_there(), reason=f"no Chromium at {web.CHROMIUM}: apt-get install chromium")
TURNS = 10
KEY = re.compile(r"\b(?:room|plan|desk|quote|bar|order|option|field|refuse)-[a-z]+")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with web.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server("l6_the_race", tmp_path_factory.mktemp("rooms") / "room")
    yield server
    assert server.stop() == 0
    assert "Traceback" not in server.errors()


def serious(page: Page) -> list[str]:
    """What axe-core finds that is serious or worse."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def no_keys(page: Page) -> None:
    said = page.inner_text("body")
    assert KEY.findall(said) == []
    assert not re.search(r"\{\w+\}|undefined|\[object|NaN", said), said


def play(lesson: web.Class, pictures: Path | None = None, check: Any = lambda page: None) -> None:
    """The whole level: predict, play, pause with a question, vote, see the debrief."""
    lesson.open()
    first = lesson.page(web.PHONE)
    first.goto(f"{lesson.server.address}/#{lesson.server.code}")
    first.wait_for_selector("#join-go")
    check(first)
    web.shot(first, pictures, "join")
    first.context.close()
    for number, name in enumerate(web.NAMES):
        seat = ("openai", "xai", "anthropic")[number] if number < 3 else ""
        lesson.join(name, seat, "ja" if name == "さくら" else "en")
    ada, bo, sakura = lesson.students[:3]
    joined = "[...document.querySelectorAll('.team b')].map((each) => each.textContent).join()"
    web.until(lesson.projector, f"{joined} === '3,3,2'")
    check(lesson.projector)
    web.shot(lesson.projector, pictures, "projector_join")

    # Predict before play: the class's answers stay hidden until the teacher shows them.
    lesson.teacher.click("#ask-winner")
    for number, page in enumerate(lesson.students):
        page.click(f"#choice-{number % 3}")
    web.until(lesson.teacher, "document.querySelector('#answers .small')?.textContent.includes('8')")
    assert lesson.projector.query_selector(".spread") is None
    lesson.teacher.click("#show-1")
    lesson.projector.wait_for_selector(".spread .bars")
    assert lesson.projector.locator(".spread .bars .right").all_inner_texts() == ["3", "3", "2"]
    check(lesson.projector)

    for turn in range(1, TURNS + 1):
        lesson.begin_turn(turn)
        if turn == 1:
            web.order(ada, "set_policy", "safety", value="5")
            by_keyboard(bo)
            sakura.click('[id="option-join_pact-"]')
            sakura.wait_for_selector("#form[open] .quote dl, #form[open] .quote .banner")
            check(sakura)
            sakura.keyboard.press("Escape")
            check(ada)
            ada.evaluate("scrollTo(0, 0)")
            web.shot(ada, pictures, "student")
            lesson.projector.wait_for_selector(".teamlist .waits")
            check(lesson.projector)
        if turn == 2:
            pause_with_a_question(lesson, pictures, check)
        if turn == 4:
            lesson.teacher.select_option("#set-mode", "vote")
            web.until(ada, "document.querySelector('#hand-in').textContent.includes('Vote')")
        for number, page in enumerate(lesson.students):
            if turn == 1 and number == 3:
                web.until(lesson.projector, "document.querySelectorAll('.teamlist .done').length === 3")
            page.click("#hand-in")
            page.wait_for_selector("#take-back")
        lesson.end_turn()
        if turn == 3:
            check(ada)
            web.shot(ada, pictures, "report")
            web.shot(lesson.projector, pictures, "projector_race")
            check(lesson.teacher)
            web.shot(lesson.teacher, pictures, "teacher")
        if turn == 5:
            ada.reload()
            ada.wait_for_selector(".figures")
    lesson.teacher.wait_for_selector("#act-debrief")
    lesson.projector.wait_for_selector(".debriefpage .scores")
    for page in lesson.students:
        page.wait_for_selector("#firm .banner")
        no_keys(page)
    assert sakura.inner_text("#status") == "レースは終わりました。"
    assert "的中" not in ada.inner_text("body")
    check(lesson.projector)
    web.shot(lesson.projector, pictures, "projector_debrief")
    right = lesson.projector.locator(".debriefpage .spread").inner_text()
    assert re.search(r"it was \w+", right), right
    assert re.search(r"[0238] of 8 were right", right), right


def by_keyboard(page: Page) -> None:
    """A plan made and handed in without a mouse."""
    page.evaluate("document.activeElement.blur()")

    def tab_to(wanted: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches({wanted!r})"):
                return
        raise AssertionError(f"{wanted} is not reached by Tab")

    tab_to('[id="option-set_policy-safety"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#form[open] .quote dl, #form[open] .quote .banner")
    tab_to("#field-value")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_selector("#form-add:enabled")
    tab_to("#form-add")
    page.keyboard.press("Enter")
    page.wait_for_selector("#form", state="hidden")
    assert page.locator("#plan .orders li").count() == 1
    tab_to("[id^=drop]")
    tab_to("#hand-in")


def pause_with_a_question(lesson: web.Class, pictures: Path | None, check: Any) -> None:
    lesson.teacher.fill("#ask-text", "Who trusts whom?")
    lesson.teacher.fill("#ask-choice-0", "Nobody")
    lesson.teacher.fill("#ask-choice-1", "Everybody")
    lesson.teacher.click("#ask-go")
    for page in lesson.students:
        page.wait_for_selector("#question #choice-1")
        assert page.is_hidden("#hand")
        page.click("#choice-0")
    check(lesson.students[0])
    lesson.teacher.click("#show-2")
    lesson.projector.wait_for_selector(".spread .bars")
    web.shot(lesson.projector, pictures, "projector_answers")
    lesson.act("resume")
    for page in lesson.students:
        page.wait_for_selector("#hand-in:enabled")


def test_a_class_plays_a_whole_level(browser: Browser, server: Server, tmp_path: Path) -> None:
    lesson = web.Class(browser, server)
    checked = list[str]()

    def check(page: Page) -> None:
        no_keys(page)
        checked.extend(serious(page))

    try:
        play(lesson, tmp_path, check)
    finally:
        assert lesson.troubles == []
    assert lesson.addresses == {server.address}
    assert checked == []
    assert len(list(tmp_path.glob("*.png"))) == 8


def test_a_file_that_does_not_come_is_seen_and_a_page_that_goes_is_none(browser: Browser, server: Server) -> None:
    """What the tests here look for is found: the harness tells a failure from a page that has gone."""
    for code in ("connectionrefused", "aborted", 404):
        lesson = web.Class(browser, server)
        page = lesson.page(web.PHONE)

        def refuse(route: Route, *, code: Any = code) -> None:
            if code == 404:
                route.fulfill(status=404)
            else:
                route.abort(code)

        page.route("**/firms.css", refuse)
        page.goto(server.address)
        page.wait_for_selector("#join-go")
        assert lesson.troubles, code
        page.context.close()

    lesson = web.Class(browser, server)
    page = lesson.page(web.PHONE)
    page.route("**/held", lambda route: None)
    for go in (page.reload, page.context.close):
        page.goto(server.address)
        page.wait_for_selector("#join-go")
        page.evaluate("void fetch('/held').catch(() => 0)")
        go()
        if not page.is_closed():
            page.wait_for_selector("#join-go")
    assert lesson.aborted
    assert lesson.troubles == []


def test_a_page_loads_its_icons_once_however_often_it_is_drawn(browser: Browser, tmp_path: Path) -> None:
    server = Server("l6_the_race", tmp_path / "room")
    try:
        lesson = web.Class(browser, server)
        lesson.open()
        page = lesson.join("Ada")
        asked = list[str]()
        for each in (page, lesson.teacher, lesson.projector):
            each.on("request", lambda request: asked.append(request.url))
        lesson.begin_turn(1)
        page.click("#hand-in")
        lesson.end_turn()
        assert page.evaluate("document.querySelector('#firm .icon').getBBox().width") > 0
        assert [url for url in asked if "icons" in url] == []
    finally:
        assert server.stop() == 0


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_pages_write_numbers_as_the_game_does(browser: Browser, server: Server, language: str) -> None:
    page = web.Class(browser, server).page(web.PHONE, language)
    page.goto(server.address)
    page.wait_for_selector("#join-go")
    values = [
        sign * digits * 10.0**power for power in range(13) for digits in (1, 1.2347, 9.996, 4) for sign in (1, -1)
    ]
    said = page.evaluate(
        """async (values) => {
            const write = await import("/web/figures.js");
            return values.map((value) => [
                write.money(value), write.cards(value), write.whole(value), write.power(value),
                write.percent(value / 1e6),
            ]);
        }""",
        [0, *values],
    )
    figures = of(language)
    wanted = [
        [figures.money(v), figures.cards(v), figures.whole(v), figures.power(v), figures.percent(v / 1e6)]
        for v in [0, *values]
    ]
    assert said == wanted


def test_nothing_serious_is_found_in_the_light_look_either(browser: Browser, tmp_path: Path) -> None:
    """The first lesson, whose pages have gauges and forms with sliders."""
    server = Server("l0_first_cluster", tmp_path / "room")
    try:
        lesson = web.Class(browser, server, theme="light")
        lesson.open()
        assert serious(lesson.teacher) == []
        page = lesson.join("Ada")
        lesson.begin_turn(1)
        page.click('[id="option-bring_turbines-"]')
        page.wait_for_selector("#form[open] .quote dl")
        assert serious(page) == []
        page.click("#form-add")
        page.wait_for_selector("#plan .orders .strong")
        assert page.inner_text("#looks summary").startswith("Still worth a look: ")
        page.click("#looks summary")
        page.wait_for_selector("#looks li")
        assert serious(page) == []
        page.click("#hand-in")
        lesson.end_turn()
        assert serious(page) + serious(lesson.teacher) + serious(lesson.projector) == []
        assert lesson.troubles == []
    finally:
        assert server.stop() == 0


def test_what_is_laid_out_outlives_a_room_that_is_killed(browser: Browser, tmp_path: Path) -> None:
    """Nothing was handed in: the page lays its plan out again, and the captain's plan counts when the turn closes."""
    server = Server("l0_first_cluster", tmp_path / "room")
    try:
        lesson = web.Class(browser, server)
        lesson.open()
        page = lesson.join("Ada")
        lesson.begin_turn(1)
        web.order(page, "bring_turbines")
        sent = list[str]()
        page.on("websocket", lambda line: line.on("framesent", lambda text: sent.append(str(text))))
        server.kill()
        page.wait_for_selector("#hand-in:disabled")
        server.start()
        page.wait_for_selector("#hand-in:enabled")
        lesson.teacher.wait_for_selector("#top .chip.warn", state="detached")
        for _ in range(50):
            if any('"draft"' in text for text in sent):
                break
            page.wait_for_timeout(100)
        lesson.act("close")
        page.wait_for_selector("#hand", state="hidden")
        web.until(lesson.teacher, "document.body.textContent.includes('of turbines')")
        assert "turbines" in page.inner_text("#report")
    finally:
        assert server.stop() == 0
