import type { App } from "../src/server/app.ts";
import { addDays } from "../src/time/civil-date.ts";
import { tellHeadSessions } from "./head-sessions.ts";
import { knownId } from "./known-ids.ts";
import { agencyId } from "./load-agencies.ts";
import { tellMassPetition } from "./mass-petition.ts";
import { asOfficer } from "./officers.ts";
import { type Story, stories } from "./stories.ts";
import { notLater, type Office, takeSteps, workday } from "./take-steps.ts";
import { tellIntake } from "./tell-intake.ts";
import { tellOtherMatters } from "./tell-other-matters.ts";
import { complaints, type DemoText, denunciation, person, recommendations, unclassified } from "./texts.ts";

/** Half a year of two communes' work, through the same use cases as everybody's. */
export async function tellStories(app: App): Promise<void> {
  const hoaLac = await openOffice(app, "SM.HL", "xã Hoa Lạc", {
    counter: "tiepdan.hoalac",
    sorter: "xulydon.hoalac",
    unit: "phutrach.hoalac",
    head: "chutich.hoalac",
    clerk: "vanthu.hoalac",
    verifiers: ["xacminh.hoalac", "xacminh2.hoalac"],
  });
  const benSuong = await openOffice(app, "SM.BS", "xã Bến Sương", {
    counter: "tiepdan.bensuong",
    sorter: "xulydon.bensuong",
    head: "chutich.bensuong",
    clerk: "xulydon.bensuong",
    verifiers: ["chutich.bensuong"],
  });
  const province = await openOffice(app, "SM", "tỉnh Sông Mây", {
    counter: "xulydon.tinh",
    sorter: "xulydon.tinh",
    head: "chutich.tinh",
    clerk: "xulydon.tinh",
    verifiers: ["xulydon.tinh"],
  });
  await tellAll(hoaLac, stories);
  await otherVisits(hoaLac, 18);
  await tellAll(benSuong, stories.slice(9, 15));
  await otherVisits(benSuong, 4);
  await tellOtherMatters({ commune: hoaLac, province });
  await tellMassPetition(hoaLac);
  await tellIntake({ hoaLac, benSuong, province });
  await tellHeadSessions(app, { hoaLac: hoaLac.counter.asker, benSuong: benSuong.counter.asker });
  for (const office of [hoaLac, benSuong, province]) {
    for (const session of new Set([
      office.counter,
      office.sorter,
      office.unit ?? office.head,
      office.head,
      office.clerk,
      ...office.verifiers,
    ]))
      await session.end();
  }
}

async function openOffice(
  app: App,
  commune: string,
  address: string,
  names: {
    readonly counter: string;
    readonly sorter: string;
    readonly unit?: string;
    readonly head: string;
    readonly clerk: string;
    readonly verifiers: readonly string[];
  },
): Promise<Office> {
  const [counter, sorter, head, clerk] = await Promise.all(
    [names.counter, names.sorter, names.head, names.clerk].map((name) => asOfficer(app, name)),
  );
  const unit = names.unit === undefined ? undefined : await asOfficer(app, names.unit);
  const verifiers = await Promise.all(names.verifiers.map((name) => asOfficer(app, name)));
  if (!counter || !sorter || !head || !clerk) throw new Error("the commune of the demonstration lacks an officer");
  return { app, commune, address, counter, sorter, head, clerk, verifiers, ...(unit ? { unit } : {}) };
}

/** Oldest first, as the register and the codes would have it. */
async function tellAll(office: Office, told: readonly Story[]): Promise<void> {
  const ordered = told.map((story, index) => ({ story, index })).toSorted((a, b) => b.story.age - a.story.age);
  for (const { story, index } of ordered) await tell(office, story, `${office.commune} ${index}`, index);
}

async function tell(office: Office, story: Story, name: string, index: number): Promise<void> {
  const { app } = office;
  const receivedOn = workday(addDays(app.today(), -story.age));
  const text = complaints[index % complaints.length];
  if (!text) return;
  const people = story.people ?? 1;
  const representatives = story.representatives ?? 1;
  const recorded = await app.reception.recordVisit(office.counter.asker, {
    key: knownId(`visit ${name}`),
    agencyId: agencyId(office.commune),
    receivedOn,
    visitor: person(index, office.address),
    peopleCount: people,
    representatives: Array.from({ length: representatives - 1 }, (_, n) => person(300 + index * 5 + n, office.address)),
    appointmentPaper: people > 1,
    kinds: ["complaint"],
    ...whatWasSaid(text),
    respondent: `Chủ tịch Ủy ban nhân dân ${office.address}`,
    hasPetitionPaper: true,
    items: [
      { title: "Đơn khiếu nại", pages: 2, copyType: "original" },
      { title: "Văn bản bị khiếu nại", pages: 1 + (index % 3), copyType: "photocopy" },
    ],
    readBack: true,
    withinCompetence: true,
  });
  const petitionId = recorded.petitions[0]?.id;
  if (!petitionId || story.steps === "no-matter") return;
  const verifier = office.verifiers[index % office.verifiers.length] ?? office.head;
  const { matterId } = await app.matters.openMatter(office.sorter.asker, {
    key: knownId(`matter ${name}`),
    petitionId,
    values: {
      signaturesComplete: true,
      ...(people > 1 ? { representativePaper: true, representativesCount: String(representatives) } : {}),
    },
    assigneeId: verifier.officerId,
  });
  await takeSteps(office, story.steps, { matterId, receivedOn, name, verifier });
  if (text.published) await wordPublished(office, matterId, text.published);
}

const whatWasSaid = ({ published: _, ...said }: DemoText) => said;

/** What the public page says of the decision that stands. */
async function wordPublished(
  { app, sorter }: Office,
  matterId: string,
  words: NonNullable<DemoText["published"]>,
): Promise<void> {
  const { publications } = await app.publications.ofMatter(sorter.asker, { matterId });
  for (const { id } of publications.filter(({ replacedOn }) => replacedOn === null))
    await app.publications.word(sorter.asker, { key: knownId(`words ${id}`), id, ...words, nothingPersonal: true });
}

/** Recommendations answered and open, a visit guided elsewhere, one sealed until it is classified, denunciations under pseudonyms. */
async function otherVisits(office: Office, count: number): Promise<void> {
  const { app } = office;
  for (let n = 0; n < count; n++) {
    const name = `${office.commune} other ${n}`;
    const receivedOn = workday(addDays(app.today(), -Math.floor(((count - n) / count) * 130) - 1));
    const kind = n % 9 === 4 ? "denunciation" : n === count - 1 ? undefined : "recommendation";
    const text =
      kind === "recommendation"
        ? recommendations[n % recommendations.length]
        : { content: kind ? denunciation : unclassified, request: "" };
    const guided = kind === "recommendation" && n % 5 === 3;
    const recorded = await app.reception.recordVisit(office.counter.asker, {
      key: knownId(`visit ${name}`),
      agencyId: agencyId(office.commune),
      receivedOn,
      visitor: person(120 + n, office.address),
      kinds: kind ? [kind] : [],
      content: text?.content ?? "",
      ...(text?.request ? { request: text.request } : {}),
      readBack: true,
      ...(guided
        ? { withinCompetence: false, guidedTo: "Sở Xây dựng tỉnh Sông Mây", guidanceNumber: `${10 + n}/HD-UBND` }
        : {}),
    });
    const petition = recorded.petitions[0];
    if (petition && kind === "recommendation" && !guided && n % 3 === 0) {
      await app.petitions.routePetition(office.sorter.asker, {
        key: knownId(`answer ${name}`),
        petitionId: petition.id,
        route: "answer",
        reason: "Đã kiểm tra, trả lời bằng văn bản và thông báo lịch khắc phục.",
        on: notLater(workday(addDays(receivedOn, 6)), app.today()),
      });
    }
  }
}
