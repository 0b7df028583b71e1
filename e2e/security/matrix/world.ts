import type { TestOffice } from "../../../src/server/testing.ts";
import { type Secret, secretMaker, type World } from "./secrets.ts";
import { complaint, looseFile } from "./world-complaints.ts";
import { restricted, sealedIntakes } from "./world-denunciations.ts";
import { postBook, scans, waitingRoom } from "./world-intake.ts";
import { plantNotices } from "./world-notices.ts";
import { publications } from "./world-publications.ts";
import { booking, headSession, register } from "./world-register.ts";
import { heldSession } from "./world-session.ts";
import { massPetition } from "./world-signatories.ts";
import { type Planting, type Receipt, takerOf } from "./world-taking.ts";
import { handedOver } from "./world-transfers.ts";
import { accounts, holdIdentities } from "./world-vault.ts";

export interface MarkedWorld {
  readonly secrets: readonly Secret[];
  /** Names, numbers and words to look for: those of denouncers, and those of others. */
  readonly lookedFor: readonly string[];
  readonly receipts: readonly Receipt[];
  /** What one who signed a petition of many holds, and the copies made for each: the first is theirs. */
  readonly signatory: Receipt & { readonly replyIds: readonly string[] };
}

/** A database in which everything worth hiding is marked: each kind of intake, in each place, at each stage. */
export async function markWorld(office: TestOffice, can: World["can"]): Promise<MarkedWorld> {
  const agencies = { here: office.communeId, elsewhere: office.otherCommuneId, above: office.provinceId };
  const maker = secretMaker({ agencies, can });
  const receipts: Receipt[] = [];
  const lookedFor: string[] = [];
  const planting: Planting = { office, maker, agencies, can, take: takerOf(office, agencies, receipts, lookedFor) };

  await holdIdentities(office);
  await sealedIntakes(planting);
  await restricted(planting);
  await accounts(office, maker);
  for (const where of ["here", "elsewhere", "above"] as const) await complaint(planting, where);
  await looseFile(planting);
  await postBook(planting);
  await scans(planting);
  await waitingRoom(planting);
  await handedOver(planting, await heldSession(planting));
  const signatory = await massPetition(planting);
  await publications(planting);
  await plantNotices(office, maker);
  await register(office, maker);
  await headSession(office, maker, receipts);
  await booking(office, maker);
  maker.nobody(
    "tracking-secret",
    "the secret on a receipt",
    receipts.map(({ secret }) => secret),
  );
  lookedFor.push(...maker.secrets.flatMap(({ traces }) => traces.slice(0, 1)));
  return { secrets: maker.secrets, lookedFor: [...new Set(lookedFor)], receipts, signatory };
}
