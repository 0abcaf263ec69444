"""Letters and committee papers as tagged PDF (typst) and as documents to edit."""
