"""How bin/demo and bin/test run programs side by side."""
