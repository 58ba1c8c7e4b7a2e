"""Figures explain themselves: the card at hover, at the keyboard and opened; its parts sum to what is shown."""

from __future__ import annotations

import pygame
import pytest

from assets.text import Texts
from game.desktop.buttons import Button
from game.desktop.card import Sheet
from game.desktop.frames import Figure, Label, Line, Progress
from game.desktop.screens import naming
from game.desktop.screens.almanac import Almanac
from game.desktop.screens.almanac_book import NO_UNITS, SECTIONS, Book
from game.desktop.screens.asking import Asking
from game.desktop.screens.debrief import Debrief
from game.desktop.scroll import ScrollArea
from game.desktop.setup import Setup
from game.desktop.table import Table
from game.desktop.widget import Spot, Widget
from game.telling.history import MEASURES
from game.telling.wording import DESKS, Words
from levels import facts, loader
from tests.desktop.player import Player


def hovered(player: Player, ident: str) -> Sheet:
    player.hover(ident)
    player.wait(400)
    player.settle()
    assert player.screen.sheet is not None
    return player.screen.sheet


def test_a_figure_tells_what_makes_it_when_it_is_pointed_at(player: Player) -> None:
    player.open_race("xai")
    player.end_turn()
    player.end_turn()
    sheet = hovered(player, "bar.cash")
    assert sheet.value == player.screen.find("bar.cash").value  # type: ignore[attr-defined]
    assert sheet.whole == sheet.total == player.match.view.me.cash_usd
    assert len(sheet.rows) <= 7
    assert sheet.rows[-1].name.startswith("Other")
    assert "since" in sheet.change
    assert len([note for note in sheet.notes if "free" in note.text]) == 3
    player.move((640, 600))
    assert player.screen.sheet is None


def test_a_card_is_opened_looked_into_and_closed_by_mouse(player: Player) -> None:
    player.open_race("xai")
    player.click("bar.valuation")
    player.settle()
    first = [row.name for row in _rows(player)]
    player.click("card.0")
    assert [row.name for row in _rows(player)] != first
    player.click("card.back")
    assert [row.name for row in _rows(player)] == first
    player.click("card.close")
    assert not player.screen.covered


def test_a_card_is_reached_opened_and_closed_by_keys(player: Player) -> None:
    player.open_race("xai")
    player.tab_to("bar.elo")
    player.wait(800)
    player.settle()
    assert player.screen.sheet is not None
    assert player.screen.sheet.about == "me.arena_elo"
    player.key(pygame.K_QUESTION)
    assert player.has("card.close")
    assert player.focus == "card.0"
    player.key(pygame.K_ESCAPE)
    assert not player.screen.covered
    assert player.focus == "bar.elo"


def test_what_changed_a_figure_sums_to_its_change(player: Player) -> None:
    player.open_race("openai")
    player.end_turn()
    player.end_turn()
    player.click("bar.cash")
    player.settle()
    before = player.match.history.own_before("cash_usd", 3)
    player.click("card.tabs", 0.75)
    assert before is not None
    assert sum(row.exact for row in _rows(player)) == player.match.view.me.cash_usd - before


def _rows(player: Player) -> list:  # type: ignore[type-arg]
    from game.desktop.screens.opened import PartRow

    return [child.row for child in player.screen.find("card.table").children if isinstance(child, PartRow)]


# --- every figure on every screen ----------------------------------------------------------------------


def shown_spots(player: Player) -> list[tuple[Widget, Spot]]:
    widgets = [widget for layer in player.screen.layers for widget in layer.walk() if widget.is_visible()]
    return [(widget, spot) for widget in widgets for spot in widget.spots()]


def written(player: Player, whole: float) -> set[str]:
    """All ways in which the window may write a number."""
    write = player.app.texts.figures
    told = {write.money(whole), write.cards(whole), write.whole(whole), write.percent(whole), f"{whole:,.0f}"}
    told |= {write.percent(whole - 1, signed=True), write.flop(whole), f"{min(99, round(whole))} months"}
    told |= {f"{whole:.2f}", f"{whole:.1f}", f"{whole:.2f} ×", write.power(whole), write.power(whole * 1000)}
    return told


def check_spots(player: Player, *under: str) -> int:
    """Every figure on show (under some widgets): its parts sum to the whole, and the whole is what is shown."""
    player.match.session.recall()
    explainer = player.screen.explainer
    assert isinstance(explainer, Asking)
    found = [(widget, spot) for widget, spot in shown_spots(player) if not under or widget.id in under]
    for widget, spot in found:
        sheet = explainer.full(spot)
        where = f"{widget.id} {spot.about}"
        assert not [note for note in sheet.notes if note.icon in ("hourglass", "triangle-alert")], where
        assert sheet.name, where
        for about in [spot.about, *(row.about for row in sheet.rows)]:
            key = naming.key(player.match.view, about)[0]
            assert ":" in about or not about or player.app.texts.has(key), f"{where}: {about} has no name"
        if sheet.whole is None:
            assert sheet.sentence or sheet.rows, where
            continue
        scale = max([abs(row.exact) for row in sheet.rows] + [abs(sheet.whole), 1e-9])
        assert abs(sheet.total - sheet.whole) <= 1e-9 * scale, f"{where}: {sheet.whole} shown, parts {sheet.total}"
        folded = explainer.sheet(spot)
        assert abs(folded.total - sheet.whole) <= 1e-9 * scale, where
        assert len(folded.rows) <= 7, where
        if spot.value:
            number = spot.value.removeprefix("~").split(" of ")[0].removesuffix(" MW")
            fits = {each.removesuffix(" MW") for each in written(player, sheet.whole)}
            if sheet.whole > 0:
                fits |= {f"+{each}" for each in fits}
            assert number in fits, f"{where}: {spot.value} shown, {sheet.whole} explained"
    return len(found)


@pytest.mark.parametrize("firm", ["openai", "xai", "microsoft"])
def test_every_figure_on_the_board_sums_to_what_is_shown(player: Player, firm: str) -> None:
    player.open_race(firm)
    for turn in range(1, 7):
        if turn in (1, 3, 6):
            assert check_spots(player) >= 15
            for measure in MEASURES:
                player.race.chart.tabs.choose(measure)
                player.app.draw()
                assert check_spots(player, "chart", "board.table") >= 10
        player.race.end_turn()
        player.settle()
        if turn == 1:
            check_spots(player)
        player.key(pygame.K_RETURN)


def test_every_figure_of_spectators_and_of_other_seats_sums(player: Player) -> None:
    player.director.start(Setup("september_2024", (), "bold", 3))
    player.settle()
    for firm in ("google", "anthropic", "meta"):
        player.race.advance()
        player.settle()
        player.race.look(firm)
        player.app.draw()
        assert check_spots(player) >= 20


@pytest.mark.parametrize("seat", ["memphis_utility", "memphis_residents", "memphis_council"])
def test_every_figure_of_a_seat_that_is_no_firm_sums(player: Player, seat: str) -> None:
    player.director.start(Setup("l5_neighbours", (seat,), None, 2))
    player.settle()
    player.key(pygame.K_RETURN)
    for _ in range(2):
        assert check_spots(player) >= 6
        player.end_turn()
    check_spots(player)


# --- the almanac ---------------------------------------------------------------------------------------


def test_the_almanac_opens_on_the_keys_is_searched_and_remembers_where_one_was(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_F1)
    assert player.screen.find("almanac.heading", Label).text == "Keys in the race"
    player.type("queue grid")
    assert player.screen.find("almanac.list", Table).rows[0].key == "mechanic:queue"
    player.key(pygame.K_RETURN)
    assert player.screen.find("almanac.heading", Label).text == "The queue for the grid"
    player.key(pygame.K_ESCAPE)
    assert not player.screen.covered
    player.key(pygame.K_F1)
    assert player.screen.find("almanac.heading", Label).text == "The queue for the grid"


def test_links_of_the_almanac_lead_on_and_back(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_F1)
    player.click("almanac.tabs", 0.02)
    heading = player.screen.find("almanac.heading", Label)
    first = heading.text
    player.click(_first_link(player))
    second = heading.text
    assert second != first
    player.click("almanac.back")
    assert heading.text == first
    player.click("almanac.ahead")
    assert heading.text == second
    assert player.screen.find("almanac.ahead", Button).reason


def test_a_card_leads_to_its_mechanic(player: Player) -> None:
    player.open_race("xai")
    player.click("bar.valuation")
    player.settle()
    player.click("card.almanac")
    assert player.screen.find("almanac.heading", Label).text == "Valuation and rounds"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_page_of_the_almanac_opens_and_its_words_fit(player: Player, size: tuple[int, int]) -> None:
    player.app.resize(size)
    player.open_race("openai")
    player.key(pygame.K_F1)
    almanac = player.screen.find("almanac", Almanac)
    for section in SECTIONS:
        items = almanac.book.items(section)
        assert items
        for item in items if section != "facts" else items[::40]:
            almanac.show(item.page)
            marks = player.drawn()
            box = pygame.FRect(almanac.page.rect).inflate(8, 8)
            shown = [mark for mark in marks if mark.rect.x >= box.x and mark.rect.y >= box.y]
            assert [mark.text for mark in shown if mark.shortened and box.contains(mark.rect)] == [], item.page


def _first_link(player: Player) -> str:
    page = player.screen.find("almanac.page", ScrollArea)
    return next(child.id for child in page.children if child.focusable)


def test_the_almanac_opens_from_the_menu(player: Player) -> None:
    player.open_menu()
    player.key(pygame.K_F1)
    assert player.has("almanac.search")
    player.key(pygame.K_ESCAPE)
    player.click("menu.almanac")
    assert player.has("almanac.search")


def test_forms_and_the_debrief_explain_their_figures(player: Player) -> None:
    race = player.open_race("openai")
    for kind in ("raise_equity", "lease_compute", "license_data", "order_cards", "fund_chip"):
        for desk in DESKS:
            option = next((each for each in race.match.options(desk) if each.kind == kind), None)
            if option is not None:
                race.desk.open_desk(desk)
                race.desk.open_form(option)
                player.app.draw()
                check_spots(player, "form.quote")
                race.desk.close_form()
    player.end_turn()
    player.race.to_debrief(player.match)
    player.settle()
    assert isinstance(player.screen, Debrief)
    assert check_spots(player, "score.table") == 36


# --- what cannot be used says why ----------------------------------------------------------------------


def silent(player: Player) -> list[str]:
    """Widgets that can have the focus, cannot be used and do not say why."""
    found = []
    for widget in (widget for layer in player.screen.layers for widget in layer.walk()):
        if not widget.focusable or not widget.is_visible():
            continue
        reason = getattr(widget, "reason", "")
        tip = widget.tip_at(None)
        if reason and (tip is None or reason not in tip.text):
            found.append(widget.id)
        if not widget.is_live() and not widget.reason_off():
            found.append(widget.id)
    return found


def test_disabled_controls_say_why_on_every_screen(player: Player) -> None:
    director = player.director
    player.open_menu()
    assert silent(player) == []
    for show in (director.saves, director.settings, lambda: director.new_game("september_2024"), director.levels):
        player.open_menu()
        show()
        player.settle()
        player.app.draw()
        assert silent(player) == [], show
    race = player.open_race("openai")
    for desk in DESKS:
        race.desk.open_desk(desk)
        player.app.draw()
        assert silent(player) == []
        for option in race.match.options(desk):
            race.desk.open_form(option)
            assert silent(player) == [], option.kind
            race.desk.close_form()
    race.end_turn()
    assert race.busy
    assert silent(player) == []
    player.hover("plan.reset")
    player.wait(400)
    assert "passing" in player.screen.tip_text
    player.settle()
    assert silent(player) == []
    director.debrief(player.match)
    player.settle()
    assert silent(player) == []


# --- no figure is left out -----------------------------------------------------------------------------

EXEMPT = ("form.",)
"""Lines that show a choice, not a figure, begin with one of these."""


def test_every_figure_like_widget_carries_the_address_of_its_figure(player: Player) -> None:
    def bare() -> list[str]:
        widgets = [widget for layer in player.screen.layers for widget in layer.walk() if widget.is_visible()]
        shown = [widget for widget in widgets if isinstance(widget, Figure | Line | Progress)]
        return [
            widget.id
            for widget in shown
            if any(sign.isdigit() for sign in widget.value) and not widget.about and not widget.id.startswith(EXEMPT)
        ]

    race = player.open_race("xai")
    assert bare() == []
    for desk in DESKS:
        race.desk.open_desk(desk)
        assert bare() == []
        for option in race.match.options(desk):
            race.desk.open_form(option)
            assert bare() == [], option.kind
            race.desk.close_form()
    player.race.end_turn()
    player.settle()
    assert bare() == []
    player.key(pygame.K_RETURN)
    player.director.debrief(player.match)
    player.settle()
    assert bare() == []
    player.director.start(Setup("september_2024", (), "bold", 3))
    player.settle()
    assert bare() == []


def test_a_form_leads_to_what_its_order_belongs_to(player: Player) -> None:
    race = player.open_race("xai")
    option = next(each for each in race.match.options("power") if each.kind == "bring_turbines")
    race.desk.open_desk("power")
    race.desk.open_form(option)
    player.click("form.how")
    assert player.screen.find("almanac.heading", Label).text == "Power of one's own"
    player.key(pygame.K_ESCAPE)
    assert race.desk.form is not None


def test_the_almanac_says_in_words_what_a_fact_is_used_for() -> None:
    resolved = loader.load("september_2024")
    book = Book(Words(Texts(strict=True), resolved.level), resolved, [])
    told = {block.text for block in book.page("fact:S002").blocks}
    assert "Term sheets, Venture and growth funds, OpenAI: pre money usd" in told
    assert not any(each[:1].isdigit() and ", " in each[:4] for each in told)


@pytest.mark.parametrize(("language", "money", "people"), [("en", "$150B", "11 people"), ("ja", "$1,500億", "11人")])
def test_a_fact_has_its_value_in_words_and_no_kind_of_value_for_a_unit(language: str, money: str, people: str) -> None:
    resolved = loader.load("september_2024")
    book = Book(Words(Texts(language, strict=True), resolved.level), resolved, [])
    told = {key: book._fact_value(fact) for key, fact in facts.known().items()}
    assert told["S002"] == money
    assert told["S028"] == people
    for key, fact in facts.known().items():
        if fact.unit in NO_UNITS:
            assert told[key] in (fact.value, ""), key
        elif fact.value and fact.unit and fact.unit != "year":
            assert told[key] not in ("", fact.value), key
