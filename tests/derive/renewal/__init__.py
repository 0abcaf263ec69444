"""Next year’s official files: what is made of them, and what is refused."""
