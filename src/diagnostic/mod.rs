//! Findings: what rules say, and how levels, grounds and exceptions are decided at the close.
