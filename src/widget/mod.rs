//! The widget without a browser: what input changes, and what a mark says.
