"""Backends that propose translations in normal form."""
