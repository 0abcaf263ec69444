"""What to watch: questions with their evidence, across councils and on a council's page."""
