import type { SessionKind, SessionState } from "../../../casework/reception/sessions/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { m } from "../../paraglide/messages.js";
import type { Tone } from "../../ui/deadline-chip.tsx";

const states: Readonly<Record<SessionState, readonly [name: () => string, tone: Tone]>> = {
  draft: [m.sessions_state_draft, "neutral"],
  announced: [m.sessions_state_announced, "blue"],
  held: [m.sessions_state_held, "green"],
  "held-without-visitors": [m.sessions_state_held_without_visitors, "green"],
  delegated: [m.sessions_state_delegated, "amber"],
  postponed: [m.sessions_state_postponed, "amber"],
  cancelled: [m.sessions_state_cancelled, "neutral"],
};

export const stateName = (state: SessionState): string => states[state][0]();
export const stateTone = (state: SessionState): Tone => states[state][1];
export const isSessionState = (text: string): text is SessionState => Object.hasOwn(states, text);

export const kindName = (kind: SessionKind): string =>
  kind === "scheduled" ? m.sessions_kind_scheduled() : m.sessions_kind_unscheduled();

export const kindOptions = () => [
  { value: "scheduled", label: m.sessions_kind_scheduled() },
  { value: "unscheduled", label: m.sessions_kind_unscheduled() },
];

export const groundOptions = () => [
  { value: "", label: m.sessions_ground_none() },
  { value: "a", label: m.sessions_ground_a() },
  { value: "b", label: m.sessions_ground_b() },
];

/** As people type a day here, in both languages. */
export const typedDay = (date: CivilDate): string => date.split("-").reverse().join("/");
