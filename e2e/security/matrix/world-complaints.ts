import type { Where } from "./actors.ts";
import { mark, markedPerson } from "./secrets.ts";
import { addFile, key, type Planting } from "./world-taking.ts";

/** An ordinary complaint of an agency: people, content, scan, matter, paper. */
export async function complaint({ office, maker, agencies, take }: Planting, where: Where): Promise<void> {
  const [sorter, head] = [await office.as("petition-officer", where), await office.as("head", where)];
  const person = markedPerson();
  const [content, name, scan, title, paper, sentBack] = [mark(), mark(), mark(), mark(), mark(), mark()];
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
  const { waitsFor: paperId = "" } = await office.app.matters.performAct(sorter, {
    key: key(),
    matterId,
    seq,
    act: "accept",
    on: "2026-11-03",
    values: { eligible: true, content: paper },
  });
  await office.app.matters.returnPaper(head, { key: key(), paperId, reason: `Viết lại ${sentBack}` });
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
  maker.byPolicy(`sent-back-${where}`, `why that draft was sent back`, where, ["matter:read"], [sentBack]);
}

export async function looseFile({ office, maker }: Planting): Promise<void> {
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
