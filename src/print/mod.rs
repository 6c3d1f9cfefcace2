//! Findings to words: human, concise, json.
