"""Every comparison of a release worked out again: SQL, numpy and scipy, nothing of the product."""
