"""Every screen, each posed by a function of the studio; its name is that of its golden."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pygame

from game.desktop import keepsake, storage
from game.desktop.choices import Tabs
from game.desktop.screens.almanac_book import SECTIONS
from game.desktop.screens.handover import HandOver
from game.desktop.screens.new_game import NewGameScreen
from game.desktop.screens.replay import ReplayScreen
from game.desktop.table import Table
from tests.desktop.shots.studio import Studio

Pose = Callable[[Studio], None]
SCENES: dict[str, Pose] = {}
SAVED_AT = 1_727_781_600
"""When the saves of a scene were written, in seconds."""


def scene(pose: Pose) -> Pose:
    SCENES[pose.__name__] = pose
    return pose


# --- around the race -----------------------------------------------------------------------------------


@scene
def menu(studio: Studio) -> None:
    studio.director.menu()


@scene
def levels(studio: Studio) -> None:
    studio.director.levels()


@scene
def new_game(studio: Studio) -> None:
    studio.director.new_game("september_2024")
    studio.settle()


@scene
def new_game_for_three(studio: Studio) -> None:
    studio.director.new_game("september_2024")
    studio.settle()
    screen = studio.screen
    assert isinstance(screen, NewGameScreen)
    screen.choose(["openai", "xai", "meta"])


@scene
def new_game_of_a_lesson(studio: Studio) -> None:
    studio.director.new_game("l0_first_cluster")


@scene
def load(studio: Studio) -> None:
    _fill_shelf(studio)
    studio.director.saves()


@scene
def load_nothing(studio: Studio) -> None:
    studio.director.saves(replays=True)


def _fill_shelf(studio: Studio) -> None:
    """Three saves, one of them broken, each as old as always."""
    os.environ[storage.FOLDER_VARIABLE] = "saves"
    folder = Path("saves")
    if not folder.exists():
        folder.mkdir()
        for name, session in (("race", studio.games.sixth), ("lesson", studio.games.lesson)):
            path = folder / f"{name}.race"
            session.save(path)
            race = studio.race(session)
            keepsake.keep(studio.app, race.match, keepsake.take(studio.app, hide_plan=False), path)
            studio.settle()
        (folder / "broken.race").write_text("nonsense\n")
    for age, path in enumerate(sorted(folder.glob("*.race"), reverse=True)):
        os.utime(path, (SAVED_AT - age * 90_000,) * 2)
    studio.director.match = None


@scene
def settings(studio: Studio) -> None:
    studio.director.menu()
    studio.director.settings()


@scene
def settings_language(studio: Studio) -> None:
    settings(studio)
    studio.click("settings.language")


def _almanac(section: str) -> Pose:
    def pose(studio: Studio) -> None:
        studio.race(studio.games.sixth).help()
        studio.screen.find("almanac.tabs", Tabs).choose(section)
        entries = studio.screen.find("almanac.list", Table)
        entries.select(min(1, len(entries.rows) - 1))

    return pose


for _name in SECTIONS:
    SCENES[f"almanac_{_name}"] = _almanac(_name)


# --- the board -----------------------------------------------------------------------------------------


@scene
def briefing(studio: Studio) -> None:
    studio.race(studio.games.opening).tell_turn()


@scene
def briefing_of_a_lesson(studio: Studio) -> None:
    studio.race(studio.games.lesson).tell_turn()


@scene
def board_first(studio: Studio) -> None:
    studio.race(studio.games.opening)


@scene
def board_sixth(studio: Studio) -> None:
    studio.race(studio.games.sixth)


def _desk(desk: str) -> Pose:
    def pose(studio: Studio) -> None:
        studio.race(studio.games.sixth).desk.open_desk(desk)

    return pose


for _name in ("capital", "chips", "power", "compute", "deals"):
    SCENES[f"desk_{_name}"] = _desk(_name)


def _form(desk: str, kind: str) -> Pose:
    def pose(studio: Studio) -> None:
        race = studio.race(studio.games.sixth)
        option = next(option for option in race.match.options(desk) if option.kind == kind)
        race.desk.open_form(option)

    return pose


SCENES["form_equity"] = _form("capital", "raise_equity")
SCENES["form_turbines"] = _form("power", "bring_turbines")


@scene
def hover_card(studio: Studio) -> None:
    studio.race(studio.games.sixth)
    studio.point_at("bar.cash")


@scene
def opened_card(studio: Studio) -> None:
    studio.race(studio.games.sixth).open_figure("me.cash_usd")


@scene
def rival(studio: Studio) -> None:
    studio.race(studio.games.sixth).show_firm("openai")


@scene
def report(studio: Studio) -> None:
    studio.race(studio.games.sixth).turning.report()


@scene
def worth_a_look(studio: Studio) -> None:
    race = studio.race(studio.games.sixth)
    race.match.reset()
    race.plan_changed()
    race.turning.press_end()
    assert race.covered


@scene
def pause(studio: Studio) -> None:
    studio.race(studio.games.sixth).ask_menu()


@scene
def guide(studio: Studio) -> None:
    studio.race(studio.games.lesson)


@scene
def guide_at_a_desk(studio: Studio) -> None:
    race = studio.race(studio.games.lesson)
    studio.key(pygame.K_n, pygame.K_n, pygame.K_n)
    race.desk.open_desk("power")


@scene
def hint(studio: Studio) -> None:
    studio.settings.hints = True
    studio.race(studio.games.sixth)


# --- several, watching, afterwards ---------------------------------------------------------------------


@scene
def hand_over(studio: Studio) -> None:
    match = studio.match(studio.games.shared)
    studio.app.reset(HandOver(match, "xai", lambda: None))


@scene
def watch(studio: Studio) -> None:
    studio.race(studio.games.watched)


@scene
def watch_mind(studio: Studio) -> None:
    race = studio.race(studio.games.thinking)
    race.look("xai")
    race.watch.pages.choose("mind")


@scene
def watch_minds(studio: Studio) -> None:
    studio.race(studio.games.thinking).watch.pages.choose("all")


@scene
def replay(studio: Studio) -> None:
    tape = studio.games.tape(Path("tape.race"))
    studio.app.reset(ReplayScreen(studio.director, tape, lambda: None, 4, "xai"))


@scene
def replay_bare(studio: Studio) -> None:
    replay(studio)
    studio.key(pygame.K_v)


def _debrief(page: str) -> Pose:
    def pose(studio: Studio) -> None:
        session = studio.games.judged if page == "insight" else studio.games.ended
        studio.debrief(session, page)

    return pose


for _name in ("result", "insight", "whatif", "records"):
    SCENES[f"debrief_{_name}"] = _debrief(_name)


@scene
def debrief_of_a_lesson(studio: Studio) -> None:
    studio.debrief(studio.games.lesson_ended, "result")


@scene
def export(studio: Studio) -> None:
    studio.debrief(studio.games.ended, "result")
    studio.key(pygame.K_e, mods=pygame.KMOD_CTRL)
