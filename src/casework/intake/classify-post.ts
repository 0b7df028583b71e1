import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import { type Who, whoAsks } from "../access/index.ts";
import { runOnce } from "../commands.ts";
import { eraseBytes, sealedFor } from "../identity/index.ts";
import { parseInput } from "../parse-input.ts";
import { erasePeople, knownPeople, unsealPeople } from "../people/index.ts";
import { openSealedPetition, sealAsDenunciation } from "../petitions/index.ts";
import { hiderOf, newPseudonym } from "../reception/index.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { keepSender } from "./keep-sender.ts";
import { type PostEntry, readEntry } from "./post-entry.ts";
import { postKinds } from "./post-input.ts";
import { sealedLetterNotices } from "./record-post.ts";
import { senderOf, tracesOfSender } from "./sender.ts";

export const classifyPostInput = z.object({
  /** Idempotency key, a random UUID. */
  key: z.uuid(),
  entryId: z.uuid(),
  kind: z.enum(postKinds),
});
export type ClassifyPostInput = z.input<typeof classifyPostInput>;

export interface ClassifiedPost {
  readonly entryId: string;
  readonly sealedNotice?: Text;
}

/**
 * The officer who took an unclassified letter in says what it is. Without a denunciation it opens to the agency; with one
 * the sender and the scans are sealed for the custodians and erased here, and it stays sealed under a pseudonym (settled 2,
 * 5). Throws "not-found", "already-done".
 */
export async function classifyPost(setting: Setting, asker: Asker, input: ClassifyPostInput): Promise<ClassifiedPost> {
  const wanted = parseInput(classifyPostInput, input);
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  const { kind } = wanted;
  const done = await runOnce(setting, asker, wanted.key, "classify-post", async (tx) => {
    const who = whoAsks(tx);
    const entry = await lockUnclassified(tx, wanted.entryId);
    if (kind === "denunciation") return { entryId: entry.id, kept: await sealLetter(tx, inside, who, entry) };
    await openLetter(tx, inside, who, entry, kind);
    return { entryId: entry.id, kept: false };
  });
  if (kind !== "denunciation") return { entryId: done.entryId };
  await eraseBytes(setting, asker);
  return { entryId: done.entryId, sealedNotice: sealedLetterNotices[done.kept ? "kept" : "denunciation"] };
}

/** Only the officer to whom it is sealed sees an unclassified letter at all. */
async function lockUnclassified(tx: Trx, entryId: string): Promise<PostEntry> {
  await sql`select 1 from post_entry where id = ${entryId} for update`.execute(tx);
  const entry = await readEntry(tx, entryId);
  if (!entry) throw notFound();
  if (entry.kinds.length === 0 && entry.sealed) return entry;
  throw new Refused({
    code: "already-done",
    message: {
      vi: "Đơn này đã phân loại. Muốn đổi loại, mở đơn đó.",
      en: "This letter is classified already. To change the kind, open its petition.",
    },
  });
}

async function openLetter(
  tx: Trx,
  setting: Setting,
  who: Who,
  entry: PostEntry,
  kind: "complaint" | "recommendation",
): Promise<void> {
  await sql`update post_entry set kinds = ${[kind]}::text[], sealed_to = null where id = ${entry.id}`.execute(tx);
  await unsealPeople(
    tx,
    entry.people.map((one) => one.personId),
  );
  for (const { id } of entry.petitions) await openSealedPetition(tx, setting, who.officerId, id, { kind });
}

async function sealLetter(tx: Trx, setting: Setting, who: Who, entry: PostEntry): Promise<boolean> {
  const [petition] = entry.petitions;
  if (!petition || who.officerId === null) throw notFound();
  const ids = entry.people.map((one) => one.personId);
  const known = await knownPeople(tx, entry.agencyId, ids);
  const sender = known[0] ? senderOf(known[0]) : { name: "", address: "", paper: null, idTyped: "" };
  const hide = hiderOf([tracesOfSender(sender)]);
  const pseudonym = newPseudonym(entry.receivedOn);
  await sealAsDenunciation(tx, setting, { petitionId: petition.id, officerId: who.officerId, pseudonym, hide });
  const kept = await keepSender(tx, setting, await sealedFor(tx, entry.agencyId), {
    agencyId: entry.agencyId,
    entryId: entry.id,
    pseudonym,
    petition,
    takenOn: entry.receivedOn,
    origin: "classification",
    sender,
    texts: [entry.content, entry.note],
    hide,
    fileIds: entry.files.map((file) => file.fileId),
  });
  await sql`update post_entry_text set note = ${hide(entry.note)}, forwarder_name = ${hide(entry.forwarderName)},
      letter_number = ${hide(entry.letterNumber)} where entry_id = ${entry.id}`.execute(tx);
  await erasePeople(tx, ids);
  await sql`update post_entry set kinds = array['denunciation'], pseudonym = ${pseudonym} where id = ${entry.id}`.execute(
    tx,
  );
  return kept;
}
