"""Files of exactly what a page shows: CSV and XLSX, with definitions, source, origin and citation in them."""
