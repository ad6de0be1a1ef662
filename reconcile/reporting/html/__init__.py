"""The report as one self-contained page."""

from reconcile.reporting.html.desk import Desk
from reconcile.reporting.html.page import framed, to_html

__all__ = ["Desk", "framed", "to_html"]
