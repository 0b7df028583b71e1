import { createHash } from "node:crypto";
import type { Answered, Asked } from "../served.ts";
import type { Receipt } from "./prepare.ts";

export interface Visit {
  readonly kind: string;
  readonly asked: Asked;
  /** Throws when the answer is not what a citizen came for. */
  readonly read: (answer: Answered) => void;
}

interface World {
  readonly receipts: readonly Receipt[];
  /** The text of the QR code of a receipt. */
  readonly signed: string;
}

/** In [0, 1), by the number of the request and the purpose: two runs ask the same. */
const r = (n: number, purpose: string): number =>
  createHash("md5").update(`${purpose} ${n}`).digest().readUInt32BE() / 2 ** 32;

const form = { "content-type": "application/x-www-form-urlencoded" } as const;
/** As telephones are, each household behind an address of its own, a tenth behind one of a telephone company. */
const networkOf = (n: number): Record<string, string> => {
  const at = Math.floor(r(n, "network") * 60_000);
  return { "x-forwarded-for": r(n, "shared") < 0.1 ? "203.0.113.80" : `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}` };
};

function expectPage(answer: Answered, ...marks: readonly string[]): void {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
  const missing = marks.find((mark) => !answer.body.includes(mark));
  if (missing !== undefined) throw new Error(`a page without ${missing}`);
}

function expectRedirect(answer: Answered, to: string): void {
  if (answer.status !== 303 || answer.headers["location"] !== to)
    throw new Error(`answered ${answer.status} to ${String(answer.headers["location"])} instead of ${to}`);
}

/** The pages beside filing, in their shares of all requests. */
export function otherVisits({ receipts, signed }: World): (n: number) => Visit | null {
  const get = (kind: string, path: string, n: number): Visit => ({
    kind,
    asked: { method: "GET", path, headers: networkOf(n) },
    read: (answer) => expectPage(answer, "</html>"),
  });
  const track = (n: number): Visit => {
    const { code, secret } = receipts[Math.floor(r(n, "receipt") * receipts.length)] ?? { code: "", secret: "" };
    return {
      kind: "track",
      asked: {
        method: "POST",
        path: "/track",
        headers: { ...form, ...networkOf(n) },
        body: String(new URLSearchParams({ code, secret })),
      },
      read: (answer) => expectPage(answer, code, "timeline"),
    };
  };
  const words = ["đất đai", "bồi thường", "quyết định", "đường thôn", "giấy chứng nhận"];
  const searched = (n: number) => new URLSearchParams({ q: words[n % words.length] ?? "" });
  const agency = (n: number) => `B${String(Math.floor(r(n, "agency") * 100)).padStart(2, "0")}`;
  const shares: readonly (readonly [number, (n: number) => Visit])[] = [
    [0.15, (n) => get("home", "/", n)],
    [0.2, track],
    [0.05, (n) => get("publications", "/cong-khai", n)],
    [0.02, (n) => get("publications.search", `/cong-khai?${searched(n)}`, n)],
    [0.03, (n) => get("calendar", "/lich-tiep", n)],
    [0.03, (n) => get("calendar.office", `/lich-tiep?agency=${agency(n)}`, n)],
    [0.02, (n) => get("receipt.check", `/kiem-tra-bien-nhan?${new URLSearchParams({ q: signed })}`, n)],
  ];
  return (n) => {
    let at = r(n, "kind");
    for (const [share, make] of shares) {
      if (at < share) return make(n);
      at -= share;
    }
    return null;
  };
}

export const answersOf = (n: number) =>
  [
    ["loai", { kind: n % 3 === 0 ? "recommendation" : "complaint" }],
    ["noi-nhan", { agency: `B${String(n % 100).padStart(2, "0")}`, respondent: "Chủ tịch Ủy ban nhân dân xã" }],
    ["su-viec", { content: `Thu hồi đất của gia đình tôi tại thửa số ${n} mà không bồi thường đủ theo quy định` }],
    ["yeu-cau", { request: "Tính lại tiền bồi thường, hỗ trợ theo đúng quy định" }],
    ["nguoi-gui", { name: "Lê Thị Thử", address: `thôn ${n % 12}, xã thử nghiệm` }],
    ["cung-gui", { group: "alone" }],
  ] as const;

/** One person files: every page is looked at, then answered; the last visit is the receipt. */
export function* filingJourney(n: number): Generator<Visit, void> {
  const from = networkOf(n * 7919);
  let cookie = "";
  const get = (kind: string, path: string, mark: string): Visit => ({
    kind,
    asked: { method: "GET", path, headers: { ...from, cookie } },
    read: (answer) => expectPage(answer, mark),
  });
  const post = (kind: string, path: string, fields: Readonly<Record<string, string>>, to: string): Visit => ({
    kind,
    asked: {
      method: "POST",
      path,
      headers: { ...form, ...from, cookie },
      body: String(new URLSearchParams(fields)),
    },
    read: (answer) => {
      expectRedirect(answer, to);
      const [given] = [answer.headers["set-cookie"] ?? []].flat();
      if (given) cookie = given.split(";")[0] ?? "";
    },
  });
  yield get("form", "/nop-don", "</html>");
  yield post("start", "/nop-don", { intent: "start" }, "/nop-don/loai");
  const answers = answersOf(n);
  for (const [i, [step, fields]] of answers.entries()) {
    yield get("form", `/nop-don/${step}`, "<form");
    yield post("save", `/nop-don/${step}`, { ...fields, to: "next" }, `/nop-don/${answers[i + 1]?.[0] ?? "tai-lieu"}`);
  }
  yield get("form", "/nop-don/tai-lieu", "<form");
  yield get("review", "/nop-don/kiem-tra", 'id="send"');
  yield post("send", "/nop-don/kiem-tra", { confirm: "" }, "/nop-don/bien-nhan");
  yield get("receipt", "/nop-don/bien-nhan", "<strong>");
  yield get("receipt.pdf", "/nop-don/bien-nhan/tai-ve", "%PDF");
}
