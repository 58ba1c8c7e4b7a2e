### Lessons on paper: the teacher's plan, the assessment sheet, its answers and the honesty card.

## All levels
lesson-comma = ,{" "}
lesson-page-plan = Teacher's plan, 45 minutes
lesson-page-sheet = Assessment sheet
lesson-page-answers = Answers and marking
lesson-page-card = Honesty card
lesson-how-to-print = Four sheets for A4 or Letter: print them upright, at full size, or save them as PDF from the browser's print menu. The second is for students.
lesson-courses = Courses
lesson-seats = Seats
lesson-seat-is = One firm, { $seat }. Alone or in pairs at one screen; pairs talk, and talking is half of the lesson.
lesson-seats-are = { $count }: { $seats }. One to four students a seat; minds play the seats that stay empty.
lesson-turns = Turns
lesson-turns-are = { $turns }, of { $months ->
    [one] one month
   *[other] { $months } months
} each; { $orders ->
    [one] one order
   *[other] { $orders } orders
} a turn
lesson-goal = Goal
lesson-goal-score = The score: value, frontier, reach, stewardship and resilience against the start's par
lesson-goal-most = The most { $goal }
lesson-goal-least = The least { $goal }
lesson-goal-at-least = At least { $target }: { $goal }
lesson-goal-at-most = At most { $target }: { $goal }
lesson-before = Before
lesson-before-is = Print page 2 for each student. Try the level once yourself: `python main.py play { $level }`; with phones: `python main.py classroom { $level }`
lesson-timeline = Timeline
lesson-part-predict = Predict
lesson-part-rules = Rules
lesson-part-play = Play
lesson-part-pause = Pause
lesson-part-finish = Finish
lesson-part-debrief = Debrief
lesson-part-again = Again
lesson-part-exit = Exit
lesson-do-predict = Everybody writes a guess on the sheet, with a number and one reason, before any screen is open. Do not comment.
lesson-do-rules = Show one turn on the projector; then all reset.
lesson-do-play = Turns 1 to { $last }, about { $seconds } seconds each. Walk around, ask "why this?", give no advice.
lesson-do-pause = After turn { $turn }, screens down.
lesson-do-finish = Turns { $first } to { $last }, about { $seconds } seconds each: the screen is known by now, and who is not done ends the turn with what is planned.
lesson-do-short = The other { $left } turns are for another lesson: save the game.
lesson-do-debrief = Put the report or a student's debrief on the projector, compare with the guesses, then ask the questions below. Reasons count, ranks do not.
lesson-do-exit = In writing, two sentences; the sheet may go home.
lesson-arithmetic = How the minutes were found: the level asks { $minutes } minutes for { $turns } turns, { $seconds } seconds a turn. That is its author's planning figure; no class has been timed. Play gets at most { $most } of 45 minutes; after the pause a turn takes { $part } of the time before it, the slowest pace that fits.
lesson-in-short = To say or to read aloud
lesson-debrief-title = Questions for the debrief
lesson-see-title = What the class should see
lesson-name-is = Name
lesson-class-is = Class
lesson-date-is = Date
lesson-my-guess = My guess before we play.
lesson-guess-again = And now: what was wrong in my guess, and why? (not graded)
lesson-from-a-game = The figures are those of games that minds, not people, have played with fixed luck. Turn 0 is the start.
lesson-figure = Figure { $number }. { $title }
lesson-turn = Turn
lesson-start = 0
lesson-points = ({ $points ->
    [one] 1 point
   *[other] { $points } points
})
lesson-ask-simplified = Name one thing that this level leaves out or makes simpler. Would the result be stronger, weaker or the same with it, and why?
lesson-mark-simplified =
    Names a real simplification (page 4 lists them), not a missing picture or button.
    Says in which direction the result would move.
    Gives the mechanism: what would happen first, and what follows from it.
lesson-marking = { $points } points in all, a point a line. Accept other words for the same reason. The figures are read from the games below when this page is printed; allow a reader of a chart 5 %.
lesson-about-read = Read.
lesson-about-why = Explain.
lesson-about-transfer = Transfer.
lesson-grades-title = Marks
lesson-grades =
    Grade the reasoning above the rank in the game: luck and rivals decide a rank, reasons are the student's own.
    The guess before the game is for calibration. Ask how far off it was and why; never grade it.
    For a longer piece: 150 words on one turn that the student would play otherwise, with one line of the turn's report quoted.
lesson-games-title = The games behind the figures
lesson-games = Level { $level }, seed { $seed }; minds play all seats. The same version gives the same figures; a later one may differ and then prints its own. The digest names the final state.
lesson-game-is = { $game }; digest { $digest }
lesson-not-a-forecast = A simplified model, made for play and teaching: not a forecast to trade on. It describes firms, not persons; what a firm does here is a rule of this game, and no statement about what the real one did or will do.
lesson-facts-title = Fact: known in September 2024
lesson-fact-id = Id
lesson-fact-what = What
lesson-fact-value = Value
lesson-fact-date = Date
lesson-facts-more = { $count } facts stand behind this level's figures; `python main.py facts ID` tells each one's source and use. Many are estimates of the press or of analysts.
lesson-assumed-title = Assumed: change it and see what holds
lesson-assumed-path = Parameter
lesson-assumed-value = Here
lesson-assumed-range = Range
lesson-assumed-why = Reason
lesson-assumed-more = { $count } of the { $of } figures of this level are assumptions with a range; these are the ones that the lesson turns on. Reasons stand in the level file.
lesson-left-out = Switched off in this lesson:
lesson-trust-title = How far to trust it
lesson-trust-hindcast = The rules were also played from January 2023 to September 2024 and compared with what happened: { $held } of { $of } series lie in the model's bands (docs/trust.md). The people who set the ranges knew the outcome.
lesson-trust-claims = { $count ->
    [one] One more claim
   *[other] { $count } more claims
} of this level can be measured: `python main.py claims { $level }`
lesson-measured-least = Measured: in { $figure } of { $seeds } games; asked: at least { $asked }.
lesson-measured-most = Measured: in { $figure } of { $seeds } games; asked: at most { $asked }.
lesson-measured-mean = Measured: { $figure } on average over { $seeds } games; asked: { $asked }.
lesson-trust-weak =
    These are claims about the model. Firms in it follow rules of thumb; people would do otherwise.
lesson-yourself-title = Check it yourself
lesson-yourself =
    `python main.py claims { $level }` plays the claims again on other luck.
    `python main.py run { $level } --set PATH=VALUE` plays one game with another figure of the table above.

## What traces are called in charts
trace-arena_elo = Public rating (Elo)
trace-best_elo = Best public rating (Elo)
trace-best_lab = Best model
trace-bills = Household bill, start = 1
trace-binding = What bound it
trace-block_hazard = Chance a month to be stopped
trace-book_over_need = Orders over need
trace-capacity = Running cards (H100e)
trace-card_worth = Worth of a card
trace-cash = Cash
trace-cover = Cover of debt service
trace-debt = Debt
trace-demand = Tenants' demand (H100e)
trace-flattery = Rating beyond the truth (Elo)
trace-founders_share = Founders' share
trace-founders_value = Founders' value
trace-goal = Goal reached
trace-goal_all = Goal reached by all
trace-idle = Dark cards (H100e)
trace-kept_share = Kept part of revenue
trace-labs_alive = Labs without an incident
trace-leader = Leads by score
trace-made = Cards made (H100e)
trace-mw_running = Power that runs cards
trace-online = Running cards (H100e)
trace-opposition = Opposition
trace-owned = Own cards (H100e)
trace-pipeline = Under way (places)
trace-rating_lead = Lead of the best (Elo)
trace-rent = Rent of an H100e-hour
trace-rent_relative = Rent, normal = 1
trace-revenue = Revenue of the turn
trace-safety = Safety work
trace-seat_share = Part of companies' seats
trace-served = Compute that serves (H100e)
trace-speculative_share = Speculative part of the queue
trace-spent = Spent in the turn
trace-true_elo = What the model can do (Elo)
trace-valuation = Valuation
trace-winning_bid = Winning bid
trace-world_online = Running cards of the world (H100e)

## L0 First cluster
level-l0-lesson-say = A card computes only with a place in a hall and with power. Four gauges; the lowest one decides. You have two orders a turn.
level-l0-lesson-pause = Which gauge is the lowest now? Which will be the lowest when your order arrives? Who has bought something that runs nothing yet?
level-l0-lesson-debrief =
    Which order changed nothing, and how could you have known before you gave it?
    Why did the bottleneck move as soon as it was mended? Does that ever end?
    Halls take four months, the grid two years: what has to be ordered before it is needed?
level-l0-game-cards = all money on cards
level-l0-game-reader = mends the lowest gauge
level-l0-plot-served = Compute that serves customers, in two games
level-l0-plot-reader = Who mends the lowest gauge, turn by turn
level-l0-ask-gain = By how much did compute for customers grow from the start to the last turn: when all money went on cards, and when the lowest gauge was mended? (figure 1)
level-l0-mark-gain =
    All on cards: { $gain_cards }. It stays at { $cards_end }.
    Lowest gauge mended: { $gain_reader } more, from { $start } to { $reader_end }.
level-l0-ask-bound = What bound the second firm at the end of turns 1, 2 and 3, and in which column of figure 2 do you see that cards were waiting?
level-l0-mark-bound =
    { $bound_first }, then { $bound_second }, then { $bound_third }.
    The dark cards: they are owned and do not run.
level-l0-ask-dark = The first firm spent { $spent_cards } and the second { $spent_reader }. Explain why the one that spent more served fewer customers.
level-l0-mark-dark =
    Output is the least of cards, places, power and demand.
    Cards were not the least: there were dark ones at the start, so that more cards only became more dark cards.
    Money on the lowest gauge raises output until another one is the lowest.
level-l0-ask-kitchen = A school kitchen has three cooks, one oven and a queue of pupils. The head hires a fourth cook. What would you ask first, and which figure would change your mind?
level-l0-mark-kitchen =
    Asks what limits the meals now: the oven, not the cooks.
    A fourth cook helps only if cooks are the least of all.
    Names a figure that would show it, such as cooks who wait beside the oven, or an oven that stands empty.

## L1 Megawatts
level-l1-lesson-say = 150,000 cards, power for 60,000. The grid is cheap and slow, turbines are quick, dear and disputed. Three orders a turn; what counts is how much runs on average.
level-l1-lesson-pause = Who has more than one route under way? What would happen to you if your only route were stopped next turn?
level-l1-lesson-debrief =
    What does a dark card cost in an hour, beside what its power would have cost?
    Who lost power, and what had they prepared for that day?
    When would waiting for the cheap grid have been right?
level-l1-game-waits = waits for the grid
level-l1-game-turbines = turbines alone
level-l1-game-mixed = mixes routes
level-l1-plot-online = Cards that run, by route to power
level-l1-plot-neighbours = Opposition of the neighbours
level-l1-ask-means = Put the three routes into order by the cards that ran on average over the eight turns. Roughly how many times as many ran with the best as with the worst? (figure 1)
level-l1-mark-means =
    Mixed routes, then turbines alone, then waiting: { $mixed_mean }, { $turbines_mean } and { $waits_mean }.
    About { $times } times as many.
level-l1-ask-fall = With turbines alone, { $turbines_high } cards ran in turn 2, and only { $turbines_low } in turn { $turbines_low_turn }. Use figure 2 to explain what had happened.
level-l1-mark-fall =
    Opposition had risen (to { $anger } by turn 3), because turbines ran without a permit.
    The turbines were stopped, or their time without a permit was up.
    With one route there was nothing to fall back on.
level-l1-ask-dark = Who waited paid least for energy and still had { $waits_dark } dark cards at the end. Why can the cheapest kilowatt-hour be the most expensive choice?
level-l1-mark-dark =
    A dark card has been paid for and earns nothing: time has a price.
    What a card earns in an hour is far more than its power costs, even at twice the price.
    It is not so when cards earn little, or when the wait is short.
level-l1-ask-ferry = An island hospital gets its oxygen by one cheap ferry a week. A second supplier, by air, asks three times the price for a small standing order. How would you decide?
level-l1-mark-ferry =
    Compares the price of the second route with the loss when the first one fails.
    Takes the chance of failure into account, not the usual week alone.
    Says that a small second route keeps a choice open: it can be made larger on the day.

## L2 The allocation
level-l2-lesson-say = Six firms need half more cards than are made. For four turns the maker gives all the same part of what they order. Then it sells by auction. You are judged by what your cards were worth, less all that you paid.
level-l2-lesson-pause = How many cards do you need, and how many have you ordered? What would you do if an order cost five times as much? From the next turn on you bid: what will you bid, if your estimate says 45,000?
level-l2-lesson-debrief =
    Who began to order more than needed, and what could the others do but follow?
    Who paid for the orders that nobody needed?
    The highest estimate wins: what does that tell you about the estimate?
level-l2-game-cheap = deposit 2,000 dollars
level-l2-game-dear = deposit 10,000 dollars
level-l2-game-naive = bids as believed
level-l2-plot-book = Orders over need, while cards are shared out
level-l2-plot-auction = Auction: the winning bid and what a card was worth
level-l2-ask-book = How many times what they needed did the firms order in turn 4, with the low deposit and with the high one? (figure 1)
level-l2-mark-book =
    Low deposit: { $cheap_book } times.
    High deposit: { $dear_book } times; the low one makes the book { $times } times as long.
level-l2-ask-more = Nobody needs that many cards. Explain why each firm orders more all the same, and what the deposit changes.
level-l2-mark-more =
    Cards are shared in proportion to orders, so that more ordered is more received.
    The others do the same; in the end all get about what they would have got, at a higher cost.
    A deposit that is lost makes each surplus order dear, so that the gain is used up sooner.
level-l2-ask-curse = In the auctions the winning bid was { $bid } on average and a card was worth { $worth }. Nobody wanted to overpay. Why did the winners pay { $over } too much?
level-l2-mark-curse =
    Each firm has an estimate of its own; some are too high, some too low, and they are right on average.
    The highest estimate wins, and the highest is mostly one that is too high.
    Remedy: bid less than the estimate, the more so the more rivals there are.
level-l2-ask-tickets = A band plays one small concert. Tickets are free, one form a person, and unused tickets cost nothing. What will happen, and which rule would you choose?
level-l2-mark-tickets =
    People ask for more tickets than they will use, since asking is free.
    Proposes a price for asking (a deposit, a name on the ticket), a lottery, or an auction.
    Names who loses by that rule: who has little money, little time, or bad luck.

## L3 Runway
level-l3-lesson-say = The plan is the same for all: 8,000 cards a turn. Shares sell a part of the firm for ever; loans must be served every month and rest on two promises to the lenders.
level-l3-lesson-pause = What is your cover, and what would it be at half the rent? What part of the firm do the founders still have? Who could pay for two quarters without new money?
level-l3-lesson-debrief =
    Which way to pay left the founders more, and in which kind of world?
    Who broke a covenant, and had they missed a single payment?
    What is the difference between being short of cash and owing more than one has?
level-l3-game-shares = shares alone
level-l3-game-loans = loans, and hope
level-l3-game-asks = loans, and asks in time
level-l3-plot-value = What the founders hold, in a world where rents fall often
level-l3-plot-loans = Loans, and hope: turn by turn
level-l3-ask-who = Put the three ways to pay into order by what the founders hold in the end. In which turn does hope fail? (figure 1)
level-l3-mark-who =
    Loans with a word to the lenders { $asks_value }, shares { $shares_value }, loans and hope { $loans_value }.
    Turn { $loans_low_turn }: until then both ways with loans look the same.
level-l3-ask-covenant = The firm of figure 2 had revenue in every turn until it lost its cards ({ $earned } in turn 3). How could it lose them all the same? Use two columns.
level-l3-mark-covenant =
    The market's rent fell from { $rent_start } to { $rent_low }.
    The cover of debt service fell to { $cover_low }: it is computed from the market's rent, not from the firm's own income.
    Below the promised cover lenders may take or sell the cards: a promise was broken, not a bill.
level-l3-ask-asked = Who told the lenders at once ended with { $asks_value }, who hoped with { $loans_value }. The loans were the same. What did asking buy, and why would lenders agree?
level-l3-mark-asked =
    Time: a waiver until rents recover, for a fee or a higher rate.
    Lenders lose by a forced sale too, since many cards sold at once fetch little.
level-l3-ask-house = A family has bought a house on credit. House prices fall by a third, and both parents keep their jobs. Are they short of liquidity, of solvency, of both, or of neither? What if the bank may ask for more security?
level-l3-mark-house =
    Liquidity is fine: they can pay every month.
    Solvency may be gone: the house may fetch less than they owe.
    With a promise on its value the fall becomes a shortage of cash at once, as in the game.

## L4 Boom and bust
level-l4-lesson-say = Four lessors, one market. Tenants want more every turn and never less. A hall takes five turns, its cards come after it. Whoever has the most cash at the end wins.
level-l4-lesson-pause = Who is ordering now, and why? Add up on the board what everybody has under way, and compare it with what stands. Do you still want to order?
level-l4-lesson-debrief =
    Draw demand as you thought it was. It never fell. So who made the bust?
    Which turn's orders were the fatal ones, and what did the rent say in that turn?
    Draw the loop: rent, orders, delay, capacity, rent. Where is the delay?
level-l4-game-forget = forgets what is under way
level-l4-game-count = counts what is under way
level-l4-plot-rent = The rent, normal = 1
level-l4-plot-stock = Who forgets: demand, capacity, and what is under way
level-l4-ask-peak = When does the rent peak where lessors forget, when is it lowest after that, and did demand ever fall between them? (figures 1 and 2)
level-l4-mark-peak =
    Peak: { $peak } in turn { $peak_turn }.
    Lowest: { $trough } in turn { $trough_turn }.
    Demand never falls; it grows from { $demand_start } to { $demand_end }.
level-l4-ask-line = In which turn is most under way? Is that before or after the peak of the rent, and what does it tell you?
level-l4-mark-line =
    Turn { $line_turn }, with { $line } places.
    After the peak (turn { $peak_turn }): orders still arrive when the market has already turned.
level-l4-ask-why = The lowest rent is { $trough } where lessors forget and { $count_trough } where they count. Nothing else differs. Explain the mechanism.
level-l4-mark-why =
    The rent tells about the gap of today; it does not tell what is already ordered to close it.
    Until the halls stand the gap seems open, so that it is ordered again and again.
    All of it arrives: capacity ends at { $capacity_end }, with demand at { $demand_end }.
level-l4-ask-teachers = A country is short of teachers. Training takes five years. Every year the ministry looks at the shortage of that year and opens places. Sketch what follows, and say what to count instead.
level-l4-mark-teachers =
    Shortage, then too many teachers, then closed places and a shortage again: a cycle.
    The delay is the training, the forgotten stock are those who are in it.
    Count students in training together with teachers, and open places for what is still missing.

## L5 Neighbours and the grid
level-l5-lesson-say = Four parts in one valley: firm, utility, residents, regulator. Each has an aim of its own and orders that nobody else may give. Speak with each other before you order.
level-l5-lesson-pause = Each part says in one sentence what it wants from which other part. Who pays for haste so far, and has anybody asked them?
level-l5-lesson-debrief =
    What does it cost to stand in the queue, and who stands there for that price?
    When did the neighbours become loud, and what would have been cheaper by then?
    A wire is built and nobody comes. On whose bill does it stand, and who decided that?
level-l5-game-speed = turbines at once
level-l5-game-fund = turbines and a fund
level-l5-game-permit = waits for the permit
level-l5-game-free = no price of a place
level-l5-game-paid = 85 % to be paid anyhow
level-l5-plot-opposition = Opposition of the neighbours
level-l5-plot-queue = Speculative part of the queue
level-l5-ask-queue = What part of the queue is speculation in the last turn: where a place costs nothing, and where 85 % must be paid in any case? (figure 2)
level-l5-mark-queue =
    No price: { $free_queue }.
    85 % to be paid: { $paid_queue }.
level-l5-ask-haste = In turn 4 the firm that ran turbines at once had { $speed_on } cards running; the one that waited for its permit had { $permit_on }. Read from figure 1 what the haste cost, and say what it may lead to.
level-l5-mark-haste =
    Opposition of { $speed_angry } at the end, the highest of the three.
    The chance to be stopped rose to { $speed_risk } a month; with a fund it never passed { $fund_risk }.
level-l5-ask-fund = A fund for the neighbours in the first turn kept opposition at { $fund_angry }. Why is early money for peace cheaper than late money? And what is doubtful about it?
level-l5-mark-fund =
    Opposition feeds on itself: petitions, press and courts follow those who are loud already.
    Late money has to undo what has grown; a stop meanwhile costs every dark card.
    Doubtful: who is quiet for money still hears and breathes the turbines; those who are not asked get nothing.
level-l5-ask-clinic = A clinic offers appointments free of charge; a third of the patients do not come, and waits are long. Design a rule, and name who gains and who loses by it.
level-l5-mark-clinic =
    Makes a place cost something when it is not used: a deposit, a fee, a confirmation in time.
    Sees that waits fall because those who do not need the place leave.
    Names who is hit: the poor or the sick who cannot come, and a way to spare them.

## L6 The race
level-l6-lesson-say = Three labs, one prize. Safety work takes a third of your research. Without it you are half as fast again, and about one lab in two has an incident before the end. Choose in secret.
level-l6-lesson-pause = Hands up, eyes closed: who does safety work now? What would make you go on with it: the others' word, an inspector, or a look at their ratings?
level-l6-lesson-debrief =
    What would one lab gain by stopping its safety work alone? And if all do?
    Who signed a pact, who kept it, and what made the difference?
    When would a rule that all must be safe do more harm than good?
level-l6-game-safe = all are safe
level-l6-game-unsafe = nobody is safe
level-l6-game-alone = OpenAI alone is not
level-l6-plot-one = What OpenAI has of the prize, per cent
level-l6-plot-all = Prize of all three together (per cent), and labs without an incident
level-l6-ask-tempted = What does OpenAI have of the prize in the end when all are safe, and what when it alone is not? (figure 1)
level-l6-mark-tempted =
    All safe: { $safe_one } per cent.
    Alone without safety work: { $alone_one } per cent; the prize grows with speed.
level-l6-ask-together = Compare the last line of figure 2: what do all three get together, and how many labs are left without an incident?
level-l6-mark-together =
    All safe: { $safe_all } per cent, { $safe_left } labs left.
    Nobody safe: { $unsafe_all } per cent, { $unsafe_left } left.
level-l6-ask-promise = All three promise each other to be safe. Explain with the figures why the promise may be broken, and name one thing that would hold it.
level-l6-mark-promise =
    Whatever the others do, each gains by being faster alone: here { $alone_one } in place of { $safe_one }.
    All think so, and all together get less ({ $unsafe_all } in place of { $safe_all }): a prisoner's dilemma.
    Holds it: inspection, so that a broken promise is found and costs the prize. A signature alone does not.
level-l6-ask-fishing = Five villages fish in one lake. Each may take out more boats. Show that this is the same game, say where it is not, and propose a rule.
level-l6-mark-fishing =
    One more boat pays for its village, while all boats together empty the lake.
    A difference: fish come back, an incident does not; villages see each other's boats, labs do not see safety work.
    A rule that can be checked: boats counted in the harbour, a quota with a fine.

## L7 Frenemies
level-l7-lesson-say = A lab without cards, and the backer that owns them, takes a fifth of the revenue, and sells to the same customers. Neither can leave for nothing. Eight turns of half a year.
level-l7-lesson-pause = Change sides for a minute: what would you do in the other's place, if no deal came about? Who can leave more easily, and what did that cost to prepare?
level-l7-lesson-debrief =
    What did the second supplier change, though nobody moved?
    What did asking cost, and when was it worth it?
    The contract ends "with AGI". Who should be the one to say so?
level-l7-game-alone = no other supplier
level-l7-game-others = two others ready
level-l7-plot-kept = Part of its revenue that the lab keeps
level-l7-plot-table = Revenue of the turn, and what the lab has kept in all (billion dollars)
level-l7-ask-points = Which part of its revenue did the lab keep at the start, and at the end with and without other suppliers? (figure 1)
level-l7-mark-points =
    Start: { $start }.
    End: { $others_end } with two others ready, { $alone_end } without.
level-l7-ask-size = Did the lab grow faster with other suppliers? By how much did it keep more in all? (figure 2)
level-l7-mark-size =
    No: revenue of the last turn is { $alone_grown } and { $others_grown }.
    It kept { $more_kept } billion dollars more: a larger part of the same cake.
level-l7-ask-leave = No card was moved to another supplier. Why did the lab get better terms all the same?
level-l7-mark-leave =
    In a bargain each side compares the deal with what it could do without it.
    A second supplier makes leaving cheaper for the lab, so that no deal hurts it less.
    The backer gives way in order to keep what the tie brings; the threat works without being carried out.
level-l7-ask-job = A friend wants higher pay and has no other offer. What do you advise before the talk with the employer? Where does the comparison with the game fail?
level-l7-mark-job =
    Get or improve an alternative first, even if it is not to be taken.
    Each request costs goodwill: ask once, at the right time, with a reason.
    It fails, for instance, where trust, law or habit count more than power, or where the alternative is not believed.

## L8 People and scoreboards
level-l8-lesson-say = Six labs, one public list. What the list shows is the truth plus luck, and whoever tests many variants can choose the luck. Users read the list; companies find out.
level-l8-lesson-pause = Write down how good your model is, and how good the list says it is. How do you know the first? Who of the others is flattered, do you think?
level-l8-lesson-debrief =
    What did the best of ten tests change: the model, the list, or who came?
    Who found out, after how long, and what did they do?
    If you published a list, what would you show, and how would you be cheated?
level-l8-game-one = one test
level-l8-game-ten = best of ten tests
level-l8-game-hollow = worse than it is rated
level-l8-plot-flattery = Google: rating beyond the truth (Elo)
level-l8-plot-seats = Google: part of companies' seats
level-l8-ask-ten = On average over the turns, how far was Google's rating above its model's true strength with one test, and with the best of ten? In the end the model itself was { $better } Elo better for it: what does that say of the list? (figure 1)
level-l8-mark-ten =
    { $one_flat } Elo with one test, { $ten_flat } with the best of ten (allow 3 Elo).
    The list moved by { $ten_more } and the model hardly: selection lifts the measure, not what it measures.
level-l8-ask-luck = Explain why the best of ten tests of the same model is rated higher than one test, though no test is faked.
level-l8-mark-luck =
    A rating is the true strength plus luck.
    Of ten draws of luck the largest is mostly well above zero; who may choose takes that one.
    The next rating has new luck, so that a flattered place sinks back.
level-l8-ask-companies = Figure 2: a model that is worse than its rating kept { $hollow_soon } of the companies' seats in turn 1, as the sound one did ({ $sound_soon }), and has { $hollow_end } in the end beside { $sound_end }. Why so late?
level-l8-mark-companies =
    Companies choose by the list and are bound for a while.
    They learn by use what the model can do, two quarters later, and decide when the contract is renewed.
    Different audiences learn the truth at different paces: the list at once, users soon, companies last.
level-l8-ask-school = A school is judged by the share of pupils who pass an examination. Name two ways to lift that share without teaching better, and one measure that is harder to lift so.
level-l8-mark-school =
    Two ways such as: keep weak pupils from the examination, train for the questions, choose an easier examination.
    Says what they have in common: the measure moves and what it stands for does not.
    A harder measure: all pupils counted, progress over years, questions that nobody knows before.

## The race of September 2024
level-september_2024-lesson-say = One firm each, six years. A card computes only with a hall and with power; compute makes models, models bring customers, customers bring money. Five orders a turn. Ask for megawatts first, halls next, cards last.
level-september_2024-lesson-pause = What binds you now, and what will bind you in a year? Name the order that you gave for that day. Who leads, and by which of the five components?
level-september_2024-lesson-debrief =
    Which early decision decided where you are? What would you fork to test it?
    Which leg was short, for whom, and who had seen it coming?
    Who pays when cards become cheap: lessors, tenants, lenders, neighbours?
level-september_2024-game-race = minds in all seats
level-september_2024-plot-rent = Market rent of an H100e-hour
level-september_2024-plot-bound = What bound three labs, and who led by score
level-september_2024-ask-rent = How far did the rent fall from the start to its lowest, and in which turn was that? Over the whole game the world's running cards grew { $grown } times: what do the two have to do with each other? (figure 1)
level-september_2024-mark-rent =
    From { $rent_start } to { $rent_low }, in turn { $rent_low_turn }.
    Cards came faster than what tenants wanted to pay for, so that an hour became cheap.
level-september_2024-ask-legs = Over all turns and all six labs, halls were the tightest leg { $halls } times, cards { $chips } times, money { $money } times and power { $power } times. Choose one lab in figure 2: which leg was short for it most often, and does it fit its story?
level-september_2024-mark-legs =
    Counts correctly in the shown turns of one column.
    Gives a reason from that firm's start: xAI's megawatts, OpenAI's rented cards, Google's slow halls.
level-september_2024-ask-early = After the first turn { $leader_early } led by score, in the end { $leader_end }. Give two reasons why an early lead in this race may not last, or, where it lasted, what kept it.
level-september_2024-mark-early =
    Legs arrive at different times: what was ordered early (halls, power) counts late.
    Know-how, falling prices and poaching help those behind; debts and leases weigh on who bought early.
    The score has five components; value can rise on a promise and fall when it is checked.
level-september_2024-ask-railway = In the 1840s railways were built much faster than traffic grew. Investors lost, the lines stayed. Compare with this race: who lost, who gained, and what would you ask before you buy a share?
level-september_2024-mark-railway =
    Capital rushed in because everybody expected the same growth, and the works arrived together.
    Losers: late and indebted builders. Gainers: users, and who bought cheaply after the fall.
    A sensible question: who is bound to pay, what is under way elsewhere, what does it earn at half the price?

## January 2023
level-january_2023-lesson-say = The race from what was known when 2023 began, up to September 2024. We know how it went on; the model was not told. Seven turns. Judge the model, not the players.
level-january_2023-lesson-pause = It is September 2023 in the game. What does the model say that cards shipped so far, and what did you guess? Would you have believed this model then?
level-january_2023-lesson-debrief =
    Where was the model near what happened, and where far off?
    What could a model of January 2023 not know, however good it was?
    Is a wide band that holds worth more than a narrow one that misses? For whom?
level-january_2023-game-race = minds in all seats
level-january_2023-plot-made = Cards that could be made, a turn (H100e)
level-january_2023-plot-table = The model, turn by turn
level-january_2023-ask-made = How many times as many cards could be made in the last turn as in the first? What was observed for the quarter up to September 2024 is 800,000 H100e (K10): is the game above or below?
level-january_2023-mark-made =
    { $times } times: from { $made_first } to { $made_end }.
    Compares with 800,000 and says the side, and by about how much.
level-january_2023-ask-rent = The rent was highest ({ $rent_high }) in turn { $rent_high_turn } and stands at { $rent_end } in the end, while models became much better. Explain.
level-january_2023-mark-rent =
    At first demand for compute jumped, and cards could not be made so fast.
    Then packaging grew, cards arrived, and an hour became cheaper though it was wanted more.
level-january_2023-ask-band = In 200 games the middle 80 % of shipments in the last quarter lay between 546,000 and 827,000; observed were 800,000. This one game says { $made_end }. Does that speak against the model? Explain.
level-january_2023-mark-band =
    One game is one draw; one in five lies outside of such a band even if the band is right.
    The model is judged by many games, and by whether what was observed lies in the band.
    The people who set the ranges knew the outcome, so that it is no pure test.
level-january_2023-ask-weather = A weather service says "30 % rain" on ten days, and it rains on three. Was it a good forecast? What would make it a better one, and how would you test it?
level-january_2023-mark-weather =
    It was calibrated: what it called 30 % came three times in ten.
    Better is sharper and still calibrated: 90 % on the days with rain, 5 % on the others.
    Test on days that the makers had not seen, on many of them, with the forecast written down before.

## Sandbox
level-sandbox-lesson-say = Not a game to win: an experiment to design. One figure is changed, the luck is the same. Write down what will move, by how much, and what would prove you wrong.
level-sandbox-lesson-pause = Before you see the treatment: each pair reads out its prediction and what would refute it. Is there one that nothing could refute?
level-sandbox-lesson-debrief =
    Was the effect as large as you said? Was it there at all?
    What does one pair of games tell, and what do a hundred?
    The effect is one in the model. What would you need to believe it of the world?
level-sandbox-game-control = as it is
level-sandbox-game-quick = grid in half a year
level-sandbox-game-dear = halls at twice the price
level-sandbox-plot-online = Running cards of the world (H100e)
level-sandbox-plot-best = Best public rating (Elo)
level-sandbox-ask-effect = Running cards after 16 turns: { $control_end } as it is. What are they with the quick grid, and with halls at twice the price, relative to that? (figure 1, as a ratio)
level-sandbox-mark-effect =
    Quick grid: { $quick_end }, a ratio of { $quick_times }.
    Dear halls: { $dear_end }, a ratio of { $dear_times }.
level-sandbox-ask-seed = After 9 turns the quick grid had { $quick_half } cards running, and the world as it is { $control_half }. What would you have concluded then? What do you conclude from one pair of games at all?
level-sandbox-mark-seed =
    Reads both at turn 9 and sees that the sign or the size of the effect is another one than at the end.
    When to look must be chosen before, or one finds what one wants.
    One pair is one draw: the effect's average and its spread need many pairs.
level-sandbox-ask-pairs = Why are treatment and control played with the same luck, and not with luck of their own?
level-sandbox-mark-pairs =
    What both share by luck falls out of the difference.
    So fewer games are needed to see the same effect, or a smaller one is seen.
    It does not make one pair enough: luck meets other states once the worlds have parted.
level-sandbox-ask-medicine = A newspaper says: "Pupils who eat breakfast have better marks." Which experiment would you need, what would you write down before it, and what would refute the claim?
level-sandbox-mark-medicine =
    Pupils drawn by lot for breakfast or none, so that the groups differ in nothing else.
    Written down before: measure, time, number of pupils, size of effect that counts.
    Refuted if the interval of the difference lies around zero or below what was called worth while.
