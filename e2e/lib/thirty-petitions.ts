/** What thirty people hand in or write within an hour; all of it invented. */
export interface Letter {
  readonly what: string;
  readonly source: "post" | "mailbox" | "forwarded" | "leader";
  readonly forwarder?: { readonly kind: string; readonly name: string; readonly number: string };
  readonly sender?: { readonly name: string; readonly address: string };
  readonly signatures?: string;
  readonly content: string;
  readonly respondent?: string;
  readonly kinds: readonly Kind[];
  readonly originals?: string;
}

export interface Visitor {
  readonly what: string;
  readonly name: string;
  readonly address: string;
  readonly idNumber: string;
  readonly content: string;
  readonly request?: string;
  readonly kinds: readonly Kind[];
}

export type Kind = "complaint" | "denunciation" | "recommendation";

const land =
  "Không đồng ý với quyết định thu hồi đất vì diện tích đo thiếu, đề nghị đo lại và tính lại tiền bồi thường";
const road = "Đường liên thôn hỏng từ mùa mưa năm ngoái, xe cấp cứu không vào được, đề nghị sửa trước mùa mưa tới";
const bribe = "Cán bộ địa chính nhận tiền của nhiều hộ để làm nhanh giấy chứng nhận, nhiều người biết việc này";
const noise = "Quán hát đầu thôn mở quá nửa đêm, báo nhiều lần mà chưa ai xử lý, người già và trẻ nhỏ không ngủ được";

const families = ["Lê", "Trần", "Hoàng", "Phạm", "Đặng", "Bùi"];
const person = (n: number) => ({
  name: `${families[n % families.length]} Thị Thử ${"ABCDEFGHIKLMNOPQRSTUVXY"[n]}`,
  address: `thôn ${["Một", "Hai", "Ba", "Tư"][n % 4]}, xã An Thử`,
});
const deputy = { kind: "na-deputy", name: "Đại biểu Nguyễn Văn Thử", number: "12/ĐBQH" };
const press = { kind: "press", name: "Báo Thử Nghiệm", number: "45/BTN" };

export const letters: readonly Letter[] = [
  {
    what: "complaint by post",
    source: "post",
    sender: person(0),
    content: land,
    respondent: "Chủ tịch xã",
    kinds: ["complaint"],
  },
  {
    what: "the same matter again",
    source: "post",
    sender: person(0),
    content: land,
    respondent: "Chủ tịch xã",
    kinds: ["complaint"],
  },
  { what: "recommendation", source: "post", sender: person(1), content: road, kinds: ["recommendation"] },
  { what: "reflection", source: "post", sender: person(2), content: noise, kinds: ["recommendation"] },
  {
    what: "denunciation",
    source: "post",
    sender: person(3),
    content: bribe,
    respondent: "Cán bộ địa chính",
    kinds: ["denunciation"],
  },
  { what: "anonymous denunciation", source: "post", signatures: "0", content: bribe, kinds: ["denunciation"] },
  { what: "anonymous reflection", source: "post", signatures: "0", content: noise, kinds: ["recommendation"] },
  {
    what: "mixed",
    source: "post",
    sender: person(4),
    content: `${land}. ${road}`,
    kinds: ["complaint", "recommendation"],
  },
  { what: "of nine people", source: "post", sender: person(5), signatures: "9", content: land, kinds: ["complaint"] },
  { what: "with originals", source: "post", sender: person(6), content: land, kinds: ["complaint"], originals: "2" },
  {
    what: "complaint by post",
    source: "post",
    sender: person(7),
    content: `${land}, thửa 31 tờ 4`,
    kinds: ["complaint"],
  },
  {
    what: "recommendation",
    source: "post",
    sender: person(8),
    content: `${road}, đoạn qua cầu`,
    kinds: ["recommendation"],
  },
  { what: "in the box at the gate", source: "mailbox", sender: person(9), content: road, kinds: ["recommendation"] },
  {
    what: "in the box at the gate",
    source: "mailbox",
    sender: person(10),
    content: `${noise}, thôn Ba`,
    kinds: ["recommendation"],
  },
  { what: "in the box, anonymous", source: "mailbox", signatures: "0", content: noise, kinds: ["recommendation"] },
  { what: "denunciation in the box", source: "mailbox", sender: person(11), content: bribe, kinds: ["denunciation"] },
  {
    what: "forwarded by a deputy",
    source: "forwarded",
    forwarder: deputy,
    sender: person(12),
    content: `${land}, thửa 8 tờ 2`,
    kinds: ["complaint"],
  },
  {
    what: "forwarded by a deputy",
    source: "forwarded",
    forwarder: deputy,
    sender: person(13),
    content: `${road}, xóm núi`,
    kinds: ["recommendation"],
  },
  {
    what: "forwarded by the press",
    source: "forwarded",
    forwarder: press,
    sender: person(14),
    content: noise,
    kinds: ["recommendation"],
  },
  {
    what: "forwarded, to be given back",
    source: "forwarded",
    forwarder: press,
    sender: person(15),
    content: land,
    kinds: ["complaint"],
  },
  {
    what: "handed on by a leader",
    source: "leader",
    sender: person(16),
    content: `${land}, thửa 9`,
    kinds: ["complaint"],
  },
  {
    what: "handed on by a leader",
    source: "leader",
    sender: person(17),
    content: `${road}, cổng chợ`,
    kinds: ["recommendation"],
  },
];

const visitor = (what: string, n: number, content: string, kinds: readonly Kind[], request?: string): Visitor => ({
  what,
  ...person(n),
  idNumber: `0011850000${10 + n}`,
  content,
  kinds,
  ...(request ? { request } : {}),
});

export const visitors: readonly Visitor[] = [
  visitor("complaint at the counter", 18, land, ["complaint"], "Hủy quyết định thu hồi đất"),
  visitor("recommendation at the counter", 19, road, ["recommendation"]),
  visitor("mixed at the counter", 20, `${land}. ${noise}`, ["complaint", "recommendation"], "Tính lại tiền"),
  visitor("denunciation at the counter", 21, bribe, ["denunciation"]),
  visitor("complaint at the counter", 22, `${land}, thửa 77`, ["complaint"], "Đo lại đất"),
  visitor("reflection at the counter", 1, noise, ["recommendation"]),
];
