"""Whole games through the real window: by mouse alone, by keyboard alone, from menu to debrief and back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.desktop import storage
from game.desktop.canvas import TextMark
from game.desktop.dialog import Dialog
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.handover import HandOver
from game.desktop.screens.menu import MenuScreen
from game.desktop.screens.order_form import OrderForm
from game.desktop.screens.race import RaceScreen
from game.desktop.setup import Setup
from game.desktop.sliders import Slider
from game.telling.wording import DESKS
from tests.desktop.player import Player

SEATS = ("openai", "xai", "microsoft", "google", "meta", "anthropic")
ROOT = Path(__file__).parents[2]
WAYS_OUT = ("menu.quit", "pause.leave", "pause.load", "pause.replay", "pause.quick-load")


# --- whole games ---------------------------------------------------------------------------------------


def test_a_whole_game_by_mouse_alone(player: Player) -> None:
    player.open_menu()
    player.click("menu.new")
    player.settle()
    player.click("firm.xai")
    player.click("new.start")
    player.settle()
    assert player.match.firm == "xai"
    player.click("briefing.go")
    for turn in range(1, 26):
        if turn <= 2:
            _plan_by_mouse(player)
        assert player.match.session.turn == turn
        player.click("plan.end" if turn % 2 else "bar.end")
        if player.has("look.end"):
            player.click("look.end")
        player.settle()
        if player.has("report.go"):
            player.click("report.go")
    debrief = player.screen
    assert isinstance(debrief, Debrief)
    assert player.match.session.over
    assert player.match.session.plans[0].orders[-1].kind == "bring_turbines"
    player.click("chart.tabs", 0.3)
    player.click("debrief.menu")
    player.settle()
    assert isinstance(player.screen, MenuScreen)
    player.click("menu.load")
    player.settle()
    player.click("saves.open")
    player.settle()
    assert isinstance(player.screen, Debrief)


def _plan_by_mouse(player: Player) -> None:
    """Clear the plan, bring turbines through the form, and look at each desk and the chart."""
    player.click("plan.reset")
    assert player.match.orders == []
    player.click("plan.undo")
    assert player.match.orders
    player.click("plan.0.drop")
    for place in range(len(DESKS)):
        player.click("desk.tabs", (place + 0.5) / len(DESKS))
        assert player.has("desk.cards")
        assert player.has("wide.body")
    player.click("wide.close")
    player.click("plan.advisor")
    player.click("plan.reset")
    player.click("desk.tabs", 0.5)
    player.click("option.bring_turbines")
    slider = player.screen.find("form.kw", Slider)
    before = slider.value
    track = slider.stage_rect(slider.track)
    player.drag((track.x + 10, track.centery), (track.x + 40, track.centery))
    assert slider.value != before
    player.click("form.add")
    assert [order.kind for order in player.match.orders] == ["bring_turbines"]
    player.click("plan.0")
    player.click("form.cancel")
    player.click("chart.tabs", 0.5)
    player.click("news.tabs", 0.8)


def test_a_whole_game_by_keyboard_alone(player: Player) -> None:
    player.open_menu()
    player.tab_to("menu.new")
    player.key(pygame.K_RETURN)
    player.settle()
    player.tab_to("firm.meta")
    player.key(pygame.K_RETURN)
    player.tab_to("new.start")
    player.key(pygame.K_RETURN)
    player.settle()
    assert player.match.firm == "meta"
    player.key(pygame.K_RETURN)
    for turn in range(1, 26):
        if turn <= 2:
            _plan_by_keys(player)
        assert player.match.session.turn == turn
        player.key(pygame.K_e)
        if player.has("look.end"):
            player.key(pygame.K_RETURN)
        player.settle()
        if player.has("report.go"):
            player.key(pygame.K_RETURN)
    assert isinstance(player.screen, Debrief)
    player.key(pygame.K_ESCAPE)
    player.settle()
    assert isinstance(player.screen, MenuScreen)


def _plan_by_keys(player: Player) -> None:
    player.key(pygame.K_r)
    assert player.match.orders == []
    player.key(pygame.K_3)
    assert player.has("wide.body")
    player.tab_to("option.bring_turbines")
    player.key(pygame.K_RETURN)
    assert isinstance(player.race.desk.form, OrderForm)
    player.tab_to("form.kw")
    player.key(pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_HOME)
    player.tab_to("form.add")
    player.key(pygame.K_RETURN)
    assert len(player.match.orders) == 1
    player.tab_to("plan.0")
    player.key(pygame.K_DELETE)
    assert player.match.orders == []
    player.key(pygame.K_u)
    assert len(player.match.orders) == 1
    player.key(pygame.K_a)
    for key in (pygame.K_1, pygame.K_2, pygame.K_4, pygame.K_5, pygame.K_c, pygame.K_F1):
        player.key(key)
    assert player.screen.find("almanac", Dialog)
    player.key(pygame.K_ESCAPE)


def test_the_window_reaches_everything_by_tab(player: Player) -> None:
    race = player.open_race("xai")
    player.end_turn()
    order = [widget.id for widget in race.focus_order()]
    for ident in ("bar.end", "bar.menu", "desk.tabs", "option.build_hall", "plan.0", "plan.advisor", "plan.end"):
        assert ident in order
    assert {"chart.tabs", "chart", "map", "news.tabs"} <= set(order)


# --- saves ---------------------------------------------------------------------------------------------


def test_a_game_goes_on_where_it_was_left(player: Player) -> None:
    player.open_race("openai")
    player.end_turn()
    player.end_turn()
    digest = player.match.session.race.digest()
    player.key(pygame.K_ESCAPE)
    player.click("pause.leave")
    player.settle()
    menu = player.screen
    assert isinstance(menu, MenuScreen)
    assert menu.latest is not None
    assert (menu.latest.turn, menu.latest.seats) == (3, ("openai",))
    player.click("menu.continue")
    player.settle()
    assert player.match.session.race.digest() == digest
    assert len(player.match.history.months) == 7
    player.end_turn()
    assert player.match.session.turn == 4
    assert len(list(storage.folder().glob("*.race"))) == 1


def test_a_copy_is_a_save_of_its_own(player: Player) -> None:
    player.open_race("google")
    player.end_turn()
    player.key(pygame.K_s, mods=pygame.KMOD_CTRL)
    assert len(storage.saves()) == 2
    assert {save.turn for save in storage.saves()} == {2}
    player.settle()
    for save in storage.saves():
        assert save.picture.exists()
        assert save.note is not None
        assert (save.note.firm, save.note.valuation_usd) == ("google", player.match.view.me.valuation_usd)


def test_a_broken_save_is_told_in_the_menu(player: Player, tmp_path: Path) -> None:
    bad = tmp_path / "bad.race"
    bad.write_text("nonsense\n")
    player.director.load(bad)
    player.settle()
    assert isinstance(player.screen, MenuScreen)
    assert "bad.race" in player.screen.notices.shown[-1].text
    assert storage.read(bad) is None


# --- other ways through a game -------------------------------------------------------------------------


def test_a_firm_that_fails_gets_its_debrief_and_may_watch_on(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    player.open_race("xai")
    _fail_next_turn(player, monkeypatch, "xai")
    player.end_turn()
    debrief = player.screen
    assert isinstance(debrief, Debrief)
    assert not debrief.over
    assert any("is out of the race" in mark.text for mark in player.drawn())
    saved = storage.folder() / "failed.race"
    debrief.match.session.save(saved)
    player.director.load(saved)
    player.settle()
    assert isinstance(player.screen, Debrief)
    player.click("debrief.watch")
    assert player.race.watch.running
    assert player.match.firm != "xai"
    for _ in range(40):
        if isinstance(player.screen, Debrief):
            break
        player.wait(3000)
        player.settle()
    assert isinstance(player.screen, Debrief)
    assert player.match.session.over


def _fail_next_turn(player: Player, monkeypatch: pytest.MonkeyPatch, *firms: str) -> None:
    from game import trade

    session = player.match.session
    play = session.advance

    def advance(interlude: object = None) -> None:
        play()
        for firm in firms:
            if session.race.world.firms[firm].alive:
                trade.fail(session.race, session.race.world.firms[firm])

    monkeypatch.setattr(session, "advance", advance)


def test_two_players_hand_the_screen_over(player: Player) -> None:
    player.director.start(_two_seats())
    player.settle()
    assert isinstance(player.screen, HandOver)
    seen = []
    for _ in range(4):
        player.key(pygame.K_RETURN)
        assert player.has("briefing.go") or player.has("report.go")
        player.key(pygame.K_RETURN)
        seen.append((player.match.firm, player.match.session.turn))
        player.race.end_turn()
        player.settle()
        assert isinstance(player.screen, HandOver)
    assert seen == [("openai", 1), ("xai", 1), ("openai", 2), ("xai", 2)]


def test_the_other_player_goes_on_when_one_has_failed(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    player.director.start(_two_seats())
    player.settle()
    _fail_next_turn(player, monkeypatch, "openai")
    for _ in range(2):
        player.key(pygame.K_RETURN, pygame.K_RETURN)
        player.race.end_turn()
        player.settle()
    player.key(pygame.K_RETURN)
    assert player.match.firm == "xai"
    assert player.match.session.missing() == ["xai"]


def _two_seats() -> object:
    return Setup("september_2024", ("openai", "xai"), None, 3)


def test_rivals_can_be_watched_with_pause_step_and_pace(player: Player) -> None:
    player.open_menu()
    player.click("menu.watch")
    player.settle()
    player.click("new.start")
    player.settle()
    race = player.race
    assert race.watch.running
    player.wait(1200)
    player.settle()
    assert player.match.session.turn == 2
    player.key(pygame.K_SPACE)
    assert not race.watch.running
    player.wait(5000)
    assert player.match.session.turn == 2
    player.click("watch.step")
    player.settle()
    assert player.match.session.turn == 3
    race.watch.eyes.choose("google")
    assert player.match.firm == "google"
    assert not storage.saves()
    player.click("watch.leave")
    assert isinstance(player.screen, Debrief)


def test_refused_orders_are_told_and_can_be_left_out(player: Player) -> None:
    from agents.orders import Repay

    race = player.open_race("xai")
    player.match.orders = [Repay(10**12)]
    race.plan_changed()
    player.click("plan.end")
    assert player.screen.find("refused", Dialog)
    player.click("refused.drop")
    player.settle()
    assert player.match.session.turn == 2


# --- orders, as a newcomer meets them --------------------------------------------------------------------


def test_the_report_opens_with_what_became_of_the_orders(player: Player) -> None:
    from agents.orders import BringTurbines, RaiseEquity, SetPolicy
    from game.telling.outcomes import outcomes

    race = player.open_race("xai")
    sheet = player.match.view.offers.sheets[0]
    site = next(iter(player.match.view.sites))
    player.match.orders = [
        RaiseEquity(sheet.investor, sheet.amount_usd // 4),
        SetPolicy("free_tier", 0.9),
        BringTurbines(site, 5_000),
    ]
    race.plan_changed()
    player.end_turn()
    entries = outcomes(player.match)
    assert [entry.icon for entry in entries[:2]] == ["circle-check", "circle-check"]
    assert "came in" in entries[0].text
    assert len(entries) == 3
    player.end_turn()
    assert all(entry.icon != "circle-x" or entry.tone == "bad" for entry in outcomes(player.match))


def test_the_report_tells_what_others_have_answered(player: Player) -> None:
    from agents.orders import AskAffiliateMoney, BidSite
    from game.telling.outcomes import ASKED, DONE, REFUSED, outcomes

    race = player.open_race("xai")
    bid = next(order for order in player.match.orders if isinstance(order, BidSite))
    player.match.orders = [bid, AskAffiliateMoney("tesla", 1_000_000_000)]
    race.plan_changed()
    assert player.match.troubles() == {}
    player.end_turn()
    told = {item.text.key: item for item in player.match.session.news()}
    (won, vote), say = outcomes(player.match), player.match.words
    sold = told["news-site-sold"]
    assert (won.icon, won.tone) == (DONE if sold.firm == "xai" else REFUSED)
    assert won.text.endswith(say.news(sold))
    answer = told["news-vote-won"] if "news-vote-won" in told else told["news-vote-lost"]
    assert (vote.icon, vote.tone) == (DONE if answer.tone > 0 else REFUSED)
    assert vote.text.endswith(say.news(answer))
    assert ASKED not in {(entry.icon, entry.tone) for entry in (won, vote)}


def test_a_standing_order_opens_a_step_away_and_a_planned_one_as_planned(player: Player) -> None:
    race = player.open_race("xai")
    player.match.reset()
    race.plan_changed()
    for option in player.match.options("compute"):
        if option.kind == "set_policy":
            race.desk.open_form(option, player.match.place_of(option))
            form = race.desk.form
            assert form is not None
            assert not form.quote_box.refusal, option.group
            form.confirm()
            break
    race.desk.open_form(option, player.match.place_of(option))
    assert race.desk.form is not None
    assert race.desk.form.place == 0
    assert not race.desk.form.quote_box.refusal


def test_every_kind_of_order_has_its_place_on_a_desk() -> None:
    from agents.orders import DESKS as DESK_OF
    from game.telling.desk_order import GROUPS

    placed = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(placed) == sorted(str(kind.__struct_config__.tag) for kind in DESK_OF)


def test_a_long_desk_has_headings_and_its_words_are_not_cut(player: Player) -> None:
    race = player.open_race("xai")
    player.match.reset()
    race.plan_changed()
    race.desk.open_desk("compute")
    assert len(player.match.options("compute")) > 8
    words = [mark.text for mark in player.drawn()]
    assert "Standing orders" in words
    option = next(one for one in player.match.options("deals") if one.kind == "poach")
    race.desk.open_form(option)
    about, rival = player.screen.find("form.about"), player.screen.find("form.rival")
    lines = [mark for mark in player.drawn() if mark.text and mark.text in player.match.words.about(option)]
    assert max(mark.rect.bottom for mark in lines) <= rival.rect.y + 1
    assert about.rect.bottom <= rival.rect.y


def test_who_is_no_firm_sees_what_counts_for_it(player: Player) -> None:
    player.director.start(Setup("l5_neighbours", ("memphis_utility",), None, 1))
    player.settle()
    player.key(pygame.K_RETURN)
    words = [mark.text for mark in player.drawn()]
    assert "Waits for the grid" in words
    assert "Arena Elo" not in [mark.text for mark in player.drawn() if mark.rect.y < 48]
    assert player.faults() == []


def test_equity_begins_with_the_most_that_moves_no_price(player: Player) -> None:
    race = player.open_race("xai")
    player.match.reset()
    race.plan_changed()
    option = next(one for one in player.match.options("capital") if one.kind == "raise_equity")
    race.desk.open_form(option)
    assert race.desk.form is not None
    sheet = next(one for one in player.match.view.offers.sheets if one.investor == option.group)
    free = player.match.level.rules.capital.free_share
    amount = race.desk.form.values["amount_usd"]
    limit = sheet.pre_money_usd * free / (1 - free)
    assert min(limit, sheet.amount_usd) - 50_000_000 <= amount <= limit


def test_a_card_that_nothing_can_come_of_says_why(player: Player) -> None:
    """xAI opens with a claim that nobody has checked yet."""
    from game.desktop.screens.parts import Card

    race = player.open_race("xai")
    assert any(claim.firm == "xai" for claim in player.match.session.race.world.public.claims)
    race.desk.open_desk("deals")
    card = race.find("option.announce")
    assert isinstance(card, Card)
    assert "not been checked" in card.reason
    player.click("option.announce")
    assert race.desk.form is None
    player.match.reset()
    race.plan_changed()
    for option in player.match.options("power"):
        race.desk.open_desk("power")
        blocked = race.find(f"option.{option.kind}" + (f".{option.group}" if option.group else ""))
        assert isinstance(blocked, Card)
        assert not blocked.reason or option.kind != "request_grid"


def test_gpus_online_means_the_same_everywhere(player: Player) -> None:
    race = player.open_race("xai")
    player.end_turn()
    me, history = player.match.view.me, player.match.history
    assert history.own_latest("h100e_online") == me.usable_h100e == history.latest("h100e", "xai")
    assert race.bar.figures["gpus"].value == race.match.words.figures.cards(me.usable_h100e)


def test_help_has_a_page_on_how_to_win(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_F1)
    player.type("score")
    player.key(pygame.K_RETURN)
    assert any(mark.text.startswith("Five components") for mark in player.drawn())
    player.key(pygame.K_ESCAPE)
    assert not player.has("almanac.close")


# --- what is drawn -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_nothing_runs_out_of_its_place(player: Player, size: tuple[int, int]) -> None:
    player.app.resize(size)
    player.open_menu()
    assert player.faults() == []
    for firm in SEATS:
        player.director.start(Setup("september_2024", (firm,), None, 4))
        player.settle()
        low = player.screen.find("briefing.go").rect.y
        assert all(mark.rect.bottom < low + player.app.stage_shift()[1] for mark in _page(player))
        player.key(pygame.K_RETURN)
        for desk in DESKS:
            player.race.desk.open_desk(desk)
            assert player.faults() == [], (firm, desk)


def _page(player: Player) -> list[TextMark]:
    """The words of the briefing."""
    page = player.screen.find("briefing.page").rect.move(player.app.stage_shift())
    return [mark for mark in player.drawn()[-40:] if mark.rect.x == pytest.approx(page.x, abs=2)]


def test_every_form_opens_and_quotes(player: Player) -> None:
    """All options of all seats, at the start and later, strictly by key, and nothing cut."""
    for firm in SEATS:
        race = player.open_race(firm, seed=2)
        for turns in (0, 5):
            for _ in range(turns):
                player.end_turn()
            for option in player.match.session.options(firm):
                race.desk.open_form(option)
                faults = player.faults()
                assert faults == [], (firm, option.kind, option.group)
                race.desk.close_form()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_later_turns_and_the_debrief_fit(player: Player, size: tuple[int, int]) -> None:
    player.app.resize(size)
    race = player.open_race("xai", seed=5)
    while isinstance(player.screen, RaceScreen):
        player.end_turn()
        for measure in ("valuation", "h100e", "elo", "revenue", "users"):
            if player.screen is race and player.match.session.turn % 8 == 0:
                race.chart.tabs.choose(measure)
                assert player.faults() == [], measure
    assert player.faults() == []


def test_every_news_and_reason_has_words(player: Player) -> None:
    """A race played out: every line of news and all advice of every seat can be said."""
    player.director.start(_watched(seed=9))
    player.settle()
    match = player.match
    while not match.session.over:
        for seat in SEATS:
            for advice in match.session.advice(seat):
                assert match.words.order(advice.order)
                assert all(match.words.text(reason) for reason in advice.reasons)
        match.session.advance()
    assert all(match.words.news(item) for item in match.session.news())


def _watched(seed: int) -> object:
    return Setup("september_2024", (), None, seed)


def test_rivals_are_seen_through_the_fog(player: Player) -> None:
    player.open_race("xai")
    for _ in range(3):
        player.end_turn()
    match, rows = player.match, player.match.session.race.recorder.rows
    from game.record import COLUMNS

    names = [column.name for column in COLUMNS]
    true = {row[4]: row[names.index("h100e_online")] for row in rows[-len(match.level.firms) :]}
    assert match.history.latest("h100e", "google") == match.view.rivals["google"].h100e
    assert match.history.series["h100e"]["google"][-2] != true["google"]
    assert match.history.own_latest("h100e_online") == true["xai"]


# --- the window itself ---------------------------------------------------------------------------------


def test_dark_cards_are_told_plainly_at_the_start(player: Player) -> None:
    player.open_race("xai")
    words = [mark.text for mark in player.drawn()]
    assert any("GPUs dark: no power" in text for text in words)


def test_the_turn_is_shown_without_asking_the_engine_anew(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.session import Session

    race = player.open_race("xai")
    for _ in range(6):
        player.end_turn()
    player.match.see("xai")
    asked: list[str] = []
    for name in ("view", "advice", "outlook", "prospect", "explain", "advance", "options", "quote"):
        usual = getattr(Session, name)

        def noted(session: Session, *given: object, _usual: Any = usual, _name: str = name, **named: object) -> object:
            asked.append(_name)
            return _usual(session, *given, **named)

        monkeypatch.setattr(Session, name, noted)
    race.refresh()
    player.app.draw()
    assert set(asked) <= {"options", "quote"}
    assert asked.count("options") <= 4, "once for each who keeps the answer"
    assert 0 < asked.count("quote") <= 60


def test_the_menu_does_not_wait_for_the_engine() -> None:
    code = (
        "import sys, game.desktop.play; "
        "print([m for m in ('mesa', 'numpy', 'pandas', 'pyarrow', 'levels.schema') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("call", ["open_menu()", "open_game()", "watch()"])
def test_without_a_screen_one_line_says_so(call: str) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    if sys.platform != "linux":
        pytest.skip("needs a machine without a screen")
    code = f"from game.desktop.play import *; {call}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=env, check=False)
    assert done.returncode == 2
    assert "`run`" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


REAL_WINDOW = """
import time
started = time.perf_counter()
from game.desktop.app import App
from game.desktop.play import Director
from game.desktop.setup import Setup
app = App()
director = Director(app, keep_journal=False)
director.menu()
app.pump()
print("first", app.frames_drawn, round(time.perf_counter() - started, 2))
app.run_until(lambda: not app.background.busy, 20000)
director.start(Setup("september_2024", ("xai",), None, 1))
app.run_until(lambda: not app.background.busy, 20000)
app.top.uncover()
app.top.end_turn()
app.run_until(lambda: not app.background.busy, 20000)
app.pump()
print("turn", director.match.session.turn)
"""


def test_a_turn_in_a_real_window_needs_xvfb(tmp_path: Path) -> None:
    if shutil.which("Xvfb") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("needs_xvfb: CI must install Xvfb")
        pytest.skip("needs_xvfb")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        number = os.fdopen(read).readline().strip()
        hidden = ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
        env = {name: value for name, value in os.environ.items() if name not in hidden}
        env |= {"DISPLAY": f":{number}", storage.FOLDER_VARIABLE: str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", REAL_WINDOW],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=env,
            check=False,
            timeout=50,
        )
        assert done.returncode == 0, done.stderr
        assert "first 1 " in done.stdout
        assert "turn 2" in done.stdout
    finally:
        server.terminate()
        server.wait()


def test_careless_hands_break_nothing(player: Player) -> None:
    """Clicks and keys at random over the board, work in the background included."""
    import random

    rng = random.Random(5)
    player.open_race("xai", seed=5)
    keys = [pygame.K_TAB, pygame.K_RETURN, pygame.K_e, pygame.K_a, pygame.K_r, pygame.K_u, pygame.K_3, pygame.K_RIGHT]
    for _ in range(150):
        if rng.random() < 0.5:
            live = [w for w in player.screen.layers[-1].walk() if w.id and w.takes_mouse and w.is_live()]
            live = [
                w
                for w in live
                if w.id not in ("menu.quit", "pause.leave", "pause.load", "pause.replay", "pause.quick-load")
            ]
            if live:
                rect = rng.choice(live).stage_rect()
                player.click_at((rect.x + rect.w * rng.random(), rect.y + rect.h * rng.random()))
        else:
            player.key(rng.choice(keys))
        if rng.random() < 0.3:
            player.settle()
    player.settle()
    assert player.app.running
