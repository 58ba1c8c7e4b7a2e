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

## What wants an answer
matter-breach = Covenant broken: { $what }
matter-breach-service = income no longer covers debt service
matter-breach-value = the loan is more than the cards are worth
matter-breach-cash = too little cash
matter-runway = { $months ->
    [0] All cash is promised
    [one] Free cash lasts 1 month at this pace
   *[other] Free cash lasts { $months } months at this pace
}
matter-held = { $model } is finished: { $elo } Elo to release
matter-staff = { WHOLE($left) } of { WHOLE($staff) } people left in a month
matter-dispute = Dispute with { $partner }
matter-notice = The tie with { $partner } ends in { MONTHS($months) }
matter-suit = Neighbours of { $site } sue; { MONEY($usd) } settles
matter-stopped = A court has stopped { $site } until { $month }
matter-queue = { MONEY($usd) } bid for { POWER($kw) } in the queue, { $site }
matter-step-in = { $site } is { MONTHS($months) } late; step in for { MONEY($usd) }
matter-sheet = { $investor }: { MONEY($usd) } at { MONEY($value) }
matter-site = Auction: { $site }, { POWER($kw) }, from { MONEY($usd) }
matter-resale = { CARDS($cards) } { $chip } on sale at { PERCENT($share) } of the market
matter-accept = Accept
matter-look = Look closer
matter-leave = Leave it
matter-planned = In the plan
matter-accept-tip = Into the plan: { $order }
matter-accept-none = The door would refuse it now; look closer for why
matter-full = All initiative of the turn is planned; take an order out first

## Worth a look before the turn ends
look-note-done = Nothing left open
look-title = Still worth a look
look-end = End the turn anyway
look-offers = { $offers ->
    [one] 1 offer ends
   *[other] { $offers } offers end
}
look-warnings = { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
look-breach = covenant broken
look-held = model held
look-suit = lawsuit
look-queue = queue bid
look-refused = { $orders ->
    [one] 1 order refused
   *[other] { $orders } orders refused
}
look-cash = The plan leaves { MONEY($usd) }
look-cash-brief = cash below zero
look-dark = { CARDS($cards) } GPUs stay dark: nothing planned brings power
look-dark-brief = { CARDS($cards) } dark
look-power = { $power } have no cards now or coming
look-power-brief = { $power } idle
look-run = No training run is under way or planned
look-run-brief = no run
flaw-places = { $site }: places for { CARDS($room) } of { CARDS($cards) } GPUs in { MONTH($month) }
flaw-places-brief = too few places
flaw-power = { $site }: power for { CARDS($room) } of { CARDS($cards) } GPUs in { MONTH($month) }
flaw-power-brief = too little power
flaw-let = { PERCENT($share) } of idle compute let, { CARDS($h100e) } H100e more leased
flaw-let-brief = let and leased
flaw-late = { $order }: only in { MONTH($month) }
flaw-late-brief = after the end
look-initiative = { $left ->
    [one] 1 order left
   *[other] { $left } orders left
}
look-more = + { $more }

## The report
report-power = Power
report-close = Go on
report-hint = Each line leads to its cause. { $press } shows this again.
report-site = { $site }: { $what }
report-cards = +{ CARDS($cards) } GPUs
report-slots = +{ CARDS($slots) } places
report-lit = { CARDS($h100e) } H100e more run
report-rank-up = { $measure }: place { $rank }, from { $was }; passed { $firms }
report-rank-down = { $measure }: place { $rank }, from { $was }; passed by { $firms }

## News and rivals
news-rivals = Rivals
rival-note = as the public knows it
rival-valuation = Valuation
rival-ranked = { $value }, place { $rank }
rival-elo = Arena Elo
rival-h100e = H100e online
rival-cash = Cash
rival-revenue = Revenue a year
rival-users = Users
rival-staff = Staff
rival-sites = Campuses on the map
rival-coming = Finished model, as told
rival-quiet = Nothing public yet
rival-close = Close
board-moved-tip = Places won or lost in the last turn
board-last = Last move
board-last-tip = Last: { $move }
board-open-tip = A click opens what is known.
settings-key-report = Report of the last turn

## Autoplay
auto-tip = Play on by the advisor's plan until something happens ({ $press })
auto-stopped = Stopped: { $why }
auto-by-hand = by hand
auto-refused = { $order } was refused: { $why }
auto-overtaken = { $firm }'s new model overtakes yours
auto-rank = { $measure }: place { $rank }, from { $was }
auto-binding = What holds you back is now: { $what }
auto-binding-cash = cash
auto-binding-chips = chips
auto-binding-hall = halls
auto-binding-power = power
auto-binding-data = data
auto-binding-talent = talent
auto-binding-demand = demand
auto-binding-none = nothing
settings-key-auto = Play on until something happens

## The chart ahead
ahead = { $month }, with the plan: { CARDS($h100e) } H100e, { POWER($kw) }, { MONEY($usd) } free
ahead-begun = begun
ahead-plan = with the plan
ahead-tip = Dotted: what is begun. Dashed: with the plan. If dates hold as quoted, markets give what is forecast, and costs and revenue go on as now. No later order is counted.
advice-none = The advisor has nothing to propose: what you decide is up to you.
report-revenue = Customers pay { MONEY($usd) } a year, { PERCENT($share, signed: "yes") } in this turn
