"""What each field of an event is measured on, one module a field."""
