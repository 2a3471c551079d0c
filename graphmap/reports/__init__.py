"""Reports and checks in Cypher: each a file with a head and one query, answered alike by both engines."""

from graphmap.reports.loader import Report, list_reports, load_report, read_report
from graphmap.reports.runner import ReportAnswer, count_findings, run_checks, run_report

__all__ = [
    "Report",
    "ReportAnswer",
    "count_findings",
    "list_reports",
    "load_report",
    "read_report",
    "run_checks",
    "run_report",
]
