# What the engine says: news, quotes, refusals and reasons. $firm is the name of whom the news is about.

## News
news-agi = { $firm } declares AGI, and the panel agrees
news-agi-false = { $firm } declares AGI; the panel says no
news-anchor = { $operator } builds a site of { CARDS($h100e) } H100e for { $firm }
news-anchor-late = { $site } is late; { $firm } waits
news-anchor-ready = The site that { $operator } has built for { $firm } is ready: { CARDS($h100e) } H100e
news-blocked = { $firm }, { $site }: { $mw } MW of unpermitted turbines are blocked
news-break-up = { $firm } and { $partner } part: licence and contracts end with the notice, rents rise
news-breach = { $firm } breaks a covenant; its banks waive it for a fee
news-called = { $firm }'s banks call { MONEY($usd) } of credit
news-chip-ready = { $firm }'s own silicon works: { $chip } goes into production
news-chip-respin = { $firm }: the first silicon of { $chip } fails; a respin takes { MONTHS($months) }
news-chip-start = { $firm } designs a chip of its own with { $partner }
news-claim = { $firm } announces { CARDS($h100e) } H100e online
news-connected = { $firm }, { $site }: { $utility } connects { $mw } MW
news-delivery = { $firm }, { $site }: { CARDS($cards) } { $chip } delivered
news-expired = { $firm }, { $site }: the time for a permit is up, { $mw } MW of turbines must go
news-dispute = { $firm } says AGI is here; { $partner } disputes it, and no clause says who decides
news-dispute-settled = { $firm } and { $partner } settle: a panel shall decide what AGI is
news-exposed = { $firm } claimed { CARDS($h100e) } H100e; about { CARDS($truth) } really run
news-filing = { $utility }: stricter terms filed for large loads; { PERCENT($share) } of the queue looks speculative
news-fund = { $firm }, { $site }: { MONEY($usd) } for the neighbours
news-failed = { $firm } has failed; { $buyer } takes over what is left
news-grid-short = Officials warn: power may run short in the region of { $utility }
news-failed-sites = { $firm } has failed; its sites come to auction
news-founder-leaves = A founder leaves { $firm }; { $left ->
    [0] none remains
    [one] 1 remains
   *[other] { $left } remain
}
news-frozen-agi = The scores are frozen: the age after AGI has begun
news-frozen-one-left = The scores are frozen: one firm is left
news-frozen-collapse = The scores are frozen: the public has lost its trust in AI
news-giant-done = { $firm }: a part of { $giant } is finished: { CARDS($slots) } places, { $mw } MW
news-giant-joins = { $firm } pledges { MONEY($usd) } to { $giant }
news-giant-lead = { $firm } looks for partners for { $giant }
news-giant-leaves = { $firm } cannot pay its part of { $giant } and drops out
news-giant-overrun = { $firm }: { $giant } will cost { $more } % more than the last estimate
news-giant-start = { $firm } breaks ground for { $giant }: { CARDS($slots) } places for { MONEY($usd) }
news-hall = { $firm }, { $site }: a hall of { CARDS($slots) } places is finished
news-incident = { $firm }: a public failure of its model, severity { $grave }, costs trust, everybody's too
news-fine = { $firm } is fined { MONEY($usd) } under the { $law }
news-leak = The press hears of { $firm }'s { $model }, not released: about { $elo } Elo
news-licence = { $firm } licenses the text of { $publisher } for { MONEY($usd) } a year
news-lobby = The press finds { $firm }'s campaign against the rules: { MONEY($usd) }
news-outbid = { $firm } is outbid for { $publisher }: the price is { MONEY($usd) } a year
news-pact = { $firm } joins the pact on safety work: { PERCENT($share) } of research, { $members } members
news-pact-broken = { $firm } does less safety work than it promised, and is out of the pact
news-pact-left = { $firm } leaves the pact on safety work
news-product = { $firm } launches { $product } for { PERCENT($share) } of the public
news-product-gone = { $firm } takes { $product } back
news-product-late = { $firm } has shown { $product }, and it still does not come
news-product-share = { $firm } opens { $product } to { PERCENT($share) } of the public
news-product-shown = { $firm } shows { $product }
news-promise = { $firm } promises the strongest model within { MONTHS($months) }
news-variants = { $firm } tested { $variants } variants of { $model } in private; the list takes { $elo } Elo off
news-lease = { $firm } leases { CARDS($h100e) } H100e from { $operator }
news-licence-ends = { $partner }'s licence to { $firm }'s models has run out
news-lent = { $affiliate } lends { CARDS($h100e) } H100e to { $firm }
news-lawsuit = { $firm }, { $site }: neighbours and environmental groups sue
news-suit-lost = { $firm }, { $site }: a court finds for the neighbours
news-suit-won = { $firm }, { $site }: a court dismisses the neighbours' suit
news-settled = { $firm }, { $site }: the neighbours' suit is settled
news-stopped = { $firm }, { $site }: a court stops { $mw } MW of its own power and the works for { MONTHS($months) }
news-own-plant = { $firm }, { $site }: { $plant } of { $mw } MW start up
news-handover = { $firm }, { $site }: the old plant is out, { $mw } MW stand ready
news-poach-none = { $firm } approaches seniors of { $rival }; none comes
news-poached = { $people ->
    [one] A senior of { $rival } joins { $firm }, and brings
   *[other] { $people } seniors of { $rival } join { $firm }, and bring
} { $elo } Elo of know-how
news-poached-from = { $rival } hires { $people ->
    [one] a senior
   *[other] { $people } seniors
} of { $firm } away
news-pause = { $firm }, { $site }: work on a hall of { CARDS($slots) } places is paused
news-permit = { $firm }, { $site }: its turbines have a permit
news-permit-rules = The permits of { $utility }'s region have new rules
news-petition = { $firm }, { $site }: residents petition against it
news-plant = On sale with its connection: { $name }, { $mw } MW
news-promise-kept = { $firm } keeps its word: it has the strongest model
news-promise-missed = { $firm } promised the strongest model by now, and has not got it
news-refresh = { $firm } updates { $model }: { $elo } Elo, place { $rank }
news-release = { $firm } releases { $model }: { $elo } Elo, place { $rank }
news-restudy = { $firm }, { $site }: somebody has left the queue, and { $utility } studies the request again
news-divert = { CARDS($cards) } { $chip } of { $affiliate } go to { $firm } instead
news-port = { $firm } moves { CARDS($h100e) } H100e of its work at { $operator } to { $operator }'s own chip
news-resale = { $firm } buys { CARDS($cards) } used { $chip }
news-resale-out = { $firm } sells { CARDS($cards) } { $chip } to firms outside the race
news-resale-places = { $firm } buys places in the book for { CARDS($cards) } { $chip }
news-rescue = { $firm } is rescued with { MONEY($usd) } at { PERCENT($cut) } below its value
news-default = { $firm } defaults: lenders take and sell { CARDS($cards) } cards for { MONEY($usd) }, and lose { MONEY($lost) }
news-goal-missed = { $firm } misses the goal of a round: { $investor } gets { PERCENT($share) } more of it
news-goal-reached = { $firm } reaches the goal of a round; { $investor } now votes with its founders
news-guidance = { $firm }: its parent's shareholders have had enough, and allow no higher spending for { MONTHS($months) }
news-left-round = { $investor } leaves { $firm }'s round before the signature
news-loan = Lenders commit { MONEY($usd) } to { $firm } against its cards
news-loan-breach = { $firm } breaks a covenant of its loans: { MONTHS($months) } to cure it
news-opened = { $firm } gives up its independence; { $people } people leave
news-pitch = { $firm }: sovereign funds bring { MONEY($usd) }, { MONEY($post) } post-money
news-pitch-failed = { $firm } asks sovereign funds for { MONEY($usd) }; they call it outlandish
news-rumour = Talk of the trade: { $firm } will raise at more than { MONEY($usd) }
news-tender = { $firm }'s staff sell { MONEY($usd) } of shares; the firm counts as worth { MONEY($value) }
news-vote-lost = { $affiliate }'s shareholders vote against { MONEY($usd) } for { $firm }
news-vote-won = { $affiliate }'s shareholders agree: { MONEY($usd) } for { $firm }
news-resume = { $firm }, { $site }: work on a hall of { CARDS($slots) } places goes on
news-round = { $firm } raises { MONEY($usd) } at { MONEY($post) } post-money
news-run = { $firm } starts to train { $model }, for { MONTHS($months) }
news-reserve-packaging = { $firm } pays for new packaging: { CARDS($cards) } { $chip } a month
news-reserve-logic = { $firm } pays for new logic wafers: { CARDS($cards) } { $chip } a month
news-reserve-memory = { $firm } pays for new memory: { CARDS($cards) } { $chip } a month
news-site = { $firm } opens a site: { $site }
news-site-sold = { $firm } wins { $site }, { $mw } MW, for { MONEY($usd) } ({ MONEY($over) } above the reserve, { $bidders } bids)
news-stepped-in = { $firm } takes over { $site }
news-suit = { $affiliate }'s shareholders sue; its cards go back
news-terms = { $utility }: new terms for large loads, { PERCENT($take) } of a contract is paid for in any case
news-terms-share = { $firm } and { $partner } agree on { PERCENT($share) } of the revenue
news-terms-compute = { $partner } will build cheaper compute for { $firm }
news-terms-waiver = { $partner } lets { $firm } lease elsewhere, and keeps the first refusal
news-terms-exclusive = { $partner } leases from { $firm } alone again
news-terms-licence = { $partner } extends { $firm }'s licence
news-terms-clause = { $firm } and { $partner } name a panel that decides what AGI is
news-terms-refused = { $partner } refuses { $firm }'s terms
news-startup = { $startup } is founded by { $people } people who have left the large labs
news-takeover = { $firm } hires { $people } people of { $startup } for { MONEY($usd) }; the shell stays behind
news-takeover-blocked = Authorities stop { $firm } from taking over { $startup }
news-transfer-data = { $affiliate } gives its data to { $firm }
news-transfer-people = A team of { $affiliate } moves to { $firm }
news-turbines = { $firm }, { $site }: { $mw } MW of gas turbines start up
news-waiver = { $partner } lets { $firm } lease elsewhere, for a larger share of its revenue
news-wires = { $utility }: households pay { PERCENT($share) } of stranded wires
news-lease-part = { $firm } leases { CARDS($h100e) } H100e from { $operator }, of { CARDS($asked) } asked

## Quotes
quote-agi = Experts' threshold: { $low } to { $high } Elo
quote-block = Chance a month that they are stopped: { PERCENT($chance) }
quote-bid-second_price = Sealed bid: you pay the second or the reserve
quote-bid-uniform = Sealed bid: all pay one price a kilowatt
quote-broker = Fee if it is sold: { MONEY($money) }
quote-built-for = They would build: { CARDS($h100e) } H100e at ${ $rent } an hour
quote-campaign = Campaign a month: { MONEY($money) }
quote-bid = Bid, if nobody tops it
quote-blocked = Stopped: { PERCENT($chance) } (costs { MONEY($money) })
quote-cards-later = Due at delivery: { MONEY($money) }
quote-chip-break-even = Pays beyond: { CARDS($cards) } cards
quote-chip-fee = A quarter: { MONEY($money) }
quote-chip-never = Pays: never, at today's prices
quote-chip-relative = Beside the best card then: { PERCENT($share) }
quote-chip-respin = Chance of a respin: { PERCENT($chance) }
quote-chip-rest = Work: rests until it is paid again
quote-claim = Valuation until somebody checks: { MONEY($money, signed: "yes") }
quote-claim-risk = Chance a month that it is checked: { PERCENT($chance) }
quote-clause = A panel will decide what AGI is
quote-coming = People within { MONTHS($months) }: { $people }
quote-connect-now = Connected at once: { $mw } MW
quote-rent-cover = The lender sees its service covered: { $cover } times
quote-damages = Damages a month of delay: { MONEY($money) }
quote-curtailed = Cut in peak months: { PERCENT($share) } of the hours
quote-deposit = Deposit
quote-energy = Its energy: ${ $price } a kWh
quote-exit = Exit fee
quote-fixed = Energy at a fixed ${ $price } a kWh
quote-fund = For the neighbours
quote-data = Training data: { FLOP($tokens) } tokens
quote-affiliate-money = If they agree: { MONEY($money) }
quote-chance = Chance: about { PERCENT($chance) }
quote-close = Chance that it closes: { PERCENT($chance) }
quote-cover = Rent over debt service: { NUMBER($cover, minimumFractionDigits: 2) }; covenant { $least }
quote-goal-rating = Goal in { MONTHS($months) }: { $elo } Elo
quote-goal-revenue = Goal in { MONTHS($months) }: { MONEY($money) } a year
quote-if-not = If not: trust −{ PERCENT($trust) }
quote-loan-later = Drawn as cards start to run: { MONEY($money) }
quote-offered = Offered: { MONEY($money) }
quote-loan-now = Drawn at once
quote-opened = Trust −{ PERCENT($trust) }, staff −{ PERCENT($share) }
quote-pitch = If they agree: { MONEY($money) }
quote-pledge = Cards pledged, as they would sell: { MONEY($money) }
quote-ratchet = If it is missed: { PERCENT($share) } more of the firm goes
quote-seat = A seat on the board until the goal is reached
quote-seat-stays = A seat on the board for good
quote-service = Interest and principal a month: { MONEY($money) }
quote-strategics = Technology giants may invest from next turn on
quote-sweep = Lenders take { PERCENT($share) } of what you earn
quote-tender = Staff get: { MONEY($money) }, the firm nothing
quote-tender-hold = Attrition −{ PERCENT($share) } for { MONTHS($months) }
quote-tender-price = Price of the firm: { MONEY($money) }
quote-votes = Founders and allies keep: { PERCENT($share) }
quote-waiver-fee = Fee
quote-waiver-rate = Rate: +{ PERCENT($share) }
quote-waiver-until = No test of covenants for { MONTHS($months) }
quote-dependence-backer = Their rents that come from the lab: { PERCENT($share) }
quote-dependence-lab = Lab's compute that comes from them: { PERCENT($share) }
quote-dilution = Sold of the firm: { PERCENT($share) }
quote-equity = New money
quote-giant-fee = Plans and studies
quote-giant-missing = Partners must still pledge: { MONEY($money) }
quote-giant-part = Your part: { CARDS($slots) } places, { $mw } MW
quote-giant-places = It gives: { CARDS($slots) } places, { $mw } MW
quote-giant-risk = Expected overrun: { PERCENT($share, signed: "yes") }
quote-divert = Paid to it at cost
quote-port-loss = Less compute for { MONTHS($months) }: { CARDS($h100e) } H100e
quote-port-saves = Saved a month: { MONEY($money) }
quote-resale-brings = Brings, if all is taken: { MONEY($money) }
quote-resale-cost = Price
quote-resale-loyalty = Loyalty lost with the maker: { PERCENT($share) }
quote-resale-new = A new card: { MONEY($money) }
quote-resale-unit = For each: { MONEY($money) }
quote-hall-later = Over { MONTHS($months) }: { MONEY($money) }
quote-hall-now = Down payment
quote-handover = Until the old plant is out: { MONTHS($months) }
quote-haste = For haste: { MONEY($money) }
quote-instead = The queue there takes: { MONTHS($months) }
quote-interest = Interest a month: { MONEY($money) }
quote-kw = Power they need: { $mw } MW
quote-auction = Goes to the highest bid at the second
quote-filing = Evaluations and filing
quote-licence = A year: { MONEY($money) }
quote-lobby = Campaign
quote-lobby-found = Chance that the press makes a scandal of it: { PERCENT($chance) }
quote-open = All models' prices: −{ PERCENT($share) } at most; trust +{ PERCENT($trust) }
quote-pact = Safety work: { PERCENT($share) } of research; { $members } members now
quote-pact-check = Chance a month that a breach is found: { PERCENT($chance) }
quote-pact-cost = Verification a year: { MONEY($money) }
quote-pact-left = Trust: −{ PERCENT($trust) }
quote-product-fleet = For everybody: { CARDS($h100e) } H100e now
quote-product-need = It needs { CARDS($h100e) } H100e
quote-product-patience = Costs trust if it has not come in { MONTHS($months) }
quote-product-rent = What that compute would rent for, a year: { MONEY($money) }
quote-product-revenue = Revenue a year, if nobody else has it: { MONEY($money) }
quote-product-served = Served with what is free now: { PERCENT($share) }
quote-promise = Valuation until the day: { MONEY($money, signed: "yes") }
quote-promise-risk = If missed: trust −{ PERCENT($trust) }, credibility −{ PERCENT($share) }, rise lost twice
quote-review = { $law }: review of { $weeks } weeks
quote-run-data = Short of data: { PERCENT($share) } of the compute counts
quote-run-law = Falls under: { $law }
quote-stringency = Stringency of the rules: { $before } to { $after }
quote-term = Term: { MONTHS($months) }
quote-tokens = Adds to your text: { PERCENT($share) }
quote-variants = Private tests
quote-variants-elo = Expected on the list, not in truth: +{ $elo } Elo
quote-variants-found = Chance a month that it is found out: { PERCENT($chance) }
quote-lease-deposit = Deposit
quote-lessor-prepaid = Cards paid in advance, off the rent
quote-left = Left: { MONEY($money) } over { MONTHS($months) }
quote-licence-longer = Licence longer: { MONTHS($months) }
quote-loan = Credit drawn
quote-opposition = Opposition now: { $opposition }
quote-pause = Fee of the builders
quote-permit = Permit needed within { MONTHS($months) }
quote-permit-first = Permit first: about { MONTHS($months) }
quote-plant-later = Due in about { MONTHS($months) }: { MONEY($money) }
quote-exclusive = The lab leases from them alone
quote-fair-share = Share by outside options: { PERCENT($fair) } (now { PERCENT($now) })
quote-first-refusal = Free to lease; they may match
quote-guard = The rival remembers: { MONTHS($months) }
quote-new-share = New revenue share: { PERCENT($share) }
quote-notice = Notice: { MONTHS($months) }
quote-holders = Shareholders' opposition: { PERCENT($now) }, then { PERCENT($after) }
quote-packages = Packages, if all come
quote-pay = Payroll a month: { MONEY($money, signed: "yes") }
quote-price = Asked: { MONEY($money) }
quote-poach = Likely to come: { $people } ({ PERCENT($chance) } each)
quote-policy = From { $before } to { $after }
quote-position = Bid for the place
quote-pre-money = Pre-money: { MONEY($money) }
quote-prepaid = Paid in advance
quote-queue = In the queue: { $mw } MW, about { MONTHS($months) }
quote-refresh = Expected gain: { $elo } Elo
quote-refund = Deposit back, less the fee
quote-release = { $model }: about { $elo } Elo
quote-rent = Rent a month: { MONEY($money) } (${ $rent } an H100e-hour)
quote-repay = Paid back
quote-settlement = Settlement
quote-shape = Does not come when power is dear: up to { PERCENT($share) }
quote-slot = Deposit for the slot
quote-spot = The same on the spot market now: ${ $price } a kWh
quote-stranded = Stranded so far: { MONEY($money) }
quote-take = Paid for in any case: from { PERCENT($before) } to { PERCENT($after) }
quote-reserve = Least bid: { MONEY($money) }
quote-capacity = Fee for the capacity
quote-capacity-term = For { MONTHS($months) }
quote-run-elo = Expected: { $elo } ± { $spread } Elo at release
quote-run-flop = Compute: { FLOP($flop) } FLOP
quote-run-h100e = It takes { CARDS($h100e) } H100e
quote-shareholders = Its shareholders' opposition grows
quote-signs = Chance that they sign: { PERCENT($chance) }
quote-step-in = Price of the site
quote-study = Study fee
quote-terms = Deposit and collateral
quote-terms-back = Deposit and collateral back
quote-transformer = Second-hand transformer
quote-teach = They would teach: { $elo } Elo
quote-team = People: { $people }
quote-turbines = Fuel and rent a month: { MONEY($money) }
quote-waiver = Costs { PERCENT($share) } more of the revenue: { MONEY($money) } a year now
quote-size-discount = Lower price for so large a part: −{ PERCENT($share) }
quote-agi-chance = Chance that the panel agrees: about { PERCENT($chance) }
quote-agi-cost = If not: trust −{ PERCENT($trust) }, and people leave for { MONTHS($months) }

## Refusals
refuse-agi-again = The last declaration is too fresh
refuse-agi-done = AGI has been declared already
refuse-asked-already = Its shareholders have voted already
refuse-board-agi = Vetoed by { $who ->
    [none] outside shareholders
   *[other] { $who }
}: the panel must be { PERCENT($chance) } likely to agree. Founders and allies hold { PERCENT($votes) }; { PERCENT($half) } without a seat given would do
refuse-board-claim = Vetoed by { $who ->
    [none] outside shareholders
   *[other] { $who }
}: no more than { CARDS($h100e) } H100e. Founders and allies hold { PERCENT($votes) }; { PERCENT($half) } without a seat given would do
refuse-board-commitment = Vetoed by { $who ->
    [none] outside shareholders
   *[other] { $who }
}: { MONTHS($months) } of cash must be left. Founders and allies hold { PERCENT($votes) }; { PERCENT($half) } without a seat given would do
refuse-asked-lately = You have just talked: wait { MONTHS($months) }
refuse-bid = They ask for { MONEY($money) }
refuse-bid-low = The price is { MONEY($usd) } a year
refuse-cash = Needs { MONEY($money) } more cash
refuse-chip-done = { $chip } is finished
refuse-chip-funding = From { MONEY($low) } to { MONEY($high) } a quarter
refuse-claim-size = A claim must be above the truth, and nobody prints more than { CARDS($h100e) } H100e
refuse-claim-stands = Your last claim has not been checked yet
refuse-cover = The lender asks that the rent covers the loan { $least } times; it would { $cover } times
refuse-credit = Credit left: { MONEY($usd) }
refuse-damages = Damages are at most the rent
refuse-exclusive = { $partner } has the exclusive right to your leases: ask for its waiver first
refuse-fund-size = A fund needs money
refuse-giant-most = At most { MONEY($money) }
refuse-giant-no-lead = Another firm must lead it
refuse-giant-partners = Partners must pledge { MONEY($money) } more
refuse-giant-under-way = A part of it is under construction, or all is built
refuse-guidance = Shareholders allow no more for { MONTHS($months) }
refuse-has-parent = A division has a parent instead
refuse-lenders = The cards are worth too little: lenders do not wait
refuse-loan = Lenders would commit { MONEY($usd) } more
refuse-no-breach = No covenant is broken
refuse-not-independent = It is not independent
refuse-pitch-size = From { MONEY($least) } to { MONEY($usd) }
refuse-pitch-soon = The last plan is too fresh: wait { MONTHS($months) }
refuse-tender-size = Staff may sell { MONEY($usd) } at most
refuse-tender-soon = The last sale is too fresh: wait { MONTHS($months) }
refuse-export = Export controls bar { $chip } from where you are
refuse-filed = Your last filing is before the commission for { MONTHS($month) } more
refuse-funded = A benefit fund binds the neighbours, or they have objected already
refuse-divert-size = Its shareholders would let go { CARDS($cards) } cards
refuse-no-lease = You lease nothing there
refuse-no-resale = Nobody trades { $chip } now
refuse-port-size = { CARDS($h100e) } H100e can be moved to its own chips
refuse-resale-price = From { $low } to { $high } times the market's price
refuse-resale-size = { CARDS($cards) } at most
refuse-hall-size = At most { CARDS($slots) } places
refuse-hedge-size = At most { $mw } MW of the site's grid power are still at the market's price
refuse-haste = At most { $times } times the normal pace
refuse-initiative = { $most } orders a turn are all a board can push through
refuse-lobby-size = At most { MONEY($usd) } in a turn
refuse-lease-size = At most { CARDS($h100e) } H100e can be had
refuse-lease-term = From { $least } to { MONTHS($months) }
refuse-lend-size = Its shareholders let go { CARDS($h100e) } H100e at most
refuse-no-affiliate = That firm is not your affiliate
refuse-no-bid = Nobody bids for a place whose study is not done
refuse-no-law = No such law is in force or on its way
refuse-no-licence = That text is not to be had
refuse-no-pact = You are in no pact
refuse-no-product = There is no such product
refuse-pact-member = You are in it already
refuse-pact-share = From 1 % to { PERCENT($share) }
refuse-pact-terms = The pact stands at { PERCENT($share) }: join it as it is
refuse-product-elo = It takes a model of { $elo } Elo
refuse-product-known = The public knows of it already
refuse-product-not-out = It is not launched
refuse-product-share = A launch is for { PERCENT($share) } of the public at least
refuse-promise-months = From { $least } to { MONTHS($months) }
refuse-promise-stands = Your last promise is not yet due
refuse-releasing = A release is on its way, in { MONTHS($months) }
refuse-no-change = That is the standing order already
refuse-no-exclusivity = There is no exclusive right to waive
refuse-no-giant = There is nothing to pledge or build
refuse-no-lab = Only a lab can do that
refuse-no-lessor = Nothing can be leased there
refuse-no-lot = That site is not on sale to you
refuse-no-offer = Nobody offers a fund there
refuse-no-parent = Only a division has a parent to guide
refuse-no-place = Nothing of yours waits in the queue there
refuse-no-plant = Nobody sells that here
refuse-no-rival = That is no living lab of a rival
refuse-no-project = There is no such hall to pause or resume
refuse-no-region = There is no such region
refuse-no-run = There is no run to stop
refuse-no-case = The balance gives you nothing to ask for there
refuse-no-tie = You have no such partner
refuse-weak-case = Your outside options fall { MONEY($money) } a year short of it
refuse-no-silicon = The firm has no team for a chip of its own, or there is no such partner
refuse-no-step-in = There is no site that you may take over
refuse-no-sheet = There is no term sheet of that investor
refuse-no-suit = Nobody sues over that site
refuse-not-a-buyer = { $chip } is not sold to you
refuse-not-in-level = This level does without that kind of order
refuse-not-in-play = The firm is not in play
refuse-not-on-sale = That chip is not on sale
refuse-not-your-site = That site is not yours
refuse-not-your-region = That site is not in your region
refuse-not-your-role = That is not for your part to order
refuse-permit-range = From { $low } to { $high }
refuse-not-ready = The stopped run is a model only next turn
refuse-no-startup = That lab is not free
refuse-nothing-there = Nothing is left to take
refuse-one-takeover = One take-over a turn
refuse-nothing-new = Nothing new to release
refuse-nothing-to-cancel = Nothing is on order there
refuse-order-size = { $cards ->
    [0] The maker takes no more orders for { $chip } from you
   *[other] The maker takes orders for { CARDS($cards) } more { $chip } from you
}
refuse-morale = Low morale holds it up: wait { MONTHS($months) }
refuse-package = A package is from { MONEY($low) } to { MONEY($high) }
refuse-poach-size = At most { $people } of its seniors can be approached
refuse-policy-range = From { $low } to { $high }
refuse-plant-size = From { $least } to { $mw } MW at this site
refuse-refurbished = Second-hand transformers for { $mw } MW are left in the country
refuse-anchor-prepay = At most { PERCENT($share) } of the cards in advance: what the lender would lend
refuse-prepay = From nothing to the whole price in advance, and no bid below zero
refuse-repay = Credit drawn: { MONEY($usd) }
refuse-request-size = One request is for 1 to { $mw } MW
refuse-reserve = The reserve is { MONEY($money) }
refuse-reserve-size = Its suppliers would build for { CARDS($cards) } more { $chip } a month
refuse-run-months = A run takes up to { MONTHS($months) }
refuse-run-share = A run can take up to { $most } % of your compute
refuse-run-under-way = { $model } is still training
refuse-sheet-size = Left of the sheet: { MONEY($usd) }
refuse-terms = Up to ${ $usd } a kW, { PERCENT($take) } of the contract, and { MONTHS($months) }
refuse-wires = From none to all
refuse-site-in-use = GPUs stand there or are on their way
refuse-step-in = A lessor lets a tenant step into a site of { CARDS($h100e) } H100e at most
refuse-step-in-soon = It is not late enough: { MONTHS($months) } more
refuse-too-soon = The last release is too fresh: wait { MONTHS($months) }
refuse-turbines = Turbines for { $mw } MW at most
refuse-variants = The list takes { $most } variants at most
refuse-twice = Already planned

refuse-wait = Promised within { $least } to { MONTHS($months) }

## Reasons
why-affiliate = Its cards can run for you at once
why-accept = A fair offer
why-affiliate-more = Its shareholders are calm
why-affiliate-money = Cash is nearly gone, and no round is open
why-guidance = What its parent's shareholders will bear
why-lenders = A covenant is broken: better now than when the time is up
why-mend = There is cash to end the loan that is in breach
why-open = Cash is nearly gone, and no independent money comes
why-pledge = The cards' rent covers a loan { $cover } times
why-tender = The price is good, and staff who may sell stay
why-anchor-early = A lessor builds { CARDS($h100e) } H100e; cards are short, so { PERCENT($share) } of them is paid now
why-anchor = A lessor builds { CARDS($h100e) } H100e in { MONTHS($months) }
why-announce = A claim beyond the truth lifts the next round
why-bid = { $mw } connected MW save { MONTHS($months) } of queue
why-bargain = Without { $partner } you could do more
why-below = Just under the line of the { $law }: no review
why-data = Runs will be short of text
why-safety = Safety work falls behind the models
why-safety-law = The { $law } asks for it
why-synthetic = The run reads its text too often
why-pact = Safety costs less when rivals pay too
why-product = What is free is enough for { $product }
why-product-more = There is compute to serve more of { $product }
why-product-back = { $product } takes what others need
why-product-show = { $product } will be ready within months
why-promise = The next model should be the strongest by then
why-lobby = Reviews hold back your releases
why-borrow = { $months ->
    [0] All cash is promised
   *[other] Free cash lasts { MONTHS($months) }
}, and no round is open
why-binds = { $leg ->
    [cash] Cash
    [hall] A hall
    [power] Power
    [data] Text
    [demand] Demand
   *[chips] Compute
} is what you lack today
why-binds-ahead = { $leg ->
    [cash] Cash
    [hall] A hall
    [power] Power
    [data] Text
    [demand] Demand
   *[chips] Compute
} is what you will lack next
why-binds-not = { $leg ->
    [hall] A hall is
    [power] Power is
   *[chips] Compute is
} not what you lack
why-price-good = The price is { PERCENT($share) } better than expected
why-price-bad = The price is { PERCENT($share) } worse than expected
why-purse-fills = It brings { MONEY($usd) } while cash is short
why-purse = It takes { PERCENT($share) } of the free cash
why-overtaken = { $rival } has { CARDS($h100e) } H100e, more than you
why-doubt = { $rival }'s claim is more than its money bears
why-leads = You have more compute than { $rival }
why-outrated = { $rival }'s model is ahead of yours
why-leads-rating = Your model is ahead of { $rival }'s
why-too-late = In { MONTHS($months) }: too late to count
why-soon = { $months ->
    [0] It works at once
   *[other] It works in { MONTHS($months) }
}
why-late = It works only in { MONTHS($months) }
why-risk-word = A word can be checked
why-risk-neighbours = The neighbours will object
why-good-name = It is good for your name
why-risk-users = Users will remember it
why-lend = Others are short: ${ $rent } an H100e-hour
why-lend-less = At ${ $rent } an hour your own models need it more
why-poach-poor = { $rival } is short of money; its people listen
why-break = { $partner } takes too much, and asking is of no use
why-cards = { $site } will have room and power
why-campaign = Companies follow those who visit them
why-colocate = { $mw } MW of places stand empty
why-cycle = Rents are expected at { $rent } times the normal
why-declare = The clause says what nobody can check
why-dark = { CARDS($cards) } cards at { $site } stand dark
why-own-chip = It pays beyond { CARDS($cards) } cards
why-own-chip-rest = There is no money for an own chip
why-free-tier = Free users take what others need
why-fund = Cheaper than a court
why-grid = The queue takes { MONTHS($months) }: ask now
why-grid-cut = Cut in peaks, but in { MONTHS($months) }
why-divert = { CARDS($cards) } cards of your affiliate could run here
why-port = { CARDS($h100e) } H100e could run cheaper on its chip
why-sell-idle = Nothing will light { CARDS($cards) } cards at { $site }
why-used = Used ones cost less; { $site } has room
why-bids = It may be worth ${ $usd } a card
why-no-more-waiting = What has not come by now is ordered anew
why-orders = { CARDS($cards) } cards at this rule
why-homeless = { CARDS($cards) } cards have no place
why-giant = { $mw } MW without a queue
why-giant-join = A part is { $mw } MW without a queue
why-hall = Cards to come need { CARDS($slots) } places
why-hiring = The staff should grow with the purse
why-lease = { CARDS($h100e) } H100e are free to rent today
why-lease-built = A lessor builds for a contract in { MONTHS($months) }
why-lenient = The neighbours are calm
why-pay = Pay should fit what else you offer
why-poach = { $rival }'s people know more than yours
why-pause = The purse cannot bear { $months } more months of it
why-price = A better balance of price and share
why-raise = { $months ->
    [0] All cash is promised
   *[other] Free cash lasts { MONTHS($months) }
}
why-plant = Sooner than the queue
why-power = A fixed price for { $mw } MW
why-petition = No permit, and no fund
why-refresh = Post-training has gained { $elo } Elo
why-release = { $model } is ready and { $elo } Elo better
why-repay = There is more cash than need for credit
why-resume = The purse bears the { CARDS($slots) } places again
why-reserve = { $chip }: orders far exceed what is made
why-run = No run is under way; { MONTHS($months) } suit it best
why-settle = The suit costs more than its end
why-site = { $mw } MW at once from { $region }
why-strict = The neighbours are loud
why-tariff = Half of the queue is wind
why-take-over = { $startup }: { $elo } Elo to learn
why-step-in = It is { MONTHS($months) } late
why-turbines = They run years before the grid comes
why-waiver = Your lessor cannot give what you need
why-wires = Households pay for wires nobody uses
