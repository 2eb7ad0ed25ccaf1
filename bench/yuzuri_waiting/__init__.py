"""Measures what daemons that wait for commands cost the portal."""
