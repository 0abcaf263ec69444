"""The server: processes of gunicorn; in each of them waitress, which holds no thread for a slow client."""
