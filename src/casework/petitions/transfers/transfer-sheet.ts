import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../../store/index.ts";
import { can, whoAsks } from "../../access/index.ts";
import { type LetterSheet, letterSheet } from "../../papers/index.ts";
import { parseInput } from "../../parse-input.ts";
import { notFound } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { linesOf, type TransferLine } from "./list-transfers.ts";

export interface TransferSheet extends TransferLine {
  readonly fromId: string;
  /** The petition lies with an agency where the asker sees it; from the sender only the transfer is left. */
  readonly maySeePetition: boolean;
  readonly mayAnswer: boolean;
  readonly mayDecide: boolean;
  /** The letter, where there is one: for a second hand-over by the same agency the first one's. */
  readonly letter: LetterSheet | null;
}

/** One hand-over, for whoever sent it, got it or decides. Throws "not-found". */
export async function transferSheet(
  setting: Setting,
  asker: Asker,
  input: { readonly transferId: string },
): Promise<TransferSheet> {
  const { transferId } = parseInput(z.object({ transferId: z.uuid() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const line = (await linesOf(tx, sql`where t.id = ${transferId}`))[0];
      if (!line) throw notFound();
      const { rows } = await sql<Ends>`
        select t.from_agency as "fromId", t.to_agency as "toId", t.paper_id as "paperId", exists (select from petition p where p.id = t.petition_id) as seen
        from petition_transfer t where t.id = ${transferId}`.execute(tx);
      const ends = rows[0];
      if (!ends) throw notFound();
      const toId = ends.toId ?? "";
      return {
        ...line,
        fromId: ends.fromId,
        maySeePetition: ends.seen,
        mayAnswer: line.state === "proposed" && ends.seen && can(who.grants, "petition:process", toId),
        mayDecide: line.state === "referred" && ends.seen && can(who.grants, "transfer:decide", toId),
        letter: ends.paperId ? await letterSheet(tx, setting, ends.paperId, who.grants) : null,
      };
    },
    { readOnly: true },
  );
}

interface Ends {
  readonly fromId: string;
  readonly toId: string | null;
  readonly paperId: string | null;
  readonly seen: boolean;
}
