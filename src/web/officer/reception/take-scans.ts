import type { RefusalDetails } from "../../../casework/refusal.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { filledItems, mayScan, type Values } from "./visit-form.ts";

type Keep = (file: {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}) => Promise<{ value: { readonly fileId: string } } | { refusal: RefusalDetails }>;

/**
 * Takes the chosen scans in before the record is read back; each becomes a line of the list of papers. What is
 * unclassified or holds a denunciation is scanned only where custodians hold who denounces (settled 2, 5).
 */
export async function takeScans(form: FormData, values: Values, custodians: number, keep: Keep) {
  const files = form.getAll("files").filter((each): each is File => each instanceof File && each.size > 0);
  const problems: { field: string; message: string }[] = [];
  if (files.length > 0 && !mayScan(values, custodians)) {
    return { values, problems: [{ field: "files", message: m.reception_no_scan() }] };
  }
  const taken: Record<string, string> = { ...values };
  let next = Math.max(-1, ...filledItems(values)) + 1;
  for (const file of files) {
    const kept = await keep({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if ("refusal" in kept) {
      problems.push({ field: "files", message: `${file.name}: ${say(kept.refusal.message)}` });
      continue;
    }
    taken[`items.${next}.title`] = titleOf(file.name);
    taken[`items.${next}.fileId`] = kept.value.fileId;
    taken[`items.${next}.copyType`] = "photocopy";
    next += 1;
  }
  return { values: taken, problems };
}

const titleOf = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/\.[a-z0-9]{2,4}$/i, "")
    .replace(/[_-]+/g, " ")
    .trim() || name;
