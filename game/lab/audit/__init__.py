"""Kill checks: is every turn a decision, does skill decide, does the world behave as the known past did."""
