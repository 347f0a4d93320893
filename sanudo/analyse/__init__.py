"""How states move towards and away from each other: series of pairs, networks, shifts. Reads what the ledger's views give, and writes nothing."""
