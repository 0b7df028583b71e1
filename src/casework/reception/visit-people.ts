import type { Trx } from "../../store/index.ts";
import type { SealedPerson } from "../identity/index.ts";
import {
  addPeople,
  changePerson,
  foldVietnamese,
  identityArticle,
  type KnownPerson,
  knownPeople,
  type NewPerson,
  peopleByNumber,
} from "../people/index.ts";
import { type FieldProblem, invalidInput } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import type { Traces } from "./hide-denouncer.ts";
import { sealedPerson } from "./keep-denouncer.ts";
import { needsIdentity, type PersonGiven, type VisitWanted } from "./visit-input.ts";

export interface VisitPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: "visitor" | "representative";
}

interface Met {
  readonly given: PersonGiven;
  readonly known: KnownPerson | undefined;
  readonly field: string;
}

/** The people of the visit with what is known of those found before. Throws "not-found" for a person of another agency. */
async function meet(tx: Trx, wanted: VisitWanted): Promise<readonly Met[]> {
  const given = [wanted.visitor, ...wanted.representatives];
  const ids = [...new Set(given.flatMap((one) => one.personId ?? []))];
  const known = new Map((await knownPeople(tx, wanted.agencyId, ids)).map((one) => [one.personId, one]));
  return given.map((one, index) => ({
    given: one,
    known: one.personId === undefined ? undefined : known.get(one.personId),
    field: index === 0 ? "visitor" : `representatives.${index - 1}`,
  }));
}

/** What to take out of the texts of a visit that holds a denunciation: what was typed and what was known. */
export async function tracesOfVisit(tx: Trx, wanted: VisitWanted): Promise<readonly Traces[]> {
  return (await meet(tx, wanted)).flatMap(({ given, known }) => [
    {
      name: given.name,
      address: given.address,
      idNumber: given.paper?.idNumber ?? given.idTyped,
      phone: given.phone,
      email: given.email,
    },
    ...(known ? [tracesOfKnown(known)] : []),
  ]);
}

/** Who a visit with a denunciation is from, as the vault keeps it; whoever gave nothing of themselves is left out. */
export async function denouncersOf(tx: Trx, wanted: VisitWanted): Promise<readonly SealedPerson[]> {
  const people = (await meet(tx, wanted)).map(({ given, known }, index) =>
    sealedPerson(
      {
        fullName: given.name || (known?.fullName ?? ""),
        address: given.address || (known?.address ?? ""),
        idKind: given.paper?.idKind ?? (given.idTyped ? null : (known?.idKind ?? null)),
        idNumber: given.paper?.idNumber ?? (given.idTyped || (known?.idNumber ?? null)),
        birthYear: given.birthYear ?? known?.birthYear ?? null,
        phone: given.phone ?? known?.phone ?? null,
        email: given.email ?? known?.email ?? null,
      },
      index === 0 ? "visitor" : "representative",
    ),
  );
  return people.filter((one) => one.name || one.address || one.identityNumber || one.phone || one.email);
}

export const tracesOfKnown = (known: KnownPerson): Traces => ({
  name: known.fullName,
  address: known.address ?? "",
  idNumber: known.idNumber ?? "",
  phone: known.phone,
  email: known.email,
});

/**
 * Stores the people of a visit without a denunciation, in the order visitor, representatives. A person found before, or
 * of the same paper, name and address, is the same person; what was missing of them is added.
 */
export async function storeVisitPeople(
  tx: Trx,
  setting: Setting,
  wanted: VisitWanted,
  sealedTo: string | null,
): Promise<readonly VisitPerson[]> {
  const met = await meet(tx, wanted);
  checkIdentity(wanted, met);
  const byNumber = sealedTo === null ? await sameByNumber(tx, wanted.agencyId, met) : new Map<string, KnownPerson>();
  const added: NewPerson[] = [];
  const people: VisitPerson[] = [];
  for (const [index, { given, known }] of met.entries()) {
    const same = known ?? samePerson(given, given.paper ? byNumber.get(given.paper.idNumber) : undefined);
    const role = index === 0 ? "visitor" : "representative";
    // Somebody else could read what a sealed visit adds to a person known to all: then it is a person of its own.
    if (same && (sealedTo === null || !addsTo(same, given))) {
      if (addsTo(same, given)) await changePerson(tx, same.personId, missingOf(same, given));
      people.push({ personId: same.personId, name: same.fullName, role });
    } else {
      const person = newPerson(setting.newId(), wanted.agencyId, sealedTo, given, same);
      added.push(person);
      people.push({ personId: person.id, name: person.fullName, role });
    }
  }
  const twice = people.findIndex((one, index) => people.findIndex((other) => other.personId === one.personId) < index);
  if (twice > 0) throw invalidInput([{ field: `representatives.${twice - 1}`, message: namedTwice }]);
  await addPeople(tx, added);
  return people;
}

const namedTwice = { vi: "Người này đã có tên trong lượt tiếp.", en: "This person is already named in the visit." };

function checkIdentity(wanted: VisitWanted, met: readonly Met[]): void {
  if (!needsIdentity(wanted)) return;
  const problems = met.flatMap(({ given, known, field }): FieldProblem[] => {
    if (!known) return [];
    const number = known.idNumber || given.paper ? [] : [{ field: `${field}.idNumber`, message: askNumber }];
    const address = known.address || given.address ? [] : [{ field: `${field}.address`, message: askAddress }];
    return [...number, ...address];
  });
  if (problems.length > 0) throw invalidInput(problems);
}

const askNumber = {
  vi: `Hồ sơ cũ của người này chưa có số giấy tờ; hãy hỏi và ghi thêm (${identityArticle}).`,
  en: "No identity number is known of this person yet: ask for it (Articles 7 and 8 of the Law on Citizen Reception).",
};
const askAddress = {
  vi: `Hồ sơ cũ của người này chưa có địa chỉ; hãy hỏi và ghi thêm (${identityArticle}).`,
  en: "No address is known of this person yet: ask for it (Articles 7 and 8 of the Law on Citizen Reception).",
};

async function sameByNumber(tx: Trx, agencyId: string, met: readonly Met[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const numbers = met.flatMap(({ given, known }) => (known || !given.paper ? [] : [given.paper.idNumber]));
  const found = await peopleByNumber(tx, agencyId, numbers);
  const known = await knownPeople(
    tx,
    agencyId,
    [...found.values()].map((one) => one.personId),
  );
  return new Map(known.flatMap((one) => (one.idNumber ? [[one.idNumber, one] as const] : [])));
}

function samePerson(given: PersonGiven, known: KnownPerson | undefined): KnownPerson | undefined {
  if (!known || foldVietnamese(known.fullName) !== foldVietnamese(given.name)) return undefined;
  const moved = known.address && given.address && foldVietnamese(known.address) !== foldVietnamese(given.address);
  return moved ? undefined : known;
}

function missingOf(known: KnownPerson, given: PersonGiven) {
  return {
    ...(known.address || !given.address ? {} : { address: given.address }),
    ...(known.idNumber || !given.paper ? {} : { idKind: given.paper.idKind, idNumber: given.paper.idNumber }),
  };
}

const addsTo = (known: KnownPerson, given: PersonGiven): boolean => Object.keys(missingOf(known, given)).length > 0;

function newPerson(
  id: string,
  agencyId: string,
  sealedTo: string | null,
  given: PersonGiven,
  like: KnownPerson | undefined,
): NewPerson {
  const phone = given.phone ?? like?.phone;
  const email = given.email ?? like?.email;
  const birthYear = given.birthYear ?? like?.birthYear;
  return {
    id,
    agencyId,
    sealedTo,
    fullName: given.name || (like?.fullName ?? ""),
    idKind: given.paper?.idKind ?? like?.idKind ?? null,
    idNumber: given.paper?.idNumber ?? like?.idNumber ?? null,
    address: given.address || (like?.address ?? null),
    ...(birthYear ? { birthYear } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  };
}
