import { addDays } from "../src/time/civil-date.ts";
import { knownId } from "./known-ids.ts";
import { agencyId } from "./load-agencies.ts";
import type { DemoSession } from "./officers.ts";
import { type Office, workday } from "./take-steps.ts";
import { person } from "./texts.ts";

interface Offices {
  readonly hoaLac: Office;
  readonly benSuong: Office;
  readonly province: Office;
}

/** Petitions that somebody brought before, and one that was sent round. */
export async function tellIntake(offices: Offices): Promise<void> {
  await broughtBefore(offices);
  await sentRound(offices);
}

/**
 * One person about one parcel, at two communes and in two wordings: whoever types the name, or "thửa 215 tờ 12", at the
 * counter of Hoa Lạc is shown both.
 */
async function broughtBefore({ hoaLac, benSuong }: Offices): Promise<void> {
  const visitor = person(900, hoaLac.address);
  await visit(hoaLac, "brought before", 47, {
    kind: "complaint",
    visitor,
    content:
      "Không đồng ý phương án bồi thường khi mở đường liên thôn Gò Sậy; kiểm đếm thiếu hai mươi cây bưởi. Thửa đất số 215, tờ bản đồ số 12, xã Hoa Lạc.",
    request: "Kiểm đếm lại cây trồng và tính bồi thường bổ sung.",
  });
  await visit(benSuong, "brought again", 12, {
    kind: "complaint",
    visitor,
    content:
      "Bồi thường mở đường liên thôn Gò Sậy kiểm đếm thiếu cây bưởi, thửa 215, tờ số 12 xã Hoa Lạc; đã gửi xã Hoa Lạc chưa trả lời.",
    request: "Đề nghị kiểm đếm lại.",
  });
}

/** Handed on twice and come back twice: the third time the province decides who handles it. */
async function sentRound({ hoaLac, benSuong, province }: Offices): Promise<void> {
  const petitionId = await visit(hoaLac, "sent round", 14, {
    kind: "recommendation",
    visitor: person(901, hoaLac.address),
    content: "Cống thoát nước ở ranh giới hai xã Hoa Lạc và Bến Sương bị sập, mưa là ngập đường liên xã.",
    request: "Xác định nơi quản lý và sửa cống.",
  });
  if (!petitionId) return;
  await handAndBack(hoaLac, benSuong.sorter, {
    petitionId,
    to: "SM.BS",
    reason: "Cống nằm bên kia ranh giới, thuộc địa bàn xã Bến Sương.",
    back: "Theo bản đồ địa giới, cống thuộc địa bàn xã Hoa Lạc.",
  });
  await handAndBack(hoaLac, province.sorter, {
    petitionId,
    to: "SM",
    reason: "Đường liên xã do tỉnh quản lý, đề nghị tỉnh xem xét.",
    back: "Đường này đã giao cho cấp xã quản lý từ năm 2025.",
  });
}

interface Brought {
  readonly kind: "complaint" | "recommendation";
  readonly visitor: ReturnType<typeof person>;
  readonly content: string;
  readonly request: string;
}

async function visit(office: Office, name: string, age: number, { kind, ...told }: Brought) {
  const { petitions } = await office.app.reception.recordVisit(office.counter.asker, {
    key: knownId(`visit ${name}`),
    agencyId: agencyId(office.commune),
    receivedOn: workday(addDays(office.app.today(), -age)),
    kinds: [kind],
    ...told,
    hasPetitionPaper: true,
    readBack: true,
  });
  return petitions[0]?.id;
}

async function handAndBack(
  { app, sorter }: Office,
  recipient: DemoSession,
  sent: { readonly petitionId: string; readonly to: string; readonly reason: string; readonly back: string },
): Promise<void> {
  const { petitionId, to, reason, back } = sent;
  const { transferId } = await app.transfers.transferPetition(sorter.asker, {
    key: knownId(`hand to ${to}`),
    petitionId,
    toAgencyId: agencyId(to),
    reason,
    on: app.today(),
  });
  await app.transfers.returnTransfer(recipient.asker, { key: knownId(`back from ${to}`), transferId, reason: back });
}
