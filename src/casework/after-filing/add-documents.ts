import { sql } from "kysely";
import * as z from "zod";
import { type Trx, transaction } from "../../store/index.ts";
import { addFiledFiles, cleanName, mediaTypeOf, refuseInfected } from "../files/index.ts";
import { keepIdentities, sealedFor } from "../identity/index.ts";
import { parseInput } from "../parse-input.ts";
import { leaveLetter, openLetterBox } from "../petitions/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { openedBy, receiptCodes } from "./receipt-holder.ts";

const filesMax = 10;

export interface NewDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const adding = z.object({ key: z.uuid(), ...receiptCodes, body: z.string().trim().max(4000).default("") });
export type AddDocumentsInput = z.input<typeof adding>;

interface Addition {
  readonly petitionId: string;
  readonly agencyId: string;
  readonly sealed: boolean;
  readonly pseudonym: string | null;
  readonly beingSorted: boolean;
}

type Checked = NewDocument & { readonly mediaType: string };

/**
 * Adds documents to what was filed; those of a denunciation are sealed for the custodians and nowhere in the clear. False
 * for a wrong code and a wrong secret alike. Throws "too-large", "unreadable-file", "unavailable", "too-many-attempts".
 */
export async function addDocuments(
  setting: Setting,
  portal: { readonly job: string },
  input: AddDocumentsInput,
  files: readonly NewDocument[],
): Promise<boolean> {
  const wanted = parseInput(adding, input);
  if (files.length === 0 || files.length > filesMax) throw wrongNumber();
  const opened = openedBy(wanted);
  const checked: Checked[] = [];
  for (const file of files) {
    const mediaType = await mediaTypeOf(file.bytes);
    await refuseInfected(setting.scanner, file.bytes);
    checked.push({ ...file, name: cleanName(file.name), mediaType });
  }
  const letter = {
    key: wanted.key,
    ...opened,
    body: wanted.body,
    about: "documents",
    files: checked.length,
  } as const;
  return transaction(setting.store, portal, async (tx) => {
    const box = await openLetterBox(tx, setting, letter);
    if (!box) return false;
    if (box.known) return true;
    await hang(tx, setting, opened, box.files, checked);
    await leaveLetter(tx, setting, box, letter);
    return true;
  });
}

/** Those that came with the petition stand before those added, of which `before` are there. */
const afterFiled = 1000;

async function hang(
  tx: Trx,
  setting: Setting,
  opened: ReturnType<typeof openedBy>,
  before: number,
  files: readonly Checked[],
): Promise<void> {
  const ids = files.map(() => setting.newId());
  const { rows } = await sql<{ addition: Addition | null }>`
    select app.begin_addition(${opened.code}, ${opened.secretHash}, ${ids}::uuid[]) as addition`.execute(tx);
  const addition = rows[0]?.addition;
  if (!addition || addition.beingSorted) throw beingSorted();
  if (addition.sealed) return seal(tx, setting, opened.code, addition, files);
  const kept = await Promise.all(
    files.map(async ({ name, bytes, mediaType }, i) => {
      const { sha256 } = await setting.files.put(bytes);
      return { id: ids[i] ?? "", name, mediaType, sha256, bytes: bytes.byteLength };
    }),
  );
  await addFiledFiles(tx, addition.agencyId, kept);
  const json = JSON.stringify(kept.map(({ id, name }, i) => ({ id, name, ordinal: afterFiled + before + i })));
  await sql`insert into petition_file (petition_id, file_id, ordinal, title)
    select ${addition.petitionId}::uuid, id, ordinal, name
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, name text, ordinal smallint)`.execute(tx);
}

async function seal(tx: Trx, setting: Setting, code: string, addition: Addition, files: readonly Checked[]) {
  const custody = await sealedFor(tx, addition.agencyId);
  if (!custody || !addition.pseudonym) throw nobodyKeepsIt();
  await keepIdentities(tx, setting, addition.agencyId, custody, [
    {
      pseudonym: addition.pseudonym,
      petition: { id: addition.petitionId, code },
      visitId: null,
      takenOn: setting.today(),
      origin: "online",
      people: [],
      files: files.map(({ bytes, mediaType }) => ({ content: bytes, mediaType })),
    },
  ]);
}

const wrongNumber = (): Refused =>
  new Refused({
    code: "too-large",
    message: {
      vi: `Chọn từ 1 đến ${filesMax} tệp mỗi lần gửi.`,
      en: `Choose 1 to ${filesMax} files each time.`,
    },
  });

const beingSorted = (): Refused =>
  new Refused({
    code: "unavailable",
    message: {
      vi: "Đơn đang được phân loại nên chưa nhận tài liệu qua mạng. Hãy thử lại sau vài ngày, hoặc mang bản giấy đến nơi tiếp nhận.",
      en: "The petition is being sorted and takes no documents online yet. Try again in some days, or bring paper to the office.",
    },
  });

const nobodyKeepsIt = (): Refused =>
  new Refused({
    code: "unavailable",
    message: {
      vi: "Cơ quan chưa có người giữ bí mật danh tính người tố cáo, nên không nhận tài liệu của đơn tố cáo qua mạng. Hãy mang đến trực tiếp.",
      en: "Nobody in this office keeps the identity of those who denounce yet, so documents of a denunciation are not taken online. Bring them in person.",
    },
  });
