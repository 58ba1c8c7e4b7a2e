# The guide of the first level, and the hints for those who play for the first time.

guide-next = Next
guide-key = Key N
guide-stop = Leave the guide
guide-step = Step { $step } of { $steps }
guide-do-opened = Open it to go on
guide-do-planned = Plan it to go on
guide-do-ended = End the turn to go on

level-l0-guide-gauges = These are your cards. The grey ones are dark: they stand in a finished hall, but there is no power for them. What you serve is the least of cards, places, power and demand.
level-l0-guide-map = Your campus in Memphis. A half-filled ring means: short of power. Put the mouse on anything, or press Tab, and it says what it is.
level-l0-guide-figures = Six figures of your firm. Click on one, or press ? on it, and a card shows what it is made of, and where the number comes from.
level-l0-guide-desk = Power is the bottleneck, so begin there. Open the Power desk with a click or with the key 3.
level-l0-guide-turbines = Gas turbines run within a quarter, but their power is dear. Plan some: as much as the dark cards need.
level-l0-guide-second = You have two orders a turn. Ask the grid as well: what stands ready comes soon and is cheap; the rest waits in a queue.
level-l0-guide-plan = This is your plan. Nothing is done before the turn ends: a click changes an order, × takes it away, Ctrl+Z brings it back.
level-l0-guide-end = Now end the turn. Three months pass, and a short report says what came of it.
level-l0-guide-again = More cards run. Look again: which gauge is the lowest now? And which will be in a quarter, when what you order today arrives?
level-l0-guide-ahead = Order for that one. Cards take one or two quarters, a hall four months. An order for any other gauge changes nothing.
level-l0-guide-on = End the turn, and see whether you were right.
level-l0-guide-alone = From here on you know all there is to know. The line shows the compute that runs. Make it as long and as steep as your cash allows.

hint-head = Hint
hint-next = Got it
hint-stop = No more hints
hint-plan = The advisor has laid out this plan, with its reasons. Change what you think better: a click changes an order, × takes it away. Nothing is done before the turn ends.
hint-desks = All decisions stand at five desks: keys 1 to 5. A desk lays its options side by side, with what each would cost and when it would come.
hint-figures = Every figure explains itself: click on one, or press ? on it, and see what it is made of and where it comes from.
hint-dark = Grey is dark: cards without power or without a place. They cost money and earn none. Mend what holds you back before you buy more.
hint-news = The newest is on top. What speaks of you stands under “Yours”.
hint-chart = The race so far. The tabs, or the key C, change what is measured: whoever leads in compute need not lead in value.
hint-map = Half-filled rings are short of power, broken ones under construction. What you plan stands on the map, too: a click on it takes it back.
hint-board = Your rivals, as far as you can know: a ~ marks what is only estimated.
hint-round = Investors offer term sheets. Each costs part of the firm, some of them a seat or a promise as well; the Capital desk lays them side by side.
hint-runway = Less than nine months of cash are left at this rate. Raise, borrow or spend less, before the terms get worse.
hint-debt = You owe money. Loans carry covenants; the Capital desk shows how near they are to breaking.
