import { addDays } from "../src/time/civil-date.ts";
import { knownId } from "./known-ids.ts";
import { agencyId } from "./load-agencies.ts";
import { decided } from "./stories.ts";
import { type Office, takeSteps, workday } from "./take-steps.ts";
import { person } from "./texts.ts";

const signed = 12;
const name = "mass petition";

/** Twelve households and one decision: a copy for each, some sent, some received, one refused, one come back. */
export async function tellMassPetition(office: Office): Promise<void> {
  const { app, counter, sorter, clerk, head } = office;
  const receivedOn = workday(addDays(app.today(), -44));
  const people = Array.from({ length: signed }, (_, n) => person(700 + n, office.address));
  const [first, second, third] = people;
  if (!first || !second || !third) return;
  const { petitions } = await app.reception.recordVisit(counter.asker, {
    key: knownId(`visit ${name}`),
    agencyId: agencyId(office.commune),
    receivedOn,
    visitor: first,
    peopleCount: signed,
    representatives: [second],
    appointmentPaper: true,
    kinds: ["complaint"],
    content:
      "Mười hai hộ ở thôn Bến Nứa cùng khiếu nại thông báo thu tiền làm đường nội đồng: mức thu không được bàn ở cuộc họp thôn, không có biên lai.",
    request: "Hủy thông báo thu tiền và hoàn trả số đã thu.",
    contestedAct: "Thông báo thu tiền làm đường nội đồng thôn Bến Nứa",
    respondent: `Chủ tịch Ủy ban nhân dân ${office.address}`,
    hasPetitionPaper: true,
    readBack: true,
    withinCompetence: true,
  });
  const petitionId = petitions[0]?.id;
  if (!petitionId) return;
  const verifier = office.verifiers[0] ?? head;
  const { matterId } = await app.matters.openMatter(sorter.asker, {
    key: knownId(`matter ${name}`),
    petitionId,
    values: { signaturesComplete: true, representativePaper: true, representativesCount: "2" },
    assigneeId: verifier.officerId,
  });
  for (const [n, each] of people.entries())
    await app.signatories.addSignatories(sorter.asker, {
      key: knownId(`${name} ${n}`),
      petitionId,
      person: { name: each.name, address: each.address, idNumber: each.idNumber },
    });
  await takeSteps(office, decided, { matterId, receivedOn, name, verifier });
  const { papers } = await app.matters.openMatterSheet(head.asker, { matterId });
  const paperId = papers.find(({ template, number }) => template === "kn-15" && number !== null)?.id;
  if (!paperId) return;
  const wanted = { petitionId, paperId };
  const { batchId } = await app.signatories.startReplies(clerk.asker, { key: knownId(`replies ${name}`), ...wanted });
  await app.signatories.makeReplies(app.task, { batchId });
  const ids = (await app.signatories.listReplies(clerk.asker, wanted)).lines.map(({ id }) => id);
  const record = (step: "sent" | "delivered" | "refused" | "returned", replyIds: string[]) =>
    app.signatories.recordDeliveries(clerk.asker, {
      key: knownId(`${step} ${name}`),
      ...wanted,
      step,
      replyIds,
      on: app.today(),
    });
  await record("sent", ids.slice(0, 9));
  await record("delivered", ids.slice(0, 5));
  await record("refused", ids.slice(5, 6));
  await record("returned", ids.slice(6, 7));
}
