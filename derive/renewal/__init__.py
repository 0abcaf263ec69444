"""Next year's population, neighbours and postcodes, put into the data from an official file each."""
