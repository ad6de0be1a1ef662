"""The report as one self-contained page."""

from reconcile.reporting.html.page import framed, to_html

__all__ = ["framed", "to_html"]
