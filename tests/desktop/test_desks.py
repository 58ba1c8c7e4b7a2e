"""The desks over the board, by posted events: what they lay side by side, what is best, and what gets planned."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.desktop.choices import Dropdown
from game.desktop.screens.desks.comparison import Comparison, Lattice
from game.desktop.screens.desks.offers import Cell, Offer, merge_alike
from game.desktop.screens.race import RaceScreen
from game.desktop.screens.status_panel import ABOUT, COLOURS
from game.desktop.setup import Setup
from game.desktop.sliders import Slider
from game.desktop.usmap import UsMap
from game.telling.wording import DESKS
from tests.desktop.player import Player

KEYS = (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_5)


def pages(player: Player) -> Iterator[str]:
    """Every page of every desk, opened by keys."""
    for desk, key in zip(DESKS, KEYS, strict=True):
        player.key(key)
        for option in list(player.race.wide.tabs.options):
            player.race.wide.tabs.choose(option.key)
            yield f"{desk} {option.key}"


def comparison(player: Player, key: str) -> Comparison:
    return player.screen.find(f"compare.{key}", Comparison)


@pytest.mark.parametrize("firm", ["xai", "google"])
def test_no_page_cuts_a_text_or_lets_two_meet(player: Player, firm: str) -> None:
    player.open_race(firm)
    for _ in range(2):
        player.key(pygame.K_r)
        seen = 0
        for name in pages(player):
            assert player.faults() == [], name
            seen += 1
        assert seen >= len(DESKS)
        player.key(pygame.K_ESCAPE)
        player.end_turn()


def test_keys_open_the_desks_and_escape_closes_them(player: Player) -> None:
    race = player.open_race("xai")
    assert not race.wide.visible
    for desk, key in zip(DESKS, KEYS, strict=True):
        player.key(key)
        assert race.wide.visible
        assert race.desk.tabs.value == race.wide.desk == desk
    assert "chart.tabs" not in [widget.id for widget in race.focus_order()]
    first = race.wide.tabs.value
    player.key(pygame.K_5)
    assert race.wide.tabs.value == race.wide.tabs.options[1].key != first
    player.key(pygame.K_ESCAPE)
    assert not race.wide.visible
    assert "chart.tabs" in [widget.id for widget in race.focus_order()]
    player.click("desk.tabs", 0.1)
    assert race.wide.visible
    player.click_at((race.wide.rect.right - 4, race.wide.rect.bottom - 4))
    assert not race.wide.visible


def test_a_term_sheet_is_planned_and_taken_out_by_keys(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    assert player.focus.startswith("compare.sheets.")
    assert player.focus.endswith(".plan")
    first = player.focus
    player.key(pygame.K_RIGHT)
    assert player.focus != first
    assert player.focus.endswith(".plan")
    second = player.focus
    player.key(pygame.K_RETURN)
    assert [order.kind for order in player.match.orders] == ["raise_equity"]
    assert player.focus == second
    assert race.wide.visible
    player.key(pygame.K_RETURN)
    assert player.match.orders == []
    player.key(pygame.K_DOWN)
    assert player.focus == second.replace(".plan", ".adjust")
    player.key(pygame.K_RETURN)
    assert race.desk.form is not None
    player.key(pygame.K_ESCAPE)
    assert race.desk.form is None
    assert race.wide.visible
    assert player.focus == second.replace(".plan", ".adjust")


def test_cells_follow_the_amount_while_it_moves(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    before = {offer.key: offer.cells["sold"].rank for offer in comparison(player, "sheets").compare.offers}
    slider = player.screen.find("wide.knob.amount_usd", Slider)
    track = slider.stage_rect(slider.track)
    player.move((track.x + track.w * slider.share(slider.value), track.centery))
    player.down((track.x + track.w * slider.share(slider.value), track.centery))
    player.move((track.x + 8, track.centery))
    after = {offer.key: offer.cells["sold"].rank for offer in comparison(player, "sheets").compare.offers}
    player.up((track.x + 8, track.centery))
    assert before.keys() == after.keys()
    assert all(after[key] < before[key] for key in before)  # type: ignore[operator]


def test_the_best_of_a_measure_is_the_best_and_has_a_star_and_weight(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    compare = comparison(player, "sheets").compare
    sold = next(measure for measure in compare.measures if measure.key == "sold")
    least = min(offer.cells["sold"].rank for offer in compare.offers)  # type: ignore[type-var]
    assert compare.best(sold) == {offer.key for offer in compare.offers if offer.cells["sold"].rank == least}


def test_a_full_plan_asks_which_order_gives_way(player: Player) -> None:
    race = player.open_race("xai")
    assert player.match.full
    player.key(pygame.K_1)
    player.key(pygame.K_RETURN)
    assert race.desk.form is not None
    assert race.desk.form.instead is not None
    player.key(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert not race.wide.visible


# --- every desk ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("firm", "turns"), [("xai", 0), ("openai", 3), ("microsoft", 1)])
def test_on_every_page_an_offer_is_planned_and_taken_out_by_mouse(player: Player, firm: str, turns: int) -> None:
    race = player.open_race(firm)
    for _ in range(turns):
        player.end_turn()
    player.key(pygame.K_r)
    planned = set()
    for name in pages(player):
        buttons = [widget.id for widget in race.wide.body.walk() if widget.id.endswith(".plan")]
        if not buttons:
            continue
        button = race.find(buttons[0])
        race.wide.body.reveal(button.rect)
        player.click(buttons[0])
        assert len(player.match.orders) == 1, name
        planned.add(player.match.orders[0].kind)
        assert player.match.troubles() == {}, name
        player.click(buttons[0])
        assert player.match.orders == [], name
    assert len(planned) >= 8


def test_what_cells_say_is_what_the_door_says(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r)
    looked_at = 0
    for name in pages(player):
        for widget in race.wide.body.walk():
            if not isinstance(widget, Comparison):
                continue
            for offer in widget.compare.offers:
                if offer.option is None or offer.answer is None:
                    continue
                said = player.match.quote(offer.answer.order)
                assert player.match.is_refused(said) == bool(offer.reason), (name, offer.key)
                if offer.reason:
                    ids = [child.id for child in widget.children]
                    assert f"{widget.id}.{offer.key}.plan" not in ids
                    assert f"{widget.id}.{offer.key}.adjust" in ids
                elif "now" in offer.cells:
                    assert offer.cells["now"].rank == -said.cash_usd, (name, offer.key)  # type: ignore[union-attr]
                    looked_at += 1
    assert looked_at > 30


def test_why_something_cannot_be_planned_stands_where_its_button_would(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_r, pygame.K_4)
    player.race.wide.tabs.choose("run")
    compare = comparison(player, "release").compare
    refused = [offer for offer in compare.offers if offer.reason]
    assert refused
    words = " ".join(mark.text for mark in player.drawn())
    for part in refused[0].reason.split()[:3]:
        assert part in words


def test_adjust_opens_the_form_with_the_values_of_the_column(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r, pygame.K_3)
    slider = player.screen.find("wide.knob.kw", Slider)
    slider.put(40_000)
    player.click("compare.routes.turbines-permit.adjust")
    assert race.desk.form is not None
    assert (race.desk.form.values["kw"], race.desk.form.values["permitted"]) == (40_000, True)
    player.click("form.add")
    assert [order.kind for order in player.match.orders] == ["bring_turbines"]
    assert race.wide.visible
    assert comparison(player, "routes").compare.offers[3].is_planned


def test_the_free_tier_drags_on_the_bar_of_compute(player: Player) -> None:
    from game.desktop.screens.desks.use_bar import UseBar

    player.open_race("openai")
    player.key(pygame.K_r, pygame.K_4)
    bar = player.screen.find("use.bar", UseBar)
    before = bar.value
    y = bar.stage_rect(bar.bar).centery
    player.drag((bar.edge_x(), y), (bar.edge_x() - 60, y))
    after = player.screen.find("use.bar", UseBar).value
    assert after < before
    assert player.screen.find("wide.knob.free_tier", Slider).value == after
    player.click("compare.wide-uses.free_tier.plan")
    assert [(order.kind, order.value) for order in player.match.orders] == [("set_policy", after)]  # type: ignore[union-attr]


def test_the_bar_of_compute_says_what_the_board_says(player: Player) -> None:
    from game.desktop import theme
    from game.desktop.screens.desks.use_bar import UseBar

    race = player.open_race("openai")
    player.click("plan.reset")
    player.key(pygame.K_4)
    bar, board = player.screen.find("use.bar", UseBar), race.status.use
    sizes, say = bar.sizes(), player.match.words.say
    on_board = {label: (value, colour) for label, value, _, colour in board.parts}
    for part in ("free", "run", "research", "lent"):
        value, colour = on_board[say(f"use-{part}")]
        assert sizes[part] == pytest.approx(value), part
        assert theme.mark_colour(COLOURS[part]) == colour
    assert sizes["paid"] + sizes["products"] == pytest.approx(on_board[say("use-paid")][0])
    for spot in bar.spots():
        sheet = race.explainer.full(spot)
        assert sheet.total == sheet.whole, spot.about


def test_sheets_are_compared_in_the_place_of_the_round_that_is_planned(player: Player) -> None:
    player.open_race("xai")
    player.key(pygame.K_r, pygame.K_1)
    before = {offer.key: offer.cells["sold"].text for offer in comparison(player, "sheets").compare.offers}
    player.key(pygame.K_RETURN)
    assert [order.kind for order in player.match.orders] == ["raise_equity"]
    after = {offer.key: offer.cells["sold"].text for offer in comparison(player, "sheets").compare.offers}
    assert len(after) > 1
    assert after == before
    player.key(pygame.K_RIGHT, pygame.K_RETURN)
    assert [order.kind for order in player.match.orders] == ["raise_equity"]


def test_a_product_that_is_shipped_is_shown_at_its_share(player: Player) -> None:
    race = player.open_race("openai")
    player.key(pygame.K_r, pygame.K_4)
    race.wide.tabs.choose("products")
    slider = player.screen.find("wide.knob.share", Slider)
    slider.put(0.3)
    compare = next(w for w in race.wide.body.walk() if isinstance(w, Comparison) and w.id == "compare.products").compare
    free = next(offer.key for offer in compare.offers if not offer.reason)
    player.click(f"compare.products.{free}.plan")
    assert [order.kind for order in player.match.orders] == ["launch_product"]
    player.key(pygame.K_ESCAPE)
    player.end_turn()
    assert player.match.view.me.offerings[free].launched >= 0
    player.key(pygame.K_r, pygame.K_4)
    player.race.wide.tabs.choose("products")
    assert player.screen.find("wide.knob.share", Slider).value == pytest.approx(0.3)


def test_the_site_plan_leads_to_power_for_a_site(player: Player) -> None:
    race = player.open_race("google")
    player.key(pygame.K_3)
    race.wide.tabs.choose("sites")
    site = list(player.match.view.sites)[-1]
    player.click(f"sites.{site}.routes")
    assert race.wide.tabs.value == "routes"
    assert race.wide.work.value("site", "") == site
    assert all(
        offer.values["site"] == site
        for offer in comparison(player, "routes").compare.offers
        if offer.option is not None and offer.option.kind == "request_grid"
    )


def test_a_site_of_the_map_opens_its_routes_to_power(player: Player) -> None:
    race = player.open_race("google")
    for site in list(player.match.view.sites)[:2]:
        us = player.screen.find("map", UsMap)
        us.select(site)
        race.focus(us)
        player.key(pygame.K_RETURN)
        assert race.wide.tabs.value == "routes"
        assert player.screen.find("wide.knob.site", Dropdown).value == site
        player.key(pygame.K_ESCAPE)


def test_a_card_opens_its_form_beside_its_desk_and_both_close(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r, pygame.K_3, pygame.K_ESCAPE)
    player.click("option.bring_turbines")
    assert race.desk.form is not None
    assert race.wide.visible
    assert race.wide.tabs.value == "routes"
    player.key(pygame.K_ESCAPE)
    assert race.desk.form is None
    assert not race.wide.visible


def test_who_is_no_firm_has_its_orders_as_cards(player: Player) -> None:
    player.director.start(Setup("l5_neighbours", ("memphis_utility",), None, 1))
    player.settle()
    player.key(pygame.K_RETURN)
    player.key(pygame.K_r, pygame.K_3)
    assert player.focus == "cards.more.set_tariff.plan"
    assert player.faults() == []
    player.key(pygame.K_RETURN)
    assert [order.kind for order in player.match.orders] == ["set_tariff"]
    for key in KEYS:
        player.key(key)
        assert player.faults() == []


@pytest.mark.parametrize("size", [(1920, 1080), (2560, 1440), (1600, 720)])
def test_desks_fit_windows_of_any_shape(player: Player, size: tuple[int, int]) -> None:
    player.app.resize(size)
    player.open_race("meta")
    for name in pages(player):
        assert player.faults() == [], name


def test_a_game_is_played_through_the_desks_alone(player: Player) -> None:
    player.director.start(Setup("september_2024_halves", ("xai",), None, 2))
    player.settle()
    player.key(pygame.K_RETURN)
    given = set()
    for turn in range(1, 14):
        player.key(pygame.K_r)
        for number, key in enumerate(KEYS):
            player.key(key)
            for _ in range((turn + number) % 3):
                player.key(pygame.K_RIGHT)
            if player.focus.endswith(".plan") and not player.match.full:
                player.key(pygame.K_RETURN)
        player.key(pygame.K_ESCAPE)
        given |= {order.kind for order in player.match.orders}
        assert player.match.troubles() == {}
        player.key(pygame.K_e)
        player.settle()
        if player.has("report.go"):
            player.key(pygame.K_RETURN)
        if not isinstance(player.screen, RaceScreen) or not player.match.steering:
            break
    assert len(given) >= 4


def test_offers_that_cannot_be_told_apart_stand_as_one() -> None:
    def lab(key: str, asked: str, note: str = "") -> Offer:
        return Offer(key, key, "users", note, cells={"asked": Cell(asked), "people": Cell("42")})

    offers = [lab("one", "$900M"), lab("two", "$1.2B"), lab("three", "$900M"), lab("four", "$900M", "old")]
    kept = merge_alike(offers, lambda count: f"and {count} more")
    assert [(offer.key, offer.note) for offer in kept] == [("one", "and 1 more"), ("two", ""), ("four", "old")]


def test_a_card_says_no_fact_twice_and_no_figure_of_a_row_breaks(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r)
    cards = 0
    for name in pages(player):
        for widget in race.wide.body.walk():
            if isinstance(widget, Comparison) and widget.as_rows:
                for measure, (_, wide) in zip(widget.measures, widget.cells, strict=True):
                    for offer in widget.compare.offers:
                        text = offer.cells[measure.key].text if measure.key in offer.cells else ""
                        if any(sign.isdigit() for sign in text) and len(text) < 10:
                            assert len(widget._lines(text, wide - 20)) == 1, (name, text)
            elif isinstance(widget, Lattice):
                for offer, _ in widget.offered:
                    sums = [value for _, value, _ in offer.facts if value.startswith("$")]
                    assert len(set(sums)) == len(sums), (name, offer.key, offer.facts)
                    cards += 1
    assert cards > 5


def test_places_that_planned_cards_will_take_are_no_longer_free(player: Player) -> None:
    from agents.orders import DivertCards, OrderCards, TakeCards
    from game.desktop.screens.form_facts import room_at

    player.open_race("google")
    match, chip = player.match, "h100"
    site = max(match.view.sites.values(), key=lambda each: room_at(match, each, chip, ())[0])
    room, spare = room_at(match, site, chip, ())
    assert room > 1_000
    kw = 1_000 * match.view.chips[chip].facility_kw
    for order in (
        OrderCards(chip, 1_000, site.key),
        TakeCards(chip, 1_000, site.key, slots=False),
        DivertCards("tesla", chip, 1_000, site.key),
    ):
        assert room_at(match, site, chip, [order]) == (room - 1_000, round(spare - kw)), order.kind
    assert room_at(match, site, chip, [TakeCards(chip, 1_000, site.key, slots=True)]) == (room, spare)


def test_figures_of_the_desks_explain_themselves(player: Player) -> None:
    race = player.open_race("openai")
    player.click("plan.reset")
    known = {*player.match.session.figures("openai"), *ABOUT.values()}
    found = []
    for _ in pages(player):
        for widget in race.wide.body.walk():
            found += widget.spots()
    assert {"me.paid_h100e", "use.research"} <= {spot.about for spot in found}
    assert {spot.about for spot in found if not spot.about.startswith("offer:")} <= known


@pytest.mark.parametrize("firm", ["xai", "google"])
def test_what_each_offer_takes_sums_to_what_the_door_asks(player: Player, firm: str) -> None:
    race, seen = player.open_race(firm), 0
    for page in pages(player):
        for widget in race.wide.body.walk():
            if not isinstance(widget, Lattice):
                continue
            asked = {f"offer:{widget.id}:{offer.key}": offer for offer, _ in widget.offered}
            for spot in widget.spots():
                sheet, answer = race.explainer.full(spot), asked[spot.about].answer
                assert answer is not None
                assert answer.quote is not None
                assert sheet.whole == -answer.quote.cash_usd, page
                assert sheet.total == sheet.whole, page
                assert sheet.notes
                seen += 1
    assert seen > 20
