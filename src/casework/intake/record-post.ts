import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import { type Trx, transaction } from "../../store/index.ts";
import { yearOf } from "../../time/civil-date.ts";
import { require, type Who, whoAsks } from "../access/index.ts";
import { onceByKey } from "../commands.ts";
import { eraseBytes, type SealedFor, sealedFor } from "../identity/index.ts";
import { type NewPetition, registerPetitions } from "../petitions/index.ts";
import { type Hider, hideNothing, hiderOf, newPseudonym } from "../reception/index.ts";
import { invalidInput, notAllowed } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { closeDraft, draftFiles, lockDraft } from "./draft-row.ts";
import { keepSender } from "./keep-sender.ts";
import { type PostKind, type PostWanted, parsePost, type RecordPostInput } from "./post-input.ts";
import { storeSender, tracesOfSender } from "./sender.ts";

export interface RecordedPost {
  readonly entryId: string;
  readonly bookNo: number;
  readonly bookYear: number;
  readonly petitions: readonly { readonly id: string; readonly code: string; readonly kind: PostKind | null }[];
  /** Present when the letter is sealed to the officer: what that means and what to do next. */
  readonly sealedNotice?: Text;
}

type Stored = Omit<RecordedPost, "sealedNotice"> & { readonly sealed: keyof typeof sealedLetterNotices | null };

interface PostFile {
  readonly fileId: string;
  readonly title: string;
}

/**
 * Enters one letter in the post book: its number, who sent or forwarded it, and one petition for each kind (settled 15).
 * A denunciation is stored under a pseudonym, its sender and scans sealed for the custodians, or kept nowhere while there
 * are none; an unclassified letter is known to the officer alone (settled 2). A draft it confirms ends here. The same key
 * again gives the same answer. Throws "invalid-input", "not-allowed", "not-found".
 */
export async function recordPost(setting: Setting, asker: Asker, input: RecordPostInput): Promise<RecordedPost> {
  const wanted = parsePost(input, setting.today());
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  const { sealed, ...stored } = await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    require(who, "post:record", wanted.agencyId);
    // Two presses of the same button wait for each other: the second finds what the first did.
    await sql`select pg_advisory_xact_lock(hashtextextended(${wanted.key}, 0))`.execute(tx);
    return onceByKey(tx, wanted.key, "record-post", () => storeLetter(tx, inside, who, wanted));
  });
  if (sealed === "kept" || sealed === "denunciation" || wanted.draftId) await eraseBytes(setting, asker);
  return { ...stored, ...(sealed ? { sealedNotice: sealedLetterNotices[sealed] } : {}) };
}

async function storeLetter(tx: Trx, setting: Setting, who: Who, wanted: PostWanted): Promise<Stored> {
  const denounced = wanted.kinds.includes("denunciation");
  const sealed = denounced ? "denunciation" : wanted.kinds.length === 0 ? "unclassified" : null;
  if (sealed && who.officerId === null) throw notAllowed();
  const custody = sealed ? await sealedFor(tx, wanted.agencyId) : null;
  const files = await filesOf(tx, wanted);
  if (sealed === "unclassified" && !custody && files.length > 0) throw noScanYet();
  const hide = denounced ? hiderOf([tracesOfSender(wanted.sender)]) : hideNothing;
  const entryId = setting.newId();
  const sealedTo = sealed ? who.officerId : null;
  const pseudonym = denounced ? newPseudonym(wanted.receivedOn) : null;
  const place = await storeEntry(tx, wanted, { entryId, sealedTo, pseudonym, officerId: who.officerId }, hide);
  const personId = denounced ? null : await storeSender(tx, setting, wanted.agencyId, wanted.sender, sealedTo);
  const letter = { entryId, sealedTo, pseudonym, personId, files: denounced ? [] : files };
  const petitions = petitionsOf(wanted, letter, hide);
  const registered = await registerPetitions(tx, setting, who.officerId, petitions);
  const made = registered.map(({ id, code }, index) => ({ id, code, kind: petitions[index]?.kind ?? null }));
  const kept = denounced && (await keepDenounced(tx, setting, wanted, custody, entryId, pseudonym, made, files, hide));
  if (wanted.draftId) await closeDraft(tx, setting, wanted.draftId, "done");
  return { entryId, ...place, petitions: made, sealed: kept ? "kept" : sealed };
}

async function keepDenounced(
  tx: Trx,
  setting: Setting,
  wanted: PostWanted,
  custody: SealedFor | null,
  entryId: string,
  pseudonym: string | null,
  petitions: Stored["petitions"],
  files: readonly PostFile[],
  hide: Hider,
): Promise<boolean> {
  const petition = petitions.find(({ kind }) => kind === "denunciation");
  if (!petition || pseudonym === null) return false;
  return keepSender(tx, setting, custody, {
    agencyId: wanted.agencyId,
    entryId,
    pseudonym,
    petition,
    takenOn: wanted.receivedOn,
    origin: "post",
    sender: wanted.sender,
    texts: [wanted.content, wanted.request, wanted.contestedAct, wanted.respondent, wanted.note],
    hide,
    fileIds: files.map((file) => file.fileId),
  });
}

/** Files of the draft and those taken in with the form, each once; only what the officer may see and of this agency. */
async function filesOf(tx: Trx, wanted: PostWanted): Promise<readonly PostFile[]> {
  const draft = wanted.draftId ? await lockDraft(tx, wanted.draftId) : null;
  if (draft && draft.agencyId !== wanted.agencyId) throw notAllowed();
  const scans = draft ? await draftFiles(tx, draft.id) : [];
  const all = [...scans.map(({ fileId }) => ({ fileId, title: scanTitle })), ...wanted.files];
  const ids = [...new Set(all.map((file) => file.fileId))];
  if (ids.length === 0) return [];
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from file f where f.id = any(${ids}::uuid[])
    and f.agency_id = ${wanted.agencyId} and (f.added_by = app.officer_id() or exists (select 1 from intake_draft_file x
      where x.file_id = f.id and x.draft_id = ${wanted.draftId ?? null}))`.execute(tx);
  if (rows[0]?.n !== ids.length) throw notAllowed();
  return ids.map((fileId) => all.find((file) => file.fileId === fileId) ?? { fileId, title: scanTitle });
}

/** A scan's own name may name its sender. */
const scanTitle = "Bản quét đơn";

async function storeEntry(
  tx: Trx,
  wanted: PostWanted,
  entry: { entryId: string; sealedTo: string | null; pseudonym: string | null; officerId: string | null },
  hide: Hider,
): Promise<{ readonly bookNo: number; readonly bookYear: number }> {
  const bookYear = yearOf(wanted.receivedOn);
  const { rows } = await sql<{
    no: number;
  }>`select app.next_number(${wanted.agencyId}, 'post', ${bookYear}) as no`.execute(tx);
  const bookNo = rows[0]?.no;
  if (bookNo === undefined) throw new Error("the post book gave no number");
  await sql`insert into post_entry (id, agency_id, book_year, book_no, received_on, postmark_on, source, forwarder, letter_on, kinds,
      sealed_to, pseudonym, signature_count, original_count, unmet, officer_id)
    values (${entry.entryId}, ${wanted.agencyId}, ${bookYear}, ${bookNo}, ${wanted.receivedOn}, ${wanted.postmarkOn ?? null}, ${wanted.source},
      ${wanted.forwarder ?? null}, ${wanted.letterOn ?? null}, ${wanted.kinds}::text[], ${entry.sealedTo}, ${entry.pseudonym},
      ${wanted.signatureCount}, ${wanted.originalCount}, ${wanted.unmet}::text[], ${entry.officerId})`.execute(tx);
  await sql`insert into post_entry_text (entry_id, forwarder_name, letter_number, note)
    values (${entry.entryId}, ${hide(wanted.forwarderName) ?? null}, ${hide(wanted.letterNumber) ?? null}, ${hide(wanted.note) ?? null})`.execute(
    tx,
  );
  return { bookNo, bookYear };
}

interface Letter {
  readonly entryId: string;
  readonly sealedTo: string | null;
  readonly pseudonym: string | null;
  readonly personId: string | null;
  readonly files: readonly PostFile[];
}

function petitionsOf(wanted: PostWanted, letter: Letter, hide: Hider): readonly NewPetition[] {
  const kinds: readonly (PostKind | null)[] = wanted.kinds.length > 0 ? wanted.kinds : [null];
  const { request, contestedAct, respondent } = wanted;
  return kinds.map((kind, index) => ({
    agencyId: wanted.agencyId,
    visitId: null,
    postEntryId: letter.entryId,
    source: wanted.source,
    receivedOn: wanted.receivedOn,
    kind,
    sealedTo: letter.sealedTo,
    pseudonym: letter.pseudonym,
    peopleCount: Math.max(1, wanted.signatureCount),
    parties: letter.personId === null ? [] : [{ personId: letter.personId, role: "petitioner" }],
    content: hide(wanted.content),
    ...(request ? { request: hide(request) } : {}),
    ...(contestedAct && kind !== "recommendation" ? { contestedAct: hide(contestedAct) } : {}),
    ...(respondent ? { respondent: hide(respondent) } : {}),
    files: letter.files,
    namesForSearch: letter.personId === null ? [] : [wanted.sender.name],
    giveTrackingSecret: false,
    ...(index > 0 ? { originOf: 0 } : {}),
  }));
}

const noScanYet = () =>
  invalidInput([
    {
      field: "kinds",
      message: {
        vi: "Cơ quan chưa có người giữ danh tính: chọn loại đơn trước khi lưu bản quét, vì bản quét của đơn chưa phân loại có thể làm lộ người tố cáo.",
        en: "Nobody holds identities in this agency: say what the petition is before its scan is kept, which might show who denounces.",
      },
    },
  ]);

export const sealedLetterNotices: Readonly<Record<"kept" | "denunciation" | "unclassified", Text>> = {
  kept: {
    vi: "Đơn có tố cáo: họ tên, địa chỉ, số giấy tờ, liên hệ và bản quét đã được mã hóa cho những người giữ danh tính của cơ quan; ở đây chỉ còn bí danh. Để bản giấy và phong bì vào phong bì niêm phong.",
    en: "The letter holds a denunciation: name, address, ID number, contact and scans were encrypted for the agency's custodians; here a pseudonym is left. Keep the paper and its envelope in a sealed envelope.",
  },
  denunciation: {
    vi: "Đơn có tố cáo: hệ thống không lưu họ tên, địa chỉ, số giấy tờ, bản quét của người tố cáo; chỉ mình bạn thấy dòng này, dưới bí danh. Để bản giấy và phong bì vào phong bì niêm phong.",
    en: "The letter holds a denunciation: the denouncer's name, address, ID number and scan are not kept; only you see this row, under a pseudonym. Keep the paper and its envelope in a sealed envelope.",
  },
  unclassified: {
    vi: "Đơn chưa phân loại: chỉ mình bạn thấy cho đến khi phân loại theo nội dung.",
    en: "The letter is not classified: only you see it until you say what it is by its content.",
  },
};
