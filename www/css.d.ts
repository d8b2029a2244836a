// A style sheet, imported as its text; the bundler puts it there.
declare module '*.css' {
  const text: string;
  export default text;
}

// Those that the bundler makes small first.
declare module '#style' {
  const text: string;
  export default text;
}
declare module '#builder-style' {
  const text: string;
  export default text;
}

// The editable table of the builder page has no types of its own.
declare module 'tabulator-tables';
