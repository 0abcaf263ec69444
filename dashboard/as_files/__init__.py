"""The public site of a release as files that any file server can serve, made through the site itself."""
