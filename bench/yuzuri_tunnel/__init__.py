"""What the product's install tunnel costs, against one that is made by hand between the same two ends."""
