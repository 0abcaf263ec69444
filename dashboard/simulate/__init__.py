"""The demonstration's case register: simulated cases that reproduce every figure held."""
