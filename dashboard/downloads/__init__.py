"""A release's figures to take away: CSV, XLSX and JSON, and what their columns mean (CSVW, Data Package)."""
