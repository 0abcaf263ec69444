"""All letters of a year as files: PDFs, their index, what could not be written, covering e-mails."""
