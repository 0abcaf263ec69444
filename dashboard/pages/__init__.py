"""Pages: pure functions from a view state and a repository to a Dash component tree."""
