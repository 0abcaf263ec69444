"""The publisher's case register: its file, its columns, its rows, what is wrong with them."""
