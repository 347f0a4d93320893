"""Sentences, entity mentions and what refers to whom, in one article."""
