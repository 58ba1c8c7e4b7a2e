"""Markets: each clears bids against offers in a file of its own."""
