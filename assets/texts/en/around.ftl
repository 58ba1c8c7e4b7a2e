### What lies around the race: title, levels, new game, saves, hand-over, watching, replays, debrief, export.

around-back = Back

## Title
menu-start-here = Start here
menu-start-what = { $title }: { $minutes } minutes, nothing to read first
menu-new-what = Any level, any firm, alone or together
menu-continue-what = { $title }, turn { $turn } of { $turns }
menu-new = New game
menu-levels = Levels
menu-replays = Replays
menu-almanac = Almanac
menu-settings = Settings

## Levels
levels-title = Levels
levels-note = Lessons first, each with one idea; the whole race at the end
levels-start-here = Start here
levels-length = { $minutes } min · { $turns } turns · { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
levels-courses = For courses in { $courses }
levels-new = Not yet played
levels-under-way = Under way: turn { $turn } of { $turns }
levels-played = Played to the end
levels-place = { $place ->
    [1] Won
   *[other] Place { $place }
} of { $places }
levels-reached = Target reached
levels-missed = Target missed
levels-play = Play this level

## New game
new-title = New game
new-level-tip = Choose another level
new-other-level = Other levels…
new-people = People here
new-people-tip = How many play at this screen, in turns. With 0 you watch the minds race.
new-player = Player { $number }
new-player-tip = Write a name, then press the card of a firm for the player of the lit row.
new-months = { $months ->
    [1] 1 month
   *[other] { $months } months
}
new-pace = A turn is
new-pace-tip = Longer turns make a shorter game; each has as many orders.
new-pace-fixed = This lesson is made for turns of this length.
new-seed-tip = The same seed and orders give the same game.
new-watch = Watch the race
new-choose-none = Nobody steers: watch the firms
