//! Document numbers, index numbers, credit codes, project codes: parse, check, mend.
