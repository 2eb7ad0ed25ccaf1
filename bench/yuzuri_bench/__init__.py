"""Measures a transfer against the same installation over a LAN."""
