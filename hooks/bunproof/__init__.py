"""bunproof: what would fail after the deploy is stopped at the commit."""
