import { sql } from "kysely";
import * as z from "zod";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { letterhead } from "../agencies/index.ts";
import { hashTrackingSecret, plainStatus } from "../petitions/index.ts";
import type { Setting } from "../setting.ts";
import type { ReplyState } from "./list-replies.ts";
import { nameOfPaper } from "./list-signatories.ts";
import type { ReplyFile } from "./print-replies.ts";

const codes = z.object({ code: z.string().max(60), secret: z.string().max(60) });
export type SignatoryCodes = z.input<typeof codes>;

/** Whether a code is of one signatory: the petition's with five letters more. */
export const isSignatoryCode = (code: string): boolean => /-\d{2}-\d{5,}-[0-9A-Z]{5}$/.test(code.trim().toUpperCase());

/** What one signatory sees: where the petition is, and their own replies. */
export interface TrackedSignatory {
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly statusPlain: Text;
  readonly holder: string;
  readonly replies: readonly {
    readonly id: string;
    readonly name: Text;
    readonly number: string;
    readonly issuedOn: CivilDate;
    readonly state: ReplyState;
    readonly sentOn: CivilDate;
    readonly outcomeOn: CivilDate | null;
  }[];
}

interface Found {
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly state: string;
  readonly matterState: string | null;
  readonly lawPack: string | null;
  readonly procedure: string | null;
  readonly agencyId: string;
  readonly replies: readonly (Omit<TrackedSignatory["replies"][number], "name"> & {
    readonly template: string;
    readonly sha256: string;
  })[];
}

/** Null for a wrong code and a wrong secret alike. */
export async function trackSignatory(setting: Setting, input: SignatoryCodes): Promise<TrackedSignatory | null> {
  const found = await find(setting, input);
  if (!found) return null;
  const { row, holder } = found;
  return {
    code: row.code,
    receivedOn: row.receivedOn,
    statusPlain: plainStatus(setting, row),
    holder,
    replies: row.replies.map(({ template, sha256: _, ...reply }) => ({
      ...reply,
      name: nameOfPaper(setting, template),
    })),
  };
}

/** The copy that was sent to whoever holds the codes; null for any other. */
export async function replyByCode(
  setting: Setting,
  input: SignatoryCodes & { readonly replyId: string },
): Promise<ReplyFile | null> {
  const found = await find(setting, input);
  const reply = found?.row.replies.find(({ id }) => id === input.replyId);
  if (!reply) return null;
  return { bytes: await setting.files.get(reply.sha256), fileName: "tra-loi.pdf", mediaType: "application/pdf" };
}

async function find(setting: Setting, input: SignatoryCodes) {
  const wanted = codes.safeParse(input);
  if (!wanted.success) return null;
  const code = wanted.data.code.trim().toUpperCase();
  const secretHash = hashTrackingSecret(wanted.data.secret);
  return transaction(
    setting.store,
    "nobody",
    async (tx) => {
      const { rows } = await sql<{
        answer: Found | null;
      }>`select app.track_signatory(${code}, ${secretHash}) as answer`.execute(tx);
      const row = rows[0]?.answer;
      if (!row) return null;
      return { row, holder: (await letterhead(tx, row.agencyId, setting.today()))?.name ?? "" };
    },
    { readOnly: true },
  );
}
