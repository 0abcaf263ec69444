"""The annual review letter, by edition: data and sentences, pure."""
