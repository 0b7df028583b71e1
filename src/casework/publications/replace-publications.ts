import { sql } from "kysely";
import type { ActCommand } from "../../rules/decide.ts";
import type { ActRule } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { parseCivilDate } from "../../time/civil-date.ts";
import type { Setting } from "../setting.ts";
import { appendChange, type PublicationChange } from "./append-change.ts";

interface From {
  readonly matterId: string;
  readonly officerId: string | null;
}

type Standing = Pick<PublicationChange, "id" | "seq" | "field" | "extract" | "place">;

/** An act that takes back the decision takes back what was made public of it, until the new one is public. */
export async function takeBackPublications(
  tx: Trx,
  setting: Setting,
  from: From,
  { takesBackPublished }: ActRule,
  { on }: ActCommand,
): Promise<void> {
  if (!takesBackPublished) return;
  const { rows } = await sql<Standing>`
    update publication p set replaced_on = ${on}, seq = p.seq + 1 from publication_source s
    where s.publication_id = p.id and s.matter_id = ${from.matterId} and p.withdrawn_on is null and p.replaced_on is null
    returning p.id, p.seq, p.field, p.extract, p.place`.execute(tx);
  await note(tx, setting, from, rows, "replaced");
}

/** Whatever was taken back of the matter leads to the newest of its kind, at whatever remove. */
export async function leadToNewest(tx: Trx, setting: Setting, from: From, newestId: string): Promise<void> {
  const { rows } = await sql<Standing>`
    update publication p set replaced_by = n.id, seq = p.seq + 1 from publication_source s, publication n
    where s.publication_id = p.id and s.matter_id = ${from.matterId} and n.id = ${newestId}
      and p.withdrawn_on is null and p.replaced_on is not null and p.procedure = n.procedure and p.shows = n.shows
    returning p.id, p.seq, p.field, p.extract, p.place`.execute(tx);
  await note(tx, setting, from, rows, "replaced", newestId);
}

/** The day of the decision was written wrong: the public page follows the correction. */
export async function correctPublications(
  tx: Trx,
  setting: Setting,
  from: From,
  { id: act }: ActRule,
  { values }: ActCommand,
): Promise<void> {
  const given = values["newDate"];
  const right = typeof given === "string" ? parseCivilDate(given) : undefined;
  if (act !== "correct" || values["what"] !== "decision-on" || !right) return;
  const { rows } = await sql<Standing>`
    update publication p set issued_on = ${right}, seq = p.seq + 1 from publication_source s
    where s.publication_id = p.id and s.matter_id = ${from.matterId} and p.withdrawn_on is null and p.replaced_on is null
      and p.issued_on is not null
    returning p.id, p.seq, p.field, p.extract, p.place`.execute(tx);
  await note(tx, setting, from, rows, "corrected");
}

async function note(
  tx: Trx,
  setting: Setting,
  { officerId }: From,
  changed: readonly Standing[],
  what: "replaced" | "corrected",
  by?: string,
): Promise<void> {
  for (const each of changed) await appendChange(tx, setting, { ...each, what, officerId, ...(by ? { by } : {}) });
}
