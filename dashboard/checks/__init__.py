"""What is wrong or doubtful with a draft: checks, corrections, acceptances, and the report of them."""
