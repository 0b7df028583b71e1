import type { Text } from "../rules/pack.ts";

/** Closed list: the key of the problem type in the API, of the translation and of the audit field. */
export type RefusalCode =
  | "not-signed-in"
  | "not-allowed"
  | "not-found"
  | "invalid-input"
  | "conflict"
  | "law"
  | "already-done"
  | "wrong-password"
  | "too-many-attempts"
  | "unreadable-file"
  | "too-large"
  | "unavailable";

export interface FieldProblem {
  /** Name of the field as the form and the API know it. */
  readonly field: string;
  readonly message: Text;
}

export interface RefusalDetails {
  readonly code: RefusalCode;
  readonly message: Text;
  readonly article?: string;
  readonly rule?: string;
  readonly fields?: readonly FieldProblem[];
  readonly instead?: readonly { readonly act: string; readonly name: Text }[];
  /** With "conflict": what stands now, so that both versions can be shown. */
  readonly current?: { readonly seq: number; readonly state: string };
  /** With "too-many-attempts": when to come back. */
  readonly retryAfterSeconds?: number;
}

/** What a use case throws when it says no. Nothing was written. Other rooms look at `code`, never at the class. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(details: RefusalDetails) {
    super(details.code);
    this.name = "Refused";
    this.code = details.code;
    this.details = details;
  }
}

export const notFound = (): Refused =>
  new Refused({
    code: "not-found",
    message: {
      vi: "Không tìm thấy, hoặc bạn không có quyền xem. Kiểm tra lại mã số hoặc hỏi người phụ trách đơn vị.",
      en: "Not found, or not yours to see. Check the number or ask the head of your unit.",
    },
  });

export const notAllowed = (): Refused =>
  new Refused({
    code: "not-allowed",
    message: {
      vi: "Vai trò của bạn không được làm việc này tại cơ quan này. Hãy nhờ người có thẩm quyền hoặc đề nghị quản trị phân vai.",
      en: "Your role may not do this in this agency. Ask somebody who may, or ask the administrator for the role.",
    },
  });

export function invalidInput(fields: readonly FieldProblem[]): Refused {
  return new Refused({
    code: "invalid-input",
    message: {
      vi: "Còn mục cần sửa. Những gì đã nhập vẫn được giữ nguyên.",
      en: "Some entries need mending. Everything you typed is kept.",
    },
    fields,
  });
}
