import type { Endpoint } from "../endpoints.ts";

export type MatchEndpoint = (method: string, path: string) => Endpoint | undefined;

/** Finds the endpoint of a request; exact segments win over `:name`, which wins over `*`. HEAD counts as GET. */
export function endpointMatcher(endpoints: readonly Endpoint[]): MatchEndpoint {
  const compiled = endpoints.map((endpoint) => ({ endpoint, segments: segmentsOf(endpoint.pattern) }));
  const ordered = compiled.toSorted((a, b) => rank(b.segments) - rank(a.segments));
  return (method, path) => {
    const wanted = method === "HEAD" ? "GET" : method;
    const segments = segmentsOf(pagePath(path));
    return ordered.find((each) => each.endpoint.method === wanted && fits(each.segments, segments))?.endpoint;
  };
}

/** The page whose data React Router asks for: `/a/b.data` is `/a/b`, `/_root.data` is `/`. */
export function pagePath(path: string): string {
  if (path === "/_root.data" || path === "/_.data") return "/";
  return path.endsWith(".data") && !path.startsWith("/api/") ? path.slice(0, -".data".length) : path;
}

const segmentsOf = (path: string): readonly string[] => path.split("/").filter((segment) => segment !== "");

const rank = (segments: readonly string[]): number =>
  segments.reduce((sum, segment) => sum * 3 + (segment === "*" ? 0 : segment.startsWith(":") ? 1 : 2), 1);

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  const open = pattern.at(-1) === "*";
  if (open ? segments.length < pattern.length : segments.length !== pattern.length) return false;
  return pattern.every((each, i) => each === "*" || each.startsWith(":") || each === segments[i]);
}
