"""Settings for building these pages as a site: `sphinx-build -W docs site`."""

project = "reconcile"
extensions = ["myst_parser"]
root_doc = "README"
html_theme = "furo"
html_title = "reconcile"
myst_heading_anchors = 3
exclude_patterns = ["conf.py"]
suppress_warnings = ["myst.xref_missing", "toc.not_included"]  # links into the repository, and pages reached by links
