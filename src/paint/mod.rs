//! Inks a scene through a plotters backend; the only room that knows plotters.
