import type { ListFilter, ListView } from "../../../casework/petitions/index.ts";
import { typedDate } from "../../ui/typed-date.ts";

const views: readonly ListView[] = ["mine", "unit", "all", "overdue", "waiting"];
const kinds = ["complaint", "denunciation", "recommendation"] as const;

/** What the address of the list asks for, as typed and as understood; `bad` names dates that are none. */
export interface ReadFilter {
  readonly view: ListView;
  readonly typed: Readonly<Record<"q" | "kind" | "state" | "from" | "to", string>>;
  readonly wanted: ListFilter;
  readonly bad: readonly ("from" | "to")[];
  readonly filtered: boolean;
}

export function readFilter(url: URL): ReadFilter {
  const text = (name: string) => url.searchParams.get(name)?.trim() ?? "";
  const typed = {
    q: text("q").slice(0, 200),
    kind: text("kind"),
    state: text("state").slice(0, 40),
    from: text("from"),
    to: text("to"),
  };
  // A search from the head of the page looks everywhere; otherwise the first list is the unit's.
  const view = views.find((each) => each === text("view")) ?? (typed.q ? "all" : "unit");
  const kind = kinds.find((each) => each === typed.kind);
  const from = typedDate(typed.from);
  const to = typedDate(typed.to);
  const after = text("after");
  const wanted: ListFilter = {
    view,
    ...(typed.q ? { q: typed.q } : {}),
    ...(kind ? { kind } : {}),
    ...(typed.state ? { state: typed.state } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/.test(after) ? { after } : {}),
  };
  const bad = (["from", "to"] as const).filter((name) => typed[name] !== "" && !typedDate(typed[name]));
  return { view, typed, wanted, bad, filtered: Object.values(typed).some((each) => each !== "") };
}

/** The address of the list with these filters: this is what a saved filter is. */
export function listAddress(filter: Pick<ReadFilter, "typed">, view: ListView, after?: string): string {
  const query = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(filter.typed)) if (value) query.set(name, value);
  if (after) query.set("after", after);
  return `/office/list?${query}`;
}
