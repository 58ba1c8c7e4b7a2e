"""What is begun goes on: through a look at the replay, a save while months pass, other words, other keys, a fork."""

from __future__ import annotations

import gc

import pygame

from game.desktop import storage
from game.desktop.screens.almanac import Almanac
from game.desktop.screens.links import link_of_order
from game.desktop.screens.race import RaceScreen
from game.desktop.screens.replay import ReplayScreen
from game.desktop.setup import Setup
from game.race import Race
from game.score import Result, Scores
from game.session import Session
from tests.desktop.player import Player


def lesson(player: Player) -> RaceScreen:
    player.director.start(Setup("l0_first_cluster", ("xai",), None, 1, ("Ada",)))
    player.settle()
    player.key(pygame.K_RETURN)
    return player.race


def test_a_replay_from_the_debrief_leaves_the_search_for_the_best_decision(player: Player) -> None:
    lesson(player)
    player.end_turn()
    player.director.debrief(player.match)
    player.app.pump()
    player.key(pygame.K_2)
    player.key(pygame.K_r)
    player.settle()
    assert isinstance(player.screen, ReplayScreen)
    player.key(pygame.K_ESCAPE)
    player.settle()
    page = player.screen.find("debrief.insight")
    assert page.best.ready  # type: ignore[attr-defined]
    assert player.has("debrief.insight")


def test_the_board_that_was_hidden_stays_hidden_while_months_pass(player: Player) -> None:
    player.app.settings.reduced_motion = False
    player.director.start(Setup("september_2024", (), None, 1))
    player.settle()
    race = player.race
    race.watch.pause()
    player.key(pygame.K_v)
    assert not race.board.visible
    race.advance()
    player.settle()
    assert race.motion.running
    player.app.draw()
    assert not race.board.visible


def test_saves_asked_for_while_months_pass_hold_the_world_at_rest(player: Player) -> None:
    race = lesson(player)
    with race.match._resting:
        race.end_turn()
        player.key(pygame.K_ESCAPE)
        player.click("pause.quick-save")
        player.key(pygame.K_s, mods=pygame.KMOD_CTRL)
        assert race.busy
        assert not storage.quick_path().exists()
    player.settle()
    assert Session.load(storage.quick_path()).race.digest() == player.match.session.race.digest()
    assert len(storage.saves()) == 3
    assert race.match.view.month > 1, "the board has gone on"
    assert race.desk.enabled


def test_warnings_are_told_in_the_language_that_was_chosen_last(player: Player) -> None:
    race = player.open_race("xai")
    before = [matter.text for matter in race.match.matters]
    player.app.change(language="ja")
    after = [matter.text for matter in race.match.matters]
    assert len(after) == len(before) > 0
    assert not set(after) & set(before)


def test_the_almanac_of_the_menu_speaks_the_language_and_names_the_keys_that_were_chosen(player: Player) -> None:
    player.open_menu()
    player.director.almanac()
    player.app.pump()
    book = player.screen.layers[-1].children[0]
    assert isinstance(book, Almanac)
    told = book.heading.text
    player.key(pygame.K_ESCAPE)
    player.app.change(language="ja", keys={"end": "f6"})
    player.director.almanac()
    player.app.pump()
    book = player.screen.layers[-1].children[0]
    assert isinstance(book, Almanac)
    assert book.heading.text != told
    assert any(mark.text == "F6" for mark in player.drawn())


def test_a_fork_of_a_saved_replay_keeps_its_players_names(player: Player) -> None:
    lesson(player)
    player.end_turn()
    path = player.match.journal
    assert path is not None
    player.director.replay(path, 1)
    player.settle()
    player.click("replay.fork")
    player.settle()
    assert player.match.players == {"xai": "Ada"}


def test_who_has_won_is_asked_in_one_place() -> None:
    reached, missed = Scores({}, {}, 2.0, ("goal",)), Scores({}, {}, 1.0, ())
    lesson = Result("a", ("a", "b"), 1, 1, {"a": missed, "b": reached}, "", "end", targeted=True)
    assert (lesson.won("a"), lesson.won("b"), lesson.won("c")) == (False, True, False)
    race = Result("a", ("a", "b"), 1, 1, {"a": missed, "b": missed, "c": missed}, "", "end")
    assert (race.won("a"), race.won("b"), race.won("c")) == (True, True, False)


def test_a_standing_order_leads_to_its_own_desk(player: Player) -> None:
    from agents.orders import POLICY_DESKS, SetPolicy

    race = player.open_race("xai")
    for policy, desk in POLICY_DESKS.items():
        assert link_of_order(race.match, SetPolicy(policy, 0.0)) == ("desk", desk)  # type: ignore[arg-type]


def test_a_guide_that_was_left_stays_away_in_other_colours_and_after_loading(player: Player) -> None:
    lesson(player)
    player.click("guide.stop")
    player.app.change(palette="distinct")
    player.app.pump()
    assert not player.race.guide.visible
    player.key(pygame.K_F5)
    player.settle()
    player.key(pygame.K_F9)
    player.settle()
    assert player.race.guide.step is None


def test_what_a_player_looks_at_outlives_other_words(player: Player) -> None:
    race = player.open_race("xai")
    race.chart.tabs.choose("elo")
    race.map.next_tint()
    race.map.filter.choose("mine")
    race.turning.warned = 1
    race.desk.open_form(race.match.options("power")[0])
    assert race.desk.form is not None
    kind = race.desk.form.option.kind
    player.app.change(language="ja")
    assert (race.chart.measure, race.map.tint, race.map.filter.value) == ("elo", "queue", "mine")
    assert race.turning.warned == 1
    assert race.desk.form is not None
    assert race.desk.form.option.kind == kind


def races() -> int:
    gc.collect()
    return sum(isinstance(each, Race) for each in gc.get_objects())


def test_games_that_were_left_give_their_memory_back(player: Player) -> None:
    lesson(player)
    player.key(pygame.K_F5)
    player.settle()
    before = races()
    for _ in range(10):
        player.key(pygame.K_F9)
        player.settle()
    assert races() <= before + 1


def test_a_window_closed_in_mid_turn_loses_no_order_of_the_plan(player: Player) -> None:
    race = player.open_race("xai")
    player.end_turn()
    advised = list(race.match.orders)
    player.key(pygame.K_r)
    assert race.match.orders == []
    player.key(pygame.K_3)
    player.click(next(w.id for w in race.wide.walk() if w.id.endswith(".grid.plan")))
    planned = list(race.match.orders)
    assert planned
    assert planned != advised
    journal = player.match.journal
    assert journal is not None
    player.director.load(journal)
    player.settle()
    if player.has("report.go"):
        player.key(pygame.K_RETURN)
    assert player.race is not race
    assert player.match.orders == planned
    player.end_turn()
    assert player.match.orders != planned


def test_back_from_the_saves_leads_to_the_race_that_was_left(player: Player) -> None:
    race = player.open_race("xai")
    player.end_turn()
    journal, turn = player.match.journal, player.match.session.turn
    player.director.saves()
    player.settle()
    player.key(pygame.K_ESCAPE)
    player.settle()
    assert isinstance(player.screen, RaceScreen)
    assert player.race is not race
    assert (player.match.journal, player.match.session.turn) == (journal, turn)
