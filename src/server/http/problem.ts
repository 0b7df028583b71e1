import type { RefusalCode, RefusalDetails } from "../../casework/refusal.ts";
import type { Text } from "../../rules/pack.ts";

export type Language = "vi" | "en";

const statuses: Readonly<Record<RefusalCode, number>> = {
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  "invalid-input": 422,
  conflict: 409,
  law: 422,
  "already-done": 409,
  "wrong-password": 401,
  "too-many-attempts": 429,
  "unreadable-file": 422,
  "too-large": 413,
  unavailable: 503,
};

const titles: Readonly<Record<RefusalCode, Text>> = {
  "not-signed-in": { vi: "Chưa đăng nhập", en: "Not signed in" },
  "not-allowed": { vi: "Không được phép", en: "Not allowed" },
  "not-found": { vi: "Không tìm thấy", en: "Not found" },
  "invalid-input": { vi: "Dữ liệu cần sửa", en: "Entries to mend" },
  conflict: { vi: "Đã có thay đổi khác", en: "Changed meanwhile" },
  law: { vi: "Pháp luật không cho phép", en: "Not by the law" },
  "already-done": { vi: "Đã thực hiện trước đó", en: "Done before" },
  "wrong-password": { vi: "Sai thông tin đăng nhập", en: "Wrong name or password" },
  "too-many-attempts": { vi: "Thử quá nhiều lần", en: "Too many attempts" },
  "unreadable-file": { vi: "Không đọc được tệp", en: "Unreadable file" },
  "too-large": { vi: "Quá lớn", en: "Too large" },
  unavailable: { vi: "Tạm thời chưa phục vụ được", en: "Unavailable for now" },
};

/** The language of an API answer: the first of vi and en that the caller prefers; vi when it says nothing. */
export function preferredLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { language: tag.split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, q }) => (language === "vi" || language === "en") && q > 0)
    .toSorted((a, b) => b.q - a.q);
  return wanted[0]?.language === "en" ? "en" : "vi";
}

/** What a use case threw when it said no; looked at by its shape, since two copies of the class may exist. */
export function refusalOf(error: unknown): RefusalDetails | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "22021" || error.code === "22P05" || isHalfLetter(error)) return unstorable;
  if (!("details" in error)) return undefined;
  const { details } = error;
  if (typeof details !== "object" || details === null || !("code" in details) || !("message" in details))
    return undefined;
  return typeof details.code === "string" && Object.hasOwn(statuses, details.code)
    ? (details as RefusalDetails)
    : undefined;
}

/** Half a character inside JSON, which PostgreSQL calls bad syntax. */
const isHalfLetter = (error: Error & { readonly code: unknown }): boolean =>
  error.code === "22P02" && error.message.startsWith("invalid input syntax for type json");

/** PostgreSQL's word for text that it cannot hold (the character zero, half a character), whatever field it was in. */
const unstorable: RefusalDetails = {
  code: "invalid-input",
  message: {
    vi: "Nội dung có ký tự không lưu được. Hãy gõ lại thay vì dán.",
    en: "The text holds a character that cannot be stored. Type it instead of pasting it.",
  },
};

/** A refusal as a problem document (RFC 9457): status, title, the sentence for people, and what our own members add. */
export function problemBody(refusal: RefusalDetails, language: Language) {
  const { code, message, article, rule, fields, instead, current } = refusal;
  return {
    type: `urn:minhxet:problem:${code}`,
    title: titles[code][language],
    status: statuses[code],
    detail: message[language],
    code,
    ...(article ? { article } : {}),
    ...(rule ? { rule } : {}),
    ...(fields ? { fields: fields.map(({ field, message: why }) => ({ field, detail: why[language] })) } : {}),
    ...(instead ? { instead: instead.map(({ act, name }) => ({ act, name: name[language] })) } : {}),
    ...(current ? { current } : {}),
  };
}

export function problemResponse(refusal: RefusalDetails, request: Request): Response {
  const body = problemBody(refusal, preferredLanguage(request.headers.get("accept-language")));
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "content-language": preferredLanguage(request.headers.get("accept-language")),
    "cache-control": "no-store",
    vary: "Accept-Language",
  };
  if (refusal.retryAfterSeconds !== undefined) headers["retry-after"] = String(refusal.retryAfterSeconds);
  if (body.status === 401) headers["www-authenticate"] = 'Bearer realm="minhxet"';
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

export const notSignedIn: RefusalDetails = {
  code: "not-signed-in",
  message: { vi: "Cần đăng nhập hoặc gửi mã truy cập còn hiệu lực.", en: "Sign in, or send a token that still holds." },
};
export const noSuchThing: RefusalDetails = {
  code: "not-found",
  message: { vi: "Không có địa chỉ này.", en: "There is nothing at this address." },
};
export const notYours: RefusalDetails = {
  code: "not-allowed",
  message: { vi: "Vai trò của bạn không được làm việc này.", en: "Your role may not do this." },
};
export const changePasswordFirst: RefusalDetails = {
  code: "not-allowed",
  message: {
    vi: "Hãy đổi mật khẩu dùng một lần trước khi làm việc khác.",
    en: "Change the one-time password before anything else.",
  },
};
export const secondFactorFirst: RefusalDetails = {
  code: "not-allowed",
  message: {
    vi: "Vai trò của bạn bắt buộc xác thực hai bước. Hãy bật trước khi làm việc khác.",
    en: "Your role demands a second factor. Set it up before anything else.",
  },
};
export const fromElsewhere: RefusalDetails = {
  code: "not-allowed",
  message: {
    vi: "Biểu mẫu này không do trang của hệ thống gửi đi. Hãy mở lại trang và gửi từ đó.",
    en: "This form was not sent by a page of ours. Open the page again and send it from there.",
  },
};
export const tooLarge: RefusalDetails = {
  code: "too-large",
  message: { vi: "Nội dung gửi lên quá lớn.", en: "What was sent is too large." },
};
export const busyUploads: RefusalDetails = {
  code: "unavailable",
  retryAfterSeconds: 30,
  message: {
    vi: "Đang có nhiều người tải tệp lên. Bản nháp vẫn được giữ; hãy gửi lại sau nửa phút.",
    en: "Many people are uploading files. Your draft is kept; send this again in half a minute.",
  },
};
export const outOfOrder: RefusalDetails = {
  code: "unavailable",
  message: {
    vi: "Hệ thống gặp lỗi. Việc vừa gửi có thể chưa được ghi: hãy gửi lại với cùng khóa thao tác.",
    en: "Something failed. What was sent may not be recorded: send it again with the same key.",
  },
};
