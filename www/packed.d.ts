// The module, gzipped, in base64; the bundler puts it here.
declare module '#packed' {
  const text: string;
  export default text;
}
