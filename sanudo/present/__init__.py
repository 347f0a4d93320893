"""Tables and briefs for people."""
