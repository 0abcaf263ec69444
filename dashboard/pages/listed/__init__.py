"""Some of the Ombudsman's decisions, where a release holds a list of them and no register of cases."""
