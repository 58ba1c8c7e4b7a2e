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
