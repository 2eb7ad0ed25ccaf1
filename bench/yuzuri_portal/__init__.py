"""Measures the portal's pages with a full database, at a rate that does not wait for answers."""
