"""Indicators, one file each: frozen values that read a followed mandate."""
