"""Articles out of files: formats, cleaning, dates of publication. Knows nothing of events."""
