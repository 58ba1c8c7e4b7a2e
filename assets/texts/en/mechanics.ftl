# How the model works: an entry of the almanac for each mechanic. Its formula stands in words below it.

almanac-cash-title = Cash and burn
almanac-cash = Cash is what the books hold. Burn is what a month costs beyond what it earns; runway is how long cash lasts at that pace. Orders set money aside at once, and the bills come as the work is done. Your board can push through a few orders a turn.
almanac-cash-formula = runway = (cash - promised) / burn

almanac-valuation-title = Valuation and rounds
almanac-valuation = Investors price two things: what you earn and how fast it grows, and the promise of what a leader may earn. The promise goes by your place in the public list and by the compute you run. The mood of the market multiplies both. New money makes everybody's part smaller; a round in a good quarter costs less of the firm.
almanac-valuation-formula = valuation = mood × (revenue × multiple × growth + promise × place in the list × fleet); founders keep before / (before + new money)

almanac-parents-title = Parents and guidance
almanac-parents = A division lives on its parent's quarterly grant, a part of the group's capital spending. Guide higher and more comes, but it uses up the patience of shareholders; revenue that outgrows the grant gives some back. When patience ends they cut.
almanac-parents-formula = patience next quarter = patience - higher guidance + revenue that outgrows the grant

almanac-control-title = Votes, terms and boards
almanac-control = Better prices cost say: a clean round is the cheapest for control, a goal within a year pays more, a seat on the board more still. Below half the votes a board can veto bold orders. A tender lets staff sell: it brings no money, but keeps people and puts a floor under the price.
almanac-control-formula = votes = founders + allies; chance that a round closes rises with runway, growth and mood

almanac-debt-title = Loans
almanac-debt = Banks lend against revenue, lenders against cards that run. Both watch: the bank some months of cash, lenders what the cards would earn over what is owed. A breach has a quarter to be cured; then a waiver is dear, and without one the cards are sold.
almanac-debt-formula = coverage = (market rent of own running cards - power) / (interest + repayment), at least 1.2

almanac-cards_market-title = Who gets cards
almanac-cards_market = A card needs packaging, logic and memory; the scarcest sets how many there are. Makers ration: those who order much, pay ahead, buy loyally and can switch cards on come first. Prices rise while demand exceeds supply and fall with age.
almanac-cards_market-formula = cards = least of (wafers × share × chips per wafer × yield, logic, memory)

almanac-resale_market-title = Used cards and places in the book
almanac-resale_market = Once a turn firms trade used cards, and places in a maker's book. In a shortage both cost nearly as much as new. Selling a place costs loyalty at the maker. What an affiliate has on order can be diverted, and its shareholders mind.
almanac-resale_market-formula = price of a used card = new price × used part × (1 + shortage), below a new card

almanac-silicon-title = A chip of one's own
almanac-silicon = Years of work with a design partner, then a tape-out that may fail. It pays from some number of cards on; until then merchants give a discount, and put you lower on their list.
almanac-silicon-formula = cards to break even = cost of the design / (price of a merchant's card × relative speed - own unit cost)

almanac-queue-title = The queue for the grid
almanac-queue = What stands ready is connected at once. More waits in a queue of three stages: study, agreement, works. The fuller the queue, the longer each. Loads that may be cut in peaks pass faster. Whoever leaves sends others back; some who wait never meant to build.
almanac-queue-formula = expected months = three stages / (pace of the utility's staff / (1 + queue / normal queue))

almanac-own_power-title = Power of one's own
almanac-own_power = Turbines on trucks come in a month or two, cost more per hour, and anger neighbours without a permit. Engines, large turbines and a restart of a reactor take years of a maker's book. A contract fixes the price of what you draw.
almanac-own_power-formula = a contract pays (market price - fixed price) × energy each month

almanac-tariffs-title = Tariffs and bills
almanac-tariffs = A utility sets deposit, minimum bill and collateral for large loads. Strict terms thin out those who only hold a place, and cost those who mean it. Wires built for nobody are paid by somebody: large loads or households.
almanac-tariffs-formula = speculators = most × real demand × exp(-cost of a place / its worth)

almanac-neighbours-title = Neighbours
almanac-neighbours = Turbines without a permit, dear bills and load raise opposition; a fund and time lower it. Loud neighbours block permits, go to court, and a court can stop power and works.
almanac-neighbours-formula = opposition + turbines without permit + dearer bills + load + petitions - fund - time

almanac-sites_and_halls-title = Sites and halls
almanac-sites_and_halls = A card needs a place in a finished hall. A hall passes three stages, part of which waits for material; when everybody builds, contractors slow down. Haste costs more than it saves. Liquid-cooled places are dearer and the newest cards need them.
almanac-sites_and_halls-formula = cost of haste = normal cost × (1 + part × (pace² - 1)); time = own pace × crowding of contractors

almanac-auction-title = Sites for sale
almanac-auction = Old plants come up for sale with their connection, and failed firms' campuses with all they hold. Bids are sealed: the highest wins and pays the second bid, so bid what the saved months are worth to you.
almanac-auction-formula = price = second highest bid, at least the reserve

almanac-giants-title = Giants
almanac-giants = A campus of gigawatts goes up in phases, or whole and cheaper, with partners who pay and share. Such plans come in dearer than planned, and one learns how much only stage by stage.
almanac-giants-formula = final cost = planned cost × overrun, which grows with the number of phases at once and falls with practice

almanac-anchors-title = A site built for you
almanac-anchors = A lessor builds if a tenant signs, because the lender asks for it. Signing long lowers the rent; claims for delay and a right to step in raise it.
almanac-anchors-formula = rent / yearly cost of the loan, at least 1.2

almanac-leases-title = Leases and rents
almanac-leases = Rented compute starts in a month if it stands free, later if it has to be built. Rents swing: clouds build when rents are high, all arrive together, and rents fall. You can let compute by the month, and let a lessor move you to its own chip for a cheaper rent.
almanac-leases-formula = rent = cost of an owner × margin × scarcity

almanac-compute_split-title = Where compute goes
almanac-compute_split = A card computes only if it is yours or rented, stands in a finished hall and has power: the least of the three counts. Paying customers come first, then products, the run, tests, the free tier; what is left is let or does research.
almanac-compute_split-formula = compute = least of (cards, places, power), then leases in and out

almanac-runs-title = Runs and ratings
almanac-runs = A run gathers compute for months and becomes a model. Ten times the compute is worth 64 points; so are good methods, which research, people and time improve. Compute outside your largest cluster counts less. How lucky a run was is known before it is released.
almanac-runs-formula = rating = base + 64 × log10(compute × data's use) + methods + skill + luck

almanac-public_list-title = The public list
almanac-public_list = The list shows votes of the public. Testing many variants and releasing the best flatters a model; that fades within a year, and the press may find out.
almanac-public_list-formula = listed rating = true rating + best of several draws + luck of the votes

almanac-data_limit-title = When text runs out
almanac-data_limit = A run wants about 20 tokens a parameter. Text read again is worth less each time. Licences add text, dearer with each sale; synthetic text adds some.
almanac-data_limit-formula = useful tokens = own × (1 + worth of further readings, which saturates)

almanac-customers-title = Users, companies, prices
almanac-customers = Users spread by word of mouth and drift to what is better, served and trusted. Companies choose by the list, pay two quarters later and stay if the model proves good. A better model can ask more; a dear one loses volume. Free users take compute and bring others.
almanac-customers-formula = revenue = paying users × what each brings + seats × price, as far as they are served

almanac-products-title = Products that need a fleet
almanac-products = Voice, film and agents each need a fleet of cards to serve everybody. Launch them to as many as you can serve: poorly served they repel, and shown but not shipped they cost trust.
almanac-products-formula = earned = what the product earns at most × share launched ^ half × part served

almanac-talent-title = People
almanac-talent = People go where pay, mission, compute a head and success draw them. Each senior who comes brings a part of what the old lab knew better; the leader learns from nobody. Every try to poach makes the next harder.
almanac-talent-formula = draw = pay + mission + compute a head + success - size + morale

almanac-take_over_market-title = Buying teams
almanac-take_over_market = A small lab goes to the highest bid at the second price. Buy often or lead the field, and the examiners stop you more often. An affiliate lends cards, data and people until its shareholders have had enough.
almanac-take_over_market-formula = least price = people × price a head × mood × promise

almanac-claims-title = Claims, promises, trust
almanac-claims = A bold claim lifts the valuation until it is checked. Come true it earns trust; found false it costs twice the lift, a part of the valuation for a year, and trust. Trust draws users, people and patience.
almanac-claims-formula = lift = part per doubling beyond the truth × credibility

almanac-safety-title = Safety and incidents
almanac-safety = Models that can do more than your safety work covers cause incidents, the more users the more often. They cost you trust and users, and everybody a little. A pact binds its members to a share of safety work.
almanac-safety-formula = chance a month = base × share of users × exp((rating - safety) / 80)

almanac-laws-title = Laws
almanac-laws = Above a line of training compute each release waits for a review and costs a filing. Incidents make the rules stricter, time and lobbying softer. A run may end just below the line.
almanac-laws-formula = strictness + incidents - time - lobbying

almanac-agi-title = Declaring AGI
almanac-agi = A firm may declare that its model is AGI; whether the world accepts it goes by the rating. Accepted, the race ends a few quarters later. It can end a partner's licence, or begin a dispute.
almanac-agi-formula = chance of acceptance = logistic((rating - threshold) / scale)

almanac-ties-title = Lab and backer
almanac-ties = A lab and its backer earn together what neither would alone. Fair terms split that by what each could do without the other. Asking for more than fair costs trust, and below some trust the tie may break.
almanac-ties-formula = fair share = own outside option + half of what only both together make

almanac-score-title = How the score is made
almanac-score = Five components against what this start usually comes to: value, frontier, reach, stewardship, resilience. As good as usual is 50 points. The best two count most, so be very good at two.
almanac-score-formula = score = .35 × best + .35 × second + .10 × each of the others
