import { sql } from "kysely";
import * as z from "zod";
import { possibleActs, procedureOf } from "../../rules/decide.ts";
import type { ActRule } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { cleanName, piecesOfRecording, refuseInfected } from "../files/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { actorsOf, factsOf, loadMatter, type MatterRow, packOf } from "./load-matter.ts";

/** Whether the act asks for a recording in the file. */
export const asksForRecording = (act: ActRule): boolean =>
  act.guards.some(({ condition }) => condition === "recording-kept");

const recordingInput = z.object({ matterId: z.uuid(), name: z.string().max(1000) });

export interface AddRecordingInput extends z.input<typeof recordingInput> {
  /** The content as it comes; never whole in memory. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

export interface AddedRecording {
  readonly fileId: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Takes the recording of an online reception into the file of its matter, for whoever may do the act that asks for it.
 * Refused before a byte is read: "not-found", "not-allowed", "law"; then "unreadable-file", "too-large", "unavailable",
 * and "already-done" for a content that is there.
 */
export async function addRecording(
  setting: Setting,
  asker: Asker,
  input: AddRecordingInput,
  bytesMax: number,
): Promise<AddedRecording> {
  const { matterId, name } = parseInput(recordingInput, { matterId: input.matterId, name: input.name });
  const calendar = await setting.calendar();
  await transaction(setting.store, asker, (tx) => actOf(tx, setting, calendar, matterId, "look"), { matterId });
  let mediaType = "";
  const pieces = piecesOfRecording(input.pieces, bytesMax, (found) => {
    mediaType = found;
  });
  const stored = await setting.files.putStream(pieces, (written) => refuseInfected(setting.scanner, written));
  const fileId = setting.newId();
  const sha256 = Buffer.from(stored.sha256, "hex");
  await transaction(
    setting.store,
    asker,
    async (tx) => {
      const { matter, act, officerId } = await actOf(tx, setting, calendar, matterId, "lock");
      if ((await recordingDigests(tx, matterId)).includes(stored.sha256)) throw alreadyThere();
      await sql`insert into file (id, agency_id, sha256, bytes, media_type, added_by)
        values (${fileId}, ${matter.agencyId}, ${sha256}, ${stored.bytes}, ${mediaType}, ${officerId})`.execute(tx);
      await sql`insert into file_name (file_id, name) values (${fileId}, ${cleanName(name)})`.execute(tx);
      await sql`insert into matter_file (matter_id, file_id, title, for_act)
        values (${matterId}, ${fileId}, ${act.name.vi}, ${act.id})`.execute(tx);
    },
    { matterId },
  );
  return { fileId, mediaType, ...stored };
}

/** The act that asks for the recording, when the asker may do it now. */
async function actOf(
  tx: Trx,
  setting: Setting,
  calendar: Awaited<ReturnType<Setting["calendar"]>>,
  matterId: string,
  lock: "look" | "lock",
): Promise<{ readonly matter: MatterRow; readonly act: ActRule; readonly officerId: string | null }> {
  const who = whoAsks(tx);
  const matter = await loadMatter(tx, matterId, lock);
  const pack = packOf(setting, matter);
  if (matter.assigneeId !== who.officerId || who.officerId === null) {
    const { opens } = procedureOf(pack, matter.procedure);
    require(who, opens.atCounter ? "reception:follow" : "matter:act", matter.agencyId);
  }
  require(who, "file:add", matter.agencyId);
  if (await isOfDenunciation(tx, matterId)) throw belongsInTheVault();
  const possible = possibleActs(pack, factsOf(matter), actorsOf(who, matter), calendar, setting.today());
  const found = possible.find(({ act }) => asksForRecording(act));
  if (!found) throw asksForNone();
  const { act, refusal } = found;
  if (refusal) {
    const { message, article, rule, instead } = refusal;
    throw new Refused({
      code: refusal.code === "wrong-actor" ? "not-allowed" : "law",
      message,
      article,
      rule,
      instead,
    });
  }
  return { matter, act, officerId: who.officerId };
}

/** As far as the asker may know: a refusal tells nobody that somebody denounced (settled 3). */
async function isOfDenunciation(tx: Trx, matterId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select m.restricted or exists (select from matter_petition mp join petition p on p.id = mp.petition_id left join visit v on v.id = p.visit_id
      where mp.matter_id = m.id and (p.restricted or p.kind = 'denunciation' or v.kinds && array['denunciation'])) as is
    from matter m where m.id = ${matterId}`.execute(tx);
  return rows[0]?.is ?? true;
}

/** Digests of the recordings in the file of a matter, in lower-case hex. */
export async function recordingDigests(tx: Trx, matterId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select encode(f.sha256, 'hex') as sha256 from matter_file x join file f on f.id = x.file_id
    where x.matter_id = ${matterId} and x.for_act is not null order by x.added_at, f.id`.execute(tx);
  return rows.map((row) => row.sha256);
}

/** Says by which entry of the history the recordings were kept. */
export async function tieRecordings(tx: Trx, matterId: string, seq: number): Promise<void> {
  await sql`update matter_file set seq = ${seq} where matter_id = ${matterId} and for_act is not null and seq is null`.execute(
    tx,
  );
}

export interface OpenedRecording {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Breaks off before its end when the content is no longer what was stored. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** A recording for whoever reads the matter; the look is recorded first. Throws "not-found". */
export async function openRecording(
  setting: Setting,
  asker: Asker,
  input: { readonly matterId: string; readonly fileId: string },
): Promise<OpenedRecording> {
  const { matterId, fileId } = parseInput(z.object({ matterId: z.uuid(), fileId: z.uuid() }), input);
  const found = await transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const { rows } = await sql<Omit<OpenedRecording, "pieces">>`
        select n.name, f.media_type as "mediaType", f.bytes::float8 as bytes, encode(f.sha256, 'hex') as sha256
        from matter m join matter_file x on x.matter_id = m.id join file f on f.id = x.file_id join file_name n on n.file_id = f.id
        where m.id = ${matterId} and f.id = ${fileId} and x.for_act is not null`.execute(tx);
      const row = rows[0];
      if (!row) throw notFound();
      if (who.officerId)
        await sql`insert into read_event (officer_id, what, subject_id) values (${who.officerId}, 'recording', ${fileId})`.execute(
          tx,
        );
      return row;
    },
    { matterId },
  );
  return { ...found, pieces: await setting.files.open(found.sha256) };
}

const asksForNone = (): Refused =>
  new Refused({
    code: "not-allowed",
    message: {
      vi: "Chỉ buổi tiếp công dân trực tuyến có bản ghi để lưu vào hồ sơ.",
      en: "Only an online reception has a recording to keep in its file.",
    },
  });

const alreadyThere = (): Refused =>
  new Refused({
    code: "already-done",
    message: { vi: "Bản ghi này đã có trong hồ sơ.", en: "This recording is in the file already." },
  });

const belongsInTheVault = (): Refused =>
  new Refused({
    code: "not-allowed",
    message: {
      vi: "Giọng nói, hình ảnh của người tố cáo không được lưu trong hồ sơ thường. Hãy giao bản ghi cho người giữ thông tin người tố cáo niêm phong ngoài hệ thống, rồi ghi nơi lưu, ký hiệu khi lưu trữ dữ liệu buổi tiếp.",
      en: "The voice and face of whoever denounces are never kept in an ordinary file. Hand the recording to the custodian to seal outside the system, and write down where it lies when you store the recording.",
    },
    article: "Điều 56 Luật Tố cáo",
  });
