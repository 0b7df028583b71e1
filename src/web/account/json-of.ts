/** What a script put into a field of a form; undefined when it is no JSON. The server's port looks at its shape. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
