import type { App } from "../server/app.ts";
import { readConfig } from "../server/config.ts";
import { type CivilDate, parseCivilDate } from "../time/civil-date.ts";
import { misused, tell } from "./output.ts";

/** Runs a command beside the running application, or with the database started for it alone. */
export async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  // Not at the top: what the law says needs neither the database nor anything else of the application.
  const { createApp } = await import("../server/app.ts");
  const app = await createApp(readConfig(process.env), { mode: "join", notice: tell });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The id of the agency with that code today. */
export async function agencyIdOf(app: App, code: string): Promise<string> {
  const tree = await app.agencies.agencyTree("nobody", { asOf: app.today() });
  const found = tree.find((agency) => agency.code === code);
  if (!found) throw misused("agency", `There is no agency ${code} today.`);
  return found.id;
}

export function dayOf(text: string | undefined, fallback: string): CivilDate {
  const date = parseCivilDate(text ?? fallback);
  if (!date) throw misused("date", `${text} is not a date YYYY-MM-DD.`);
  return date;
}
