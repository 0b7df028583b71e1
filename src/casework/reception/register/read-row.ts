import type { Text } from "../../../rules/pack.ts";
import { type CivilDate, formatCivilDate } from "../../../time/civil-date.ts";
import { foldVietnamese } from "../../people/index.ts";
import { REGISTER_FIELDS, type RegisterColumns, type RegisterField } from "./columns.ts";
import { readDateCell } from "./date-shapes.ts";
import { type IdReading, readIdCell } from "./identity-number.ts";
import { type KindReading, settleKinds } from "./kinds.ts";
import { type PeopleReading, readPeopleCell } from "./people-cell.ts";
import { cellAt, cellText, type SheetCell, type SheetRow } from "./sheet.ts";

/** The date that a blank cell repeats: the one above, unless that one could not be read. */
export type DateAbove =
  | { readonly kind: "none" }
  | { readonly kind: "date"; readonly date: CivilDate; readonly row: number }
  | { readonly kind: "unreadable"; readonly row: number };

export interface Finding {
  readonly field: RegisterField;
  readonly text: Text;
}

/** A row as read, before it is decided whether it is taken and what of it may be shown. Holds personal data. */
export interface RowReading {
  readonly row: number;
  readonly text: Readonly<Record<RegisterField, string>>;
  readonly date: CivilDate | null;
  readonly dateNote: Text | null;
  readonly above: DateAbove;
  readonly kinds: KindReading;
  readonly people: PeopleReading;
  readonly ids: readonly IdReading[];
  readonly stated: number | null;
  readonly peopleCount: number;
  readonly withinCompetence: boolean;
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
}

export interface ReadContext {
  readonly columns: RegisterColumns;
  readonly date1904: boolean;
  readonly today: CivilDate;
  readonly above: DateAbove;
  readonly latest: CivilDate | null;
}

/** Reception is covered from the day the Law on Citizen Reception took effect (settled: earlier is refused by name). */
const FIRST_DAY = "2014-07-01";

/** Reads one data row. Never throws; what cannot be read becomes a problem with its column. */
export function readRow(row: SheetRow, context: ReadContext): RowReading {
  const cell = (field: RegisterField): SheetCell => cellAt(row, context.columns.fields[field].column);
  const text = Object.fromEntries(REGISTER_FIELDS.map(({ field }) => [field, cellText(cell(field))])) as Record<
    RegisterField,
    string
  >;
  const date = readDate(cell("receivedOn"), row.number, context);
  const ids = readIdCell(cell("idNumber"));
  const count = readCount(cell("peopleCount"));
  const people = readPeopleCell(
    [text.person, text.address].filter((part) => part !== "").join("\n"),
    count.stated ?? (ids.length > 1 ? ids.length : null),
  );
  const kinds = settleKinds(text.kinds, text.content);
  const competence = readMark(text.withinCompetence);
  const peopleCount = Math.max(1, count.stated ?? 0, people.people.length, people.groupSize ?? 0);
  return {
    row: row.number,
    text,
    date: date.date,
    dateNote: date.note,
    above: date.above,
    kinds,
    people,
    ids,
    stated: count.stated,
    peopleCount,
    withinCompetence: competence.marked,
    problems: [
      ...date.problems,
      ...(kinds.problem ? [{ field: "kinds" as const, text: kinds.problem }] : []),
      ...(people.people.length === 0 && !kinds.sealed
        ? [{ field: "person" as const, text: people.group ? noRepresentative : noName }]
        : []),
      ...(/[\p{L}\p{N}]/u.test(text.content) ? [] : [{ field: "content" as const, text: noContent }]),
      ...count.problems,
      ...unreadableCells(cell),
    ],
    warnings: [
      ...date.warnings,
      ...kinds.warnings.map((warning) => ({ field: "kinds" as const, text: warning })),
      ...people.warnings.map((warning) => ({ field: "person" as const, text: warning })),
      ...(people.people.length === 0 && kinds.sealed ? [{ field: "person" as const, text: namelessDenunciation }] : []),
      ...ids.flatMap((id) => (id.note ? [{ field: "idNumber" as const, text: id.note }] : [])),
      ...(ids.length > Math.max(1, people.people.length) ? [{ field: "idNumber" as const, text: moreIds }] : []),
      ...countWarnings(count.stated, people),
      ...competence.warnings,
    ],
  };
}

interface DateStep {
  readonly date: CivilDate | null;
  readonly note: Text | null;
  readonly above: DateAbove;
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
}

function readDate(cell: SheetCell, row: number, { above, today, latest, date1904 }: ReadContext): DateStep {
  const reading = readDateCell(cell, { date1904, today, above: above.kind === "date" ? above.date : latest });
  const refuse = (text: Text, next: DateAbove): DateStep => ({
    date: null,
    note: null,
    above: next,
    problems: [{ field: "receivedOn", text }],
    warnings: [],
  });
  if (reading.kind === "as-above") {
    if (above.kind === "none") return refuse(noDateAbove, above);
    if (above.kind === "unreadable") return refuse(unreadableAbove(above.row), above);
    return { date: above.date, note: repeatsAbove(above.date, above.row), above, problems: [], warnings: [] };
  }
  const lost: DateAbove = { kind: "unreadable", row };
  if (reading.kind === "unreadable") return refuse(reading.reason, lost);
  const { date } = reading;
  if (date > today) return refuse(inFuture(date, today), lost);
  if (date < FIRST_DAY) return refuse(beforeTheLaw(date), lost);
  const outOfOrder = latest !== null && date < latest;
  const notes = [...(reading.note ? [reading.note] : []), ...(outOfOrder ? [earlierThanAbove(date, latest)] : [])];
  return {
    date,
    note: reading.note ?? null,
    above: { kind: "date", date, row },
    problems: [],
    warnings: notes.map((text) => ({ field: "receivedOn" as const, text })),
  };
}

const NUMBER_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

function readCount(cell: SheetCell): { stated: number | null; problems: readonly Finding[] } {
  const text = cellText(cell).toLowerCase();
  if (text === "" || /^[-–—]$/.test(text)) return { stated: null, problems: [] };
  const match =
    /^(?:khoảng|gồm|có)?\s*(\d{1,6})\s*(?:\(?\s*(?:người|hộ|ng|công dân|cd|khẩu|cụ|hộ dân|đơn)[\s\p{L}]*\)?)?\.?$/u.exec(
      text,
    );
  const word = NUMBER_WORDS.indexOf(text.replace(/\s*(người|hộ|công dân).*$/, ""));
  const stated = match ? Number(match[1]) : word;
  if (stated >= 1 && stated <= 100_000) return { stated, problems: [] };
  return { stated: null, problems: [{ field: "peopleCount", text: badCount }] };
}

function countWarnings(stated: number | null, { people, group, groupSize }: PeopleReading): readonly Finding[] {
  const finding = (text: Text): Finding => ({ field: "peopleCount", text });
  const named = people.length;
  if (stated !== null && stated < named) return [finding(fewerThanNamed(stated, named))];
  if (groupSize !== null && stated !== null && stated !== groupSize) return [finding(groupDiffers(stated, groupSize))];
  if (groupSize !== null && stated === null) return [finding(countFromGroup(groupSize))];
  return group !== null && groupSize === null && stated === null ? [finding(groupWithoutSize)] : [];
}

function readMark(text: string): { marked: boolean; warnings: readonly Finding[] } {
  const folded = foldVietnamese(text)
    .replace(/[.()[\]]/g, "")
    .trim();
  if (folded === "" || /^(khong|ko|k|0|-|o)$|^khong thuoc|^ngoai/.test(folded)) return { marked: false, warnings: [] };
  if (/^(x+|co|dung|thuoc|yes|y|1|v|✓|✔|√|☑|☒)$|^thuoc /.test(folded)) return { marked: true, warnings: [] };
  return { marked: false, warnings: [{ field: "withinCompetence", text: unclearMark }] };
}

const unreadableCells = (cell: (field: RegisterField) => SheetCell): readonly Finding[] =>
  REGISTER_FIELDS.flatMap(({ field }) =>
    field !== "receivedOn" && field !== "peopleCount" && cell(field).kind === "unreadable"
      ? [{ field, text: formulaError }]
      : [],
  );

const noName: Text = {
  vi: "Thiếu họ tên người được tiếp (Điều 25 Luật Tiếp công dân).",
  en: "The name of the person received is missing (Article 25, Law on Citizen Reception).",
};
const noRepresentative: Text = {
  vi: "Ghi tập thể nhưng không có họ tên người đại diện nào.",
  en: "A group is written without the name of anyone who speaks for it.",
};
const noContent: Text = {
  vi: "Thiếu nội dung vụ việc (Điều 25 Luật Tiếp công dân).",
  en: "The content is missing (Article 25, Law on Citizen Reception).",
};
const namelessDenunciation: Text = {
  vi: "Tố cáo không ghi họ tên trong sổ: có thể ẩn danh hoặc họ tên được giữ riêng. Vẫn nhập, vì họ tên người tố cáo không được nhập.",
  en: "A denunciation without a name in the register: anonymous, or the name is kept elsewhere. Imported all the same, since a denouncer's name is not imported.",
};
const noDateAbove: Text = {
  vi: "Ô ngày để trống và phía trên chưa có ngày nào để lặp lại.",
  en: "The date is blank and no row above has a date to repeat.",
};
const unreadableAbove = (row: number): Text => ({
  vi: `Ô ngày để trống, tức là cùng ngày với dòng ${row}, mà ngày ở dòng đó không dùng được; sửa dòng ${row} hoặc ghi ngày vào đây.`,
  en: `The date is blank, so it repeats row ${row}, whose date cannot be used; mend row ${row} or write the date here.`,
});
const repeatsAbove = (date: CivilDate, row: number): Text => ({
  vi: `Ô ngày để trống; lấy ngày ${formatCivilDate(date, "vi")} của dòng ${row}.`,
  en: `The date is blank; ${formatCivilDate(date, "en")} was taken from row ${row}.`,
});
const inFuture = (date: CivilDate, today: CivilDate): Text => ({
  vi: `Ngày ${formatCivilDate(date, "vi")} ở sau hôm nay (${formatCivilDate(today, "vi")}).`,
  en: `${formatCivilDate(date, "en")} lies after today (${formatCivilDate(today, "en")}).`,
});
const beforeTheLaw = (date: CivilDate): Text => ({
  vi: `Ngày ${formatCivilDate(date, "vi")} trước 01/7/2014, ngày Luật Tiếp công dân có hiệu lực; hệ thống chỉ nhận sổ từ ngày đó.`,
  en: `${formatCivilDate(date, "en")} is before 1 July 2014, when the Law on Citizen Reception took effect; registers are taken from that day on.`,
});
const earlierThanAbove = (date: CivilDate, latest: CivilDate): Text => ({
  vi: `Ngày ${formatCivilDate(date, "vi")} sớm hơn ngày ${formatCivilDate(latest, "vi")} ở phía trên; kiểm tra xem ngày và tháng có bị đảo không.`,
  en: `${formatCivilDate(date, "en")} is earlier than ${formatCivilDate(latest, "en")} above; check whether day and month were swapped.`,
});
const badCount: Text = {
  vi: "Không đọc được số người; hãy ghi một số từ 1 trở lên.",
  en: "The number of people cannot be read; write a number from 1 up.",
};
const fewerThanNamed = (stated: number, named: number): Text => ({
  vi: `Sổ ghi ${stated} người nhưng nêu tên ${named}; lấy ${named}.`,
  en: `The register says ${stated} but names ${named}; ${named} was taken.`,
});
const groupDiffers = (stated: number, size: number): Text => ({
  vi: `Cột số người ghi ${stated}, ô họ tên ghi ${size}; lấy số lớn hơn.`,
  en: `The count column says ${stated}, the name cell ${size}; the larger was taken.`,
});
const countFromGroup = (size: number): Text => ({
  vi: `Số người để trống; lấy ${size} theo ô họ tên.`,
  en: `The number of people is blank; ${size} was taken from the name cell.`,
});
const groupWithoutSize: Text = {
  vi: "Ghi tập thể nhưng không có số người.",
  en: "A group is written without its number of people.",
};
const moreIds: Text = {
  vi: "Có nhiều số giấy tờ hơn số người được nêu tên.",
  en: "There are more identity numbers than people named.",
};
const unclearMark: Text = {
  vi: "Không rõ có thuộc thẩm quyền hay không; tạm coi là không đánh dấu.",
  en: "It is unclear whether it is within competence; taken as not marked.",
};
const formulaError: Text = {
  vi: "Ô là công thức lỗi hoặc không có giá trị lưu.",
  en: "The cell is a formula in error or without a saved value.",
};
