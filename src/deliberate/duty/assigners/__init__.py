"""Ways to bring duties and offers together, one file each."""
