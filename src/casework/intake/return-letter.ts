import { selectVersion } from "../../rules/select-version.ts";
import type { Trx } from "../../store/index.ts";
import { type CivilDate, formatCivilDate } from "../../time/civil-date.ts";
import { draftPaper, fillPaper } from "../papers/index.ts";
import type { Setting } from "../setting.ts";
import type { PostEntry } from "./post-entry.ts";

/**
 * Drafts the letter that returns a forwarded petition, as the law of its day wants it: Mẫu 04-XLĐ of Thông tư 07/2014; since
 * Thông tư 05/2021 an ordinary letter, for which there is no form (GAP-8). It then goes the way of every paper. Null where
 * only a denunciation came: it is passed on, not returned, and its letter would name whoever wrote it.
 */
export async function returnLetter(
  tx: Trx,
  setting: Setting,
  entry: PostEntry,
  back: {
    readonly on: CivilDate;
    readonly reason: string;
    readonly papers: string;
    readonly officerId: string | null;
  },
): Promise<string | null> {
  const petition = entry.petitions.find(({ kind }) => kind === "complaint" || kind === "recommendation");
  const pack = selectVersion(setting.law.packs, "petitions", entry.receivedOn);
  const procedure = pack.procedures.find(({ acts }) => acts.some(({ id }) => id === "return-to-forwarder"));
  const act = procedure?.acts.find(({ id }) => id === "return-to-forwarder");
  const document = procedure?.documents.find(({ key }) => key === act?.bindingDocument);
  if (!petition || !act || !document) return null;
  const { agencyId } = entry;
  const values = { reason: back.reason };
  const paper = await fillPaper(tx, { petitionId: petition.id, agencyId, pack, document, act, values, on: back.on });
  const fields = {
    ...paper.fields,
    forwarder: entry.forwarderName ?? "",
    forwarderLetter: letterOf(entry),
    ...(back.papers ? { originals: back.papers } : {}),
  };
  return draftPaper(tx, setting, {
    agencyId,
    matterId: null,
    petitionId: petition.id,
    template: document.key,
    forAct: null,
    officerId: back.officerId,
    body: { paper: { ...paper, fields }, values },
  });
}

/** "số 55/ĐĐBQH ngày 18 tháng 11 năm 2026". */
const letterOf = ({ letterNumber, letterOn }: PostEntry): string =>
  [letterNumber && `số ${letterNumber}`, letterOn && formatCivilDate(letterOn, "vi-long")].filter(Boolean).join(" ");
