"""The command line: a thin face, every command one call of the library and one report."""
