import { createHash } from "node:crypto";
import * as z from "zod";
import { canonicalJson } from "../audit/index.ts";
import type { Kind } from "../reception/index.ts";

/** One question a page, in this order; the last looks over and sends. */
export const steps = [
  "loai",
  "noi-nhan",
  "su-viec",
  "yeu-cau",
  "nguoi-gui",
  "cung-gui",
  "tai-lieu",
  "kiem-tra",
] as const;
export type Step = (typeof steps)[number];

export const othersMax = 4;
const otherFields = Array.from({ length: othersMax }, (_, i) => i + 1).flatMap(
  (n) => [`otherName${n}`, `otherAddress${n}`, `otherIdNumber${n}`] as const,
);

/** Every field with its longest text. */
const longest: Readonly<Record<string, number>> = {
  kind: 20,
  agency: 40,
  against: 60,
  respondent: 400,
  content: 20_000,
  contestedAct: 1000,
  request: 4000,
  name: 200,
  address: 400,
  idNumber: 40,
  phone: 30,
  email: 200,
  tellAt: 200,
  group: 10,
  peopleCount: 6,
  ...Object.fromEntries(otherFields.map((field) => [field, field.includes("Address") ? 400 : 200])),
};

export const fieldsOf: Readonly<Record<Step, readonly string[]>> = {
  loai: ["kind"],
  "noi-nhan": ["agency", "against", "respondent"],
  "su-viec": ["content", "contestedAct"],
  "yeu-cau": ["request"],
  "nguoi-gui": ["name", "address", "idNumber", "phone", "email", "tellAt"],
  "cung-gui": ["group", "peopleCount", ...otherFields],
  "tai-lieu": [],
  "kiem-tra": [],
};

const draftFile = z.object({
  /** Digest of the ciphertext. */
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  /** Digest of the content. */
  sha256: z.string(),
});
export type DraftFile = z.infer<typeof draftFile>;

const filing = z.object({
  fields: z.record(z.string(), z.string()),
  files: z.array(draftFile),
  /** Uploads so far, those taken away again too. */
  uploads: z.number().default(0),
});
/** What a draft holds: texts as they were typed, and what is known of its files. */
export type Filing = z.infer<typeof filing>;

export const emptyFiling: Filing = { fields: {}, files: [], uploads: 0 };

export const parseFiling = (json: string): Filing => filing.parse(JSON.parse(json));

/** The filing with what one page says; longer texts are cut, which the browser does before. */
export function withFields(before: Filing, step: Step, typed: Readonly<Record<string, string>>): Filing {
  const said = fieldsOf[step].flatMap((field) => {
    const value = typed[field];
    return value === undefined
      ? []
      : [[field, value.replaceAll("\r\n", "\n").trim().slice(0, longest[field])] as const];
  });
  return { ...before, fields: { ...before.fields, ...Object.fromEntries(said) } };
}

export const field = ({ fields }: Filing, name: string): string => fields[name] ?? "";

export function kindOf(given: Filing): Kind | undefined {
  const kind = field(given, "kind");
  return kind === "complaint" || kind === "denunciation" || kind === "recommendation" ? kind : undefined;
}

export interface Signatory {
  readonly name: string;
  readonly address: string;
  readonly idNumber: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Who files, and then those named with them, in the order of the page. */
export function signatories(given: Filing): readonly Signatory[] {
  const of = (name: string) => field(given, name);
  const first = {
    name: of("name"),
    address: of("address"),
    idNumber: of("idNumber"),
    ...(of("phone") ? { phone: of("phone") } : {}),
    ...(of("email") ? { email: of("email") } : {}),
  };
  if (of("group") !== "group") return [first];
  const others = Array.from({ length: othersMax }, (_, i) => i + 1).map((n) => ({
    name: of(`otherName${n}`),
    address: of(`otherAddress${n}`),
    idNumber: of(`otherIdNumber${n}`),
  }));
  return [first, ...others.filter((one) => one.name !== "")];
}

export function peopleCountOf(given: Filing): number {
  if (field(given, "group") !== "group") return 1;
  const count = Number(field(given, "peopleCount"));
  return Number.isInteger(count) && count > 0 ? count : signatories(given).length;
}

/** What was filed, without the people: the receipt bears the digest of this text. */
export function filedText(given: Filing): string {
  const of = (name: string) => field(given, name).normalize("NFC");
  return canonicalJson({
    of: "minh-xet/filed/1",
    kind: of("kind"),
    agency: of("agency"),
    respondent: of("respondent"),
    content: of("content"),
    contestedAct: of("contestedAct"),
    request: of("request"),
    peopleCount: peopleCountOf(given),
    files: given.files.map(({ sha256, bytes }) => ({ sha256, bytes })),
  });
}

/** SHA-256, base64url. */
export const filedDigest = (text: string): string => createHash("sha256").update(text).digest("base64url");
