"""Training of the sequence-to-sequence model."""
