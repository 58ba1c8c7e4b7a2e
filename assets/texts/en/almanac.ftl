### The almanac: what was known in September 2024. Each entry cites its facts in levels/almanac.toml.

almanac-two_years-title = Two years since ChatGPT
almanac-two_years = OpenAI was founded when Google led with DeepMind. ChatGPT came in November 2022 and turned the order round; GPT-4 followed in March 2023, and everything since has been a variant of it. xAI started in July 2023, against the firm that its head had helped to found.

almanac-two_currencies-title = Compute and energy
almanac-two_currencies = OpenAI's head calls them the two currencies of the future. He complained of too few cards before the Senate in May 2023 and in public in March 2024. A wall of cards costs billions to tens of billions of dollars, and it is worth most to whoever has it first.

almanac-curse_of_advantages-title = Every advantage has its price
almanac-curse_of_advantages = Whoever takes big tech's cheque has cards and a landlord who competes with it; whoever does not is free and must find the money elsewhere. OpenAI has to choose between a tighter bond with Microsoft and ways of its own. xAI takes no strategic money from large technology firms.

almanac-cheques-title = The cheques
almanac-cheques = Ten billion for OpenAI in January 2023; 1.3 billion for Inflection in June, which did not save it; four and then two billion for Anthropic; six billion for xAI in May 2024. By 2024 half of all venture money goes to AI, 100 to 130 billion dollars a year, and still a handful of rounds fill the window of a quarter.

almanac-margins-title = What a customer leaves
almanac-margins = Of a dollar of paying users 35 cents were left to OpenAI after compute in January 2024; Anthropic's margin was below zero. A run-rate of nearly four billion and a loss of about five belong to the same firm and the same year.

almanac-shovels-title = Who sells the shovels
almanac-shovels = Nvidia's revenue from data centres grew from 4.3 billion dollars a quarter in spring 2023 to 26.3 billion by July 2024, three quarters of it gross margin. In cards it shipped nine times as many in the third quarter of 2024 as at the start of 2023.

almanac-shortage-title = The shortage and its end
almanac-shortage = In 2023 a third of the cards that were wanted could not be had; a card was waited for most of a year and cost 30 to 40 thousand dollars. Meta and Microsoft had 150,000 each, Google, Amazon and Oracle 50,000, CoreWeave 40,000, Tesla 15,000. By spring 2024 the wait was 8 to 12 weeks, and the rent of an hour had nearly halved.

almanac-wafers-title = What a card is cut from
almanac-wafers = Cards are limited by packaging (CoWoS) and by memory. TSMC had 8,000 wafers a month in mid 2023 and plans 35 to 40 thousand for the end of 2024; a wafer gives about 29 H100 or 16 B200. SK Hynix is sold out through most of 2025, and more than two quarters pass from wafer to stack.

almanac-own_chips-title = Chips of one's own
almanac-own_chips = OpenAI wants a chip of its own because Nvidia's are dear and scarce. It hired an engineer of Google's TPU to lead a team, talks with Broadcom and its rivals about the design, with TSMC and memory makers about capacity, and has booked the A16 process of late 2026. Nothing of it computes before then.

almanac-largest_clusters-title = Largest clusters
almanac-largest_clusters = Inflection claimed the largest cluster with 22,000 H100 in June 2023. Microsoft's Eagle had 14,400 in the lists of November, Meta two of 24,576 in March 2024, xAI says 100,000 in September; several others plan more than that. Largest cluster is not largest fleet: OpenAI used 103,000 H100e at the end of 2023, in many places.

almanac-build_times-title = 122 days
almanac-build_times = Memphis was built in 122 days, in a hall that stood already, with turbines on trucks; a year is usual for such a cluster. A hyperscaler's new build takes 500 to 650 days, a first gigawatt two to three years. Cooling and losses add 10 to 20 % to the power of the cards in the best halls, half of it and more elsewhere.

almanac-memphis-title = Power in Memphis
almanac-memphis = The utility has 50 MW for the site; another 150 MW are asked for and not due before 2025. The cards alone need 140 MW. Fourteen turbines stood there in July, more came, and local groups complain. Two in five cards are dark, whatever was announced.

almanac-grid-title = The grid
almanac-grid = Seventeen supercomputing centres are in use or being built in seven states, and officials warn that power may run short. One of 100 MW takes as much as 70,000 to 100,000 homes. A connection takes one to seven years, typically two; Dominion has contracts for 21 GW and connects about one a year.

almanac-five_phases-title = The five phases
almanac-five_phases = Microsoft and OpenAI plan in five phases. The first was a machine of 10,000 cards in 2020, later tens of thousands of A100; they now work on the third. The fourth, in Wisconsin, is due about 2026. The fifth would have millions of chips for 100 billion dollars, twice what Microsoft spends in a year, and is doubted even there.

almanac-training_sizes-title = Five times as much each time
almanac-training_sizes = Grok 2 was trained on 20,000 H100; 100,000 are meant for Grok 3. Training compute at the frontier grows four- to fivefold a year, and methods make the same model three times cheaper each year. The final run takes only a tenth or so of a lab's research compute.

almanac-ladder-title = The list that everybody reads
almanac-ladder = The Arena asks people which of two answers is better and publishes ratings. On 4 September 2024: OpenAI 1316, Google 1300, xAI 1294, Anthropic 1270, Meta 1266. In June the best had 1287, and OpenAI's version of May is fifth by now. A model is old in months.

almanac-film-title = A product that waits for cards
almanac-film = Sora was shown early in 2024 and is still not on sale. A report of March estimated 720,000 H100 to serve it at its peak: more than any firm then had for one product. A demo needs a cluster; a market needs a fleet.

almanac-next_generation-title = Why the next one is late
almanac-next_generation = The generation after GPT-4 was expected from late 2023 on; its maker's hints now point to the end of 2025. Two shortages are named: compute and data. The stock of public text is some 300 trillion tokens and may be used up between 2026 and 2032.

almanac-users-title = Users
almanac-users = ChatGPT had 50 million users a week in March 2023 and 200 to 240 million in September 2024, ten million of whom pay; a million seats are paid by companies, one year after that offer began. Meta counts 400 million a month. Most companies use three families of models or more: loyalty is thin.

almanac-people-title = People
almanac-people = OpenAI grew from 375 people to more than 1,500 in a year and a half, Anthropic from 85 to 500 and more, xAI from 12 to 100. Of OpenAI's eleven founders two still work there, and well-known people go every month. Talent follows talent and attention, and a rival grants that xAI draws both.

almanac-take_overs-title = Firms without their people
almanac-take_overs = Inflection's staff went to Microsoft, Adept's to Amazon, Character.AI's founders to Google, each for a licence fee of 0.4 to 2.7 billion dollars. No firm was bought, so no merger was examined. What is left are shells, and the examiners have begun to look.

almanac-fog-title = What nobody can count
almanac-fog = Giants do not say how many cards run. Claims can be checked against power: 50 MW do not light 100,000 cards. What was announced for 2023 and 2024 and did not come has made the press slower to believe.

almanac-law-title = Law and clauses
almanac-law = The EU's AI Act is in force since August 2024 and looks at models above 1e25 FLOP; California's bill SB 1047 lies on the governor's desk; export controls bar the fastest chips from some markets. Microsoft's licence to OpenAI's models ends at AGI, and who says when that is, is disputed.
