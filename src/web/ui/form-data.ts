/** One text field of a posted form; a file or nothing gives "". */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** A path of this site to go back to; anything else is the given default. */
export function safePath(text: string, otherwise: string): string {
  return /^\/(?![/\\])[\w\-./~%?=&+]*$/.test(text) ? text : otherwise;
}
