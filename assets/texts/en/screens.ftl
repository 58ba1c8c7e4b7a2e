### What the screens say: menu, race, debrief.

title = COMPUTE RACE
loading = Setting up the race…
months = { $months ->
    [one] 1 month
   *[other] { $months } months
}
saved = Saved as { $path }
error-title = Something went wrong
error-close = Close

## Menu
menu-tagline = Capital, GPUs and megawatts: be first, and last.
menu-rivals = Rivals
menu-rivals-tip = How firms that nobody steers decide. It changes how well they think, never what they get.
menu-seed = Seed
menu-dice = Another seed
menu-start = Start the race
menu-continue = Continue
menu-load = Load…
menu-watch = Watch rivals
menu-quit = Quit
menu-choose = Choose your firm
menu-choose-several = Choose the players' firms
menu-choose-note = As each one stands when the level opens
rivals-level = As the level has them
rivals-steady = All steady
rivals-bold = All bold
rivals-intern = All interns
rivals-analyst = All analysts
rivals-operator = All operators
rivals-passive = All passive
card-cash = Cash
card-valuation = Last round
card-h100e = GPUs held, H100e
card-elo = Arena Elo
load-over = ended
load-watched = rivals only


## Top bar
bar-cash = Cash
bar-gpus = GPUs online, H100e
bar-power = Power in use
bar-elo = Arena Elo
bar-revenue = Revenue a year
bar-valuation = Valuation
bar-role-cash = Your aim, 0 to 100
bar-role-gpus = Loudest opposition
bar-role-power = Waits for the grid
bar-role-wind = { PERCENT($share) } wind
bar-role-elo = Bills
bar-role-revenue = Large loads pay
bar-role-valuation = Stranded wires
bar-turn = Turn { $turn } of { $turns }
bar-you = { $firm } · you
bar-watching = watching { $firm }
bar-menu = Menu (Esc)
bar-power-of = { $used } of { POWER($have) }
bar-dark = { CARDS($cards) } dark
bar-no-power = rented
bar-rank = { $rank ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $rank }th
}
end-turn = End turn
end-turn-tip = Hand in the plan; the rivals decide and the months pass (E)
thinking = Rivals decide
tip-bar-cash = Credit drawn: { MONEY($debt) }
    Runway at today's burn: { MONTHS($runway) }
tip-bar-valuation = What all shares are worth. Founders and staff hold { PERCENT($share) }.
tip-bar-revenue = At the pace of the last month.
    Growth in twelve months: { PERCENT($growth, signed: "yes") }
    Burn a month: { MONEY($burn) }
tip-bar-gpus = Compute that runs for the firm, in H100 equivalents
    Own and running: { CARDS($running) }
    Leased from others: { CARDS($leased) }
    Own but idle, without power or place: { CARDS($idle) }
    Own but leased out: { CARDS($out) }
    Change since the last turn: { CARDS($change, signed: "yes") }
tip-bar-power = { PERCENT($share) } of the power at hand is in use
    Grid { POWER($grid) }, turbines { POWER($gas) }
    Requested and promised: { POWER($coming) }
tip-bar-elo = The public's rating. What the model can really do: { $true }.
    Months since the last release: { $months }

## Order desk
desk-title = Orders for { $first } to { $last }
desk-capital = Capital
desk-chips = Chips
desk-power = Power
desk-compute = Compute
desk-deals = Deals
desk-group-equity = Shares
desk-group-debt = Credit
desk-group-buy = Buy and rent
desk-group-held = What you hold or have on order
desk-group-power = Power
desk-group-halls = Sites and halls
desk-group-near = Neighbours and courts
desk-group-models = Models and products
desk-group-standing = Standing orders
desk-group-text = Text to train on
desk-group-partners = Partners
desk-group-people = People
desk-group-public = The public and the law

option-raise_equity = { $investor }
option-tender_offer = Let staff sell shares
option-pitch_sovereigns = Pitch to sovereign funds
option-open_to_strategics = Give up independence
option-ask_affiliate_money = Ask an affiliate's shareholders
option-gpu_loan = Borrow against GPUs
option-ask_lenders = Ask lenders for a waiver
option-borrow = Draw credit
option-repay = Repay credit
option-order_cards = Order GPUs
option-cancel_cards = Cancel an order
option-offer_cards = Sell GPUs
option-take_cards = Buy used GPUs
option-divert_cards = Divert an affiliate's orders
option-port_lease = Port to its chip
option-reserve_capacity = Reserve capacity
option-fund_chip = Own chip
option-lease_compute = Lease compute
option-ask_waiver = Buy a waiver
option-renegotiate = Terms with { $partner }
option-request_grid = Request grid power
option-leave_queue = Leave the queue
option-bid_site = Bid for a site
option-sell_site = Sell a site
option-bring_turbines = Bring turbines
option-remove_turbines = Send turbines away
option-build_plant = Order a plant
option-sign_power = Fix the price of power
option-fund_community = Fund the neighbours
option-settle_suit = Settle a suit
option-set_tariff = File a tariff
option-set_permit = Rules for permits
option-set_wires = Who pays for stranded wires
option-petition = Petition
option-accept_fund = Accept a fund
option-build_hall = Build a hall
option-anchor_site = Anchor a site
option-step_in = Step in
option-pledge_giant = Join a giant project
option-build_giant = Build a giant
option-pause_hall = Pause a hall
option-resume_hall = Resume a hall
option-retrofit_hall = Retrofit to liquid cooling
option-start_run = Train the next model
option-stop_run = Stop the training run
option-release_model = Release a model
option-license_data = License: { $publisher }
option-announce_product = Show a product
option-launch_product = Launch a product
option-set_policy-safety = Safety work
option-set_policy-synthetic = Synthetic data
option-set_policy-free_tier = Free tier
option-set_policy-price_level = Price
option-set_policy-hiring = Hiring
option-set_policy-pay = Pay
option-set_policy-campaign = Sales campaign
option-set_policy-guidance = Guidance to shareholders
option-set_policy-colocate = Let empty places
option-set_policy-sublease = Sublet idle compute
option-announce = Announce GPUs online
option-promise_model = Promise the best model
option-lobby = Lobby
option-join_pact = Join a safety pact
option-leave_pact = Leave the safety pact
option-borrow_cards = Take an affiliate's GPUs
option-poach = Hire seniors away
option-acquihire = Take over a small lab
option-ask_affiliate = Affiliate's data or people
option-declare_agi = Declare AGI

about-raise_equity = Sell new shares: a small part of the firm at the sheet's price, a larger part at a lower one. More say for the investor brings more money a share.
about-tender_offer = Staff sell shares to an investor. You get no cash, but people stay longer, and the price is remembered.
about-pitch_sovereigns = A plan too large for any round. It rarely works, and fails in public.
about-open_to_strategics = Take money of large technology firms from now on. Who came for your independence may go.
about-ask_affiliate_money = A vote on an investment in you, once. Their opposition grows either way.
about-gpu_loan = A loan on your GPUs, drawn as they run, paid back over five years. Its covenants follow the market's rent; if you default, the GPUs are sold.
about-ask_lenders = Pay for time before the lenders decide: a fee, a higher rate, and half of what you earn.
about-borrow = Draw on the revolver. Interest is paid each month, and covenants are tested.
about-repay = Pay back credit that was drawn.
about-order_cards = Put GPUs on order for a site. The maker rations what it can build: money in advance moves you up, the rest is due at delivery.
about-cancel_cards = Take back what is not yet allocated of an order, for a fee.
about-offer_cards = Offer GPUs that you cannot run, or places in the maker's book, to whoever wants them. Outsiders buy a few at the market's price or below.
about-take_cards = Buy GPUs or places that others offer, the cheapest first. Used GPUs stand in your hall next month.
about-divert_cards = GPUs that are on their way to a firm under the same control come to you. Its shareholders may sue.
about-port_lease = Move your work to the landlord's own chips: the rent falls at once, and for two quarters less gets done.
about-reserve_capacity = Pay a supplier to build packaging, logic or memory for your cards. It takes a year or so, then makes cards that go to you first.
about-fund_chip = Design a chip with a partner, paid each quarter. It takes years, may need a respin, and must beat what is on sale by then.
about-lease_compute = Rent GPUs that stand and run elsewhere. "Built for you" starts later but is larger.
about-ask_waiver = Pay an exclusive partner a larger share of revenue for the right to lease elsewhere.
about-request_grid = What the utility has is connected at once, the rest waits in its queue: study, agreement, works. Large loads need a transformer of their own.
about-leave_queue = Give up your places in the queue at a site, or sell them once their study is done.
about-bring_turbines = Gas turbines within months, from a national pool. Without a permit they run at once, and neighbours object.
about-renegotiate = Ask for a better term. What you can ask for follows from what each side could do without the other; every ask costs trust.
about-bid_site = A sealed bid for a site whose megawatts are connected. Bid what the time is worth to you.
about-sell_site = Put up a site without GPUs to the next auction. Nobody learns who bids until it is sold.
about-remove_turbines = Send turbines away before they become a problem.
about-build_plant = Engines, turbines or a restarted reactor of your own. Slower than mobile turbines, and permitted.
about-sign_power = A fixed price for ten years and more, settled each month against the market's.
about-fund_community = Schools, water, a park: a fund that calms the neighbours while it lasts.
about-settle_suit = Pay, and the suit and its injunction are over.
about-set_tariff = Deposit, minimum take and collateral of large loads. Stricter terms thin out the speculators and bind the honest.
about-set_permit = How strict the region is with who runs without a permit, and how quick with who asks first.
about-set_wires = The part of stranded wires that households pay. Large loads pay the rest.
about-petition = Object to a site: its neighbours' opposition grows, and with it the chance of a stop.
about-accept_fund = Take the benefit fund that is offered. You do not object while it lasts.
about-build_hall = New places for GPUs at a site, or a new campus in a region. Haste costs more than in proportion.
about-anchor_site = A lessor builds a site for you: its loan needs your contract. Patience makes it cheaper, damages and a right to step in dearer.
about-step_in = Take over a late site that is built for you, at what has been put into it.
about-pledge_giant = Bind yourself to a part of a project too large for one firm, and get the same part of its places and power.
about-build_giant = Break ground for the next phase, or for all that is left. Building all at once is planned cheaper and overruns more.
about-pause_hall = Stop the work for a fee. What is built stands, what is left need not be paid until you resume.
about-resume_hall = Go on with the work. Crews and material need some months to come back.
about-retrofit_hall = Turn air-cooled places into liquid-cooled ones for the newest chips.
about-start_run = A part of your compute trains the next model for some months. Methods are frozen at the start.
about-stop_run = End the run now and keep what it has learnt so far.
about-release_model = Put the finished model, or the current one with newer post-training, before the public.
about-license_data = License a publisher's text for training. Exclusive text goes to the highest bid at the second.
about-announce_product = Show what your model can do before it ships. The valuation rises; what does not come costs trust.
about-launch_product = Ship a product to a share of the public. It needs a fleet: who cannot get it to run is disappointed.
about-set_policy-safety = The share of research compute that goes to safety work. It lowers the hazard of incidents and slows research.
about-set_policy-synthetic = The share of research compute that writes text for training, of falling worth.
about-set_policy-free_tier = The share of unpaid demand that you serve. It wins users and takes compute.
about-set_policy-price_level = Your price relative to the market's. Cheap wins share, dear earns more from each.
about-set_policy-hiring = How fast the staff grows each month.
about-set_policy-pay = Pay relative to the market's. It holds people, but less than compute, success and a mission do.
about-set_policy-campaign = People and trials for hundreds of executives. It wins companies, costs money, and annoys a partner who sells to the same ones.
about-set_policy-guidance = What you tell the parent's shareholders about spending.
about-set_policy-colocate = The share of places that stand empty with power which you let to others by the month.
about-set_policy-sublease = The share of compute left over that you let to others.
about-announce = Claim GPUs online to the press. The valuation moves at once; somebody may check it later.
about-promise_model = Promise the strongest model by a month. The valuation rises at once; a date that passes is dear.
about-lobby = Pay for a campaign against the rules on large models. It helps everybody whom they bind.
about-join_pact = Promise other labs a share of safety work. With verification a breach is found; without, by rumour only.
about-leave_pact = Leave the pact in the open, and lose the goodwill.
about-borrow_cards = Take GPUs from a firm under the same control. Its shareholders may sue.
about-poach = Approach a rival's seniors with a package each. Who comes brings part of what a better lab knows; the rival guards the rest and may answer in kind.
about-acquihire = Bid for a small lab's people; its shell stays behind. They come within a year, unless authorities stop it.
about-ask_affiliate = Take training data or a team from a firm under the same control. Its shareholders may sue.
about-declare_agi = Say that the threshold is crossed. A panel decides; a false claim is dear.

note-raise_equity = Term sheet at { MONEY($pre) } pre-money
note-tender_offer = Most that staff may sell
note-pitch_sovereigns = Rarely works
note-open_to_strategics = No going back
note-ask_affiliate_money = { $firm }, one vote
note-gpu_loan = Lenders would commit
note-ask_lenders = A covenant is broken
note-borrow = Left of the revolver
note-repay = Credit drawn
note-cancel_cards = GPUs on order, not yet allocated
note-order_cards = { $count ->
    [one] One kind of chip on sale
   *[other] { $count } kinds of chips on sale
}
note-offer_cards = { CARDS($cards) } dark or without a place
note-take_cards = { CARDS($cards) } used, { CARDS($slots) } places
note-divert_cards = { $firm } has on order
note-port_lease = H100e that could move
note-reserve_capacity = { $what } is short
note-reserve_capacity-none = What is short in a year?
note-fund_chip = { $partner } designs it
note-fund_chip-none = No programme yet
note-lease_compute = { CARDS($h100e) } H100e on offer
note-request_grid = { POWER($kw) } at once
note-leave_queue = Bid for your places
note-bid_site = { $count } at auction
note-sell_site = Sites that stand empty
note-bring_turbines = Left of the national pool
note-remove_turbines = Turbines on your sites
note-build_plant = { MONTHS($months) } at best
note-sign_power = Energy, fixed for ten years
note-fund_community = Highest opposition at your sites
note-settle_suit = To settle
note-set_tariff = Of the queue looks like wind
note-set_permit = Strictness
note-set_wires = Stranded so far
note-petition = Loudest opposition
note-accept_fund = Offered
note-build_hall = About { MONTHS($months) } to build
note-anchor_site = Built for your contract
note-step_in = Late sites
note-pledge_giant = Partners must pledge
note-build_giant = Next phase
note-pause_hall = Left to pay
note-resume_hall = Left to pay
note-retrofit_hall = Air-cooled places
note-start_run = H100e not needed by customers
note-stop_run = { $model } is training
note-release_model-new = { $model } is finished
note-release_model-refresh = Newer post-training
note-license_data = +{ PERCENT($share) } text
note-announce_product = { $count } that nobody has seen
note-launch_product = Compute in products
note-set_policy-safety = Of research compute
note-set_policy-synthetic = Of research compute
note-set_policy-free_tier = Of those who do not pay
note-set_policy-price_level = Relative to the market
note-set_policy-hiring = Growth of staff a month
note-set_policy-pay = Relative to the market
note-set_policy-campaign = Among executives
note-set_policy-guidance = Spending of the parent
note-set_policy-colocate = Of empty places with power
note-set_policy-sublease = Of what nobody uses
note-announce = { CARDS($h100e) } H100e really run for you
note-promise_model = Valuation now, the truth later
note-lobby = Stringency { $strict }
note-join_pact = { $members } members
note-leave_pact = { $members } members
note-borrow_cards = { $firm } could lend
note-renegotiate = Share { PERCENT($now) }, fair would be { PERCENT($fair) }
note-ask_waiver = From { $firm }
note-poach = The best rating against yours
note-acquihire = { $count } small labs are free
note-ask_affiliate = From { $firm }; opposition { PERCENT($mood) }
note-declare_agi = No going back

tag-price = from { MONEY($usd) }
tag-rent = from ${ $usd }/h
tag-trust = trust { PERCENT($share) }
tag-block = stopped { PERCENT($chance) }
tag-queue = queue { MONTHS($months) }
tag-per-slot = { MONEY($usd) } a place
tag-elo = { $elo } Elo
choice-lease = { CARDS($h100e) } at ${ $usd }
choice-power = { POWER($kw) } free
guidance-down = Lower
guidance-flat = Flat
guidance-up = Higher

field-amount_usd = Amount
field-cards = GPUs
field-chip = Chip
field-site = Site
field-price = Price, times the market's
field-offer_cards-slots = Places in the book
field-take_cards-slots = Places in the book
field-prepay = Paid in advance
field-bid_usd = Highest bid a card
field-usd_per_quarter = Paid a quarter
field-supplier = Of
field-reserve_capacity-cards = GPUs a month
supplier-packaging = Packaging
supplier-logic = Logic wafers
supplier-memory = Memory
field-operator = Lessor
field-h100e = Compute, H100e
field-announce-h100e = Claimed online, H100e
field-months = Term
field-start_run-months = Length of the run
field-built = Built for you
field-kw = Power
field-interruptible = May be cut in peaks
field-refurbished = Second-hand transformer
field-sell = Sell the place
field-permitted = Permit first
field-deposit_usd_per_kw = Deposit, dollars a kW
field-minimum_take = Paid for in any case
field-collateral_months = Collateral, months of the bill
field-strictness = Strictness, times the usual
field-speed = Speed of permits, times the usual
field-households = Part of the households
field-plant = Plant
field-source = Source
field-slots = Places
field-liquid = Liquid cooling
field-haste = Haste
field-project = Hall at
field-share = Share of your compute
field-rival = Rival
field-people = Seniors approached
field-usd_per_head = Package each
field-ask = Ask for
ask-share = Revenue share
ask-compute = Cheaper compute
ask-waiver = Waiver
ask-exclusive = Exclusivity
ask-licence = Longer licence
ask-clause = Clear AGI clause
ask-end = Give notice
field-startup = Small lab
field-usd = Bid
field-what = What
ask-data = Training data
ask-people = A team
field-partner = Partner
field-region = Region
field-wait = Promised within
field-damages = Damages, of the rent
field-step_in = Right to step in
field-anchor = Site
field-giant = Project
field-whole = All phases at once
field-pledge_giant-amount_usd = Your pledge
field-lot = Site
field-bid_site-amount_usd = Your bid
field-sell_site-amount_usd = Reserve
field-affiliate = From
field-publisher = Publisher
field-usd_per_year = A year
field-product = Product
field-launch_product-share = Share of the public
field-join_pact-share = Safety work, of research
field-promise_model-months = Within
field-variants = Variants tested in private
field-open_weights = Open weights
field-below = Stay below
field-verified = Verified
tip-field-open_weights = Anybody can download the model: trust rises, rivals learn faster, prices fall.
tip-field-verified = Inspectors find who does less than promised; they are paid by all members.
field-investor = Investor
field-terms = Terms
terms-clean = Clean
below-none = No line
terms-milestone = With a goal
terms-board = With a goal and a seat
field-policy = Standing order
field-value-safety = Safety work, of research
field-value-synthetic = Synthetic data, of research
field-value-free_tier = Unpaid demand served
field-value-price_level = Price, times the market's
field-value-hiring = Growth of staff a month
field-value-pay = Pay, times the market's
field-value-campaign = Campaign
field-value-guidance = Guidance
field-value-colocate = Share let
field-value-sublease = Share sublet
tip-field-slots = Not GPUs but places in the maker's order book.
tip-field-built = The lessor builds a hall for this contract: more GPUs, but later.
tip-field-liquid = The newest chips need it.
tip-field-step_in = You may take the site over if it is a quarter late. Lessors grant it for small sites only.
tip-field-interruptible = Sooner by far, but dark in the hottest and coldest months for a part of the hours.
tip-field-refurbished = A large load's new transformer takes two to three and a half years; a second-hand one costs more and is there in months.
tip-field-sell = A sold place goes on with another name. Given up, it shakes the others of its cluster.
tip-field-permitted = Later, but lawful: blocks become rare and neighbours quieter.
tip-field-whole = Planned cheaper and sooner; its overruns are larger, and you cannot stop between phases.
tip-field-haste = Normal time over the time you want. Twice as fast costs more than twice as much.

form-first = Add the order to the plan, or cancel it, before the turn ends
form-back = Back (Esc)
form-cancel = Cancel
form-add = Add to plan
form-change = Change the plan
form-instead = Instead of this order of the plan
form-instead-tip = The board can push through { $most } orders a turn: choose which one gives way.
quote-ready = Takes effect
quote-fill = Forecast fill
quote-cash = Cash now
quote-after = Cash after plan

## Plan
plan-title = Plan
plan-initiative = Orders { $used } of { $most }
plan-initiative-tip = A board can push through only so many orders a turn. Standing orders go on by themselves.
plan-cash = Cash after plan
plan-empty = No orders. Standing orders go on; choose an order above, or ask the advisor.
plan-drop = Take out of the plan (Del)
plan-advisor = Advisor
plan-advisor-tip = Lay out the advisor's plan again (A)
plan-undo = Undo (U)
plan-undo-none = Nothing to undo
plan-reset = Clear the plan (R)

order-raise_equity = { $investor }: { MONEY($amount_usd) }
order-tender_offer = Tender { MONEY($amount_usd) } to { $investor }
order-pitch_sovereigns = Pitch { MONEY($amount_usd) } to sovereign funds
order-open_to_strategics = Give up independence
order-ask_affiliate_money = Ask { $affiliate } for { MONEY($amount_usd) }
order-gpu_loan = Borrow { MONEY($amount_usd) } against GPUs
order-ask_lenders = Ask lenders for a waiver
order-borrow = Draw { MONEY($amount_usd) } of credit
order-repay = Repay { MONEY($amount_usd) }
order-order_cards = { CARDS($cards) } { $chip } for { $site }
order-cancel_cards = Cancel { $chip } for { $site }
order-offer_cards = { $slots ->
    [0] Offer { CARDS($cards) } { $chip } at { $site }
   *[other] Offer { CARDS($cards) } places for { $chip }
}
order-take_cards = { $slots ->
    [0] Buy { CARDS($cards) } used { $chip }
   *[other] Buy { CARDS($cards) } places for { $chip }
}
order-divert_cards = Divert { CARDS($cards) } { $chip } of { $affiliate }
order-port_lease = Port { CARDS($h100e) } H100e to { $operator }'s chip
order-reserve_capacity = { $supplier ->
    [packaging] Packaging
    [logic] Logic wafers
   *[other] Memory
} for { CARDS($cards) } { $chip }
order-fund_chip = { $usd_per_quarter ->
    [0] Rest the own chip
   *[other] { $partner } chip, { MONEY($usd_per_quarter) } a quarter
}
order-lease_compute = { $built ->
    [0] Lease { CARDS($h100e) } H100e from { $operator }
   *[other] Have { $operator } build { CARDS($h100e) } H100e
}
order-ask_waiver = Buy a waiver from { $partner }
order-request_grid = { $interruptible ->
    [0] Request { POWER($kw) } at { $site }
   *[other] { POWER($kw) } at { $site }, cut in peaks
}
order-leave_queue = { $sell ->
    [0] Leave the queue at { $site }
   *[other] Sell the queue place at { $site }
}
order-bring_turbines = { $permitted ->
    [0] { POWER($kw) } of turbines to { $site }
   *[other] Permitted turbines, { POWER($kw) }, to { $site }
}
order-renegotiate = Ask { $partner }: { $ask }
order-bid_site = Bid { MONEY($amount_usd) } for { $lot }
order-sell_site = Put up { $site } from { MONEY($amount_usd) }
order-remove_turbines = { POWER($kw) } of turbines away from { $site }
order-build_plant = { $plant }, { POWER($kw) }, at { $site }
order-sign_power = Fix { POWER($kw) } at { $site }
order-fund_community = { MONEY($amount_usd) } for { $site }'s neighbours
order-settle_suit = Settle the suit over { $site }
order-set_tariff = File { PERCENT($minimum_take) } take, { NUMBER($collateral_months, maximumFractionDigits: 0) } months' collateral
order-set_permit = Permits: { NUMBER($strictness, maximumFractionDigits: 2) } × strict, { NUMBER($speed, maximumFractionDigits: 2) } × quick
order-set_wires = Households pay { PERCENT($households) } of wires
order-petition = Petition against { $site }
order-accept_fund = Accept the fund of { $site }
order-build_hall = Hall for { CARDS($slots) } at { $site }
order-build_hall-crash = Hall in haste for { CARDS($slots) } at { $site }
order-anchor_site = Anchor { CARDS($h100e) } of { $operator } in { $region }
order-step_in = Take over { $anchor }
order-pledge_giant = Pledge { MONEY($amount_usd) } to { $giant }
order-build_giant = { $whole ->
    [1] Build all of { $giant }
   *[other] Build the next phase of { $giant }
 }
order-pause_hall = Pause the hall at { $project }
order-resume_hall = Resume the hall at { $project }
order-retrofit_hall = Retrofit { CARDS($slots) } places at { $site }
order-start_run = Train for { MONTHS($months) } on { PERCENT($share) }
order-start_run-below = Train for { MONTHS($months) } on { PERCENT($share) }, below the line of the { $below }
order-stop_run = Stop the training run
order-release_model = { $variants ->
    [1] Release the new model
   *[other] Release the best of { $variants } variants
}
order-release_model-open = { $variants ->
    [1] Release with open weights
   *[other] Release with open weights, best of { $variants }
}
order-license_data = { $publisher }: { MONEY($usd_per_year) } a year
order-announce_product = Show { $product }
order-launch_product = { $product } for { PERCENT($share) } of the public
order-set_policy-safety = Safety work to { PERCENT($value) } of research
order-set_policy-synthetic = Synthetic data to { PERCENT($value) } of research
order-set_policy-free_tier = Free tier to { PERCENT($value) }
order-set_policy-price_level = Price to { NUMBER($value, minimumFractionDigits: 2) } × the market's
order-set_policy-hiring = Hiring to { PERCENT($value, signed: "yes") } a month
order-set_policy-pay = Pay to { NUMBER($value, minimumFractionDigits: 2) } × the market's
order-set_policy-campaign = Sales campaign to { PERCENT($value) }
order-set_policy-guidance = { $value ->
    [-1] Guidance: lower
    [0] Guidance: flat
   *[other] Guidance: higher
}
order-set_policy-colocate = Let { PERCENT($value) } of empty places
order-set_policy-sublease = Sublet { PERCENT($value) } of idle compute
order-announce = Announce { CARDS($h100e) } H100e online
order-promise_model = Promise the best model within { MONTHS($months) }
order-lobby = Lobby with { MONEY($amount_usd) }
order-join_pact = { $verified ->
    [0] Pact on { PERCENT($share) } of safety work, unverified
   *[other] Verified pact on { PERCENT($share) } of safety work
}
order-leave_pact = Leave the safety pact
order-borrow_cards = Take { CARDS($h100e) } H100e from { $affiliate }
order-poach = Approach { $people } seniors of { $rival }
order-acquihire = Bid { MONEY($usd) } for { $startup }
order-ask_affiliate = Take from { $affiliate }: { $what }
order-declare_agi = Declare AGI

refused-title = Not possible
refused-text = Some orders cannot be given as planned:
refused-back = Change the plan
refused-drop = End turn without them

## Board
chart-title = Race
chart-log = logarithmic scale
chart-empty = Nothing to show yet
measure-valuation = Valuation
measure-h100e = H100e online
measure-elo = Arena Elo
measure-revenue = Revenue
measure-users = Users
board-title = Leaderboard
board-by-valuation = by valuation
board-by-h100e = by compute online
board-by-elo = by Arena Elo
board-by-revenue = by revenue
board-by-users = by users
board-firm = Firm
board-elo = Elo
board-h100e = H100e
board-valuation = Value
board-revenue = Revenue
board-users = Users
board-elo-tip = Public rating of the best released model
board-h100e-tip = Compute in use. Rivals' is an estimate from claims and satellite pictures.
board-gone = failed
board-tip = { $firm }, as the public sees it
    Cash: about { MONEY($cash) }
    Revenue: about { MONEY($revenue) } a year
    Users: { CARDS($users) }, staff: { WHOLE($staff) }
map-title = Sites and grid
map-live = live
map-building = under construction
map-dark = short of power
map-rival = { $site }
    { $firm }
map-dark-cards = { CARDS($dark) } of { CARDS($cards) } GPUs dark: no power
map-homeless = { CARDS($homeless) } GPUs wait for a hall
map-dark-both = { CARDS($dark) } GPUs without power, { CARDS($homeless) } without a place
map-all-lit = { $mine ->
    [0] { $sites ->
        [one] Its campus runs in full
       *[other] Its { $sites } campuses run in full
    }
   *[other] { $sites ->
        [one] Your campus runs in full
       *[other] Your { $sites } campuses run in full
    }
}
map-none = { $mine ->
    [0] It owns no campus: its GPUs are leased
   *[other] You own no campus: your GPUs are leased
}
map-slots = Places: { CARDS($slots) }, { CARDS($liquid) } with liquid cooling
map-power = Grid { POWER($grid) } + turbines { POWER($gas) }, need { POWER($need) }
map-coming-kw = Coming: { POWER($kw) }
map-coming-cards = GPUs on their way: { CARDS($cards) }, on order: { CARDS($ordered) }
map-building-slots = Under construction: { CARDS($slots) } places
map-dark-here = { CARDS($cards) } GPUs dark: no power
map-homeless-here = { CARDS($cards) } GPUs wait for a hall
map-unpermitted = Turbines without a permit: { POWER($kw) }

status-title = Your compute
status-title-of = Compute of { $firm }
status-region = The region
status-strict = permits { $strict } × as strict
status-terms = Terms: ${ $usd } a kW, { PERCENT($take) } paid for, { MONTHS($months) } held
status-site = { $site } runs { POWER($kw) }, { POWER($gas) } of turbines have no permit; its fund holds { MONEY($fund) }.
status-note-of = { CARDS($h100e) } H100e run for it
status-note = { CARDS($h100e) } H100e run for you
status-use-tip = What the GPUs do this month, in H100 equivalents. Paying customers come first, then training, then free users; research takes the rest.
use-paid = Paying
use-free = Free
use-run = Training
use-research = Research
use-lent = Let out
use-idle = Dark
status-run = { $model } trains until { $month }
status-held = { $model } is ready to release: { $elo } Elo
status-no-run = No training run is under way
bound-power = Power holds { $mine ->
        [0] it
       *[other] you
    } back: { CARDS($dark) } of { CARDS($cards) } GPUs are without power.
bound-hall = Halls hold { $mine ->
        [0] it
       *[other] you
    } back: { CARDS($homeless) } of { CARDS($cards) } GPUs are without a place.
bound-hall-full = Halls hold { $mine ->
        [0] it
       *[other] you
    } back: every place is taken, and none stands ready for more GPUs.
bound-dark-both = Of { CARDS($cards) } GPUs { CARDS($dark) } are without power, { CARDS($homeless) } without a place.
bound-cash = Cash holds { $mine ->
        [0] it
       *[other] you
    } back: { $runway ->
        [99] it grows, but more could be bought than it pays for.
        [0] all of it is promised to what is signed.
        [one] what is free of promises lasts 1 month at today's burn.
       *[other] what is free of promises lasts { $runway } months at today's burn.
    }
bound-data = Data holds { $mine ->
        [0] it
       *[other] you
    } back: the run is longer than the data are worth.
bound-talent = Talent holds { $mine ->
        [0] it
       *[other] you
    } back: too few people for so much compute.
bound-demand = Nothing asks for the compute: most of it does research, and no model is in training.
bound-chips = Chips hold { $mine ->
        [0] it
       *[other] you
    } back: every GPU at hand has work.
bound-none = No shortage holds { $mine ->
        [0] it
       *[other] you
    } back this month: what compute is used for decides.
bound-gone = The firm is no more.
binding-power = Power
binding-hall = Hall
binding-cash = Cash
binding-data = Data
binding-talent = Talent
binding-demand = Demand
binding-chips = Chips
binding-none = Nothing

news-title = News
news-all = All
news-own = Yours
news-own-of = Firm's
news-none = No news yet

report-title = { $first } to { $last }: what happened
report-cash = Cash
report-gpus = H100e online
report-valuation = Valuation
report-elo = Arena Elo
report-refused = Not carried out: { $order }. { $why }
report-quiet = A quiet time.
outcome = { $order } – { $what }
outcome-asked = asked; the news tells the answer
outcome-done = done
outcome-way = under way, expected { $month }
outcome-raised = { MONEY($usd) } came in
outcome-raised-part = { MONEY($usd) } came in of { MONEY($asked) } asked: too little was left in the investors' purses
outcome-cards-wait = { CARDS($cards) } still wait for the maker; the first were promised for { $month }
outcome-grid = { POWER($kw) } connected, the rest in the queue, expected { $month }
outcome-lease-none = nothing came of it: others took the capacity
outcome-lease-part = { CARDS($h100e) } of { CARDS($asked) } H100e came
report-go = On to the next turn
seat-fallen = { $firm } has failed and is out of the race

## Watching
watch-title = Spectator
watch-firm = Seen through
watch-play = Play
watch-pause = Pause
watch-step = One turn
watch-heading = { $firm }
watch-leave = Result so far
watch-hint = Space plays and pauses, E plays one turn. Rivals' figures are what the public knows.
watch-fact-cash = Cash
watch-fact-debt = Credit drawn
watch-fact-runway = Runway
watch-fact-revenue = Revenue a year
watch-fact-growth = Growth in twelve months
watch-fact-users = Users a month
watch-fact-seats = Enterprise seats
watch-fact-staff = Staff
watch-fact-trust = Public trust
watch-fact-founders = Founders and staff hold
watch-fact-cluster = Largest cluster, H100e
watch-fact-flop = Largest training run, FLOP

handover-title = { $firm }, your turn
handover-text = Hand the keyboard over. The board opens when { $firm }'s player is ready.
handover-when = { $month }, turn { $turn } of { $turns }
handover-go = I am ready

pause-title = Pause
pause-text = The game is saved at every turn. Go on with it from the menu at any time.
pause-text-unsaved = This race is not being saved. Leaving ends it, unless you save a copy.
pause-menu = To the menu
pause-copy = Save a copy
pause-help = Help
pause-stay = Go on

## Keys
word-h100e = H100e
word-h100e-is = compute in H100 equivalents; a newer card counts as several
word-elo = Elo
word-elo-is = the public's rating of a model; 100 more win about 64 of 100 comparisons
word-initiative = Initiative
word-initiative-is = how many orders your board can push through in a turn
word-dark = Dark
word-dark-is = own GPUs that stand idle, without power or without a place in a hall
word-binding = Binding
word-binding-is = what holds a firm back this month, such as power, chips or cash
word-money = Pre-, post-money
word-money-is = the price of the firm before a round, and with the new money in it
word-dilution = Dilution
word-dilution-is = new shares make everybody's part of the firm smaller
word-run = Run
word-run-is = the training of a model on part of your compute, for some months
word-free = Free tier
word-free-is = the part of unpaid demand that you serve; it wins users and takes compute
key-desks = 1 to 5
key-desks-does = Capital, chips, power, compute, deals
key-tab = Tab, Shift+Tab
key-tab-does = Go through everything that can be used
key-enter = Enter, Space
key-enter-does = Press, open, choose
key-arrows = Arrows
key-arrows-does = Change a slider or tab, move in lists and on the map
key-end = E
key-end-does = End the turn
key-advisor = A
key-advisor-does = Lay out the advisor's plan
key-reset = R
key-reset-does = Clear the plan; Del takes one order out
key-undo = U, Ctrl+Z
key-undo-does = Undo the last change of the plan
key-chart = C
key-chart-does = Next measure of the race chart
key-help = F1, H
key-help-does = Help: this page, and how you win
key-escape = Esc
key-escape-does = Back; on the board: pause, save a copy, menu
key-full = F11, Ctrl+S
key-full-does = Full screen; save a copy

## Debrief
debrief-won = { $firm } wins the race
debrief-shared = Shared win: { $firms }
debrief-so-far = So far ahead: { $firm }
debrief-gone = { $firm } is out of the race
debrief-line = { $firm }: place { $place } of { $seats } with { $points } { $unit }
debrief-line-alone = { $firm }: { $points } { $unit }
debrief-alone-so-far = So far
debrief-alone-done = The lesson is over
debrief-alone-reached = Target reached
debrief-alone-missed = The target was missed
debrief-seed = seed { $seed }
debrief-scores = Scores
debrief-scores-note = points against the par of each start; ribbons at 65
debrief-places = Places by score
debrief-shown = What this level shows
debrief-turns = Turning points of { $firm }
debrief-bound = What held you back
debrief-saved-as = Saved as { $path }
debrief-unsaved = This race was not saved.
debrief-digest = Digest { $digest }
debrief-menu = Menu
debrief-watch = Watch on
debrief-save = Save a copy
goal-card_trade = what its cards turned out to be worth, less what was paid for them and for orders
goal-cash = cash less debt
goal-compute_online = compute that runs, mean of all months
goal-compute_served = compute that serves customers, mean of all months
goal-founder_value = what the founders hold
goal-own_aim = what your part is there for
goal-kept_revenue = revenue of all months, less what partners get of it
goal-race_prize = part of the prize
goal-revenue = revenue of all months
goal-value = valuation
goal-strip = { $reached } { $unit }
goal-strip-of = { $reached } of { $target } { $unit }
goal-strip-target = Target { $target } { $unit }
goal-short-card_trade = Profit on cards
goal-unit-card_trade = billion $
goal-short-cash = Cash less debt
goal-unit-cash = billion $
goal-short-compute_online = Running, mean
goal-unit-compute_online = thousand H100e
goal-short-compute_served = Serving, mean
goal-unit-compute_served = thousand H100e
goal-short-founder_value = Founders hold
goal-unit-founder_value = billion $
goal-short-own_aim = Your aim
goal-unit-own_aim = points
goal-unit-score = points
goal-short-kept_revenue = Revenue kept
goal-unit-kept_revenue = billion $
goal-short-race_prize = Your share
goal-unit-race_prize = per cent
goal-short-revenue = Revenue in all
goal-unit-revenue = billion $
goal-short-value = Valuation
goal-unit-value = billion $
goal-most = Goal, the more the better: { $goal } ({ $unit })
goal-least = Goal, the less the better: { $goal } ({ $unit })
goal-at-least = Goal, at least { $target } { $unit }: { $goal }
goal-at-most = Goal, at most { $target } { $unit }: { $goal }
score-firm = Firm
score-total = Score
score-value = Value
score-frontier = Frontier
score-reach = Reach
score-stewardship = Stewardship
score-resilience = Resilience
score-value-tip = Growth of the value of a share, money raised taken off
score-frontier-tip = How near the frontier your models were, over the whole race
score-reach-tip = Your share of users and of enterprise seats in the last two years
score-stewardship-tip = Public trust, on average and at its lowest
score-resilience-tip = How a bad year without new money would leave you, and the place in the race that you keep
score-cell-tip = { $component }: { $raw } in its own measure, { $points } points
reason-end = The race has run its course
reason-agi = Scores frozen: AGI was declared
reason-one_left = Scores frozen: one firm was left
reason-collapse = Scores frozen: the public lost its trust

## Briefing
briefing-title = { $firm }, { $month }
briefing-seat = { $level } · { $firm }
briefing-go = Take the chair
part-temptation = Temptation
part-strength = Strength
part-weakness = Weakness

## Facts beside a form
facts-at = { $place } today
facts-power = Grid and turbines
facts-need = Needed today
facts-coming-kw = Power coming
facts-planned-kw = Needed later
facts-slots = Places in halls
facts-building = Places coming
facts-lead = Led by
facts-phases = Phases left
facts-phase-cost = Next phase
facts-whole = All phases at once
facts-missing = Partners must pledge
facts-ready = Ready in
facts-reserve = Reserve
facts-slots-coming = Places
facts-hall = Hall of { CARDS($slots) }
facts-stage = Stage
facts-stage-of = { $stage } of { $stages }
facts-months-left = Expected in
facts-cost-left = Left to pay
facts-dark = Without power
facts-homeless = Without a place
facts-free-kw = Connected at once
facts-wait = Wait for more
facts-opposition = Opposition
facts-cut = Cut in peaks
facts-fixed = At a fixed price
facts-fund = Left of the fund
facts-queue = In the queue
facts-stopped = Stopped by a court until
facts-tariff = Tariff
facts-per-kwh = ${ $usd } a kWh
facts-price = Price of a card
facts-h100e = H100e a card
facts-card-kw = Power a card
facts-cooling = Cooling
facts-liquid = liquid
facts-air = air
facts-supply = Shipped a month
facts-worth = Worth, you think
facts-bottleneck = Bottleneck
facts-rule = Rationing
rule-proportional = by size
rule-uniform = equal parts
rule-turn_and_earn = earned
rule-first_come = by date
rule-auction = auction
facts-ordered = On order by all
facts-free-liquid = Room here, liquid
facts-free-air = Room here, any
facts-spare-kw = Power to spare
facts-nothing = Nothing on offer this turn
facts-market-rent = Market rent
facts-per-hour = ${ $usd } an hour
facts-now = Ready today
facts-built = Built for you
facts-built-in = Building takes
facts-cluster = Largest cluster
facts-purse = Your purse
facts-founders = Founders hold
facts-burn = Burn a month
facts-runway = Runway
facts-debt = Credit drawn
facts-research = Your research
facts-usable = Compute, H100e
facts-largest = Largest run
facts-data = Data for a run of
facts-true = Model's true Elo
facts-since = Since release
facts-compute = Your compute, H100e
facts-served = Paying served
facts-users = Users a month

desk-empty = Nothing can be ordered here this turn.
