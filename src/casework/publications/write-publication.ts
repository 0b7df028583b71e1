import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendChange } from "./append-change.ts";
import { personalIn } from "./personal-in.ts";
import { inWords, type PublicationRow } from "./publication.ts";

export const wordPublicationInput = z.object({
  key: z.uuid(),
  id: z.uuid(),
  field: z.string().trim().max(120).default(""),
  extract: z.string().trim().max(5_000).default(""),
  place: z.string().trim().max(300).default(""),
  /** The officer confirms that nothing of it is personal. */
  nothingPersonal: z.boolean(),
});
export type WordPublicationInput = z.input<typeof wordPublicationInput>;

/**
 * What the public page says besides number and day: what an officer wrote for it and confirmed. Throws "not-found",
 * "not-allowed", "law" for a denunciation, "invalid-input" with names or numbers of the matter's people in it.
 */
export async function wordPublication(
  setting: Setting,
  asker: Asker,
  input: WordPublicationInput,
): Promise<{ readonly publicationId: string }> {
  const { key, id, nothingPersonal, ...words } = parseInput(wordPublicationInput, input);
  return runOnce(setting, asker, key, "word-publication", async (tx) => {
    const row = await lockPublication(tx, id);
    if (row.shows === "existence")
      throw new Refused({ code: "law", message: denunciationsStaySilent, article: "Khoản 3 Điều 40 Luật Tố cáo" });
    if (!nothingPersonal) throw invalidInput([{ field: "nothingPersonal", message: confirmFirst }]);
    const personal = await personalIn(tx, row.matterId, words);
    if (personal.length > 0) throw invalidInput(personal);
    const seq = row.seq + 1;
    const { field, extract, place } = words;
    await sql`update publication set field = ${field}, extract = ${extract}, place = ${place}, seq = ${seq} where id = ${id}`.execute(
      tx,
    );
    await appendChange(tx, setting, { id, seq, what: "worded", officerId: whoAsks(tx).officerId, ...words });
    return { publicationId: id };
  });
}

export const withdrawPublicationInput = z.object({
  key: z.uuid(),
  id: z.uuid(),
  /** `correction`: something is wrong with it; `least-time-over`: it stayed as long as the law asks. */
  ground: z.enum(["correction", "least-time-over"]),
  reason: z.string().trim().min(1).max(2_000),
});
export type WithdrawPublicationInput = z.input<typeof withdrawPublicationInput>;

/** Takes it down, with a reason that stays inside. Before the least time of the law is over, only what is wrong. */
export async function withdrawPublication(
  setting: Setting,
  asker: Asker,
  input: WithdrawPublicationInput,
): Promise<{ readonly publicationId: string }> {
  const { key, id, ground, reason } = parseInput(withdrawPublicationInput, input);
  return runOnce(setting, asker, key, "withdraw-publication", async (tx) => {
    const row = await lockPublication(tx, id);
    const today = setting.today();
    if (ground === "least-time-over" && row.leastUntil !== null && today <= row.leastUntil)
      throw new Refused({ code: "law", message: stillToStay, article: inWords(setting.law.packs, row).article });
    const seq = row.seq + 1;
    await sql`update publication set withdrawn_on = ${today}, seq = ${seq} where id = ${id}`.execute(tx);
    const { field, extract, place } = row;
    const officerId = whoAsks(tx).officerId;
    await appendChange(tx, setting, { id, seq, what: "withdrawn", officerId, field, extract, place, reason, ground });
    return { publicationId: id };
  });
}

interface Locked extends PublicationRow {
  readonly seq: number;
  readonly agencyId: string;
  readonly matterId: string;
}

/** The standing publication of a matter that the asker may see and write. */
async function lockPublication(tx: Trx, id: string): Promise<Locked> {
  const { rows } = await sql<Locked>`
    select p.id, p.agency_id as "agencyId", p.shows, p.least_until as "leastUntil", p.field, p.extract, p.place, p.seq,
      p.law_pack as "lawPack", p.procedure, p.act, p.ways as "wayIds", s.matter_id as "matterId"
    from publication p join publication_source s on s.publication_id = p.id
    where p.id = ${id} and p.withdrawn_on is null for update of p`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  require(whoAsks(tx), "publication:write", row.agencyId);
  return row;
}

const denunciationsStaySilent: Text = {
  vi: "Kết luận nội dung tố cáo chỉ công khai số, ngày và cơ quan ban hành, để không lộ thông tin về người tố cáo.",
  en: "Of a denunciation only number, day and agency are public, so that nothing reveals the denouncer.",
};
const confirmFirst: Text = {
  vi: "Xác nhận nội dung công khai không có thông tin cá nhân.",
  en: "Confirm that nothing of it is personal.",
};
const stillToStay: Text = {
  vi: "Chưa hết thời gian công khai tối thiểu theo luật. Trước đó chỉ được gỡ khi nội dung công khai có sai sót.",
  en: "The least time of publication is not over. Until then it is taken down only because something is wrong with it.",
};
