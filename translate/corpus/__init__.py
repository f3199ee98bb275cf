"""From source packages to pairs of functions that a model learns from."""
