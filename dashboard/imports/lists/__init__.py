"""Reading a list of some published decisions: what their own pages print, and no figure."""
