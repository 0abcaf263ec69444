"""Reading the publisher's files: the annual tables and the case register, into a draft."""
