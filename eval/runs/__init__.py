"""A run: what models answer to a suite, how far each answer gets, and what it scores; written down item by item, so that a kill loses nothing."""
