import { sql } from "kysely";
import * as z from "zod";
import { errorCode, transaction } from "../../store/index.ts";
import { require, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, notAllowed, notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";

const line = (max: number) => z.string().normalize("NFC").trim().min(1).max(max);

export const createInput = z.object({
  /** Part of every petition's code, such as SM.HL; never changes. */
  code: z
    .string()
    .regex(/^[A-Z0-9]+([.-][A-Z0-9]+)*$/)
    .max(20),
  name: line(200),
  shortName: line(80).optional(),
  level: z.enum(["province", "district", "commune"]),
  kind: z
    .enum(["peoples-committee", "department", "inspectorate", "reception-board", "other"])
    .default("peoples-committee"),
  /** Code of the agency above; absent: the first of its tree, which only a command may make. */
  parent: z.string().max(20).optional(),
  /** The place it stands for, as letters name it: "xã Hòa Lạc". */
  placeName: line(200),
  /** Vùng sâu, vùng xa by the province's list (GAP-6). */
  remote: z.boolean().default(false),
  headTitle: line(80).default("CHỦ TỊCH"),
  /** Its letters in the symbol of documents (NĐ 30/2020). */
  symbol: line(20).default("UBND"),
  /** First day; today when absent. */
  from: z.iso.date().optional(),
  /** Who administers it; the asker, when that is an officer. */
  administratorId: z.uuid().optional(),
});
export type CreateAgencyInput = z.input<typeof createInput>;

/** Adds an agency to the tree from a day on. Throws "not-allowed", "invalid-input" (code taken, unknown parent), "not-found". */
export async function createAgency(
  setting: Setting,
  asker: Asker,
  input: CreateAgencyInput,
): Promise<{ readonly agencyId: string }> {
  const { parent, administratorId, ...wanted } = parseInput(createInput, input);
  const from = wanted.from ?? setting.today();
  return transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql<{ code: string; id: string }>`
      select code, id from agency where code in (${wanted.code}, ${parent ?? null})`.execute(tx);
    const parentId = rows.find((each) => each.code === parent)?.id;
    if (parent !== undefined && parentId === undefined)
      throw invalidInput([{ field: "parent", message: unknownParent }]);
    if (parentId === undefined && who.kind === "officer") throw notAllowed();
    if (parentId !== undefined) require(who, "agency:manage", parentId);
    if (rows.some((each) => each.code === wanted.code)) throw invalidInput([{ field: "code", message: codeTaken }]);
    const administrator = administratorId ?? who.officerId;
    if (administratorId !== undefined) {
      const known = await sql`select from officer where id = ${administratorId} and active`.execute(tx);
      if (known.rows.length === 0) throw notFound();
    }
    const agencyId = setting.newId();
    const row = {
      ...wanted,
      id: agencyId,
      placeId: setting.newId(),
      parentId: parentId ?? null,
      shortName: wanted.shortName ?? wanted.name,
      from,
    };
    await sql`select app.create_agency(${JSON.stringify(row)}::jsonb, ${administrator}::uuid, ${setting.newId()}::uuid)`.execute(
      tx,
    );
    return { agencyId };
  });
}

export const renameInput = z.object({
  agencyId: z.uuid(),
  name: line(200),
  shortName: line(80).optional(),
  placeName: line(200).optional(),
  /** The first day of the new name; papers and lists of earlier days keep the old one. */
  from: z.iso.date(),
});
export type RenameAgencyInput = z.input<typeof renameInput>;

/** Calls an agency otherwise from a day on. Throws "not-allowed", "not-found", "invalid-input" (a day before its present name). */
export async function renameAgency(setting: Setting, asker: Asker, input: RenameAgencyInput): Promise<void> {
  const { agencyId, name, shortName, placeName, from } = parseInput(renameInput, input);
  await transaction(setting.store, asker, async (tx) => {
    const who = whoAsks(tx);
    const { rows } = await sql`select from agency_version where agency_id = ${agencyId}`.execute(tx);
    if (rows.length === 0) throw notFound();
    require(who, "agency:manage", agencyId);
    try {
      await sql`select app.rename_agency(${agencyId}, ${from}::date, ${name}, ${shortName ?? name}, ${placeName ?? null})`.execute(
        tx,
      );
    } catch (error) {
      if (errorCode(error) === "22023") throw invalidInput([{ field: "from", message: outsideVersion }]);
      throw error;
    }
  });
}

const unknownParent = { vi: "Không có cơ quan cấp trên với mã này.", en: "There is no agency above with this code." };
const codeTaken = { vi: "Mã cơ quan này đã được dùng.", en: "This code is taken by another agency." };
const outsideVersion = {
  vi: "Ngày đổi tên phải từ ngày bắt đầu của tên hiện tại, và cơ quan chưa kết thúc.",
  en: "The new name cannot begin before the present one, nor after the agency has ended.",
};
