"""Mesa agents and what they may see, order and book. They never look at their model."""
