import { randomUUID } from "node:crypto";
import type { TestOffice } from "../../../src/server/testing.ts";
import type { Where } from "./actors.ts";
import {
  type Maker,
  type Marked,
  mark,
  markedPerson,
  type Named,
  type Secret,
  secretMaker,
  type World,
} from "./secrets.ts";
import { plantNotices } from "./world-notices.ts";
import { booking, headSession, register } from "./world-register.ts";
import { accounts, holdIdentities, redactedCopy, releases } from "./world-vault.ts";

type Kind = "complaint" | "denunciation" | "recommendation";

export interface MarkedWorld {
  readonly secrets: readonly Secret[];
  /** Names, numbers and words to look for: those of denouncers, and those of others. */
  readonly lookedFor: readonly string[];
  readonly receipts: readonly { readonly code: string; readonly secret: string }[];
}

const key = () => randomUUID();
const on = "2026-11-02";
const text = (content: string) => new TextEncoder().encode(content);

/** A database in which everything worth hiding is marked: each kind of intake, in each place, at each stage. */
export async function markWorld(office: TestOffice, can: World["can"]): Promise<MarkedWorld> {
  const agencies = { here: office.communeId, elsewhere: office.otherCommuneId, above: office.provinceId };
  const maker = secretMaker({ agencies, can });
  const receipts: MarkedWorld["receipts"][number][] = [];
  const lookedFor: string[] = [];
  const take = async (where: Where, visitor: Marked, kinds: readonly Kind[], content: string, more: object = {}) => {
    const taken = await office.app.reception.recordVisit(await office.as("reception-officer", where), {
      key: key(),
      agencyId: agencies[where],
      receivedOn: on,
      visitor: { name: visitor.name, address: visitor.address, idNumber: visitor.idNumber, phone: visitor.phone },
      kinds: [...kinds],
      content,
      readBack: true,
      ...more,
    });
    lookedFor.push(visitor.name, ...(kinds.includes("denunciation") ? [visitor.idNumber] : []));
    for (const { code, trackingSecret } of taken.petitions)
      if (trackingSecret) receipts.push({ code, secret: trackingSecret });
    const [first] = taken.petitions;
    return {
      visitId: taken.visitId,
      petitionId: first?.id ?? "",
      write: (body: string) =>
        office.app.petitions.writeByCode({
          key: key(),
          code: first?.code ?? "",
          secret: first?.trackingSecret ?? "",
          body,
          network: "203.0.113.0/24",
        }),
    };
  };
  const told = (visitor: Marked, content: string) =>
    `Tôi là ${visitor.name}, ở ${visitor.address}, số ${visitor.idNumber}, điện thoại ${visitor.phone}. Việc ${content}`;

  await holdIdentities(office);
  await sealedIntakes(office, maker, take, told);
  await restricted(office, maker, take, told);
  await accounts(office, maker);
  for (const where of ["here", "elsewhere", "above"] as const) await complaint(office, maker, where, agencies, take);
  await looseFile(office, maker);
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
  return { secrets: maker.secrets, lookedFor: [...new Set(lookedFor)], receipts };
}

type Take = (
  where: Where,
  visitor: Marked,
  kinds: readonly Kind[],
  content: string,
  more?: object,
) => Promise<{ readonly visitId: string; readonly petitionId: string; write(body: string): Promise<boolean> }>;
type Told = (visitor: Marked, content: string) => string;

async function addFile(office: TestOffice, where: Where, agencyId: string, name: string, content: string) {
  const asker = await office.as("reception-officer", where);
  return (await office.app.files.addFile(asker, { agencyId, name: `${name}.txt`, bytes: text(`Bản chụp ${content}`) }))
    .fileId;
}

/** A denunciation kept by the counter; one that turned out to be one; and what is not classified yet. */
async function sealedIntakes(office: TestOffice, maker: Maker, take: Take, told: Told): Promise<void> {
  const counter = await office.as("reception-officer");
  const [denouncer, found, unknown] = [markedPerson(), markedPerson(), markedPerson()];
  const [kept, turned, open, title] = [mark(), mark(), mark(), mark()];
  await take("here", denouncer, ["denunciation"], told(denouncer, kept), {
    items: [{ title: `Đơn của ${denouncer.name}`, pages: 2 }],
    note: `Gọi số ${denouncer.phone}`,
  });
  maker.nobody(
    "denouncer",
    "a denouncer's name, address, ID number, telephone, given at the counter",
    denouncer.traces,
  );
  maker.byName(
    "sealed-denunciation",
    "a denunciation that the counter has not handed on",
    "the officer who took it",
    ["reception-officer"],
    [kept],
  );
  const late = await take("here", found, [], told(found, turned));
  await office.app.reception.classifyVisit(counter, { key: key(), visitId: late.visitId, kinds: ["denunciation"] });
  maker.nobody("denouncer-found-late", "the same of one whose visit was classified afterwards", found.traces);
  maker.byName("sealed-late", "that denunciation", "the officer who took it", ["reception-officer"], [turned]);
  await take("here", unknown, [], open, { items: [{ title, pages: 1 }] });
  maker.byName(
    "unclassified",
    "a visit not classified yet: people, content, list of papers",
    "the officer who took it",
    ["reception-officer"],
    [...unknown.traces, open, title],
  );
}

/** A denunciation handed to the head, and one in a matter: assigned, accepted, with papers. */
async function restricted(office: TestOffice, maker: Maker, take: Take, told: Told): Promise<void> {
  const { app } = office;
  const [counter, head] = [await office.as("reception-officer"), await office.as("head")];
  const handed = async (content: string, stage: string) => {
    const denouncer = markedPerson();
    const [scanName, scan] = [mark(), mark()];
    const fileId = await addFile(office, "here", office.communeId, scanName, scan);
    const { petitionId, write } = await take("here", denouncer, ["denunciation"], told(denouncer, content), {
      items: [{ title: "Bằng chứng", pages: 1, fileId }],
    });
    const traces = [...denouncer.traces, scanName, scan];
    maker.nobody(
      `denouncer-${content.toLowerCase()}`,
      `the same of one whose denunciation ${stage}, and their scan`,
      traces,
    );
    await app.petitions.handToHead(counter, { key: key(), petitionId });
    await app.identity.lookUp(counter, {
      agencyId: office.communeId,
      by: "identity-number",
      number: denouncer.idNumber,
    });
    return { petitionId, write };
  };
  const [waiting, worked, accused, act, reason] = [mark(), mark(), mark(), mark(), mark()];
  const first = await handed(waiting, "was handed to the head");
  maker.byName(
    "handed",
    "a denunciation handed to the head, no matter yet",
    "the head, and who acts for the head",
    ["head", "accused head", "acting"],
    [waiting],
  );
  const { petitionId, write } = await handed(worked, "is in a matter");
  for (const role of ["petition-officer", "head", "custodian"] as const) {
    const officerId = await office.officerId(role, "here", "accused");
    await app.petitions.declareConflict(head, { key: key(), petitionId, officerId, ground: "accused" });
  }
  const assigneeId = await office.officerId("settlement-officer", "here", "named");
  const opened = { violation: "duty", withinCompetence: true, forwarded: false };
  const { matterId } = await app.matters.openMatter(head, { key: key(), petitionId, values: opened, assigneeId });
  const perform = async (name: string, values: Record<string, string | boolean | string[]>) => {
    const { seq } = await app.matters.openMatterSheet(head, { matterId });
    return app.matters.performAct(head, { key: key(), matterId, seq, act: name, on: "2026-11-03", values });
  };
  await perform("log-and-check", {});
  await perform("record-check", { identified: true });
  const { waitsFor } = await perform("accept", {
    madeAsLawAsks: true,
    capacity: true,
    competent: true,
    basis: true,
    fromComplaint: false,
    accused: `Nguyễn Hư ${accused}`,
    content: act,
  });
  for (const step of ["check", "approve", "sign", "number"] as const)
    await app.matters.stepPaper(head, { key: key(), paperId: waitsFor ?? "", step, on: "2026-11-03" });
  await perform("reassign", { officer: assigneeId, reason });
  const who = "the head, who acts for the head, and those assigned by name";
  const those = ["head", "acting", "named"] as const;
  maker.byName("restricted-content", "the content of a denunciation in a matter", who, those, [worked]);
  maker.byName("restricted-matter", "acts and papers of that matter", who, those, [accused, act, reason]);
  const [written, answered] = [mark(), mark()];
  await write(`Tôi viết thêm ${written}`);
  await app.petitions.writeToPetitioner(head, { key: key(), petitionId, body: `Cơ quan trả lời ${answered}` });
  maker.byName(
    "letters-denouncer",
    "letters of a denouncer and to one",
    `${who}, and the holder of the receipt`,
    [...those, "receipt-holder"],
    [written, answered],
  );
  await liftedConflict(office, maker, petitionId, who, those);
  await redactedCopy(office, maker, petitionId, those);
  await releases(office, maker, first.petitionId, petitionId);
  const keepers = ["reception-officer", "custodian"] as const;
  const pseudonymOf = async (id: string) =>
    (await app.petitions.openPetition(head, { petitionId: id })).pseudonym?.split(" ").at(-1) ?? "";
  maker.byName(
    "pseudonym-handed",
    "the pseudonym of who denounced, of the one handed to the head",
    "who took it, the head, who acts for the head, and custodians",
    [...keepers, "accused custodian", "head", "accused head", "acting"],
    [await pseudonymOf(first.petitionId)],
  );
  maker.byName(
    "pseudonym-restricted",
    "the pseudonym in the denunciation from which others are barred",
    `who took it, ${who}, and custodians who are not barred`,
    [...keepers, ...those],
    [await pseudonymOf(petitionId)],
  );
}

/** A conflict of interest declared of another and lifted: why, is read by whoever sees the denunciation. */
async function liftedConflict(
  { app, as, officerId }: TestOffice,
  maker: Maker,
  petitionId: string,
  who: string,
  those: readonly Named[],
): Promise<void> {
  const head = await as("head");
  const mistaken = await officerId("clerk");
  await app.petitions.declareConflict(head, { key: key(), petitionId, officerId: mistaken, ground: "relative" });
  const { lines } = await app.petitions.listConflicts(head, { petitionId });
  const conflictId = lines.find((line) => line.officerId === mistaken)?.id ?? "";
  const reason = mark();
  await app.petitions.liftConflict(head, { key: key(), conflictId, reason: `Khai nhầm ${reason}` });
  maker.byName("conflict-lifted", "why a conflict of interest was lifted", who, those, [reason]);
}

/** An ordinary complaint of an agency: people, content, scan, matter, paper. */
async function complaint(
  office: TestOffice,
  maker: Maker,
  where: Where,
  agencies: World["agencies"],
  take: Take,
): Promise<void> {
  const [sorter, head] = [await office.as("petition-officer", where), await office.as("head", where)];
  const person = markedPerson();
  const [content, name, scan, title, paper] = [mark(), mark(), mark(), mark(), mark()];
  const fileId = await addFile(office, where, agencies[where], name, scan);
  const { petitionId, write } = await take(where, person, ["complaint"], `Việc ${content}`, {
    items: [{ title, pages: 1, fileId }],
    peopleCount: 1,
  });
  const { matterId } = await office.app.matters.openMatter(sorter, {
    key: key(),
    petitionId,
    values: { signaturesComplete: true },
  });
  const { seq } = await office.app.matters.openMatterSheet(head, { matterId });
  await office.app.matters.performAct(sorter, {
    key: key(),
    matterId,
    seq,
    act: "accept",
    on: "2026-11-03",
    values: { eligible: true, content: paper },
  });
  const of = { here: "", elsewhere: " of the other commune", above: " of the province" }[where];
  const seen = ["petition:read", "visit:read"] as const;
  maker.byPolicy(
    `people-${where}`,
    `the people of a complaint${of} (its papers name them too)`,
    where,
    ["person:read", "petition:read", "matter:read"],
    person.traces,
  );
  maker.byPolicy(`complaint-${where}`, `a complaint${of}: content, scan and its name`, where, seen, [
    content,
    name,
    scan,
  ]);
  const [written, answered] = [mark(), mark()];
  await write(`Tôi viết thêm ${written}`);
  await office.app.petitions.writeToPetitioner(sorter, { key: key(), petitionId, body: `Cơ quan trả lời ${answered}` });
  maker.byPolicy(`letters-${where}`, `letters about a complaint${of}`, where, seen, [written, answered], true);
  maker.byPolicy(`titles-${where}`, `the papers handed in with it`, where, seen, [title], true);
  maker.byPolicy(`paper-${where}`, `a draft in its matter`, where, ["matter:read"], [paper]);
}

async function looseFile(office: TestOffice, maker: Maker): Promise<void> {
  const [name, content] = [mark(), mark()];
  await addFile(office, "here", office.communeId, name, content);
  maker.byName(
    "loose-file",
    "a scan that hangs on nothing yet",
    "the officer who added it",
    ["reception-officer"],
    [name, content],
  );
}
