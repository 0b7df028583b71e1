import type { AnnounceSessionsInput, PlanSessionsInput } from "../../../casework/reception/sessions/index.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";
import type { Problem } from "./problems.ts";

export const planFields = [
  "position",
  "kind",
  "ground",
  "how",
  "dates",
  "days",
  "from",
  "until",
  "onDayOff",
  "startsAt",
  "endsAt",
  "place",
  "hostName",
  "attending",
  "topics",
  "places",
  "announcedOn",
] as const;
export type TypedPlan = Readonly<Partial<Record<(typeof planFields)[number], string>>>;

export function typedPlan(form: FormData): TypedPlan {
  return Object.fromEntries(planFields.map((name) => [name, formText(form, name).trim()]));
}

type Read<Input> = { readonly input: Input } | { readonly problems: readonly Problem[] };

/** What a use case can take, or what must be mended before it is asked. */
export function readPlan(
  typed: TypedPlan,
  place: { readonly key: string; readonly agencyId: string },
): Read<PlanSessionsInput> {
  const problems: Problem[] = [];
  const day = (field: "from" | "until" | "announcedOn"): string => {
    const date = typedDate(typed[field] ?? "");
    if (!date) problems.push({ field, message: m.sessions_bad_date() });
    return date ?? "";
  };
  const monthly = typed.how === "monthly";
  const input: PlanSessionsInput = {
    ...place,
    position: typed.position ?? "",
    kind: typed.kind === "unscheduled" ? "unscheduled" : "scheduled",
    ...(typed.ground === "a" || typed.ground === "b" ? { ground: typed.ground } : {}),
    startsAt: typed.startsAt ?? "",
    endsAt: typed.endsAt ?? "",
    place: typed.place ?? "",
    ...(typed.hostName ? { hostName: typed.hostName } : {}),
    ...(typed.attending ? { attending: typed.attending } : {}),
    ...(typed.topics ? { topics: typed.topics } : {}),
    places: typed.places ? typed.places : null,
    ...(typed.announcedOn ? { announcedOn: day("announcedOn") } : {}),
    ...(monthly
      ? {
          monthly: {
            days: (typed.days ?? "").split(/[\s,;]+/).filter(Boolean),
            from: day("from"),
            until: day("until"),
            onDayOff: typed.onDayOff === "skip" || typed.onDayOff === "keep" ? typed.onDayOff : "next-working-day",
          },
        }
      : { dates: datesOf(typed.dates ?? "", problems) }),
  };
  return problems.length > 0 ? { problems } : { input };
}

function datesOf(text: string, problems: Problem[]): string[] {
  return text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const date = typedDate(line);
      if (!date) problems.push({ field: "dates", message: m.sessions_dates_wrong({ text: line.slice(0, 20) }) });
      return date ?? "";
    });
}

export function readAnnouncement(form: FormData): Read<AnnounceSessionsInput> {
  const sessionIds = form.getAll("sessionIds").filter((each) => typeof each === "string");
  const typed = formText(form, "draftsAnnouncedOn").trim();
  const announcedOn = typed === "" ? undefined : typedDate(typed);
  if (sessionIds.length === 0) return { problems: [{ field: "sessionIds", message: m.sessions_announce_none() }] };
  if (typed !== "" && !announcedOn)
    return { problems: [{ field: "draftsAnnouncedOn", message: m.sessions_bad_date() }] };
  return { input: { key: formText(form, "key"), sessionIds, ...(announcedOn ? { announcedOn } : {}) } };
}

/** Names of the use case's fields as the form has them. */
export function planField(field: string): string {
  if (field.startsWith("monthly.")) return field.split(".")[1] ?? field;
  return field.split(".")[0] ?? field;
}
