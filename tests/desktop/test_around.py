"""What lies around the race: title, new game for several, saves, pause, replays, forks."""

from __future__ import annotations

import os
from pathlib import Path

import pygame
import pytest

from game.desktop import keepsake, storage
from game.desktop.screens.handover import HandOver
from game.desktop.screens.levels import LevelsScreen
from game.desktop.screens.menu import MenuScreen
from game.desktop.screens.new_game import NewGameScreen
from game.desktop.screens.race import RaceScreen
from game.desktop.screens.replay import ReplayScreen
from game.desktop.screens.saves import SavesScreen
from game.desktop.setup import Setup
from tests.desktop.player import Player


def lesson(player: Player, turns: int = 2) -> RaceScreen:
    player.director.start(Setup("l0_first_cluster", ("xai",), None, 1))
    player.settle()
    player.key(pygame.K_RETURN)
    for _ in range(turns):
        player.end_turn()
    return player.race


# --- title, levels, new game -----------------------------------------------------------------------------


def test_a_newcomer_is_led_into_the_first_lesson_by_one_key(player: Player) -> None:
    player.open_menu()
    assert player.focus == "menu.start"
    assert player.faults() == []
    player.key(pygame.K_RETURN)
    player.settle()
    assert player.match.level_name == "l0_first_cluster"
    assert player.match.steering


def test_the_first_lesson_stays_in_the_menu_until_a_game_is_ended(player: Player) -> None:
    player.director.start(Setup("september_2024_halves", ("xai",), None, 3))
    player.settle()
    player.end_turn()
    player.open_menu()
    assert player.focus == "menu.continue"
    assert player.has("menu.start")
    assert player.faults() == []
    player.click("menu.start")
    player.settle()
    assert player.match.level_name == "l0_first_cluster"
    player.end_turn()
    player.open_menu()
    assert player.has("menu.continue")
    assert not player.has("menu.start"), "to go on with the lesson is the same"


def test_who_has_played_goes_on_by_one_key(player: Player) -> None:
    lesson(player)
    player.open_menu()
    assert player.focus == "menu.continue"
    player.key(pygame.K_RETURN)
    player.settle()
    assert player.match.session.turn == 3


def test_the_map_behind_the_title_lives_and_rests_with_reduced_motion(player: Player) -> None:
    player.app.settings.reduced_motion = False
    menu = player.open_menu()
    assert menu.map.session is not None
    for _ in range(3):
        player.wait(4300)
        player.settle()
    assert menu.map.session.turn >= 3
    assert menu.map.headline
    player.click("menu.levels")
    player.settle()
    assert isinstance(player.screen, LevelsScreen)
    assert menu.map.session is None
    player.app.settings.reduced_motion = True
    menu = player.open_menu()
    player.wait(20_000)
    player.settle()
    assert menu.map.session is not None
    assert menu.map.session.turn == 1


def test_every_way_from_the_title_leads_back_by_escape(player: Player) -> None:
    for ident in ("new", "levels", "load", "watch", "replays"):
        player.open_menu()
        player.click(f"menu.{ident}")
        player.settle()
        assert not isinstance(player.screen, MenuScreen), ident
        assert player.faults() == [], ident
        player.key(pygame.K_ESCAPE)
        player.settle()
        assert isinstance(player.screen, MenuScreen), ident


def test_a_level_is_chosen_by_a_press_and_played_by_a_second(player: Player) -> None:
    player.director.levels()
    player.settle()
    player.click("level.l1_megawatts")
    assert isinstance(player.screen, LevelsScreen)
    assert player.screen.chosen == "l1_megawatts"
    assert any("Megawatts" in mark.text for mark in player.drawn())
    player.click("level.l1_megawatts")
    player.settle()
    assert isinstance(player.screen, NewGameScreen)


def test_the_browser_tells_how_a_level_went(player: Player) -> None:
    lesson(player, 1)
    player.director.levels()
    player.settle()
    assert any(mark.text == "Under way: turn 2 of 5" for mark in player.drawn())


def test_three_people_with_names_get_the_firms_they_chose(player: Player) -> None:
    player.director.new_game()
    player.settle()
    player.tab_to("new.people")
    player.key(pygame.K_RIGHT, pygame.K_RIGHT)
    assert player.screen.count == 3
    player.tab_to("new.name.0")
    player.type("Ada")
    player.click("firm.anthropic")
    player.click("new.name.1")
    player.type("Bo")
    player.click("firm.meta")
    assert player.faults() == []
    chosen = list(player.screen.chosen)
    assert chosen[:2] == ["anthropic", "meta"]
    player.click("new.start")
    player.settle()
    assert isinstance(player.screen, HandOver)
    assert set(player.match.people) == set(chosen)
    assert player.match.players["anthropic"] == "Ada"
    assert player.match.players["meta"] == "Bo"


def test_a_turn_may_have_another_length(player: Player) -> None:
    player.director.new_game("september_2024")
    player.settle()
    player.screen.pace.choose("1")
    player.click("new.start")
    player.settle()
    assert player.match.level.months_per_turn == 1


# --- saves -----------------------------------------------------------------------------------------------


def test_a_save_has_a_picture_and_tells_how_the_firm_stood(player: Player) -> None:
    lesson(player)
    player.settle()
    (save,) = storage.saves()
    assert save.note is not None
    assert save.note.valuation_usd > 0
    assert pygame.image.load(save.picture).get_size() == (480, 270)


def test_the_picture_of_a_save_shows_the_turn_at_which_it_goes_on(player: Player) -> None:
    def apart(one: pygame.Surface, other: pygame.Surface) -> int:
        pairs = ((one.get_at((x, y)), other.get_at((x, y))) for x in range(0, 480, 3) for y in range(24, 270, 3))
        return sum(sum(abs(a[part] - b[part]) for part in range(3)) > 24 for a, b in pairs)

    player.open_race("xai")
    player.end_turn()
    before = keepsake.take(player.app, hide_plan=False)
    player.end_turn()
    player.settle()
    now = keepsake.take(player.app, hide_plan=False)
    (save,) = storage.saves()
    kept = pygame.image.load(save.picture)
    assert apart(kept, now) < apart(kept, before) / 4


def test_a_path_below_home_is_told_with_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert storage.told(tmp_path / "games" / "a.race") == "~/games/a.race".replace("/", os.sep)
    assert storage.told(tmp_path.parent / "a.race") == str(tmp_path.parent / "a.race")


def test_saves_are_renamed_deleted_and_brought_back_by_keyboard(player: Player) -> None:
    lesson(player)
    player.director.saves()
    player.settle()
    player.tab_to("saves.name")
    player.type("Memphis first")
    assert storage.saves()[0].name == "Memphis first"
    player.tab_to("saves.delete")
    player.key(pygame.K_RETURN)
    assert storage.saves() == []
    assert player.focus == "saves.undo"
    player.key(pygame.K_RETURN)
    assert storage.saves()[0].name == "Memphis first"
    assert storage.saves()[0].picture.exists()
    assert player.faults() == []
    player.tab_to("saves.open")
    player.key(pygame.K_RETURN)
    player.settle()
    assert player.match.session.turn == 3


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"nonsense\n", "strange"),
        (b"", "cut"),
        (b'{"line":"header","format":9,"new":{}}\n', "newer"),
        (b'{"line":"header","format":1,"level":"x"', "cut"),
    ],
)
def test_what_cannot_be_opened_is_listed_with_the_reason_and_left_alone(
    player: Player, content: bytes, why: str
) -> None:
    storage.folder().mkdir(parents=True)
    path = storage.folder() / "bad.race"
    path.write_bytes(content)
    (found,) = storage.shelf()
    assert isinstance(found, storage.Broken)
    assert found.why == why
    player.director.saves()
    player.settle()
    assert isinstance(player.screen, SavesScreen)
    assert any(mark.text == "bad.race" for mark in player.drawn())
    assert player.screen.open.reason
    assert path.read_bytes() == content


def test_a_quick_save_can_be_gone_back_to_again_and_again(player: Player) -> None:
    lesson(player, 1)
    player.key(pygame.K_F5)
    player.settle()
    for _ in range(2):
        player.end_turn()
        assert player.match.session.turn == 3
        player.key(pygame.K_F9)
        player.settle()
        assert player.match.session.turn == 2
    saved = storage.read(storage.quick_path())
    assert saved is not None
    assert (saved.turn, saved.name) == (2, "Quick save")


def test_the_pause_page_leads_everywhere_and_back(player: Player) -> None:
    lesson(player, 1)
    player.key(pygame.K_ESCAPE)
    assert player.faults() == []
    player.click("pause.quick-save")
    player.settle()
    assert storage.quick_path().exists()
    player.key(pygame.K_ESCAPE)
    player.click("pause.replay")
    player.settle()
    assert isinstance(player.screen, ReplayScreen)
    player.key(pygame.K_ESCAPE)
    player.settle()
    assert isinstance(player.screen, RaceScreen)
    assert player.match.session.turn == 2
    player.end_turn()
    assert player.match.session.turn == 3


# --- replays and forks -----------------------------------------------------------------------------------


def replay(player: Player, turns: int = 4) -> ReplayScreen:
    player.open_race("xai", seed=11)
    for _ in range(turns):
        player.end_turn()
    player.director.saves(replays=True)
    player.settle()
    player.click("saves.replay")
    player.settle()
    assert isinstance(player.screen, ReplayScreen)
    return player.screen


def test_a_replay_shows_the_board_as_it_stood(player: Player) -> None:
    race = player.open_race("xai", seed=11)
    seen = []
    for _ in range(3):
        seen.append(player.match.view.me.cash_usd)
        player.end_turn()
    digest = player.match.session.turns[1].digest
    del race
    player.director.replay_so_far(3, "xai")
    player.settle()
    screen = player.screen
    assert isinstance(screen, ReplayScreen)
    player.key(pygame.K_HOME)
    for turn, cash in enumerate(seen):
        assert screen.match.turn == turn
        assert screen.match.view.me.cash_usd == cash
        if turn == 2:
            assert screen.match.session.race.digest() == digest
        assert player.faults() == []
        player.key(pygame.K_RIGHT)
    line = screen.line
    player.drag((line.x_of(3), line.track.centery), (line.x_of(1), line.track.centery))
    assert screen.match.turn == 1


def test_openly_there_is_no_fog_and_through_a_firms_eyes_there_is(player: Player) -> None:
    screen = replay(player, 3)
    match = screen.match
    assert match.eyes == ""
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    race = match.session.race
    rows = {row[at["firm"]]: row[at["h100e_online"]] for row in race.recorder.rows[-len(race.recorded) :]}
    assert match.history.latest("h100e", "google") == rows["google"]
    owners = {place.key: place.firm for place in match.session.places()}
    assert {owners[key] for key in match.seen_sites} > {"xai", "google"}
    assert {owners[key] for key in match.view.sites} == {match.firm}, "a firm's own figures are its own, openly too"
    screen.eyes.choose("xai")
    assert match.eyes == "xai"
    assert {owners[key] for key in match.seen_sites} == {"xai"}
    assert match.history.latest("h100e", "google") == match.view.rivals["google"].h100e


def test_a_replay_plays_by_itself_and_hides_its_panels(player: Player) -> None:
    screen = replay(player, 3)
    player.key(pygame.K_SPACE)
    assert screen.line.at == 0
    for _ in range(3):
        player.wait(2100)
    assert screen.line.at == 3
    player.wait(2100)
    assert not screen.ticker.running
    player.key(pygame.K_v)
    assert not screen.board.visible
    assert screen.subtitle.large
    assert player.faults() == []
    player.key(pygame.K_ESCAPE)
    assert screen.board.visible


def test_a_fork_goes_on_in_a_save_of_its_own_with_the_old_plan_laid_out(player: Player) -> None:
    screen = replay(player, 4)
    origin = screen.tape.path
    assert origin is not None
    before = origin.read_bytes()
    player.key(pygame.K_HOME, pygame.K_RIGHT)
    planned = screen.match.tape.orders(2, "xai")
    player.click("replay.fork")
    player.settle()
    assert isinstance(player.screen, RaceScreen)
    if player.screen.covered:
        player.screen.uncover()
    assert player.match.session.turn == 2
    assert tuple(player.match.orders) == planned
    player.end_turn()
    assert player.match.session.turn == 3
    assert player.match.journal != origin
    assert origin.read_bytes() == before
    note = storage.note_of(player.match.journal)
    assert note is not None
    assert (Path(note.origin), note.origin_turn) == (origin, 2)


def test_a_watched_race_can_be_forked_by_whoever_takes_a_firm(player: Player) -> None:
    player.director.start(Setup("september_2024", (), None, 3))
    player.settle()
    player.key(pygame.K_SPACE)
    player.click("watch.step")
    player.settle()
    player.director.replay_so_far(1, "meta")
    player.settle()
    player.click("replay.fork")
    player.settle()
    assert player.match.people == ["meta"]
    assert player.match.session.turn == 2
    assert player.match.journal is not None
    saved = storage.read(player.match.journal)
    assert saved is not None
    assert saved.seats == ("meta",)
    player.match.session.recall()


def test_the_chart_of_a_fork_shows_the_game_as_it_was(player: Player) -> None:
    screen = replay(player, 4)
    player.key(pygame.K_END)
    was = list(screen.match.history.series["valuation"]["xai"])
    player.key(pygame.K_HOME)
    player.click("replay.fork")
    player.settle()
    if player.screen.covered:
        player.screen.uncover()
    player.key(pygame.K_r)
    player.end_turn()
    race = player.race
    before = next(line for line in race.chart.chart.series if line.key == "origin")
    now = player.match.history.series["valuation"]["xai"]
    assert list(before.values) == was[: len(now)]
    assert len(before.values) == len(now)
    assert [fault for fault in player.faults() if "as it was" in fault] == []


# --- several at one screen, and watching -----------------------------------------------------------------


def test_the_hand_over_shows_only_what_is_public(player: Player) -> None:
    player.director.start(Setup("september_2024", ("openai", "xai"), None, 3, ("Ada", "Bo")))
    player.settle()
    assert any(mark.text == "Ada, your turn with OpenAI" for mark in player.drawn())
    assert player.faults() == []
    player.key(pygame.K_RETURN, pygame.K_RETURN)
    planned = [player.match.words.order(order) for order in player.match.orders]
    assert planned
    player.race.end_turn()
    player.settle()
    assert isinstance(player.screen, HandOver)
    words = " ".join(mark.text for mark in player.drawn())
    assert "Bo, your turn with xAI" in words
    assert not [order for order in planned if order in words]
    player.key(pygame.K_RETURN)
    player.settle()
    assert player.match.firm == "xai"
    assert not player.match.can_undo
    seen = {mark.text for mark in player.drawn()}
    own = {player.match.words.order(order) for order in player.match.orders}
    assert not (set(planned) - own) & seen


def test_a_key_still_held_does_not_open_the_next_board(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    from collections import defaultdict

    player.director.start(Setup("september_2024", ("openai", "xai"), None, 3))
    player.settle()
    down = defaultdict(bool, {pygame.K_RETURN: True})
    monkeypatch.setattr(pygame.key, "get_pressed", lambda: down)
    player.screen.shown()
    player.key(pygame.K_RETURN)
    assert isinstance(player.screen, HandOver)
    down.clear()
    player.key(pygame.K_RETURN)
    assert isinstance(player.screen, RaceScreen)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_demonstration_has_captions_and_hides_its_panels(player: Player, size: tuple[int, int]) -> None:
    player.app.resize(size)
    player.director.start(Setup("september_2024", (), None, 3))
    player.settle()
    race = player.race
    player.key(pygame.K_SPACE)
    said = set()
    for _ in range(4):
        player.click("watch.step")
        player.settle()
        said.add(race.showing.caption.text)
    assert len(said) >= 3
    assert any(mark.text in race.showing.caption.text for mark in player.drawn() if len(mark.text) > 12)
    player.key(pygame.K_v)
    assert not race.board.visible
    assert race.showing.caption.large
    player.key(pygame.K_ESCAPE)
    assert race.board.visible
    assert not race.covered


def test_spectators_may_follow_the_leader(player: Player) -> None:
    player.director.start(Setup("september_2024", (), None, 3))
    player.settle()
    race = player.race
    player.key(pygame.K_SPACE)
    race.watch.eyes.choose("leader")
    for _ in range(3):
        player.click("watch.step")
        player.settle()
        firms = player.match.session.race.world.firms
        assert firms[player.match.firm].valuation_usd == max(
            firms[seat].valuation_usd for seat in player.match.level.seats
        )
    race.watch.eyes.choose("meta")
    player.click("watch.step")
    player.settle()
    assert player.match.firm == "meta"
