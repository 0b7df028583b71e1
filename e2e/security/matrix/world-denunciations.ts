import type { TestOffice } from "../../../src/server/testing.ts";
import { type Maker, mark, markedPerson, type Named } from "./secrets.ts";
import { addFile, key, type Planting, told } from "./world-taking.ts";
import { redactedCopy, releases } from "./world-vault.ts";

/** A denunciation kept by the counter; one that turned out to be one; and what is not classified yet. */
export async function sealedIntakes({ office, maker, take }: Planting): Promise<void> {
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
export async function restricted({ office, maker, take }: Planting): Promise<void> {
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
  const [waiting, worked, accused, act, reason, sentBack] = [mark(), mark(), mark(), mark(), mark(), mark()];
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
  const values = {
    madeAsLawAsks: true,
    capacity: true,
    competent: true,
    basis: true,
    fromComplaint: false,
    accused: `Nguyễn Hư ${accused}`,
    content: act,
  };
  const { waitsFor: paperId = "" } = await perform("accept", values);
  await app.matters.returnPaper(head, { key: key(), paperId, reason: `Chưa đủ căn cứ ${sentBack}` });
  await app.matters.rewritePaper(head, { key: key(), paperId, values });
  for (const step of ["check", "approve", "sign", "number"] as const)
    await app.matters.stepPaper(head, { key: key(), paperId, step, on: "2026-11-03" });
  await perform("reassign", { officer: assigneeId, reason });
  const who = "the head, who acts for the head, and those assigned by name";
  const those = ["head", "acting", "named"] as const;
  maker.byName("restricted-content", "the content of a denunciation in a matter", who, those, [worked]);
  maker.byName("restricted-matter", "acts and papers of that matter", who, those, [accused, act, reason]);
  maker.byName("sent-back-restricted", "why a draft in that matter was sent back", who, those, [sentBack]);
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
