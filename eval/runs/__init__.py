"""What models answer to a suite, how far each answer gets and what it scores, written down so that a kill loses nothing."""
