import type { Text } from "../../rules/pack.ts";

export const idKinds = ["citizen-card", "id-certificate", "personal-number", "old-id", "passport"] as const;
export type PaperKind = (typeof idKinds)[number];

export interface IdentityPaper {
  readonly idKind: PaperKind;
  readonly idNumber: string;
}

const shapes: readonly { readonly shape: RegExp; readonly kinds: readonly [PaperKind, ...PaperKind[]] }[] = [
  { shape: /^0\d{11}$/, kinds: ["citizen-card", "id-certificate", "personal-number"] },
  { shape: /^\d{9}$/, kinds: ["old-id"] },
  { shape: /^[A-Z]\d{7,8}$/, kinds: ["passport"] },
];

/** What Luật Tiếp công dân asks of a visitor since 1 July 2026 (TCD-25-1). */
export const identityArticle = "Điều 7, Điều 8 Luật Tiếp công dân (sửa đổi theo Luật số 136/2025/QH15)";

export const idNumberRule: Text = {
  vi: "Số căn cước hoặc số định danh cá nhân có 12 chữ số, bắt đầu bằng 0; CMND cũ có 9 chữ số; hộ chiếu có một chữ cái và 7 hoặc 8 chữ số.",
  en: "A citizen number has 12 digits and begins with 0; an old identity card has 9 digits; a passport one letter and 7 or 8 digits.",
};

/** Reads a number as it was typed ("035 204 471 211", "c1234567"); undefined when it is no paper's number, or not one of that kind. */
export function parseIdentityPaper(typed: string, kind?: PaperKind): IdentityPaper | undefined {
  const idNumber = compactNumber(typed);
  const match = shapes.find(({ shape }) => shape.test(idNumber));
  if (!match) return undefined;
  if (kind === undefined) return { idKind: match.kinds[0], idNumber };
  return match.kinds.includes(kind) ? { idKind: kind, idNumber } : undefined;
}

/** The numbers a typed or stored one may stand for: spreadsheets drop leading zeros. Empty when it holds no number. */
export function numbersLike(typed: string): readonly string[] {
  const compact = compactNumber(typed);
  if (!/^[A-Z]?\d{6,12}$/.test(compact)) return [];
  const found = new Set([compact]);
  if (/^\d{10,11}$/.test(compact)) found.add(compact.padStart(12, "0"));
  if (/^\d{8}$/.test(compact)) found.add(compact.padStart(9, "0"));
  if (/^0\d{11}$/.test(compact)) found.add(compact.slice(1)).add(compact.replace(/^0+/, ""));
  return [...found];
}

const compactNumber = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s.\-'’]/g, "")
    .toUpperCase();
