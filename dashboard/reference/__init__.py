"""Reading the project's own artefacts under ``data/`` back into typed tables."""
