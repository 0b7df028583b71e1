import { addDays, type CivilDate, parseCivilDate } from "../src/time/civil-date.ts";
import { knownId } from "./known-ids.ts";
import { agencyId } from "./load-agencies.ts";
import { type Opened, type OtherMatter, otherMatters } from "./other-matters.ts";
import { type Office, takeSteps, workday } from "./take-steps.ts";
import { person } from "./texts.ts";

/** Denunciations, second complaints, recommendations and what else the offices have, each in its own course. */
export async function tellOtherMatters(offices: Readonly<Record<OtherMatter["at"], Office>>): Promise<void> {
  for (const [index, told] of otherMatters.entries()) await tellOne(offices[told.at], told, index);
}

async function tellOne(office: Office, told: OtherMatter, index: number): Promise<void> {
  const { app } = office;
  const name = `${office.commune} matter ${index}`;
  const receivedOn = dayOf(told.received, app.today());
  if (!receivedOn || receivedOn > app.today()) return;
  const { petitions } = await app.reception.recordVisit(office.counter.asker, {
    key: knownId(`visit ${name}`),
    agencyId: agencyId(office.commune),
    receivedOn,
    visitor: person(500 + index, office.address),
    kinds: [told.kind],
    ...told.text,
    ...(told.respondent ? { respondent: told.respondent } : {}),
    hasPetitionPaper: true,
    readBack: true,
  });
  const petitionId = petitions[0]?.id;
  if (!petitionId) return;
  const sealed = told.kind === "denunciation";
  if (sealed) await app.petitions.handToHead(office.counter.asker, { key: knownId(`hand over ${name}`), petitionId });
  const by = sealed ? office.head : office.sorter;
  if (told.competence) {
    await app.petitions.settleCompetence(by.asker, {
      key: knownId(`competence ${name}`),
      petitionId,
      agrees: told.competence.chosen === undefined,
      ...told.competence,
    });
  }
  for (const [part, opened] of [told.opened, told.beside].entries())
    if (opened) await open(office, opened, { petitionId, receivedOn, name: `${name} ${part}`, sealed });
}

async function open(
  office: Office,
  { procedure, values, steps }: Opened,
  of: { readonly petitionId: string; readonly receivedOn: CivilDate; readonly name: string; readonly sealed: boolean },
): Promise<void> {
  const by = of.sealed ? office.head : office.sorter;
  const { matterId } = await office.app.matters.openMatter(by.asker, {
    key: knownId(`matter ${of.name}`),
    petitionId: of.petitionId,
    procedure,
    values: Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => {
        if (typeof value === "object") return [];
        // "-9": so many days before the day of receipt.
        const before = typeof value === "string" && /^-\d+$/.test(value);
        return [[id, before ? addDays(of.receivedOn, Number(value)) : value]];
      }),
    ),
  });
  await takeSteps(office, steps, {
    matterId,
    receivedOn: of.receivedOn,
    name: of.name,
    verifier: office.verifiers[0] ?? office.head,
    // What was denounced is seen by the head alone.
    ...(of.sealed ? { only: office.head } : {}),
  });
}

function dayOf(received: number | string, today: CivilDate): CivilDate | undefined {
  return typeof received === "number" ? workday(addDays(today, -received)) : parseCivilDate(received);
}
