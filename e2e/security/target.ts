import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import path from "node:path";
import type { Role } from "../../src/casework/access/index.ts";
import { type App, createApp } from "../../src/server/app.ts";
import { openLog } from "../../src/server/http/log.ts";
import { builtPages } from "../../src/server/pages.ts";
import { serve } from "../../src/server/serve.ts";
import { openTestOffice, type TestOffice } from "../../src/server/testing.ts";

/** The real server with its pages, as an attacker meets it. */
export interface Target extends TestOffice {
  /** Where it listens, and what it takes for its public address. */
  readonly url: string;
  /** The application behind the server. */
  readonly served: App;
  /** Every line of its log. */
  readonly log: readonly string[];
  /** A `Cookie` header of a signed-in officer. */
  cookie(role: Role, where?: "here" | "elsewhere" | "above"): Promise<string>;
  /** An `Authorization` header of such an officer. */
  bearer(role: Role, where?: "here" | "elsewhere" | "above"): Promise<string>;
}

export async function openTarget(): Promise<Target> {
  const office = await openTestOffice({ today: "2026-11-24" });
  const { stop, ...server } = await serveOver(office);
  const { served } = server;
  const tokens = new Map<string, string>();
  return {
    ...office,
    ...server,
    cookie: async (role, where = "here") => {
      const { session } = await office.as(role, where);
      return served.cookie.write(session, new Date()).split(";", 1)[0] ?? "";
    },
    bearer: async (role, where = "here") => {
      const officerId = await office.officerId(role, where);
      const made = async () => (await served.access.createToken(served.command, { officerId, label: "x" })).secret;
      const secret = tokens.get(officerId) ?? (await made());
      tokens.set(officerId, secret);
      return `Bearer ${secret}`;
    },
    close: async () => {
      await stop();
      await office.close();
    },
  };
}

/** A server over the office; without another public address it is reached under its own. */
export async function serveOver(office: TestOffice, publicUrl?: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { store } = office.app.setting;
  const config = { ...office.app.config, port, publicUrl: publicUrl ?? url };
  const served = await createApp(config, { mode: "join", store });
  const log: string[] = [];
  const lines = { write: (line: string) => void log.push(line) };
  const { stop } = await serve(served, {
    log: openLog({ logLevel: "debug" }, lines),
    ...(await builtPages(served)),
  });
  return { url, served, log: log as readonly string[], stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export interface Planted {
  readonly visitId: string;
  readonly petitionId: string;
  readonly code: string;
  readonly secret: string;
  readonly matterId: string;
  readonly paperId: string;
  readonly personId: string;
  readonly fileId: string;
  readonly runId: string;
  readonly sessionId: string;
}

/** Words that no log and no stranger's answer may hold. */
export const canary = {
  name: "Trần Canh Yến",
  address: "thôn Chim Yến, xã An Thử",
  idNumber: "001185099887",
  phone: "0909123987",
  content: "Khiếu nại việc lấy tổ yến trong vườn nhà",
} as const;

/** A complaint of the commune with everything that hangs on it: people, scan, matter, paper, import, head's session. */
export async function plant(target: Target): Promise<Planted> {
  const { app, communeId: agencyId } = target;
  const [counter, sorter, head] = await Promise.all([
    target.as("reception-officer"),
    target.as("petition-officer"),
    target.as("head"),
  ]);
  const { fileId } = await app.files.addFile(counter, { agencyId, name: "don.txt", bytes: text("Đơn viết tay") });
  const visit = await app.reception.recordVisit(counter, {
    key: randomUUID(),
    agencyId,
    receivedOn: "2026-10-05",
    visitor: { name: canary.name, address: canary.address, idNumber: canary.idNumber, phone: canary.phone },
    kinds: ["complaint"],
    content: canary.content,
    request: "Hủy quyết định thu hồi đất",
    contestedAct: "Quyết định số 15/QĐ-UBND",
    respondent: "Chủ tịch Ủy ban nhân dân xã An Thử",
    hasPetitionPaper: true,
    items: [{ title: "Đơn", pages: 1, fileId }],
    readBack: true,
  });
  const [petition] = visit.petitions;
  if (!petition?.trackingSecret) throw new Error("no petition");
  const { matterId } = await app.matters.openMatter(sorter, {
    key: randomUUID(),
    petitionId: petition.id,
    values: { signaturesComplete: true },
  });
  const accepted = await app.matters.performAct(sorter, {
    key: randomUUID(),
    matterId,
    seq: 0,
    act: "accept",
    on: "2026-10-08",
    values: { eligible: true, content: canary.content, assignedTo: await target.officerId("settlement-officer") },
  });
  const [person] = await app.people.findPeople(counter, { agencyId, idNumber: canary.idNumber });
  const { sessions } = await app.headSessions.planSessions(counter, {
    key: randomUUID(),
    agencyId,
    position: "commune-chair",
    dates: ["2026-12-10"],
    startsAt: "07:30",
    endsAt: "11:30",
    place: "Trụ sở",
  });
  const { registerWorkbook } = await import("./workbooks.ts");
  const { runId } = await app.reception.runImport(counter, { agencyId, bytes: await registerWorkbook() });
  const sheet = await app.matters.openMatterSheet(head, { matterId });
  return {
    visitId: visit.visitId,
    petitionId: petition.id,
    code: petition.code,
    secret: petition.trackingSecret,
    matterId,
    paperId: accepted.waitsFor ?? sheet.papers[0]?.id ?? "",
    personId: person?.personId ?? "",
    fileId,
    runId,
    sessionId: sessions[0]?.id ?? "",
  };
}

export const text = (written: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(written);

export const root = path.resolve(import.meta.dirname, "../..");
