"""A draft as a whole: files imported into it, and read back from the store's copies as one."""
