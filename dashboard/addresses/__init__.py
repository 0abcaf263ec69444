"""Every URL of the site, and what a URL says: any query string is read, and printed back."""
