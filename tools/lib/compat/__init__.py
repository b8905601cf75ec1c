"""Compares two folders of finished site output. Used by tools/compat."""
