"""The field's vocabulary: years, council types, measures, outcomes, origins. Standard library only."""
