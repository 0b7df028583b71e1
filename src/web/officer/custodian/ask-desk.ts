import { m } from "../../paraglide/messages.js";
import type { DeskAnswers, DeskIntent } from "./desk.ts";

export type Asked<T> = { readonly value: T } | { readonly problem: string };

/**
 * Asks the server something whose answer must stay in this page's memory (a sealed text, a refusal), by a request of its
 * own: nothing of it stands in an address or in the browser's history.
 */
export async function askDesk<I extends DeskIntent>(
  intent: I,
  fields: Readonly<Record<string, string | Blob>>,
): Promise<Asked<DeskAnswers[I]>> {
  const form = new FormData();
  form.set("intent", intent);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const response = await fetch("/office/custodian/desk", { method: "POST", body: form, redirect: "error" });
    if (!response.headers.get("content-type")?.includes("json")) return { problem: m.custodian_no_answer() };
    return (await response.json()) as Asked<DeskAnswers[I]>;
  } catch {
    return { problem: m.custodian_no_answer() };
  }
}
