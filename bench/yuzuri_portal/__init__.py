"""Measures how fast the portal's pages are when it is full."""
