# What the engine says: news, quotes, refusals and reasons. $firm is the name of whom the news is about.

## News
news-agi = { $firm } declares AGI, and the panel agrees
news-agi-false = { $firm } declares AGI; the panel says no
news-blocked = { $firm }, { $site }: { $mw } MW of unpermitted turbines are blocked
news-breach = { $firm } breaks a covenant; its banks waive it for a fee
news-called = { $firm }'s banks call { MONEY($usd) } of credit
news-claim = { $firm } announces { CARDS($h100e) } H100e online
news-connected = { $firm }, { $site }: { $utility } connects { $mw } MW
news-delivery = { $firm }, { $site }: { CARDS($cards) } { $chip } delivered
news-expired = { $firm }, { $site }: the time for a permit is up, { $mw } MW of turbines must go
news-exposed = { $firm } claimed { CARDS($h100e) } H100e; about { CARDS($truth) } really run
news-failed = { $firm } has failed; { $buyer } takes over what is left
news-founder-leaves = A founder leaves { $firm }; { $left } are left
news-frozen-agi = The scores are frozen: the age after AGI has begun
news-frozen-one-left = The scores are frozen: one firm is left
news-frozen-collapse = The scores are frozen: the public has lost its trust in AI
news-hall = { $firm }, { $site }: a hall of { CARDS($slots) } places is finished
news-incident = { $firm }: a public failure of its model costs trust, everybody's too
news-lease = { $firm } leases { CARDS($h100e) } H100e from { $operator }
news-lent = { $affiliate } lends { CARDS($h100e) } H100e to { $firm }
<<<<<<< HEAD
news-poach-none = { $firm } approaches seniors of { $rival }; none comes
news-poached = { $people } seniors of { $rival } join { $firm }, and bring { $elo } Elo of know-how
news-poached-from = { $rival } hires { $people } seniors of { $firm } away
=======
news-pause = { $firm }, { $site }: work on a hall of { CARDS($slots) } places is paused
>>>>>>> main
news-permit = { $firm }, { $site }: its turbines have a permit
news-promise-kept = { $firm } keeps its word: it has the strongest model
news-promise-missed = { $firm } promised the strongest model by now, and has not got it
news-refresh = { $firm } updates { $model }: { $elo } Elo, place { $rank }
news-release = { $firm } releases { $model }: { $elo } Elo, place { $rank }
news-rescue = { $firm } is rescued with { MONEY($usd) } at { PERCENT($cut) } below its value
news-resume = { $firm }, { $site }: work on a hall of { CARDS($slots) } places goes on
news-round = { $firm } raises { MONEY($usd) } at { MONEY($post) } post-money
news-run = { $firm } starts to train { $model }, for { $months } months
news-site = { $firm } opens a site: { $site }
news-suit = { $affiliate }'s shareholders sue; its cards go back
news-turbines = { $firm }, { $site }: { $mw } MW of gas turbines start up
news-waiver = { $partner } lets { $firm } lease elsewhere, for a larger share of its revenue
news-lease-part = { $firm } leases { CARDS($h100e) } H100e from { $operator }, of { CARDS($asked) } asked

## Quotes
quote-agi = Experts' threshold: { $low } to { $high } Elo
quote-cards-later = Due at delivery: { MONEY($money) }
quote-claim = Valuation until somebody checks: { MONEY($money, signed: "yes") }
quote-claim-risk = Chance a month that it is checked: { PERCENT($chance) }
quote-connect-now = Connected at once: { $mw } MW
quote-deposit = Deposit
quote-dilution = Sold of the firm: { PERCENT($share) }
quote-equity = New money
quote-hall-later = Over { $months } months: { MONEY($money) }
quote-hall-now = Down payment
quote-haste = For haste: { MONEY($money) }
quote-interest = Interest a month: { MONEY($money) }
quote-kw = Power they need: { $mw } MW
quote-lease-deposit = Deposit
quote-left = Left: { MONEY($money) } over { $months } months
quote-loan = Credit drawn
<<<<<<< HEAD
quote-guard = The rival remembers: { $months } months
quote-packages = Packages, if all come
quote-pay = Payroll a month: { MONEY($money, signed: "yes") }
=======
quote-pause = Fee of the builders
>>>>>>> main
quote-permit = Permit needed within { $months } months
quote-poach = Likely to come: { $people } ({ PERCENT($chance) } each)
quote-policy = From { $before } to { $after }
quote-pre-money = Pre-money: { MONEY($money) }
quote-queue = In the queue: { $mw } MW, about { $months } months
quote-refresh = Expected gain: { $elo } Elo
quote-refund = Deposit back, less the fee
quote-release = { $model }: about { $elo } Elo
quote-rent = Rent a month: { MONEY($money) } (${ $rent } an H100e-hour)
quote-repay = Paid back
quote-run-elo = Expected: { $elo } ± { $spread } Elo at release
quote-run-flop = Compute: { FLOP($flop) } FLOP
quote-run-h100e = It takes { CARDS($h100e) } H100e
quote-shareholders = Its shareholders' opposition grows
quote-study = Study fee
quote-turbines = Fuel and rent a month: { MONEY($money) }
quote-waiver = Costs { PERCENT($share) } more of the revenue: { MONEY($money) } a year now
quote-size-discount = Lower price for so large a part: −{ PERCENT($share) }
quote-agi-chance = Chance that the panel agrees: about { PERCENT($chance) }
quote-agi-cost = If not: trust −{ PERCENT($trust) }, and people leave for { $months } months

## Refusals
refuse-agi-again = The last declaration is too fresh
refuse-agi-done = AGI has been declared already
refuse-cash = Needs { MONEY($money) } more cash
refuse-claim-size = A claim must be above the truth, and nobody prints more than { CARDS($h100e) } H100e
refuse-claim-stands = Your last claim has not been checked yet
refuse-credit = Credit left: { MONEY($usd) }
refuse-exclusive = { $partner } has the exclusive right to your leases: ask for its waiver first
refuse-hall-size = At most { CARDS($slots) } places
refuse-haste = At most { $times } times the normal pace
refuse-initiative = { $most } orders a turn are all a board can push through
refuse-lease-size = At most { CARDS($h100e) } H100e can be had
refuse-lease-term = From { $least } to { $months } months
refuse-lend-size = Its shareholders let go { CARDS($h100e) } H100e at most
refuse-no-affiliate = That firm is not your affiliate
refuse-no-change = That is the standing order already
refuse-no-exclusivity = There is no exclusive right to waive
refuse-no-lab = Only a lab can do that
refuse-no-lessor = Nothing can be leased there
refuse-no-parent = Only a division has a parent to guide
<<<<<<< HEAD
refuse-no-rival = That is no living lab of a rival
=======
refuse-no-project = There is no such hall to pause or resume
>>>>>>> main
refuse-no-run = There is no run to stop
refuse-no-sheet = There is no term sheet of that investor
refuse-not-a-buyer = { $chip } is not sold to you
refuse-not-in-play = The firm is not in play
refuse-not-on-sale = That chip is not on sale
refuse-not-your-site = That site is not yours
refuse-not-ready = The stopped run is a model only next turn
refuse-nothing-new = Nothing new to release
refuse-nothing-to-cancel = Nothing is on order there
refuse-order-size = The maker takes orders for { CARDS($cards) } more { $chip } from you
refuse-morale = Low morale holds it up: wait { $months } months
refuse-package = A package is from { MONEY($low) } to { MONEY($high) }
refuse-poach-size = At most { $people } of its seniors can be approached
refuse-policy-range = From { $low } to { $high }
refuse-repay = Credit drawn: { MONEY($usd) }
refuse-request-size = One request is for 1 to { $mw } MW
refuse-run-months = A run takes up to { $months } months
refuse-run-share = A run can take up to { $most } % of your compute
refuse-run-under-way = { $model } is still training
refuse-sheet-size = Left of the sheet: { MONEY($usd) }
refuse-too-soon = The last release is too fresh: wait { $months } months
refuse-turbines = Turbines for { $mw } MW at most
refuse-twice = Already planned

## Reasons
why-affiliate = Its cards can run for you at once
why-announce = A claim beyond the truth lifts the next round
why-borrow = Cash lasts { $months } months, and no round is open
why-cards = { $site } will have room and power
why-dark = { CARDS($cards) } cards at { $site } stand dark
why-free-tier = Free users take what others need
why-grid = The queue takes { $months } months: ask now
why-homeless = { CARDS($cards) } cards have no place
why-hall = Cards to come need { CARDS($slots) } places
why-hiring = The staff should grow with the purse
why-lease = { CARDS($h100e) } H100e are free to rent today
why-lease-built = A lessor builds for a contract in { $months } months
why-pay = Pay should fit what else you offer
why-poach = { $rival }'s people know more than yours
why-price = A better balance of price and share
why-raise = Cash lasts { $months } months
why-refresh = Post-training has gained { $elo } Elo
why-release = { $model } is ready and { $elo } Elo better
why-repay = There is more cash than need for credit
why-run = No run is under way; { $months } months suit it best
why-site = { $mw } MW at once from { $region }
why-turbines = They run years before the grid comes
why-waiver = Your lessor cannot give what you need
