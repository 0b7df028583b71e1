import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, samePerson, sorted } from "./evidence.ts";
import { type Compared, keyMaker } from "./keys.ts";
import { likelihood, shownFrom } from "./likelihood.ts";
import { placeBook } from "./places.ts";
import { decisionsIn, nameWords, parcelsIn, respondentIn } from "./said.ts";
import { plainText, wordsOf } from "./words.ts";

/** Invented: xã Sông Cũ and xã Đồi Cũ became xã Sông Mới; xã Bên Kia was left as it was. */
const book = placeBook(
  [
    { id: "old-river", name: "Xã Sông Cũ", level: "commune", gone: true },
    { id: "old-hill", name: "Xã Đồi Cũ Xưa", level: "commune", gone: true },
    { id: "new-river", name: "Xã Sông Mới", level: "commune", gone: false },
    { id: "beyond", name: "Phường Bên Kia", level: "commune", gone: false },
    { id: "province", name: "Tỉnh Thử Nghiệm", level: "province", gone: false },
  ],
  [
    { fromId: "old-river", toId: "new-river" },
    { fromId: "old-hill", toId: "new-river" },
  ],
);
const maker = keyMaker(Buffer.alloc(32, 7));
const story =
  "Gia đình tôi được giao đất từ năm 1992, có giấy tờ của hợp tác xã. Khi mở rộng đường, tổ công tác đo thiếu 120 m2 đất vườn và không kiểm đếm hàng cây ăn quả phía sau nhà. Tôi đã nêu ý kiến tại buổi họp thôn nhưng chưa được trả lời.";
const petition = (more: Partial<Compared> = {}): Compared => ({
  people: [{ name: "Nguyễn Thị Thúy Hòa", idNumber: "036170000123", birthYear: 1970, address: "thôn 3, xã Sông Cũ" }],
  content: `${story} Thửa đất số 12, tờ bản đồ số 7, xã Sông Cũ.`,
  placeId: "new-river",
  ...more,
});
const evidence = (a: Compared, b: Compared) => compare(sorted(maker.keysOf(a, book)), sorted(maker.keysOf(b, book)));

describe("words that compare", () => {
  test("are the same with or without marks, in old and new tone placement, composed or not", () => {
    for (const [one, other] of [
      ["hoà giải", "hòa giải"],
      ["Thuý", "Thúy"],
      ["khoẻ", "khỏe"],
      ["ĐỖ THUỶ", "đỗ thủy"],
      ["Quyết định", "quyet dinh"],
      ["Mỹ Lý", "Mĩ Lí"],
      ["hòa".normalize("NFD"), "hoa"],
    ] as const)
      expect(plainText(one)).toBe(plainText(other));
  });

  test("write out abbreviations and units", () => {
    expect(plainText("UBND P. Mây Hạ")).toBe("uy ban nhan dan phuong mai ha".replace("mai", "may"));
    expect(plainText("GCN QSDĐ, TĐC, GPMB")).toBe(
      "giay chung nhan quyen su dung dat, tai dinh cu, giai phong mat bang",
    );
    expect(plainText("TT. Đồng Sương, x. Hoa Lạc")).toBe("thi tran dong suong, xa hoa lac");
  });

  test("folding twice changes nothing more, whatever the text", () => {
    const syllable = fc.constantFrom(
      "Thuý",
      "hoà",
      "P.",
      "x.",
      "UBND",
      "QSDĐ",
      "1o2",
      "Lý",
      "tc",
      "đất",
      "TT. A",
      "qúy",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.array(syllable).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(text, (given) => {
        expect(wordsOf(plainText(given))).toEqual(wordsOf(given));
      }),
    );
  });
});

describe("what a text names", () => {
  test("a parcel in every spelling", () => {
    for (const said of [
      "thửa 12 tờ bản đồ 7",
      "thửa đất số 12, tờ bản đồ số 7",
      "thua so 12 (TBĐ 7)",
      "Thửa số: 12 thuộc tờ bản đồ địa chính số 07",
      "tờ bản đồ số 7, thửa đất số 12",
      "THỬA 12, TỜ 7",
      "thửa l2 tờ bản đồ 7",
    ])
      expect(parcelsIn(said), said).toEqual([{ parcel: 12, sheet: 7 }]);
    expect(parcelsIn("thửa ruộng ở tờ giấy 5")).toEqual([]);
  });

  test("a decision by its number", () => {
    expect(decisionsIn("Quyết định số 123/QĐ-UBND ngày 3/2")).toEqual([123]);
    expect(decisionsIn("QĐ số 123")).toEqual([123]);
    expect(decisionsIn("quyet dinh thu hoi dat so 123/2025/QĐ-UBND")).toEqual([123]);
  });

  test("a commune after its unit or between commas, with a letter slipped, never a hamlet of the name", () => {
    expect(book.namedIn("thửa đất tại X. Song Cu")).toEqual([{ name: "song cu", today: ["new-river"], gone: true }]);
    expect(book.namedIn("thôn 3, Bên Kia").map((place) => place.today)).toEqual([["beyond"]]);
    expect(book.namedIn("xã Đôi Cũ Xuwa").map((place) => place.name)).toEqual(["doi cu xua"]);
    expect(book.namedIn("ở bên kia sông")).toEqual([]);
  });

  test("an office without who stands at its head, a person without the title", () => {
    expect(respondentIn("Ông Chủ tịch UBND xã Sông Cũ")).toEqual({
      words: "uy ban nhan dan xa song cu",
      person: false,
    });
    expect(respondentIn("Ông Trần Văn Thử")?.words).toBe("tran van thu");
    expect(nameWords("Bà Nguyễn Thị Mỹ")).toEqual(["nguyen", "thi", "mi"]);
  });
});

describe("two petitions", () => {
  test("are alike without marks, with abbreviations, under the new name of the commune", () => {
    const again = petition({
      people: [{ name: "Nguyen Thi Thuy Hoa", address: "thon 3, xa Song Moi" }],
      content: `${plainText(story)} Thua 12 to 7 xa Song Moi.`,
    });
    const found = evidence(petition(), again);
    expect(found).toMatchObject({ nameAndPlace: 1, parcel: 0, parcelToday: 1, otherIdentity: 0 });
    expect(found.similarity).toBeGreaterThan(0.8);
    expect(likelihood(found)).toBeGreaterThan(shownFrom);
  });

  test("of one parcel number in two old communes are not about one parcel", () => {
    const hill = petition({
      people: [{ name: "Lê Văn Khác", idNumber: "036170000999", address: "xã Đồi Cũ Xưa" }],
      content: "Đề nghị cấp giấy chứng nhận cho thửa 12 tờ bản đồ 7 xã Đồi Cũ Xưa.",
    });
    expect(evidence(petition(), hill)).toMatchObject({ parcel: 0, parcelToday: 0, otherParcel: 1 });
    expect(likelihood(evidence(petition(), hill))).toBeLessThan(shownFrom);
  });

  test("of namesakes with other numbers are of two people", () => {
    const namesake = petition({
      people: [{ name: "Nguyễn Thị Thúy Hoà", idNumber: "036180000777", birthYear: 1980, address: "xã Sông Cũ" }],
      content: "Tôi phản ánh tiếng ồn của xưởng gỗ hoạt động ban đêm gần trường học, đề nghị kiểm tra và xử lý.",
    });
    const found = evidence(petition(), namesake);
    expect(found).toMatchObject({ name: 1, otherIdentity: 1 });
    expect(samePerson(found)).toBe(false);
    expect(likelihood(found)).toBeLessThan(shownFrom);
  });

  test("of one person about two things are two matters", () => {
    const other = petition({
      content: "Tôi phản ánh tiếng ồn của xưởng gỗ hoạt động ban đêm gần trường học, đề nghị xử lý.",
    });
    expect(samePerson(evidence(petition(), other))).toBe(true);
    expect(likelihood(evidence(petition(), other))).toBeLessThan(shownFrom);
  });

  test("have other keys under another secret, and no word of the text in any", () => {
    const keyed = maker.keysOf(petition(), book);
    const elsewhere = keyMaker(Buffer.alloc(32, 8)).keysOf(petition(), book);
    expect(keyed.keys.filter((key) => elsewhere.keys.includes(key))).toEqual([]);
    expect(keyed.keys.every((key) => /^\d+$/.test(key))).toBe(true);
  });
});
