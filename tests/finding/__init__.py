"""What thousands of people might type, and what is right, honest or named as unknown."""
