import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { type Permission, require, type Who, whoAsks } from "../access/index.ts";
import { derivedTrackingSecret, lockPetition, notWhileMoving, type PetitionRow } from "../petitions/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";

export interface SignatoriesSetting extends Setting {
  /** Makes the tracking secret of each signatory anew whenever it is printed: kept in no row. */
  readonly signatoryKey: Buffer;
}

/** The secret of the slip of that number; 0: of who was given none, as the first reply says it. */
export const secretOfSignatory = (setting: SignatoriesSetting, signatoryId: string, slipNo: number): string =>
  derivedTrackingSecret(setting.signatoryKey, slipNo === 0 ? signatoryId : `${signatoryId} ${slipNo}`);

export const trackingPage = (setting: Setting): string => `${setting.publicUrl.replace(/\/+$/, "")}/track`;

/**
 * The petition, locked, for whoever keeps its list. Throws "not-found", "not-allowed", and "law" where it may have none:
 * before it is sorted, while it moves, and where it is a denunciation, of which no name stands outside the vault.
 */
export async function petitionWithList(
  tx: Trx,
  petitionId: string,
  permission: Permission,
): Promise<{ readonly who: Who; readonly petition: PetitionRow }> {
  const who = whoAsks(tx);
  const petition = await lockPetition(tx, petitionId);
  if (petition.kind === "denunciation") throw denounced();
  require(who, permission, petition.agencyId);
  if (petition.kind === null || petition.sealedTo !== null) throw unsorted();
  notWhileMoving(petition.state);
  return { who, petition };
}

/** How many stand on the list, and how many of them represent the others. */
export async function countList(tx: Trx, petitionId: string): Promise<{ people: number; representatives: number }> {
  const { rows } = await sql<{ people: number; representatives: number }>`
    select people, representatives from app.count_signatories(${petitionId})`.execute(tx);
  return rows[0] ?? { people: 0, representatives: 0 };
}

const denounced = (): Refused =>
  new Refused({
    code: "law",
    message: {
      vi: "Đơn tố cáo không có danh sách người ký: danh tính của từng người tố cáo được niêm phong trong kho định danh khi tiếp nhận, và thông báo do người giữ danh tính gửi riêng.",
      en: "A denunciation has no list of signatories: the identity of each denouncer is sealed in the vault when it is taken in, and a custodian sends each their notice.",
    },
    article: "Điều 8, Điều 56 Luật Tố cáo",
  });

const unsorted = (): Refused =>
  new Refused({
    code: "law",
    message: {
      vi: "Hãy phân loại đơn trước: nếu là tố cáo thì không được lập danh sách người ký ngoài kho định danh.",
      en: "Sort the petition first: if it is a denunciation, no list of its signatories may stand outside the vault.",
    },
    article: "Điều 8 Luật Tố cáo",
    instead: [{ act: "classify-petition", name: { vi: "Phân loại đơn", en: "Sort the petition" } }],
  });
