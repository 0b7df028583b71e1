import type { CorrectSessionInput, Outcome, RecordSessionInput } from "../../../casework/reception/sessions/index.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { m } from "../../paraglide/messages.js";
import { formText } from "../../ui/form-data.ts";
import { typedDate } from "../../ui/typed-date.ts";
import { isSessionState } from "./session-words.ts";

/** Every form of the page has an intent; its fields are called "<intent>-<field>", so that no two share an id. */
export const intents = [
  "announce",
  "held",
  "held-without-visitors",
  "delegated",
  "postponed",
  "cancelled",
  "correct",
  "case",
  "uncase",
  "places",
  "came",
  "absent",
  "unmark",
  "paper",
] as const;
export type Intent = (typeof intents)[number];

const paperSteps = ["check", "approve", "sign", "number", "send"] as const;

type Work =
  | { readonly started: Promise<unknown> }
  | { readonly problems: readonly { readonly field: string; readonly message: string }[] };

export type TypedSession = Readonly<Record<string, string>>;

export function typedSession(form: FormData): TypedSession {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

export function intentOf(form: FormData): Intent | undefined {
  const given = formText(form, "intent");
  return intents.find((each) => each === given);
}

/** Starts what a posted form asks for, or says which day cannot be read. */
export function doSession(app: App, asker: Asker, sessionId: string, intent: Intent, form: FormData): Work {
  const key = formText(form, "key");
  const text = (field: string) => formText(form, `${intent}-${field}`).trim();
  const problems: { field: string; message: string }[] = [];
  const day = (field: string): string | undefined => {
    if (text(field) === "") return undefined;
    const date = typedDate(text(field));
    if (!date) problems.push({ field, message: m.sessions_bad_date() });
    return date;
  };
  if (intent === "announce") {
    const announcedOn = day("announcedOn");
    if (problems.length > 0) return { problems };
    return {
      started: app.headSessions.announceSessions(asker, {
        key,
        sessionIds: [sessionId],
        ...(announcedOn ? { announcedOn } : {}),
      }),
    };
  }
  const base = { key, sessionId };
  if (intent === "case") {
    const [code, prepare, unit] = [text("code"), text("prepare"), text("unit")];
    return { started: app.headSessions.addCase(asker, { ...base, code, prepare, unit }) };
  }
  if (intent === "uncase")
    return { started: app.headSessions.removeCase(asker, { ...base, petitionId: formText(form, "petitionId") }) };
  if (intent === "places") {
    const places = text("places") === "" ? null : Number(text("places"));
    return { started: app.headSessions.setPlaces(asker, { ...base, places }) };
  }
  if (intent === "came" || intent === "absent" || intent === "unmark") {
    const as = intent === "unmark" ? "booked" : intent;
    return { started: app.bookings.mark(asker, { bookingId: formText(form, "bookingId"), as }) };
  }
  if (intent === "paper") {
    const step = paperSteps.find((each) => each === formText(form, "step")) ?? "check";
    const sent = step === "send" ? { recipients: ["related" as const] } : {};
    return { started: app.matters.stepPaper(asker, { key, paperId: formText(form, "paperId"), step, ...sent }) };
  }
  if (intent === "correct") {
    const input = correction(form, base, text, day);
    return problems.length > 0 ? { problems } : { started: app.headSessions.correctSession(asker, input) };
  }
  const input = outcomeOf(intent, base, text, day, form.getAll(`${intent}-bodies`).map(String));
  return problems.length > 0 ? { problems } : { started: app.headSessions.recordSession(asker, input) };
}

type Text = (field: string) => string;
type Day = (field: string) => string | undefined;

function outcomeOf(
  outcome: Outcome,
  base: { key: string; sessionId: string },
  text: Text,
  day: Day,
  bodies: readonly string[],
): RecordSessionInput {
  const given = (
    field: "receivedBy" | "delegatedTo" | "reason" | "publicReason" | "newStartsAt" | "newEndsAt" | "newPlace",
  ) => (text(field) ? { [field]: text(field) } : {});
  const on = day("newOn");
  const announcedOn = day("newAnnouncedOn");
  return {
    ...base,
    outcome,
    ...(bodies.length > 0 ? { bodies: [...bodies] } : {}),
    ...given("receivedBy"),
    ...given("delegatedTo"),
    ...given("reason"),
    ...given("publicReason"),
    ...given("newStartsAt"),
    ...given("newEndsAt"),
    ...given("newPlace"),
    ...(on ? { newOn: on } : {}),
    ...(announcedOn ? { newAnnouncedOn: announcedOn } : {}),
  };
}

const correctableTexts = [
  "startsAt",
  "endsAt",
  "place",
  "hostName",
  "attending",
  "topics",
  "receivedBy",
  "delegatedTo",
];

/** Only what the form holds: a session without an outcome offers fewer entries. */
function correction(
  form: FormData,
  base: { key: string; sessionId: string },
  text: Text,
  day: Day,
): CorrectSessionInput {
  const held = (field: string) => form.has(`correct-${field}`);
  const on = day("on");
  const announcedOn = day("announcedOn");
  const state = text("state");
  const texts = Object.fromEntries(correctableTexts.filter(held).map((field) => [field, text(field)]));
  return {
    ...base,
    ...texts,
    reason: text("reason"),
    ...(on ? { on } : {}),
    ...(announcedOn ? { announcedOn } : {}),
    ...(isSessionState(state) && state !== "draft" && state !== "postponed" ? { state } : {}),
    ...(text("kind") === "scheduled" || text("kind") === "unscheduled"
      ? { kind: text("kind") === "scheduled" ? "scheduled" : "unscheduled" }
      : {}),
    ...(text("ground") === "a" || text("ground") === "b" ? { ground: text("ground") === "a" ? "a" : "b" } : {}),
  };
}
