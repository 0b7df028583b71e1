import type { Letter } from "../../casework/petitions/index.ts";
import { m } from "../paraglide/messages.js";

/** What a petitioner asks by a letter that is more than one; empty for any other. */
export function sayAbout({ about, files }: Pick<Letter, "about" | "files">): string {
  if (about === "withdraw-all") return m.after_about_withdraw_all();
  if (about === "withdraw-part") return m.after_about_withdraw_part();
  return about === "documents" ? m.after_about_documents({ count: files }) : "";
}
