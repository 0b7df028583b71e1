/** An error as the log may hold it: its class and where it was thrown, never its message, of however many lines. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const at = error.stack?.split("\n").filter((line) => /^\s+at .*\S:\d+:\d+\)?$/.test(line)) ?? [];
  return `${error.name}: ${at.slice(0, 3).join(" ")}`;
}
