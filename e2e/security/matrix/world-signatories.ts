import { textOf } from "./reading.ts";
import { mark, markedPerson } from "./secrets.ts";
import { key, type Planting, type Receipt } from "./world-taking.ts";

/** A complaint of many: the list of who signed, and of one paper a copy for each, sent; of the first signatory the codes. */
export async function massPetition(planting: Planting): Promise<Receipt & { readonly replyIds: readonly string[] }> {
  const { office, maker } = planting;
  const { app, as } = office;
  const [clerk, sorter] = [await as("clerk"), await as("petition-officer")];
  const { petitionId, paperId } = await withPaper(planting);
  const [holder, other] = [markedPerson(), markedPerson()];
  for (const person of [holder, other])
    await app.signatories.addSignatories(sorter, { key: key(), petitionId, person });
  const wanted = { petitionId, paperId };
  const { batchId } = await app.signatories.startReplies(clerk, { key: key(), ...wanted });
  await app.signatories.makeReplies(app.task, { batchId });
  await app.signatories.recordDeliveries(clerk, { key: key(), ...wanted, step: "sent", on: app.today() });
  const { lines: signed } = await app.signatories.listSignatories(clerk, { petitionId });
  const code = signed.find(({ name }) => name === holder.name)?.code ?? "";
  const { lines } = await app.signatories.listReplies(clerk, wanted);
  const replyIds = lines.toSorted((one) => (one.name === holder.name ? -1 : 1)).map(({ id }) => id);
  const { bytes } = await app.signatories.openReply(clerk, { replyId: replyIds[0] ?? "" });
  const printed = (await textOf(Buffer.from(bytes))).replaceAll(code, "");
  const secret = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(printed)?.[0] ?? "";
  maker.byPolicy("signatory", "one who signed a complaint of many", "here", ["petition:read"], holder.traces, true);
  maker.byPolicy("other-signatory", "another who signed it", "here", ["petition:read"], other.traces);
  return { code, secret, replyIds };
}

/** Handed in by one for all, taken up, with a signed and numbered notice. */
async function withPaper({ office, take, maker }: Planting) {
  const { app, as } = office;
  const [sorter, head, clerk] = [await as("petition-officer"), await as("head"), await as("clerk")];
  const first = markedPerson();
  const content = mark();
  const { petitionId } = await take("here", first, ["complaint"], `Việc chung ${content}`, { peopleCount: 3 });
  const { matterId } = await app.matters.openMatter(sorter, {
    key: key(),
    petitionId,
    values: { signaturesComplete: true, representativePaper: true, representativesCount: "1" },
  });
  const { seq } = await app.matters.openMatterSheet(head, { matterId });
  const { waitsFor: paperId = "" } = await app.matters.performAct(head, {
    key: key(),
    matterId,
    seq,
    act: "accept",
    on: "2026-11-03",
    values: { eligible: true, content: "Các hộ khiếu nại quyết định bồi thường" },
  });
  for (const [by, step] of [
    [sorter, "check"],
    [head, "approve"],
    [head, "sign"],
    [clerk, "number"],
  ] as const)
    await app.matters.stepPaper(by, { key: key(), paperId, step, on: "2026-11-03" });
  maker.byPolicy(
    "mass-first",
    "who handed that complaint in for all, and what it says",
    "here",
    ["person:read", "petition:read", "matter:read", "visit:read"],
    [...first.traces, content],
  );
  return { petitionId, paperId };
}
