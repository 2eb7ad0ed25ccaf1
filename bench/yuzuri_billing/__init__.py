"""Measures what billing a month costs."""
