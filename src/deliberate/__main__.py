"""``python -m deliberate`` is the command ``deliberate``."""

from __future__ import annotations

from deliberate.cli.main import run

if __name__ == "__main__":
    raise SystemExit(run())
