"""A view says of a site what the site is: it is made field by field in order, so each is looked up here by its name."""

from agents.books import GRID_KW, TURBINE_KW
from game import views
from game.race import Race
from levels.loader import Resolved


def test_each_figure_of_a_site_stands_under_its_own_name(september: Resolved) -> None:
    race = Race(september, 1)
    key = race.sites_of["xai"][0].key
    site, books = race.world.sites[key], race.world.books
    own = ("air_slots", "liquid_slots", "online_h100e", "dark_cards", "homeless_cards", "need_kw", "unpermitted_kw")
    for number, name in enumerate((*own, "interruptible_kw", "stopped_until")):
        setattr(site, name, 1_001 + number)
    site.plants, site.opposition, site.fund_usd, site.suit_until = {"a": 2_001, "b": 10}, 0.25, 2_002.0, -1
    books.balances[GRID_KW][key], books.balances[TURBINE_KW][key] = 3_001, 3_002
    desks = views.Desks(race)
    awaited = views.Awaited({}, {}, *range(4_001, 4_011))
    desks.sites[key] = awaited
    seen = views.view_for(race, "xai", desks).sites[key]
    assert (seen.key, seen.name, seen.region) == (key, site.name, site.region)
    for name in (*own, "interruptible_kw", "stopped_until", "opposition"):
        assert getattr(seen, name) == getattr(site, name), name
    assert (seen.grid_kw, seen.turbine_kw, seen.plant_kw, seen.fund_usd) == (3_001, 3_002, 2_011, 2_002)
    of_awaited = {
        "building_slots": "slots",
        "building_liquid": "liquid",
        "ordered_plant_kw": "plant_kw",
        **{name: name for name in ("coming_kw", "soon_kw", "soon_slots", "soon_liquid", "queue_kw", "position_usd")},
        "hedged_kw": "hedged_kw",
    }
    for name, source in of_awaited.items():
        assert getattr(seen, name) == getattr(awaited, source), name
    assert (seen.cards, seen.coming_cards, seen.ordered_cards) == (race.cards_of[key], {}, {})
    site.suit_until = race.month + 3
    sued = views.view_for(race, "xai", desks).sites[key]
    assert sued.suit_usd > 0 == seen.suit_usd
    kw = sum(number * september.level.chips[chip].facility_kw for chip, number in seen.cards.items())
    assert abs(seen.air_cards_kw + seen.liquid_cards_kw - kw) < 1e-6 < kw
    assert seen.planned_kw == site.need_kw
