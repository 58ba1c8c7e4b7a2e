"""The report of a batch: one HTML file that opens offline, made from the tables in a folder (`report DIR`)."""
