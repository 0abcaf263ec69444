"""The publisher's annual tables: from a file's cells to counts, headings and authorities understood."""
