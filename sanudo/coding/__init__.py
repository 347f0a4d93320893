"""Event mentions: type, roles, kind and status, from a parse."""
