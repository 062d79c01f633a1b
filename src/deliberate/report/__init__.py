"""Reports: records and traces put into words, text and pages; nothing is counted here."""

from deliberate.report.html import page
from deliberate.report.markdown import markdown
from deliberate.report.sections import Notice, sections

__all__ = ["Notice", "markdown", "page", "sections"]
