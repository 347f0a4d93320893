"""The store: one writer, many readers."""
