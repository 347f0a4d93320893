"""Which event mentions tell of one event."""
