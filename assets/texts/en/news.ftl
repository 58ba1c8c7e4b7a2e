### News of the levels: what was scheduled before a level starts, and what may happen. $firm is whom it is about.

## Scheduled in September 2024
event-voice-lead-leaves = The head of its voice models leaves { $firm }
event-round-talked-of = Late in August { $firm }'s round was said to value it above 100 billion; by now it is 150, for 6.5 billion of equity and five of credit, with Microsoft, Apple and Nvidia among those named
event-rivals-compute = { $firm }'s head is said to worry that xAI will have more compute
event-a16-booked = { $firm } is said to have booked TSMC's A16, two years ahead, for a chip of its own; Apple has too
event-tesla-poll = A poll on X favours five billion of Tesla's money for { $firm }; Tesla's shareholders go to court
event-memphis-complaints = Groups in Memphis complain about { $firm }'s turbines; whether 100,000 cards run there is doubted
event-next-generation-late = { $firm }'s next generation, once expected by this summer, is put at the end of 2025: compute and data are short
event-wisconsin-begun = { $firm }'s expansion in Wisconsin has begun: one billion now, ten in the end, it is said
event-blackwell = Nvidia's Blackwell, late by a design flaw, is due to ship in volume
event-restructuring = { $firm }'s board argues about its non-profit's control
event-restructuring-suit = A rival's founder sues { $firm } over its change of form; its partners ask with whom they have signed
event-restructuring-worry = Staff of { $firm } ask in public what they work for
event-restructuring-settled = { $firm } may become a plain company; its partners are relieved
event-eu-bans = The first chapters of the EU's AI Act apply
event-eu-general = The EU's duties for general-purpose models apply; training above 1e25 FLOP counts as a systemic risk
event-oracle-cluster = Oracle's cluster for { $firm }, among the strongest ever sold, is due
event-gpt5-due = By its former hints { $firm }'s next generation is due about now
event-wafers-doubled = By its plan TSMC has doubled its packaging once more; what has come of it the makers know
event-phase-four = { $firm }'s Wisconsin machine, phase four of five, is due
event-text-runs-out = The first year in which experts expected public text to run out
event-a16 = TSMC's A16 goes into volume; Apple and OpenAI had booked it early
event-rubin = By Nvidia's yearly roadmap the generation after Blackwell is due
event-phase-five = 2030: the last phase of Microsoft's and OpenAI's plan, once called Stargate, was to stand by now

## Drawn
event-executives-leave = Two executives of { $firm } leave on the same day
event-auction = The maker has had enough of phantom orders: from now on it sells at auction
event-export-rule = Wider export controls close markets abroad for the fastest chips
event-memory-short = A memory maker's line has trouble: HBM is short for months
event-design-flaw = A flaw in a new accelerator's design: volume comes months later
event-earthquake = An earthquake stops fabs in Taiwan
event-glut = Too much compute is to let: its rent falls, and with it what cards fetch
event-chill = Doubts about returns: the window for rounds narrows
event-outage = { $firm } is down for a day
event-lawsuit = Publishers sue { $firm } over what its models have read
event-unsafe-images = Images made with { $firm }'s model embarrass it
event-breakthrough = A new method works at { $firm }
