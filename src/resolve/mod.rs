//! All files together: syntax to model, settings, levels, allowances, the lock.
