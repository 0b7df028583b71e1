import type { Draft, RecordPostInput } from "../../../casework/intake/index.ts";
import { dateGiven, kindsOf, type Values } from "../reception/visit-form.ts";

export const postSources = ["post", "mailbox", "forwarded", "leader", "email"] as const;
export const forwarders = ["na-deputy", "council-deputy", "front", "press", "party", "other"] as const;

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
const oneOf = <Value extends string>(known: readonly Value[], text: string | undefined): Value | undefined =>
  known.find((each) => each === text);

/** What the use case takes, from what was typed. A condition whose box is not ticked is not met; an obstacle's is when it is. */
export function postInputOf(values: Values, agencyId: string, draftId?: string): RecordPostInput {
  const given = (name: string) => {
    const text = filled(values[name]);
    return text === undefined ? {} : { [name.slice(name.lastIndexOf(".") + 1)]: text };
  };
  const day = (name: string) => {
    const date = dateGiven(values[name]);
    return date === undefined ? {} : { [name]: date };
  };
  const asked = (values.asked ?? "").split(" ").filter(Boolean);
  const unmet = asked.filter((fact) => (values[`met.${fact}`] === "on") === (values[`obstacle.${fact}`] === "yes"));
  const source = oneOf(postSources, values.source) ?? "post";
  const forwarder = oneOf(forwarders, values.forwarder);
  return {
    key: values.key ?? "",
    agencyId,
    ...day("receivedOn"),
    source,
    ...(source === "post" ? day("postmarkOn") : {}),
    ...(source === "forwarded"
      ? { ...(forwarder ? { forwarder } : {}), ...given("forwarderName"), ...given("letterNumber"), ...day("letterOn") }
      : {}),
    sender: {
      ...given("sender.name"),
      ...given("sender.address"),
      ...given("sender.idNumber"),
      ...given("sender.phone"),
      ...given("sender.email"),
    },
    signatureCount: filled(values.signatureCount) ?? "1",
    kinds: [...kindsOf(values)],
    content: values.content ?? "",
    ...given("request"),
    ...given("respondent"),
    originalCount: filled(values.originalCount) ?? "0",
    unmet: unmet as RecordPostInput["unmet"],
    ...given("note"),
    ...(draftId ? { draftId, confirmed: values.confirmed === "on" } : {}),
  };
}

/** A draft as the entries of the form; what was read is only put there, and a person confirms it. */
export function valuesOfDraft(draft: Draft): Values {
  const read: Record<string, string> = { source: draft.origin === "email" ? "email" : "post" };
  if (draft.sender) read["sender.email"] = draft.sender.match(/[^\s<>]+@[^\s<>]+/)?.[0] ?? "";
  const words = [draft.subject, draft.body].filter(Boolean).join("\n\n");
  if (words) read.content = words;
  for (const { field, value } of draft.suggestions) {
    if (field === "kind") read[`kind.${value}`] = "on";
    else if (field !== "writtenOn") read[field] = value;
  }
  return read;
}
