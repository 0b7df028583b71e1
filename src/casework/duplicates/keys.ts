import { createHmac, hash } from "node:crypto";
import { numbersLike, parseIdentityPaper } from "../people/index.ts";
import type { PlaceBook } from "./places.ts";
import { decisionsIn, figuresIn, nameWords, parcelsIn, respondentIn } from "./said.ts";
import { bandsOf, type Sketch, sketchOf } from "./sketch.ts";
import { plainText } from "./words.ts";

/** Kinds of keys; the number is the top byte of a key, and stands in the migration of duplicates too. */
export const keyKinds = {
  identity: 1,
  phone: 2,
  name: 3,
  nameSlip: 4,
  nameAndPlace: 5,
  nameAndYear: 6,
  parcel: 7,
  parcelToday: 8,
  decision: 9,
  accused: 10,
  copy: 11,
  respondent: 16,
  gonePlace: 17,
  birthYear: 18,
  anyParcel: 19,
  figure: 20,
} as const;
export type KeyKind = keyof typeof keyKinds;

/** What of a petition is compared with others. */
export interface Compared {
  /** Nobody, where it is a denunciation: who denounces is never compared here (settled 3). */
  readonly people: readonly ComparedPerson[];
  readonly content: string;
  readonly request?: string | null | undefined;
  readonly contestedAct?: string | null | undefined;
  readonly respondent?: string | null | undefined;
  /** Where the agency is: stands for the place where the text names none. */
  readonly placeId: string | null;
}
export interface ComparedPerson {
  readonly name: string;
  readonly idNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
  readonly address?: string | null | undefined;
}

/** A petition as it is compared: keyed hashes that say nothing without the key. */
export interface Keyed {
  /** What others are found by. */
  readonly keys: readonly string[];
  /** What is compared besides. */
  readonly marks: readonly string[];
  readonly sketch: Sketch;
}

/** Raised when other keys come out of the same text: everything is then keyed anew in the background. */
const edition = 2;

export interface KeyMaker {
  /** Differs with the edition and with the key. */
  readonly version: number;
  keysOf(petition: Compared, book: PlaceBook): Keyed;
  /** The few by which one of thousands is the same person: number, phone, name, name with place. */
  keysOfSignatory(person: ComparedPerson, placeId: string | null, book: PlaceBook): readonly string[];
}

export function keyMaker(secret: Buffer): KeyMaker {
  const seed = createHmac("sha256", secret).update("petition keys, seeds").digest();
  const own = createHmac("sha256", secret).update("petition keys").digest("hex");
  const seeds = [seed.readInt32BE(0), seed.readInt32BE(4)] as const;
  // The key at both ends and a cut hash: as good as an HMAC here, at a quarter of its time.
  const key = (kind: KeyKind, value: string): string => {
    const digest = hash("sha256", `${own}${kind} ${value}${own}`, "hex");
    return BigInt(`0x${keyKinds[kind].toString(16)}${digest.slice(0, 14)}`).toString();
  };
  return {
    version: (seed.readUInt32BE(8) ^ edition) & 0x7fffffff,
    keysOf: (petition, book) => keyed(petition, book, key, seeds),
    keysOfSignatory: (person, placeId, book) => keysOfPerson(person, { placeId }, book, key).filter(isOfOne),
  };
}

const kindsOfOne = [keyKinds.identity, keyKinds.phone, keyKinds.name, keyKinds.nameAndPlace].map(BigInt);
const isOfOne = (key: string): boolean => kindsOfOne.includes(BigInt(key) >> 56n);

type Key = (kind: KeyKind, value: string) => string;

function keyed(petition: Compared, book: PlaceBook, key: Key, seeds: readonly [number, number]): Keyed {
  const text = plainText([petition.content, petition.request, petition.contestedAct].filter(Boolean).join(", "));
  const where = placesOf(petition, text, book);
  const sketch = sketchOf(text, seeds);
  const parcels = parcelsIn(text).map(({ parcel, sheet }) => `${parcel}/${sheet}`);
  const respondent = petition.respondent ? respondentIn(petition.respondent) : undefined;
  const keys = [
    ...petition.people.flatMap((person) => keysOfPerson(person, petition, book, key)),
    ...parcels.flatMap((parcel) => [
      ...where.named.map((name) => key("parcel", `${parcel} ${name}`)),
      ...where.today.map((place) => key("parcelToday", `${parcel} ${place}`)),
    ]),
    ...decisionsIn(text).flatMap((number) => where.today.map((place) => key("decision", `${number} ${place}`))),
    ...(respondent?.person ? [key("accused", respondent.words)] : []),
    ...bandsOf(sketch).map((band) => key("copy", band)),
  ];
  const marks = [
    ...(respondent ? where.today.map((place) => key("respondent", `${respondent.words} ${place}`)) : []),
    ...where.gone.map((name) => key("gonePlace", name)),
    ...petition.people.flatMap(({ birthYear }) => (birthYear ? [key("birthYear", `${birthYear}`)] : [])),
    ...parcels.map((parcel) => key("anyParcel", parcel)),
    ...figuresIn(text).map((figure) => key("figure", figure)),
  ];
  return { keys: [...new Set(keys)], marks: [...new Set(marks)], sketch };
}

interface Where {
  readonly named: readonly string[];
  readonly today: readonly string[];
  readonly gone: readonly string[];
}

/** The places of the matter: named in the text, else in an address, else the agency's own. */
function placesOf({ people, placeId }: Compared, text: string, book: PlaceBook): Where {
  const inText = book.namedIn(text);
  const found =
    inText.length > 0 ? inText : people.flatMap(({ address }) => (address ? book.namedIn(plainText(address)) : []));
  const own = found.length === 0 && placeId ? [placeId] : [];
  return {
    named: [...found.map((place) => place.name), ...own],
    today: [...new Set([...found.flatMap((place) => place.today), ...own.flatMap((id) => book.today(id))])],
    gone: found.filter((place) => place.gone).map((place) => place.name),
  };
}

function keysOfPerson(
  person: ComparedPerson,
  { placeId }: Pick<Compared, "placeId">,
  book: PlaceBook,
  key: Key,
): readonly string[] {
  const syllables = nameWords(person.name);
  const name = syllables.join(" ");
  const number = person.idNumber ? parseIdentityPaper(person.idNumber)?.idNumber : undefined;
  const numbers = person.idNumber && !number ? numbersLike(person.idNumber) : number ? [number] : [];
  const phone = person.phone ? phoneOf(person.phone) : undefined;
  const lived = person.address ? book.namedIn(plainText(person.address)).flatMap((place) => place.today) : [];
  const places = lived.length > 0 ? [...new Set(lived)] : placeId ? book.today(placeId) : [];
  return [
    ...numbers.map((each) => key("identity", each)),
    ...(phone ? [key("phone", phone)] : []),
    ...(syllables.length > 1 ? [key("name", name)] : []),
    ...(syllables.length > 1 ? places.map((place) => key("nameAndPlace", `${name} ${place}`)) : []),
    ...(syllables.length > 1 && person.birthYear ? [key("nameAndYear", `${name} ${person.birthYear}`)] : []),
    ...slips(syllables).flatMap((slip) => places.map((place) => key("nameSlip", `${slip} ${place}`))),
  ];
}

/** The name with one syllable known by its first letter only: whatever slipped in that syllable, the rest still meets. */
function slips(syllables: readonly string[]): readonly string[] {
  if (syllables.length < 3) return [];
  return syllables.map((syllable, i) => syllables.with(i, `${syllable.charAt(0)}*`).join(" "));
}

function phoneOf(typed: string): string | undefined {
  const digits = typed.replace(/[\s.()-]/g, "").replace(/^(\+84|0084)/, "0");
  return /^0\d{8,10}$/.test(digits) ? digits : undefined;
}
