"""The site around the figures: its frame, what it says of itself and its data, the finder, errors."""
