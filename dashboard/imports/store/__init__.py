"""What is kept of a draft: the publisher's files, the draft's own record, the names accepted."""
