"""Values for the fields of an event mention: actors, places, dates."""
