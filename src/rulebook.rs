//! Every rule, whoever raises it.
