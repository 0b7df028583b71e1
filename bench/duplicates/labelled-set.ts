import { familyNames, givenNames, middleNames, pick, randomStream } from "../words.ts";
import { abbreviated, asScanned, inOldTones, slip, withoutMarks, withSlips } from "./disturb.ts";
import { isLand, type Matter, newMatter, tell } from "./stories.ts";

/** How a repeat differs from the petition it repeats. */
export const repeatKinds = [
  "without-marks",
  "old-tones",
  "abbreviations",
  "renamed-commune",
  "slips",
  "household",
  "other-agency",
  "other-year",
  "reworded",
  "scanned",
] as const;
export type RepeatKind = (typeof repeatKinds)[number];

/** What looks like a repeat and is none. */
export const lureKinds = ["namesake", "same-number-elsewhere", "same-project", "same-person-other-matter"] as const;

export interface Labelled {
  readonly no: number;
  /** Petitions with the same number are about one matter. */
  readonly matter: number;
  readonly repeat: RepeatKind | null;
  readonly lure: (typeof lureKinds)[number] | null;
  /** 0: the province; from 1 on the communes of today. */
  readonly agency: number;
  readonly receivedOn: string;
  readonly person: Person;
  readonly content: string;
  readonly respondent: string;
}
export interface Person {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly birthYear: number | null;
  readonly address: string;
}

/** Invented communes: each of today came of three old ones; one of the three kept its name. */
const roots =
  "Bến Cầu,Đồng Gò,Hạ Khe,Lũng Mây,Mộc Nậm,Núi Phú,Rừng Sậy,Sông Hòa,Suối Thủy,Tân Thạch,Trà Vân,Vĩnh Quý".split(",");
export const communes = roots.map((name) => ({
  today: name,
  old: [name, `${name} Thượng`, `${name} Trung Hạ`] as const,
}));

type Random = () => number;
interface Seed {
  readonly commune: number;
  readonly old: number;
  readonly parcel: number;
  readonly sheet: number;
  readonly decision: number;
  readonly hamlet: number;
  readonly matter: Matter;
  readonly person: Person;
  readonly receivedOn: string;
}

const int = (random: Random, below: number) => Math.floor(random() * below);
const someName = (random: Random) =>
  `${familyNames[int(random, 1) + Math.floor(random() ** 2 * familyNames.length)]} ${pick(random, middleNames)} ${pick(random, givenNames)}`;
const someNumber = (random: Random) => `0${10 + int(random, 80)}${String(int(random, 1e9)).padStart(9, "0")}`;
const somePhone = (random: Random) => `09${String(int(random, 1e8)).padStart(8, "0")}`;

function addressOf(seed: Pick<Seed, "commune" | "old" | "hamlet">, named: "old" | "today" = "old"): string {
  const commune = communes[seed.commune];
  return `thôn ${seed.hamlet}, xã ${named === "old" ? commune?.old[seed.old] : commune?.today}`;
}

function newSeed(random: Random, given: Partial<Seed> = {}): Seed {
  const at = { commune: int(random, communes.length), old: int(random, 3), hamlet: 1 + int(random, 12), ...given };
  const person: Person = {
    name: someName(random),
    idNumber: random() < 0.8 ? someNumber(random) : null,
    phone: random() < 0.5 ? somePhone(random) : null,
    birthYear: random() < 0.6 ? 1940 + int(random, 65) : null,
    address: addressOf(at),
  };
  return {
    parcel: 1 + int(random, 600),
    sheet: 1 + int(random, 40),
    decision: 1 + int(random, 900),
    matter: newMatter(random, someName(random)),
    person,
    receivedOn: `${2021 + int(random, 6)}-${String(1 + int(random, 10)).padStart(2, "0")}-${String(1 + int(random, 28)).padStart(2, "0")}`,
    ...at,
    ...given,
  };
}

/** Three land matters in four name their parcel, every second petition a decision. */
function textOf(
  seed: Seed,
  wording: (idea: number) => number,
  named: "old" | "today" = "old",
  order?: readonly number[],
): string {
  const place = named === "old" ? communes[seed.commune]?.old[seed.old] : communes[seed.commune]?.today;
  const parcel =
    isLand(seed.matter) && seed.parcel % 4 > 0
      ? ` Thửa đất số ${seed.parcel}, tờ bản đồ số ${seed.sheet}, xã ${place}.`
      : "";
  const decision =
    seed.decision % 2 ? ` Căn cứ Quyết định số ${seed.decision}/QĐ-UBND của Ủy ban nhân dân xã ${place}.` : "";
  return `${tell(seed.matter, wording, order)}${parcel}${decision} Kính mong Ủy ban nhân dân xem xét, giải quyết.`;
}

const first = () => 0;

/** 5,500 petitions: 4,000 of their own, 1,000 lures and 500 repeats, fifty of each kind. */
export function labelledSet(name: string): readonly Labelled[] {
  const random = randomStream(`duplicates ${name}`);
  const seeds = Array.from({ length: 4000 }, () => newSeed(random));
  const all: Labelled[] = seeds.map((seed, no) => asLabelled(no, no, seed, textOf(seed, first), null, null));
  for (let i = 0; i < 1000; i++) {
    const lure = lureKinds[i % lureKinds.length] ?? "namesake";
    const seed = lured(random, pick(random, seeds), lure);
    all.push(
      asLabelled(
        all.length,
        all.length,
        seed,
        textOf(seed, () => int(random, 2)),
        null,
        lure,
      ),
    );
  }
  for (let i = 0; i < 500; i++) {
    const kind = repeatKinds[i % repeatKinds.length] ?? "slips";
    const from = fitting(seeds, (i * 7919) % seeds.length, kind);
    all.push({ ...repeated(random, seeds[from] as Seed, kind), no: all.length, matter: from });
  }
  return all;
}

function asLabelled(
  no: number,
  matter: number,
  seed: Seed,
  content: string,
  repeat: Labelled["repeat"],
  lure: Labelled["lure"],
): Labelled {
  const { person, receivedOn, commune } = seed;
  const respondent = `Chủ tịch Ủy ban nhân dân xã ${communes[commune]?.today}`;
  return { no, matter, repeat, lure, agency: 1 + commune, receivedOn, person, content, respondent };
}

/** Each seed is repeated once at most; a household repeats a parcel. */
function fitting(seeds: readonly Seed[], from: number, kind: RepeatKind): number {
  const fits = (seed: Seed) => (kind === "household" ? isLand(seed.matter) && seed.parcel % 4 > 0 : true);
  let at = from;
  while (!fits(seeds[at] as Seed)) at = (at + 1) % seeds.length;
  return at;
}

function lured(random: Random, seed: Seed, lure: (typeof lureKinds)[number]): Seed {
  const fresh = newSeed(random, { commune: seed.commune, old: seed.old, hamlet: seed.hamlet });
  switch (lure) {
    case "namesake":
      return { ...fresh, person: { ...fresh.person, name: seed.person.name, idNumber: someNumber(random) } };
    case "same-number-elsewhere": {
      const other = newSeed(random, random() < 0.5 ? { commune: seed.commune, old: (seed.old + 1) % 3 } : {});
      return {
        ...other,
        parcel: seed.parcel,
        sheet: seed.sheet,
        matter: { ...other.matter, subject: seed.matter.subject, ideas: seed.matter.ideas.slice(0, 3) },
      };
    }
    case "same-project": {
      // One decision takes the land of many households: the same words, another parcel and other people.
      const shared = { project: seed.matter.details.project ?? "", area: fresh.matter.details.area ?? "" };
      return {
        ...fresh,
        parcel: seed.parcel + 1,
        sheet: seed.sheet,
        decision: seed.decision,
        matter: { ...seed.matter, details: { ...fresh.matter.details, ...shared } },
      };
    }
    case "same-person-other-matter":
      return {
        ...fresh,
        matter: newMatter(random, someName(random), (seed.matter.subject + 1 + int(random, 4)) % 6),
        person: seed.person,
      };
  }
}

function repeated(random: Random, seed: Seed, kind: RepeatKind): Omit<Labelled, "no" | "matter"> {
  const keep = <T>(value: T | null, share: number) => (random() < share ? value : null);
  const { person } = seed;
  const text = textOf(seed, first);
  const base = asLabelled(0, 0, seed, text, kind, null);
  const later = `${Number(seed.receivedOn.slice(0, 4))}-${String(Math.min(12, Number(seed.receivedOn.slice(5, 7)) + 1 + int(random, 2))).padStart(2, "0")}${seed.receivedOn.slice(7)}`;
  const some = {
    ...person,
    idNumber: keep(person.idNumber, 0.6),
    phone: keep(person.phone, 0.7),
    birthYear: keep(person.birthYear, 0.7),
  };
  const again = (more: Partial<Labelled>) => ({ ...base, receivedOn: later, person: some, ...more });
  const changed = (change: (said: string) => string) =>
    again({
      person: { ...some, name: change(person.name), address: change(person.address) },
      content: change(text),
      respondent: change(base.respondent),
    });
  switch (kind) {
    case "without-marks":
      return changed(withoutMarks);
    case "old-tones":
      return changed((said) => (random() < 0.5 ? inOldTones(said).normalize("NFD") : inOldTones(said)));
    case "abbreviations":
      return changed(abbreviated);
    case "renamed-commune":
      return again({ person: { ...some, address: addressOf(seed, "today") }, content: textOf(seed, first, "today") });
    case "slips": {
      const words = person.name.split(" ");
      const at = int(random, words.length);
      const name = words.with(at, slip(random, words[at] ?? "")).join(" ");
      return again({ person: { ...some, name }, content: withSlips(random, text, 0.08) });
    }
    case "household":
      return again({
        person: {
          ...newSeed(random, { commune: seed.commune, old: seed.old, hamlet: seed.hamlet }).person,
          name: `${person.name.split(" ")[0]} ${pick(random, middleNames)} ${pick(random, givenNames)}`,
          address: person.address,
          phone: keep(person.phone, 0.3),
          idNumber: keep(someNumber(random), 0.8),
        },
        content: textOf(seed, () => int(random, 2)),
      });
    case "other-agency":
      return again({
        agency: random() < 0.5 ? 0 : 1 + ((seed.commune + 1 + int(random, 11)) % 12),
        person: { ...some, idNumber: person.idNumber },
      });
    case "other-year":
      return again({
        receivedOn: `${Number(seed.receivedOn.slice(0, 4)) - 1 - int(random, 4)}${seed.receivedOn.slice(4)}`,
        person: { ...some, phone: somePhone(random) },
        content: `${textOf(seed, () => int(random, 2))} Sự việc kéo dài nhiều năm, tôi đã gửi đơn nhiều lần.`,
      });
    case "reworded": {
      const order = seed.matter.ideas.toSorted(() => random() - 0.5);
      return again({ content: textOf(seed, () => 1, random() < 0.5 ? "old" : "today", order) });
    }
    case "scanned": {
      const read = (said: string) => asScanned(random, said, 0.06);
      return again({
        person: { ...some, name: random() < 0.5 ? read(person.name) : person.name, idNumber: null },
        content: read(text),
      });
    }
  }
}
