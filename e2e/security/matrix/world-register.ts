import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import type { TestOffice } from "../../../src/server/testing.ts";
import { type Maker, type Marked, mark, markedPerson } from "./secrets.ts";

const header = "STT,Ngày tiếp,Họ tên - Địa chỉ,CCCD/CMND/Hộ chiếu,Nội dung,Loại đơn,Số người cùng nội dung,Ghi chú";

/** An imported register with a complaint, a denunciation, and a row that is refused. */
export async function register(office: TestOffice, maker: Maker): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Sổ");
  sheet.addRow(header.split(","));
  const [visitor, denouncer] = [markedPerson(), markedPerson()];
  const [wrong, content] = [mark(), mark()];
  const person = ({ name, address }: Marked) => `${name}\n${address}`;
  sheet.addRow([1, "03/7/2026", person(visitor), visitor.idNumber, `Khiếu nại thu hồi đất ${content}`, "KN", 1, ""]);
  sheet.addRow([
    2,
    "06/7/2026",
    person(denouncer),
    denouncer.idNumber,
    `Tố cáo cán bộ nhận tiền`,
    "TC",
    1,
    `Gọi ${denouncer.phone}`,
  ]);
  sheet.addRow([3, `ngày ${wrong}`, "Lê Thử Sai\nthôn Một", "001099000009", "Khiếu nại", "KN", 1, ""]);
  await office.app.reception.runImport(await office.as("reception-officer"), {
    agencyId: office.communeId,
    bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
  });
  maker.nobody(
    "denouncer-imported",
    "a denouncer in an imported register",
    denouncer.traces.filter((each) => each !== visitor.phone),
  );
  maker.byPolicy(
    "imported",
    "a complaint in an imported register",
    "here",
    ["petition:read", "visit:read", "person:read"],
    [visitor.traces[0] ?? "", visitor.idNumber, content],
  );
  maker.byPolicy("import-error", "a row that the import refused", "here", ["register:import"], [wrong]);
}

export async function headSession(office: TestOffice, maker: Maker, receipts: Receipts): Promise<void> {
  const officer = await office.as("reception-officer");
  const [topic, reason] = [mark(), mark()];
  const { sessions } = await office.app.headSessions.planSessions(officer, {
    key: randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-12-09", "2026-12-16"],
    startsAt: "08:00",
    endsAt: "11:00",
    place: "Trụ sở",
    topics: topic,
  });
  for (const code of await seenByCounter(office, receipts))
    await office.app.headSessions.addCase(officer, { key: randomUUID(), sessionId: sessions[1]?.id ?? "", code });
  await office.app.headSessions.recordSession(officer, {
    key: randomUUID(),
    sessionId: sessions[0]?.id ?? "",
    outcome: "cancelled",
    reason,
  });
  maker.byPolicy(
    "head-session",
    "a session of the head before it is posted, and why it was cancelled",
    "here",
    ["head-session:read"],
    [topic, reason],
  );
}

/** Somebody who booked a place at a posted session. */
export async function booking(office: TestOffice, maker: Maker): Promise<void> {
  const { sessions } = await office.app.headSessions.planSessions(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    position: "commune-chair",
    dates: ["2026-12-23"],
    startsAt: "08:00",
    endsAt: "11:00",
    place: "Trụ sở",
    announcedOn: "2026-11-24",
    places: 3,
  });
  const [name, subject, contact] = [mark(), mark(), mark()];
  const { code, secret } = await office.app.bookings.bookPlace({
    key: randomUUID(),
    sessionId: sessions[0]?.id ?? "",
    name,
    contact: `${contact}@vidu.vn`,
    subject,
    people: "1",
    network: "203.0.113.0/24",
  });
  maker.byPolicy(
    "booking",
    "who booked a place at a head's session, and what about",
    "here",
    ["booking:handle"],
    [name, subject, contact, code],
  );
  maker.nobody("booking-secret", "the secret of a booked place", [secret]);
}

type Receipts = readonly { readonly code: string }[];

/** What the counter of the commune can put on the list of a session: sealed and unclassified ones of its own too. */
async function seenByCounter(office: TestOffice, receipts: Receipts): Promise<readonly string[]> {
  const counter = await office.as("reception-officer");
  const { lines } = await office.app.petitions.listPetitions(counter, { view: "all", limit: 100 });
  const seen = new Set(lines.map(({ code }) => code));
  return receipts.map(({ code }) => code).filter((code) => code.startsWith("TT.A-") && seen.has(code));
}
