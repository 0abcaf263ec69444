"""Reading a release: the records pages are made of, and the repository that fetches them."""
