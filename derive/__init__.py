"""From the folder of open source data to the project's own artefacts under ``data/``."""
