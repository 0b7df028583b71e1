import { sql } from "kysely";
import * as z from "zod";
import type { MatterFacts } from "../../rules/decide.ts";
import { type Trx, transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { hashTrackingSecret, type PetitionKind } from "../petitions/index.ts";
import type { Setting } from "../setting.ts";

/** The two codes of a receipt, and the hash that the database holds of the second. */
export const receiptCodes = { code: z.string().max(60), secret: z.string().max(60) };

export interface ReceiptCodes {
  readonly code: string;
  readonly secret: string;
}

export const openedBy = ({ code, secret }: ReceiptCodes) => ({
  code: code.trim().toUpperCase(),
  secretHash: hashTrackingSecret(secret),
});

/** What the law looks at of a petition and its matter: named facts, states, dates. */
export interface HeldPetition {
  readonly kind: PetitionKind | null;
  readonly receivedOn: CivilDate;
  /** No more sealed to the officer who took it in. */
  readonly sorted: boolean;
  readonly waitingOn: string;
  readonly agencyCode: string;
  /** It has come to an end that a citizen can judge. */
  readonly outcome: boolean;
  /** Ids of what was said of it. */
  readonly ratings: readonly string[];
  readonly matter:
    | (MatterFacts & {
        readonly lawPack: string;
        readonly decision: { readonly number: string; readonly on: CivilDate | null } | null;
      })
    | null;
}

/** Null for a wrong code and a wrong secret alike. */
export async function heldPetition(tx: Trx, opened: ReturnType<typeof openedBy>): Promise<HeldPetition | null> {
  const { rows } = await sql<{ held: HeldPetition | null }>`
    select app.matter_by_receipt(${opened.code}, ${opened.secretHash}) as held`.execute(tx);
  return rows[0]?.held ?? null;
}

export const readHeld = (setting: Setting, codes: ReceiptCodes): Promise<HeldPetition | null> =>
  transaction(setting.store, "nobody", (tx) => heldPetition(tx, openedBy(codes)), { readOnly: true });
