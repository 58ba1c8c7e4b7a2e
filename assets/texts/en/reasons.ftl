### Why rivals do what they do: their minds' reasons, told of a third.

why-line = Why: { $reasons }
why-line-then = Ordered { $month }: { $reasons }
moment-why = { $firm } ordered: { $order }. { $why }

## In full, where nothing is hidden; what is not here stands under why-
their-affiliate = Its affiliate's cards can run for it at once
their-bargain = Without { $partner } it could do more
their-lobby = Reviews hold back its releases
their-binds = { $leg ->
    [cash] Cash
    [hall] A hall
    [power] Power
    [data] Text
    [demand] Demand
   *[chips] Compute
} is what it lacks
their-binds-ahead = { $leg ->
    [cash] Cash
    [hall] A hall
    [power] Power
    [data] Text
    [demand] Demand
   *[chips] Compute
} is what it will lack next
their-binds-not = { $leg ->
    [hall] A hall is
    [power] Power is
   *[chips] Compute is
} not what it lacks
their-overtaken = { $rival } has { CARDS($h100e) } H100e, more than it
their-leads = It has more compute than { $rival }
their-outrated = { $rival }'s model is ahead of its own
their-leads-rating = Its model is ahead of { $rival }'s
their-good-name = It is good for its name
their-lend-less = At ${ $rent } an hour its own models need it more
their-pay = Pay should fit what else it offers
their-divert = { CARDS($cards) } cards of its affiliate could run here
their-poach = { $rival }'s people know more than its own
their-waiver = Its lessor cannot give what it needs

## In public, in general words; a reason that is not here is kept to itself
press-accept = It finds the offer fair
press-affiliate = Its affiliate's cards can run for it at once
press-affiliate-more = Its affiliate's shareholders are calm
press-anchor = A lessor builds for whoever signs for years
press-anchor-early = Cards are short, and who pays ahead gets them
press-bargain = It could do more without { $partner }
press-bid = A connected site saves it the queue
press-binds = { $leg ->
    [cash] Cash
    [hall] Room in halls
    [power] Power
    [data] Text
    [demand] Demand
   *[chips] Compute
} is what it is short of
press-binds-ahead = { $leg ->
    [cash] Cash
    [hall] Room in halls
    [power] Power
    [data] Text
    [demand] Demand
   *[chips] Compute
} will be its next shortage
press-borrow = It wants more cash at hand
press-break = { $partner } takes too much
press-cards = { $site } will have room and power
press-dark = Cards at { $site } stand dark
press-data = Its runs will be short of text
press-divert = Cards of its affiliate could run here
press-doubt = It does not believe what { $rival } claims
press-giant = A giant site waits in no queue
press-giant-join = A part of a giant site waits in no queue
press-good-name = It cares for its name
press-grid = The queue for the grid is long
press-grid-cut = Power that is cut in peaks comes sooner
press-hall = Cards that are to come need a place
press-homeless = Cards wait for a place
press-lease = There is compute to let today
press-lease-built = A lessor builds for a contract
press-lobby = Reviews hold back its releases
press-outrated = { $rival }'s model is ahead of its own
press-overtaken = { $rival } has more compute
press-own-chip = It needs enough cards for a chip of its own
press-pact = Safety costs less when rivals pay too
press-pause = It has to spare
press-plant = Its own plant is sooner than the queue
press-pledge = What its cards earn bears a loan
press-poach = { $rival }'s people know more than its own
press-poach-poor = People at { $rival } are ready to listen
press-port = The work runs cheaper on the lessor's chip
press-price-good = It thinks the price good
press-product = What is free is enough for { $product }
press-product-back = { $product } takes what others need
press-product-more = There is compute to serve more of { $product }
press-product-show = { $product } will be ready within months
press-promise = Its next model should be the strongest
press-purse-fills = The money comes when it is wanted
press-raise = It wants cash for what it builds
press-refresh = Post-training has made its model better
press-release = { $model } is ready, and better
press-request = Its grant is short of what can be built
press-reserve = Orders for { $chip } far exceed what is made
press-resume = It can pay for the work again
press-run = No other run is under way
press-sell-idle = Nothing would light these cards at { $site }
press-settle = It wants the suit out of its way
press-site = { $region } has power at once
press-soon = It works within months
press-step-in = The builder is late
press-take-over = There is much to learn from { $startup }
press-tender = Staff who may sell stay
press-turbines = Turbines run years before the grid comes
press-used = Used cards cost less
press-waiver = Its lessor cannot give what it needs

## What a mind weighs, for who watches
mind-but = against it: { $reason }
mind-taken = takes { $taken } of { $all }
mind-none = It orders nothing this turn
mind-page-figures = Figures
mind-page-mind = Mind
mind-heading = { $firm } weighs
mind-page-tip = What its mind weighs for the coming turn: scores, what speaks for each order and what against
mind-page-all = All
mind-heading-all = What they weigh
mind-taken-all = what each puts first, of { $all } orders
mind-of = { $firm }: { $order }
