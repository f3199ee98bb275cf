"""How good a translator is: a package of the checkout, run as `python -m eval`."""
