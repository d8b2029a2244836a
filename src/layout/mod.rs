//! Where things go: the frame, labels that do not collide, lanes of events.
