// The module as scripts carry it; the bundler puts it here.
declare module '#packed' {
  const text: string;
  export default text;
}
// Its second part.
declare module '#second' {
  const text: string;
  export default text;
}
