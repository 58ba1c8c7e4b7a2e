### What the levels say of themselves and of the firms that can be steered.

## The race of September 2024
level-september_2024 = September 2024. Six years of capital, chips and megawatts lie ahead. OpenAI negotiates its largest round; xAI says that 100,000 cards are online in Memphis, where the grid has power for a third of them; Microsoft, Google and Meta have the money and count it. You steer one of them until the end of 2030.
level-september_2024-what = What it is: a race of six labs, the clouds that own most cards, and the makers, utilities and investors who ration what everybody wants. Its start is what was known in September 2024, and nothing that came later.
level-september_2024-how = How it works: a card computes only if it is yours or rented, stands in a finished hall, and has power. Compute makes models, models bring customers, customers bring valuation, and valuation brings the money for more cards. Each leg takes its own time to arrive.
level-september_2024-use = How to play: five orders a turn. Look at what will bind you in half a year, not today. Ask for megawatts first, halls next, cards last. Sell a part of the firm when the price is good, not when the purse is empty.
level-september_2024-notice = Things to notice: who waits for power while cards stand dark. What a claim is worth until somebody checks it. How the tenant's contract builds the landlord's hall. When chips become cheap, and who still pays the old rent.
level-september_2024-try = Things to try: Memphis without a single turbine. OpenAI without Microsoft's waiver. Google on Nvidia's cards alone. Every round taken, and none.
level-september_2024-honest = True here: the fleets, the megawatts, the valuations and the ratings at the start, each with its fact. Simplified: one market rent, one formula for all valuations, one rating for all that a model can do. Unknown then and now: cash of private labs, how makers ration, what lies beyond the last Elo. These are ranges; change them and see what holds.

level-september_2024-objective = Decide under several constraints that hang together, and see which early decision decided the end.
level-september_2024-predict = Which firm will hold the strongest model in 2030, and what will stop the others: money, cards, halls or megawatts?
level-september_2024-extend = Extending it: every figure has a path. Put another in with --set, or write a level that stands on this one and changes ten lines. Minds are classes with one method; a new one can play every seat.
level-september_2024-shows-openai_is_no_sure_winner = OpenAI wins at most about a third of all races from its start.
level-september_2024-shows-xai_is_no_sure_winner = xAI wins at most about a third of all races from its start.
level-september_2024-shows-microsoft_is_no_sure_winner = Microsoft wins at most about a third of all races from its start.
level-september_2024-shows-google_is_no_sure_winner = Google wins at most about a third of all races from its start.
level-september_2024-shows-meta_is_no_sure_winner = Meta wins at most about a third of all races from its start.
level-september_2024-shows-anthropic_is_no_sure_winner = Anthropic wins at most about a third of all races from its start.
level-september_2024-shows-boldness_wins_ribbons = Early rounds, turbines and claims win xAI a ribbon in at least a tenth of all races.
level-september_2024-shows-thrift_wins_ribbons = So does thrift: little sold, nothing owed.
level-september_2024-shows-renting_wins_ribbons = So does renting nearly everything.
level-september_2024-shows-low_prices_win_ribbons = So do low prices and service for everybody.
level-september_2024-question = Which early decision decided how you ended? Fork the race there and test it.

## January 2023
level-january_2023 = January 2023. ChatGPT is a month old, the H100 has begun to ship, and nobody knows how much of it the world will want. Twenty-one months, compared at their end with what happened: a test of the rules, for those who want to trust them.
level-january_2023-objective = Judge a model by the past that it was not told: twenty-one months from what was known when 2023 began.
level-january_2023-predict = By how much will shipments of cards rise until September 2024, and what will an hour of one cost then?
level-january_2023-extend = Extending it: add a series to the level's history, with a function in game/lab/series.py that reads it.
level-january_2023-question = Which band missed what happened, and which rule would you change for it?
level-january_2023-what = What it is: the race from what was known when 2023 began, played to September 2024 under the same rules as the race that starts there.
level-january_2023-how = How it works: fleets, ratings and money stand as they stood; everything after is the model's. The series that are known since are kept beside the level and decide nothing.
level-january_2023-use = How to use it: play it, or run `audit believable`, which plays it five hundred times with the assumptions drawn from their ranges and prints its bands beside the observations.
level-january_2023-notice = Things to notice: what the model gets right without being told, and where its bands miss. A band that is wide and holds is worth more than one that is narrow and misses.
level-january_2023-try = Things to try: let the foundry plan a year ahead or half a year, and look at the shortage. Take the ten billion away.
level-january_2023-honest = True here: cards owned, ratings, staff and the great cheque. Simplified: one campus a firm; xAI stands here from the start as a dozen people, since nobody enters a race later. Unknown then: everything that follows.

## L0 First cluster
level-l0 = One firm, one campus, five turns. 100,000 cards stand in Memphis, power comes for 60,000 of them, and there are more customers than you can serve. Make as much compute work for them as you can.
level-l0-objective = Find the bottleneck: output is the least of cards, places, power and demand, and money for anything else is lost.
level-l0-predict = You have four billion dollars. How much more will run in fifteen months if you spend all of it on cards?
level-l0-what = What it is: a cluster that serves customers. Its output is the least of four things: cards, places in halls, power, and what customers ask for.
level-l0-how = How it works: a card runs only in a finished hall with power. The grid gives at once what stands ready and makes you wait for the rest; turbines come in a quarter and cost more; halls take four months, cards one or two quarters.
level-l0-use = How to play: two orders a turn. Look which gauge is the lowest, then order for the one that will be lowest when the order arrives. Orders for any other change nothing.
level-l0-notice = Things to notice: what happens to the cards that you buy while others stand dark, and how the bottleneck moves on as soon as you have mended it.
level-l0-try = Things to try: spend everything on cards. Build halls first. Ask the grid alone and wait, without a turbine. Mend one gauge a turn, in the right order.
level-l0-extend = Extending it: change the ready power (utilities.mlgw.available_kw), the cash (firms.xai.cash_usd) or the demand (firms.xai.lab.run_rate_usd) with --set and say before you play what will bind.
level-l0-honest = True here: the cards, places and megawatts of Memphis in September 2024 (S081, S120, K46) and how long halls, cards and turbines take (S086, K14, K43). Simplified: no rivals, no debt, nobody objects to turbines, demand hardly changes. Unknown then: the firm's cash and the power that its utility could spare (firms.xai.cash_usd, utilities.mlgw.available_kw).
level-l0-question = Name the constraint that bound you in each turn. Which of your orders changed nothing?
level-l0-shows-cards_in_the_dark = All money spent on cards while others stand dark serves not one customer more.
level-l0-shows-halls_in_the_dark = All money spent on halls while cards stand dark serves not one customer more.
level-l0-shows-power_first = Power for the cards that stand dark serves at least a quarter more.
level-l0-shows-the_bottleneck_moves = Once all are lit the bottleneck moves on: who follows it ends with at least 15 % more than who brings power for ever.

## L3 Runway
level-l3 = One firm, one plan of growth, eight turns, and three ways to pay for it: shares, loans, or both. Keep as much of the firm's value as you can for its founders.
level-l3-objective = Tell dilution from leverage, and liquidity from solvency.
level-l3-predict = The same cards are bought either way. How much of the firm will be left to the founders if you sell shares for all of it, and how much if you borrow?
level-l3-what = What it is: a firm that serves customers with its own cards and would grow faster than its income allows. Investors take a part of the firm, lenders take its cards as security.
level-l3-how = How it works: a round sells new shares at the firm's value; half a year must pass before the next. Loans on cards are drawn at once, cost interest and a part back every month, and rest on two promises: what the cards would earn at the market's rent must cover the service, and what they would fetch must cover what is owed. Rents may fall; the firm's own customers notice nothing of it.
level-l3-use = How to play: eight thousand cards a turn is the plan. Before you borrow, look at the cover in the quote and ask what it is at half the rent. When a covenant breaks you have a quarter: pay back, or ask the lenders and pay for time.
level-l3-notice = Things to notice: the founders' part after each round, the cover of debt service in each quarter, and that a covenant breaks while every bill is paid.
level-l3-try = Things to try: shares alone. As much credit as anybody gives. A third in loans. Loans, and no word to the lenders when rents fall.
level-l3-extend = Extending it: change how often rents fall (events.glut.hazard) and how far (events.glut.size), what lenders give (rules.debt.loan_to_cost), or when they lose patience (rules.debt.waiver_chance).
level-l3-honest = True here: what such loans cost (K66), rents and their fall before the start (K16), a lessor's price of a card (K05). Simplified: one kind of card, demand without end, a firm worth three times its revenue, investors at fair prices. Unknown: how patient lenders are (rules.debt.waiver_chance) and how a forced sale moves prices (rules.debt.sale_fall).
level-l3-question = You broke a covenant while you earned money every month. How?
level-l3-shows-same_plan = Both ways buy nearly the same compute: what differs is who owns it in the end.
level-l3-shows-founder_stake = Who borrows keeps more than twice the part of the firm that is left to who sells shares.
level-l3-shows-leverage_wins_in_the_calm = While rents hold, debt leaves the founders with at least a fifth more.
level-l3-shows-leverage_defaults_in_the_shock = Where rents fall often, three in ten or more of those who borrow all they can lose their cards.
level-l3-shows-who_asks_in_time_keeps_the_cards = Who pays lenders for time as soon as a covenant breaks defaults less often than who hopes.

level-l5 = One campus with more cards than power, its utility, its neighbours and their regulator. Four parts, six turns, one valley: each has orders that nobody else may give.
level-l5-objective = See who pays for haste: a queue needs a price, speed has neighbours, and every wire that is built for nobody lands on somebody's bill.
level-l5-predict = Half of the queue has no tenant. What would a deposit have to be to halve it? And how much riskier is a turbine without a permit than one with it?
level-l5-what = What it is: a firm that wants its cards to run, a utility that must keep the lights on with a queue full of speculators, residents who hear, smell and pay, and a regulator who answers for all of them. Each part has its own aim from 0 to 100.
level-l5-how = How it works: a request passes study, agreement and works, each at a pace that falls with the queue; whoever leaves sends the others back to the study. Speculators come as long as a place costs less than they hope for. Opposition grows with turbines that have no permit, with bills and with petitions; it fades with time and with money for the neighbours. A stop or a suit comes the sooner the louder they are.
level-l5-use = How to play: three orders a turn. The firm asks for power and pays for peace. The utility files a tariff, which holds a quarter later. Residents petition, or accept a fund and hold their peace. The regulator sets how strict permits are, how quick, and who pays for stranded wires. Speak with each other before you order.
level-l5-notice = Things to notice: what the queue is worth once a place costs something. Who hears first when turbines run without a permit. What a fund buys, and what it costs beside a month of dark cards.
level-l5-try = Things to try: no deposit at all. The strictest tariff, and what it does to the honest firm's cash. Turbines at once, and turbines after the permit. A fund in the first turn. All wires on the households.
level-l5-extend = Extending it: change what a place is worth to a speculator (rules.queue.position_usd_per_kw), what holds it (rules.tariffs.collateral_months, rules.power.minimum_take), or how strict the region is (utilities.mlgw.permit_hazard), and say before you play which part gains.
level-l5-honest = True here: the cards and the grid power of Memphis in September 2024 (S081, S120, K46), that complaints were made and generators suspected (S123, S124), how long permits, engines and queues take (K43, K44), and that queues are many years of connections long (K45). Simplified: one region, one firm, one kind of neighbour; speculators are one stock with a mean hope. Unknown then: how much of a queue was speculation (utilities.mlgw.speculative), what it takes to calm a town (rules.community.fund_usd_per_mw_month).
level-l5-question = Design a tariff: who pays for stranded wires, and who would leave the queue?
level-l5-shows-free_places = Without deposits more than half of the queue is speculation.
level-l5-shows-paid_places = With 85 % to be paid in any case and a year of it as collateral, less than a quarter is.
level-l5-shows-unpermitted_speed = Turbines that run before their permit are stopped at least twice as easily as those that wait for it.
level-l5-shows-a_fund_calms = A fund in the first turn keeps opposition at least a fifth lower.
level-l4 = Four lessors, one market, twenty turns. Tenants want more every turn and never less. Halls take five turns, cards a month. Order, wait, and end with more cash than the others.
level-l4-objective = A delay and a forgotten pipeline make a cycle out of steady growth: count what you and the others have under way.
level-l4-predict = Demand grows 8 % a turn for eight turns, then 2 %, and never falls. Sketch the rent over twenty turns before you play.
level-l4-what = What it is: a market for rented compute. The rent is normal when capacity equals demand, higher when tenants queue, lower when halls stand empty.
level-l4-how = How it works: the rent is demand over capacity to the power of 1.25. A hall that is ordered now stands in five turns, its cards come after it. Minds expect rents to go on, and close a quarter of the gap to the capacity they would like each turn.
level-l4-use = How to play: two orders a turn, halls and cards. Cards without a hall earn nothing, halls without cards neither. Watch the rent, and ask before you order how much everybody has under way.
level-l4-notice = Things to notice: when the rent peaks, and how much is under construction in that turn; who orders last.
level-l4-try = Things to try: order by today's rent. Stop ordering when the pipeline equals a fifth of what stands. Agree with the others on a pipeline, and break the agreement. Shorten the halls (firms.xai.build_months and the others) to a turn.
level-l4-extend = Extending it: change the elasticity (rules.cycle.elasticity), the gain (rules.cycle.gain) or the tenants' growth (tenants) with --set, and steer rivals by the minds ignores_pipeline and counts_pipeline.
level-l4-honest = True here: halls take long and cards come fast (K40, K14); cycles of this kind are known from ships, paper, memory chips and fibre. Simplified: four equal lessors, one rent for all, power at once, no debt, nothing wears out, tenants who sign no contracts. Unknown: how much of their pipeline real lessors count (firms.coreweave.cloud.supply_line in the full race), and how rents answer (rules.cycle.elasticity).
level-l4-question = Demand never fell. Who caused the bust? Draw the loop.
level-l4-shows-the_bust = Lessors who order by the rent and forget what is under way drive it below 0.6 of the normal.
level-l4-shows-no_bust = Lessors who count what is under way keep it above 0.85 of the normal.
level-l4-shows-prudence_costs = Prudence is paid for in the boom: the rent peaks a little higher when the pipeline is counted.
level-l4-shows-lead_time_makes_the_cycle = With halls that take one turn there is no bust, though nobody counts: lead time makes the cycle.
## L2 The allocation
level-l1 = 100,000 cards stand in Memphis, 50,000 more are paid for, and power comes for 60,000. Halls and money suffice. Eight turns, several routes to power: each has a price, a time and a catch. Have as much compute run as you can, on average.
level-l1-objective = The value of time against the price of energy, and what a second route is worth when the first may fail.
level-l1-predict = Energy from turbines costs about twice the grid's. What would a dark card earn in the same hour? Write down which route you take first.
level-l1-what = What it is: a cluster that waits for megawatts. Grid power, firm or interruptible; gas turbines, permitted or not yet; sites whose megawatts are connected.
level-l1-how = How it works: the grid gives at once what stands ready; the rest waits two years and more, less if you accept to be cut in peaks. Turbines come in a quarter, from a national pool, and must find their permit within a year; neighbours object the more, the longer they run without one.
level-l1-use = How to play: three orders a turn. Ask early for what is slow, bring what is quick for the time between, and send it away when the grid has come.
level-l1-notice = Things to notice: what the cheapest kilowatt-hour costs you in dark cards, and what happens to a plan with one leg when that leg breaks.
level-l1-try = Things to try: wait for the grid alone. Live on turbines alone. Take both, and half of the grid on interruptible terms. Buy more cards before there is power.
level-l1-extend = Extending it: change the pool (rules.power.turbine_pool_kw), the price of fuel (rules.power.turbine_fuel), the neighbours (rules.power.block_hazard) or the queue (utilities.mlgw.queue_kw) with --set, and find where waiting becomes right.
level-l1-honest = True here: the cards and megawatts of Memphis (S081, S120, K46), what gas and grid cost and how long they take (K42, K43, K44), neighbours who object (S124). Simplified: no rivals at the queue or the pool, customers for whatever runs, halls that stand. Unknown: the chance that turbines are blocked (rules.power.block_hazard) and when the utility is ready (rules.power.queue_mean_months).
level-l1-question = Why is it rational here to pay twice as much for power? When is it not?
level-l1-shows-the_cheapest_route_loses = Who waits for the cheapest power runs far less than who mixes routes: the mixture runs 1.3 times as much in four seeds of five.
level-l1-shows-cards_first_are_stranded = Who spends on cards first has a quarter and more of them dark.
level-l1-shows-one_quick_route_is_a_bet = Turbines alone are quick until they are blocked or their time is up: in three seeds of four a mixture does at least as well.
level-l1-shows-a_second_route_pays = On average the second route adds compute beyond what turbines alone give.

level-l2 = Six firms, one maker, far too few cards. For four turns it shares them out by what is ordered; then it sells them at auction, and nobody knows what a card will be worth.
level-l2-objective = See how a rule of rationing makes orders grow, how a deposit cures it, and why the winner of an auction has often paid too much.
level-l2-predict = Six firms need half more cards than are made. How many times that need will they order, if an order costs 2,000 dollars a card? If it costs 10,000?
level-l2-what = What it is: a shortage. Each quarter about ten thousand cards are made, and six firms could use fifteen thousand. A card costs 25,000 dollars and is worth about 45,000.
level-l2-how = How it works: for a year the maker gives everybody the same part of what it has ordered, so that whoever orders more gets more. What has not come can be cancelled, and its deposit is lost. From the fifth turn on there are no prices but bids: all that is made goes to the highest, and all pay the price at which it is just taken. Before you bid you see an estimate of what a card will be worth. It may be ten thousand dollars off, and each firm has its own.
level-l2-use = How to play: two orders a turn. Take back what is left of your last order, then order or bid anew. Ask for a quote: it tells the deposit. You are judged by what your cards turned out to be worth, less all that you have paid.
level-l2-notice = Things to notice: how long the order book is beside what anybody needs, who pays for the difference, and what the highest bid was beside what a card was worth in the end.
level-l2-try = Things to try: order what you need while the others game the book. Raise the deposit (rules.chips.deposit). Let the maker give everybody the same (makers.nvidia.rule=uniform). Bid what you believe, then bid 7,000 less.
level-l2-extend = Extending it: change the number of firms (seats and use.firms), the worth of a card (rules.chips.card_margin), the spread of estimates (rules.chips.worth_spread) or the month of the auction (events.auction.month); a rule may also be turn_and_earn or first_come.
level-l2-honest = True here: makers rationed accelerators in 2023 and orders outran supply by a third (K87); a share by size invites orders beyond need, up to (m/k)(N-1)/N times supply, and the best of N even estimates is too high by s(N-1)/(N+1). Simplified: all firms are alike, a deposit is lost whole, worth is the same for all and drawn each quarter, cards need no power. Unknown: deposits and rules that makers really use. Change rules.chips.deposit and rules.chips.worth_spread.
level-l2-question = Which rule should the maker publish, and what would each firm say of it?
level-l2-shows-cheap_orders = When an order costs 2,000 dollars a card, firms that play the contest order more than three times what they need.
level-l2-shows-dear_orders = When it costs 10,000 dollars, they order less than twice of it.
level-l2-shows-truth_under_a_uniform_rule = When everybody gets the same, whoever orders more than it needs only loses deposits.
level-l2-shows-gaming_pays_under_a_proportional_rule = When orders are filled in proportion, whoever games the book among the honest earns more than the honest.
level-l2-shows-winners_curse = Naive bids win when the estimate was too high: on average by about s(N-1)/(N+1), 7,000 dollars a card.
level-l2-shows-who_shades_is_not_cursed = Bids that are lower by just that much are, on average, worth what they say.

## Frenemies
level-l7 = A lab without a card of its own, and the backer that owns the cards, takes a fifth of the revenue, and sells the lab's models to the same customers. Eight turns to make the most of each other.
level-l7-objective = Keep more revenue than your contract gives you today: build an outside option before you ask.
level-l7-predict = You ask for a smaller share in your first turn, and again with two other lessors ready to take you. How many points more do you keep the second time?
level-l7-what = What it is: a tie between a lab and its backer, with a share of revenue, an exclusive lease, a licence, a clause about AGI, and trust.
level-l7-how = How it works: each side weighs what the tie creates against what it could do alone. Who can leave gets more. Every ask costs trust, and without trust nobody signs; below a third of it the tie may break.
level-l7-use = How to play: look at the balance of a tie in its quote, change it (another lessor, a model of your own, a clear clause), then ask. Change sides and play it again.
level-l7-notice = Things to notice: what a second supplier is worth although nobody moves to it, what a backer's own model does to the terms, and what an unclear clause costs on the day it is used.
level-l7-try = Things to try: ask in every turn. Ask only for a clear clause, then declare AGI. As the backer, train a better model before you ask. Give notice.
level-l7-extend = Extending it: change the clause (ties.0.clause), how much of the business survives a move (rules.ties.move_part), or the other lessors (firms.oracle.cloud.rents_out) with --set, and say before you play who gains.
level-l7-honest = True here: a fifth of the revenue (K61), nearly all compute from one landlord (S113), products that compete (S110), a licence that ends with AGI (S111), a backer with its own model (S024). Simplified: one term at a time, the other side follows the balance and its trust, no courts. Unknown then: who decides that AGI is here, when the licence ends, what a move to another cloud would cost (ties.0.clause, ties.0.licence_ends, rules.ties.move_part).
level-l7-question = Which one clause of the contract would you change, for which side, and what would you give for it?
level-l7-shows-second_supplier = With other lessors to go to, the lab keeps at least ten points more of its revenue, and has moved nothing.
level-l7-shows-same_growth = It is no larger for it: revenue is the same within two per cent.
level-l7-shows-unclear_clause = A declaration of AGI under an unclear clause breaks the tie far more often than under one that names a panel.
level-l7-shows-own_model = A backer with a good model of its own leaves the lab less.
## L6 The race
level-l6 = Three labs, alike in everything, race for one prize. Safety work takes a third of your research and keeps incidents away; without it you are one and a half times as fast, and one in two has an incident before the end.
level-l6-objective = See why everybody may choose what is worse for all, when a rule for all does harm, and what a promise needs to be kept.
level-l6-predict = All three choose in secret. How many of them will do safety work? Would you sign a pact, and keep it?
level-l6-what = What it is: a prisoner's dilemma over thirty months. The prize goes to the most capable lab, it grows with the speed of the race, and an incident or a broken pact that is found takes a lab out.
level-l6-how = How it works: research compute goes to speed or to safety work. Safety work builds a stock; the further a model is beyond it, the greater the monthly hazard. A pact holds its members to a share, with inspectors or without.
level-l6-use = How to play: set the share of safety work, release what has grown, join a pact or leave it. Look at the hazard on your firm's card, and at the others' ratings.
level-l6-notice = Things to notice: what one lab gains by leaving safety work to the others, what all lose when all do so, and which promise is kept.
level-l6-try = Things to try: a hazard a third as large (rules.public.incident_hazard) with a rule that all must be safe. A pact with inspectors, and one without. The others' ratings hidden from you by a sheet of paper.
level-l6-extend = Extending it: change the hazard, the checks (rules.safety.pact_checks) or the number of labs, and say before you run the claims where the dilemma begins and ends.
level-l6-honest = True here: the structure, which is that of Armstrong, Bostrom and Shulman (2016) and of Han, Pereira, Santos and Lenaerts (2020), and the rent of the cards (K16). Simplified: three labs alike, one prize, one kind of incident, research in proportion to compute (rules.research.research_exponent). Unknown: the hazard itself (rules.public.incident_hazard), and whether safety work lowers it so.
level-l6-question = Is more transparency always safer?
level-l6-shows-temptation = Whoever alone does without safety work gains, even with an even chance to be struck.
level-l6-shows-dilemma = When all do without it, all together get less than when all are safe.
level-l6-shows-unsafe_majority = Labs that weigh the odds do without safety work.
level-l6-shows-over_regulation = Where the risk is a third as large, a rule that all must be safe costs more than it saves.
level-l6-shows-verified_pact = A pact with inspectors is kept; one without is signed and broken.
level-l6-shows-more_information = Where the risk is grave, labs that see one another's ratings have more incidents than labs that do not.
level-l6-shows-risk_of_speed = At full speed about every second lab has an incident in thirty months.

## L8 People and scoreboards
level-l8 = Six labs train and release before one public list. What the list shows is a measurement with luck in it, and whoever tests many variants in private can choose the luck. Users and the press read the list; companies find out.
level-l8-objective = Tell a measure from what it measures: selection lifts the rank and not the model, and each audience learns the truth at its own pace.
level-l8-predict = A lab tests ten variants of one model and releases the best-rated. By how much does its rating rise, and by how much its model?
level-l8-what = What it is: Goodhart's law on a leaderboard. A rating is the truth plus luck; the largest of ten draws of luck is one and a half spreads above their mean.
level-l8-how = How it works: users, the press and people on the move go by the list. Companies choose by it too, are customers two quarters later, and know at each renewal what the model of two quarters ago could really do. A flattered rating comes back to the truth as votes come in.
level-l8-use = How to play: keep a run going, release, and decide how many variants to test. Hire, pay, and promise the best model by a month if you dare.
level-l8-notice = Things to notice: the distance between rating and truth in the month of a release and a year later, who comes to a lab whose place is flattered, and when companies leave one whose model is hollow.
level-l8-try = Things to try: thirty variants. Variants only for the release before a round. The chance of being found out switched on (rules.leaderboard.found_hazard). A promise that only a flattered rating can keep.
level-l8-extend = Extending it: publish another measure. Change the spread of variants (rules.leaderboard.variant_elo) or the time until companies know (rules.leaderboard.truth_months), and say what moves before you run it.
level-l8-honest = True here: the ratings of September 2024 (K52), what compute and time add to them (K53), staff and how many leave (K72, K73). Simplified: one list, one rating, variants that differ by luck alone. Unknown: the spread between variants, and how many labs test (rules.leaderboard.variant_elo); no list had said so by then.
level-l8-question = Which metric would you publish?
level-l8-shows-best_of_ten = The best of ten private tests stands about twelve points higher on the list, one and a half spreads.
level-l8-shows-no_better = The model is no better for it, but for the half a point that the people bring whom the place has drawn.
level-l8-shows-companies_do_not_know_yet = Two firms with the same rating, one of them eighty points worse in truth: after five months companies have not noticed.
level-l8-shows-companies_find_out = After two years the hollow one has lost companies to those that are what they say.

## Sandbox
level-sandbox = Ten years of the same world, to take apart. Change a figure, play or let minds play, and compare with the world as it was on the same seeds.
level-sandbox-objective = Design an experiment: one treatment, one control, the same seeds, an effect with its interval.
level-sandbox-predict = Write down before you run it: which figure do you change, what will it move, by how much, and what would prove you wrong?
level-sandbox-what = What it is: the race of September 2024 with ten years to run and everything switched on. Each of its figures has a path, a source and a range.
level-sandbox-how = How it works: chance is drawn from the seed, the firm and the month, so that the same seed gives the same luck to treatment and control. What differs is what you have changed.
level-sandbox-use = How to use it: play a game, or let minds play hundreds: main.py batch sandbox --sweep rules.chips.deposit=0,0.1,0.2 --games 100 --out DIR. Look at the interval before you believe the mean.
level-sandbox-notice = Things to notice: three experiments that were written down before they were run, each with its effect over many seeds. One of them moves nothing, and that is a finding too.
level-sandbox-try = Things to try: no deposit on cards. A grid that connects in a year. A market that believes a ranking at once. Six bold minds, six passive ones, or one among five others.
level-sandbox-extend = Extending it: write a level of ten lines with base = "sandbox", your figures, and your claim under shows; main.py claims FILE plays it. New measures are functions of a few lines.
level-sandbox-honest = True here: what was known at the start, with its facts. Simplified: all of it is one model, and a treatment tells about the model first. Unknown: every range marked as an assumption; sweep it, and see whether your finding survives.
level-sandbox-question = What evidence would falsify this model?
level-sandbox-shows-shorter_queue = A grid that connects in half a year in place of nearly two lets more compute run after four years, on average.
level-sandbox-shows-dearer_halls = Halls at twice the price leave less compute running after four years, by a few per cent: cards are the larger bill.
level-sandbox-shows-luck_evens_out = Without luck in training the best model after four years is about as good: luck decides who, not what.

## OpenAI
firm-openai-opening = 150 billion on the table, yearly losses of five billion, about half of it cash, everybody's benchmark, and not one card of your own. Microsoft is your landlord, your backer and your rival.
firm-openai-strength = The best model, a million business seats, and the users: growth brings money, and money is offered.
firm-openai-weakness = One landlord. What is leased is paid for whether it is needed or not, and only Microsoft's waiver opens another door.
firm-openai-temptation = Sign everything. Growth will pay.

## xAI
firm-xai-opening = 100,000 H100 stand in Memphis on 50 MW of grid and 35 MW of turbines: two in five are dark. You said that they are online, and you promised the strongest model by December.
firm-xai-strength = Nobody builds faster: four months from a bare hall to the largest cluster of all.
firm-xai-weakness = No revenue, and big tech's money is barred: what Memphis costs, investors must bring.
firm-xai-temptation = Announce all of it today. The press may take months to count.

firm-memphis_utility-opening = Three gigawatts ask for your wires. Half of them have no tenant, and all of them want to be first.
firm-memphis_utility-strength = Nobody is connected without you, and your terms decide who stays in the queue.
firm-memphis_utility-weakness = Every study costs engineers, and every withdrawal starts the others again.
firm-memphis_utility-temptation = Let them all in. The bill for wires goes to somebody else.

firm-memphis_residents-opening = You live beside it: the noise is yours, and so is a part of the bill.
firm-memphis_residents-strength = A petition is heard by the courts, and a firm in haste will pay for peace.
firm-memphis_residents-weakness = Who has accepted a fund has promised to be quiet.
firm-memphis_residents-temptation = Object to everything, and be heard by nobody in the end.

firm-memphis_council-opening = The firm wants power, the utility order, the residents peace. You answer for all three.
firm-memphis_council-strength = You set the rules for permits and say who pays for wires that nobody uses.
firm-memphis_council-weakness = You build nothing and connect nothing yourself.
firm-memphis_council-temptation = Be strict with everybody, and wonder who is still waiting.

## Microsoft
firm-microsoft-opening = 55.7 billion a year to spend, and shareholders who count it. A fifth of OpenAI's revenue is yours, its licence too, until the day somebody says "AGI".
firm-microsoft-strength = Money that comes every quarter, seats in every office, and a share of the leader's revenue.
firm-microsoft-weakness = The best model on your cloud is not your own, and your halls take a year and a half.
firm-microsoft-temptation = Let OpenAI do the research.

## Google
firm-google-opening = The largest fleet of all, two thirds of it your own chips, and the second-best model. Nobody has more; nobody builds with more care.
firm-google-strength = Your own accelerators, at cost, and the deepest bench of researchers.
firm-google-weakness = Halls take 500 to 650 days, and a place in a hall is a place, whatever chip stands in it.
firm-google-temptation = Wait. The defaults will win.

## Meta
firm-meta-opening = 170,000 cards, 400 million users a month, and not a dollar of revenue from any of it. The feeds pay, as long as shareholders let them.
firm-meta-strength = Reach from the first day, and a parent that buys cards by the hundred thousand.
firm-meta-weakness = No AI revenue to show, and people who leave faster than anywhere else.
firm-meta-temptation = Buy the reach. Somebody will find the revenue.

## Anthropic
firm-anthropic-opening = 150,000 rented cards, two clouds that back you and compete with you, 800 million of run-rate and a margin below zero.
firm-anthropic-strength = Trust, companies that pay, and people who stay.
firm-anthropic-weakness = Every token sold costs more than it brings, and none of the cards is yours.
firm-anthropic-temptation = The backer's next cheque.

## Styles of rivals
style-intern = Looks up every third turn and pulls one lever. Each firm keeps its own manner.
style-analyst = Weighs all it could order by need, price, rivals and time. Each firm keeps its own manner.
style-operator = Weighs like an analyst, with the judgement of many games. Each firm keeps its own manner.
style-steady = Keeps more than a year of cash, builds power before cards, and says what is true.
style-steady-name = Steady
style-bold = Raises early and often, brings turbines, trains long and large, and announces ahead of the truth.
style-bold-name = Bold
style-frugal = Sells little of itself, owes nothing, says what is true, and buys only what its purse bears.
style-frugal-name = Frugal
style-builder = Owns what it runs: halls and power far ahead of need, cards with all it has.
style-builder-name = Builder
style-tenant = Rents nearly everything and leaves halls and grids to its landlords.
style-tenant-name = Tenant
style-scholar = Trains long and with most of its compute, hires for it, and gives little away.
style-scholar-name = Scholar
style-merchant = Sells below the market, serves everybody, and trains with what is left.
style-merchant-name = Merchant
