//! The body's duty measured: coverage, tasks, periods, nil reports.
