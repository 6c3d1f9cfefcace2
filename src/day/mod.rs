//! Days, the State Council's working days, and official time-limit phrases.
