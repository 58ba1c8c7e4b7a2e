"""The five desks as wide panels over the board: options side by side, each with what the door says of it."""
