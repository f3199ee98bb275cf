"""How far a candidate was checked: parsed, compiled."""
