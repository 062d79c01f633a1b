"""Reports: records and traces put into words, text and pages; nothing is counted here."""

from deliberate.report.html import minutes_page, page
from deliberate.report.markdown import markdown
from deliberate.report.minutes import minutes, printed
from deliberate.report.minutes_head import MinutesHead
from deliberate.report.sections import Notice, sections

__all__ = ["MinutesHead", "Notice", "markdown", "minutes", "minutes_page", "page", "printed", "sections"]
