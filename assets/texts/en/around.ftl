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

## Saves
saves-title = Saved games
saves-title-replays = Replays
saves-where = They lie in { $path }
saves-name = Name
saves-name-hint = as the level is called
saves-name-tip = Call this save something; the file keeps its own name.
saves-open = Go on
saves-replay = Watch the replay
saves-delete = Delete
saves-undo = Undo delete
saves-undo-none = Nothing was deleted here
saves-deleted = Deleted; it can be undone.
saves-none = No saved games yet
saves-none-chosen = Choose a save first
saves-no-turn = No turn is finished yet
saves-turn = Turn { $turn } of { $turns }, { $month }
saves-trouble = { $path }: cannot be moved or written ({ $why })
saves-fork-of = Forked from { $name } at turn { $turn }
saves-broken-newer = Written by a newer version of the game; update to open it
saves-broken-strange = Line { $line } is not part of a save
saves-broken-cut = It has no beginning: the file was cut short
saves-broken-locked = It cannot be read: no permission, or the disk failed
saves-broken-kept = The file is left as it is: { $path }
quick-name = Quick save
quick-saved = Quick save written; F9 goes back to it
quick-none = There is no quick save yet (F5)

## Pause
pause-quick-save = Quick save (F5)
pause-quick-load = Quick load (F9)
pause-load = Saved games…
pause-replay = Replay so far
pause-settings = Settings
pause-almanac = Almanac

## Replays
replay-side = Replay
replay-open = Openly, all firms
replay-eyes-tip = Through one firm's eyes rivals are seen as it saw them; openly all figures are as they are.
replay-first = To the opening (Home)
replay-before = A turn back (Left)
replay-play = Play (Space)
replay-pause = Pause (Space)
replay-after = A turn on (Right)
replay-last = To the end (End)
replay-orders = What { $firm } orders now
replay-no-orders = No orders
replay-ended = Here the game was left
replay-fork = Fork from here
replay-fork-tip = Play on from this turn with other orders, in a save of its own. The game as it was is kept.
replay-fork-over = The race is over here; go back to a turn before.
replay-fork-gone = No player's firm is left here; go back to a turn before.
replay-differs = This game was played under other rules: from turn { $turn } on it comes out otherwise.
replay-turn = after turn { $turn } of { $turns }
moment-lead = Lead { $by } ({ $who } { $part }): { $cause }
moment-place = Lead { $by } ({ $who } { $part }), place { $before } to { $place }: { $cause }
moment-alone = { $by } { $unit }: { $cause }
moment-lit = { CARDS($cards, signed: "yes") } H100e run
moment-slow = no single event, the slow work of the turn
moment-none = No turn stands out.

chart-before = as it was

## Hand-over
handover-named = { $player }, your turn with { $firm }
handover-order = Who plays this turn
handover-planned = has planned
handover-now = now
handover-waits = waits
handover-news = In the news since the last turn
handover-no-news = The race begins.

## Watching
watch-times = { $times }×
watch-leader = Follow the leader
watch-bare-on = V or Esc shows the panels again
watch-bare-off = V hides the panels
watch-bare = Map and caption only (V)
caption-quiet = A quiet turn: everybody builds.
caption-leads-valuation = { $firm } is now worth the most
caption-leads-elo = { $firm } now has the strongest model
caption-leads-h100e = { $firm } now runs the most compute
caption-leads-revenue = { $firm } now earns the most
caption-grows = { $firm } lights { CARDS($more) } more H100e and runs { CARDS($now) }

## Debrief
debrief-tab-result = Result
debrief-tab-insight = Turning points
debrief-tab-whatif = What if
debrief-tab-records = Ribbons
debrief-par = Par of this start by now: { $par }
debrief-other = Other firm
debrief-other-tip = The same level and seed with another firm
debrief-again = Same seed
debrief-again-tip = Once more from the start: same level, seed, firm and rivals
debrief-replay = Replay
debrief-export = Export
debrief-export-tip = A chart, the record or the debrief as files (Ctrl+E)
debrief-save-tip = Save a copy (Ctrl+S)
debrief-records = Ribbons
insight-note = by how much the lead over the best other firm moved
insight-decisions = Best and worst decision
insight-no-person = Only a player's own orders are tried.
insight-looking = The game is played again without each order…
insight-progress = Played again without order { $done } of { $whole }…
insight-tried = { $count } orders were each left out of the same game, with equal luck.
insight-best = Best decision
insight-worst = Worst decision
insight-none-good = No order that was tried helped much.
insight-none-bad = No order that was tried did harm.
insight-worth = Without it the result would be { $points } points { $way ->
    [higher] higher
   *[lower] lower
}
insight-foreseen = Foreseen and happened
insight-nothing-foreseen = The game is too short for an outlook half a year ahead.
insight-hits = What would hold the firm back half a year later was foreseen in { $hits } of { $count } turns. The outlook counts only what was begun: where you acted in time, it rightly failed.
insight-expected = Expected
insight-happened = Happened
whatif-title = What if
whatif-about = Leave out one order. The game is played again beside itself with equal luck; rivals decide anew.
whatif-turn = Turn
whatif-orders = Your orders in { $month }
whatif-nothing = No order was given in this turn.
whatif-hint = Choose a turn and one of its orders.
whatif-go = Play it without this order
whatif-replay = Change the plan of this turn…
whatif-playing = Both games are being played…
whatif-result = What would differ
whatif-same = Without "{ $order }" nothing would have been otherwise.
whatif-told = Without "{ $order }" in turn { $turn } the games part in { $month }. In { $last } they stand so:
whatif-was = as it was
whatif-fork = without it
whatif-by = by
whatif-figure = Figures
whatif-cause = Largest causes since
whatif-cash_usd = Cash
whatif-valuation_usd = Valuation
whatif-revenue_usd = Revenue a year
whatif-h100e_online = H100e online
whatif-mw_online = Power in use
whatif-arena_elo = Arena Elo
records-title = { $firm } holds { $count } of { $all } ribbons
records-note = one for each record of the race
records-none = Nobody holds a record alone yet.
ribbon-line = { $title }: { $firm }, { $value } ({ $month })
ribbon-mean = all months
ribbon-worth = Highest valuation
ribbon-earner = Highest revenue in a month
ribbon-fleet = Most compute online
ribbon-cluster = Largest cluster
ribbon-run = Largest training run
ribbon-model = Strongest model
ribbon-users = Most users
ribbon-power = Most power in use
ribbon-lit = Fewest cards in the dark
ribbon-trusted = Most trusted
ribbon-spotless = Trust never fell lower than here
ribbon-unit-elo = { $number } Elo
ribbon-unit-flop = { $number } FLOP
ribbon-unit-h100e = { $number } H100e
ribbon-unit-users = { $number } users

## Export
export-title = Export
export-where = Files go to { $path }
export-chart = Chart as a picture: { $measure }
export-record = Record as tables (CSV), with what each column means
export-debrief = Debrief as one page for a browser (HTML)
export-done = Written: { $path }
export-failed = Not written: { $why }
export-foot = { $level }, seed { $seed }
export-orders = Orders of { $firm }
