# Cards of figures, the almanac, help.

## The card
card-other = Other ({ $count })
card-hint = Click or ? opens it
card-busy = The months are passing; ask again in a moment.
card-recalling = Looking back over the game…
card-together = Together
card-since = { $change } since { $month }
card-makes = What makes it
card-changed = What changed it
card-back = Back
card-almanac = Almanac
card-close = Close
card-ahead-binding = In { $months } months, as begun: { $leg } binds.
card-ahead-cash = In { $months } months, if nothing more is ordered: { MONEY($cash) } free.
card-ahead-usable = In { $months } months, as begun: { CARDS($h100e) } H100e.
card-ahead-then = { " " }{ $leg } binds then.
card-ledger = What the books hold, by cause and by who stood on the other side.
card-history = What it was, and what each rule of the world has added since.
card-sum = Its parts added up.
card-product = The first line, times the factors below it; each line says what it adds.
card-least = The least of these; the marked one holds it back.
card-most = The largest of these.
card-given = It stands by itself.
card-public = Public; what is behind it is for others to know.
card-estimate = An estimate, off by the same unknown factor for a quarter.
card-cash-now = Cash now
card-committed = Promised already
card-plan-cash = What is left when all that is planned has been set aside.
card-site = What stands here and what is on its way.
card-over-sites = All your sites together.
card-point-own = As it was in { $month }.
card-point-rival = As the public could know it in { $month }; later checks may have told more.
card-point-past = Only the last month can be opened.

## A site at a glance
site-grid_kw = Grid power
site-turbine_kw = Power of its own
site-need_kw = Power that its cards need
site-coming_kw = Power on its way
site-air_slots = Places cooled by air
site-liquid_slots = Places cooled by liquid
site-building_slots = Places being built
site-online_h100e = Compute that runs
site-dark_cards = Cards without power
site-homeless_cards = Cards without a place
site-unpermitted_kw = Turbines without a permit
site-opposition = Opposition of neighbours

## Parts of compute in use
part-product-fleets = Fleets of products
part-leased-out-for-months = Leased out by contract
part-let-by-the-month = Let by the month
part-let-share = Share that is let
part-none-let = None is let by the month
part-methods = Research on methods
part-safety-work = Safety work
part-synthetic-data = Synthetic data

## Goals and roles
part-goal-now = As it stands
part-no-site = No site there
part-no-shortage = Half for power to spare
part-real-queue = Half for a queue that somebody stands behind
part-full-peace = Full peace
part-opposition = Loudest opposition
part-dearer-bills = Dearer bills
