"""Measures what hostile requests cost others, and what they leave behind."""
