"""Prints what came of the attacks that the journey's test makes from one leased server against another."""
