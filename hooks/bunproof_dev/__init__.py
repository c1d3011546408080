"""Generators of what is committed but not written by hand. Each has `--check`. Not in the wheel."""
