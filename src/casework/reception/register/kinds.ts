import type { Text } from "../../../rules/pack.ts";
import { foldVietnamese } from "../../people/index.ts";

/** recommendation stands for kiến nghị and phản ánh, which the law treats alike. */
export type PetitionKind = "complaint" | "denunciation" | "recommendation";

export const KIND_NAMES: Readonly<Record<PetitionKind, Text>> = {
  complaint: { vi: "khiếu nại", en: "complaint" },
  denunciation: { vi: "tố cáo", en: "denunciation" },
  recommendation: { vi: "kiến nghị, phản ánh", en: "recommendation or reflection" },
};

export interface KindReading {
  readonly kinds: readonly PetitionKind[];
  readonly warnings: readonly Text[];
  /** Why the class cannot be settled without a person; then `kinds` is what the content suggests. */
  readonly problem?: Text;
  /** A denunciation is in it, or cannot be ruled out. */
  readonly sealed: boolean;
}

const ORDER: readonly PetitionKind[] = ["complaint", "denunciation", "recommendation"];
const sorted = (kinds: Iterable<PetitionKind>): PetitionKind[] => {
  const set = new Set(kinds);
  return ORDER.filter((kind) => set.has(kind));
};
const named = (kinds: readonly PetitionKind[], language: "vi" | "en"): string =>
  kinds.map((kind) => KIND_NAMES[kind][language]).join(" + ");

/**
 * Settles the class of a row from its kind column and its content. The law classes by content, not by title
 * (TT 05/2021), but an import does not overrule the clerk: where both disagree it keeps both and says so.
 * Whatever may be a denunciation is sealed: a name once shown cannot be taken back.
 */
export function settleKinds(kindText: string, content: string): KindReading {
  const written = readKindColumn(kindText);
  const read = readContent(content);
  if (written === "unreadable") return unreadableKind(read);
  if (written.length === 0) return blankKind(read, content);
  const kinds = new Set(written.map((one) => resolveKn(one, read)));
  const warnings: Text[] = [];
  if (written.includes("kn") && kinds.has("recommendation") && !kinds.has("complaint")) warnings.push(knRead(read));
  if (read.has("denunciation") && !kinds.has("denunciation")) {
    kinds.add("denunciation");
    warnings.push(hiddenDenunciation);
  }
  for (const kind of ["complaint", "recommendation"] as const) {
    if (read.has(kind) && !kinds.has(kind) && !kinds.has("denunciation")) warnings.push(readsLike(kind));
    if (kinds.size > 1 && kinds.has(kind) && read.size > 0 && !read.has(kind)) warnings.push(notInContent(kind));
  }
  return { kinds: sorted(kinds), warnings, sealed: kinds.has("denunciation") };
}

type WrittenKind = PetitionKind | "kn";

/** "KN" alone means khiếu nại, unless only the content speaks of kiến nghị; "KN-PA" is kiến nghị, phản ánh. */
const resolveKn = (kind: WrittenKind, read: ReadonlySet<PetitionKind>): PetitionKind =>
  kind !== "kn" ? kind : read.has("recommendation") && !read.has("complaint") ? "recommendation" : "complaint";

const SHAPES: readonly (readonly [RegExp, readonly WrittenKind[]])[] = [
  [/\b(kien nghi|k nghi|kn) (va )?(phan anh|p anh|pa)\b|\bknpa\b|\bk n p a\b/g, ["recommendation"]],
  [/\bkhieu to\b|\bkntc\b/g, ["complaint", "denunciation"]],
  [/\b(khieu nai|k nai)\b/g, ["complaint"]],
  [/\b(to cao|t cao|tc|t c|to giac)\b/g, ["denunciation"]],
  [/\b(kien nghi|k nghi|phan anh|p anh|pa|p a|de nghi)\b/g, ["recommendation"]],
  [/\b(kn|k n)\b/g, ["kn"]],
];
const FILLER = /\b(don|thu|noi dung|ve|va|co|lan|dau|tiep|lai|so|thuoc|loai|vu|viec|nhieu|hon hop|\d+)\b/g;

function readKindColumn(text: string): readonly WrittenKind[] | "unreadable" {
  const raw = foldVietnamese(text);
  if (raw === "" || /^[-–—]+$/.test(raw)) return [];
  let rest = raw.replace(/[^a-z0-9]+/g, " ").trim();
  const kinds = new Set<WrittenKind>();
  for (const [shape, meaning] of SHAPES) {
    rest = rest.replace(shape, () => {
      for (const kind of meaning) kinds.add(kind);
      return " ";
    });
  }
  const leftover = rest.replace(FILLER, " ").trim();
  return kinds.size === 0 || leftover !== "" ? "unreadable" : [...kinds];
}

const OFFICIAL =
  "(can bo|cong chuc|vien chuc|chu tich|pho chu tich|bi thu|truong (thon|xom|ban|ap|phong|cong an)|to truong|dia chinh|cong an|lanh dao|giam doc|hieu truong|ke toan)";
const MISDEED =
  "(nhan (tien|hoi lo|qua)|dua hoi lo|hoi lo|tham (o|nhung)|sach nhieu|xa sach nhieu|nhung nhieu|voi vinh|an chan|chiem doat|bien thu|loi dung chuc vu|bao ke|thu tien)";
const ACCUSES = new RegExp(`\\b${OFFICIAL}\\b.{0,80}\\b${MISDEED}\\b`);

/** What the content itself speaks of. Whole words only; said of a denunciation rather too often than too rarely. */
export function readContent(content: string): ReadonlySet<PetitionKind> {
  const text = foldVietnamese(content).replace(/[^a-z0-9]+/g, " ");
  const kinds = new Set<PetitionKind>();
  if (/\b(to cao|to giac)\b/.test(text) || ACCUSES.test(text)) kinds.add("denunciation");
  if (/\bkhieu nai\b|\bkhong (dong y|nhat tri) (voi )?(viec|quyet dinh|ket qua)\b/.test(text)) kinds.add("complaint");
  if (/\b(kien nghi|phan anh|de nghi)\b/.test(text)) kinds.add("recommendation");
  // "Khiếu nại …, đề nghị giải quyết": the request of a complaint is no petition of its own.
  if (kinds.has("complaint") && !/\b(kien nghi|phan anh)\b/.test(text)) kinds.delete("recommendation");
  if (kinds.has("denunciation") && !/(^|dong thoi |va )(kien nghi|phan anh|de nghi)\b/.test(text))
    kinds.delete("recommendation");
  return kinds;
}

function unreadableKind(read: ReadonlySet<PetitionKind>): KindReading {
  const kinds = sorted(read);
  const hint: Text =
    kinds.length === 0
      ? { vi: "", en: "" }
      : {
          vi: ` Theo nội dung thì giống ${named(kinds, "vi")}.`,
          en: ` By its content it reads like a ${named(kinds, "en")}.`,
        };
  return {
    kinds,
    warnings: [],
    problem: {
      vi: `Không hiểu loại đơn; hãy ghi KN, TC, KN-PA hoặc ghép như “KN + TC”.${hint.vi}`,
      en: `The kind is not understood; write KN, TC, KN-PA or a mix such as “KN + TC”.${hint.en}`,
    },
    sealed: kinds.length === 0 || read.has("denunciation"),
  };
}

function blankKind(read: ReadonlySet<PetitionKind>, content: string): KindReading {
  const kinds = sorted(read);
  if (kinds.length === 0) {
    const problem: Text = {
      vi: "Loại đơn để trống và nội dung không cho biết là khiếu nại, tố cáo hay kiến nghị, phản ánh; hãy ghi loại đơn.",
      en: "The kind is blank and the content does not say whether it is a complaint, a denunciation or a recommendation; write the kind.",
    };
    return { kinds, warnings: [], problem, sealed: content !== "" };
  }
  const warning: Text = {
    vi: `Loại đơn để trống; theo nội dung được hiểu là ${named(kinds, "vi")}.`,
    en: `The kind is blank; by its content it was taken for a ${named(kinds, "en")}.`,
  };
  return { kinds, warnings: [warning], sealed: read.has("denunciation") };
}

const hiddenDenunciation: Text = {
  vi: "Loại đơn không ghi tố cáo nhưng nội dung có tố cáo hoặc nêu sai phạm của cán bộ: được giữ như đơn có tố cáo, thông tin cá nhân không nhập. Cần phân loại lại.",
  en: "The kind does not say denunciation but the content denounces or accuses an official: kept as containing a denunciation, without personal data. Classify it again.",
};
const knRead = (read: ReadonlySet<PetitionKind>): Text => ({
  vi: `“KN” được hiểu là kiến nghị vì nội dung nói về ${named(sorted([...read].filter((kind) => kind !== "denunciation")), "vi")}.`,
  en: "“KN” was taken for kiến nghị (recommendation) because that is what the content speaks of.",
});
const readsLike = (kind: PetitionKind): Text => ({
  vi: `Nội dung có nói đến ${KIND_NAMES[kind].vi}, khác với loại đơn đã ghi; giữ theo sổ, cần xem lại.`,
  en: `The content speaks of a ${KIND_NAMES[kind].en}, other than the kind written; kept as the register has it, needs a look.`,
});
const notInContent = (kind: PetitionKind): Text => ({
  vi: `Sổ ghi có ${KIND_NAMES[kind].vi} nhưng nội dung không thấy phần đó; giữ theo sổ, cần xem lại.`,
  en: `The register says ${KIND_NAMES[kind].en} too, but the content has no such part; kept as the register has it, needs a look.`,
});
