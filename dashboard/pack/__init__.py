"""The paper for a council's committee, as data: its sections, pictures and questions (pure)."""
