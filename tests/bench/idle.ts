/**
 * A server that does nothing: it answers `/…?bytes=N` with N bytes that it has ready. How fast it can be driven is the
 * bench's own ceiling, and figures near it say little.
 */
const answers = new Map<string, string>();

const onListen = ({ port }: Deno.NetAddr) => console.log(`idle is ready at http://127.0.0.1:${port}/`);
Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, ({ url }) => {
  const bytes = url.slice(url.lastIndexOf("=") + 1);
  let answer = answers.get(bytes);
  if (answer === undefined) answers.set(bytes, answer = "x".repeat(Number(bytes) || 2));
  return new Response(answer);
});
