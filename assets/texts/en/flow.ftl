# The turn: the plan and its ghosts, what is worth a look, news that wants an answer, the report, motion, autoplay.

## The plan
plan-redo = Redo (Ctrl+Y)
plan-redo-none = Nothing to redo
plan-move-tip = First in the plan is paid first. Drag, or Ctrl+Up and Ctrl+Down.

## Ghosts on the map
ghost-drop = Planned. A click takes it out of the plan.
ghost-slots = +{ CARDS($slots) } places
ghost-cards = { $sign }{ CARDS($cards) } { $chip }
ghost-cancel_cards = Cancel
ghost-settle_suit = Settle
ghost-leave_queue = Leave queue
ghost-build_giant = Phase
ghost-if-cards = Counts from { $month }, if the maker gives { PERCENT($fill) } of it.
ghost-if-grid = Counts from { $month }, if the queue moves as now.
ghost-if-hall = Counts from { $month }, if crews are as busy as now.
ghost-if-won = Counts from { $month }, if no one bids more.
ghost-if-usual = Counts from { $month }.

## The map
map-filter-all = All
map-filter-mine = Yours
map-tint = Show queues or prices of power (T)
map-tint-none = No tint
map-tint-queue = Queue for the grid, months
map-tint-price = Price of power, $ a kWh
map-tint-months = { $months } mo
map-zoom-tip = Wheel or + and − zoom, drag moves, 0 shows all.
