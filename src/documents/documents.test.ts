import JSZip from "jszip";
import { afterAll, describe, expect, it } from "vitest";
import { civilDate } from "../time/civil-date.ts";
import { closeRenderer, PaperError, type PaperInput, renderPaper, symbolFor, templates } from "./index.ts";
import { docxText, pages, pdfText } from "./testing-papers.ts";

afterAll(closeRenderer);

const agency = {
  name: "Ủy ban nhân dân xã Tân Hòa",
  parentName: "Ủy ban nhân dân tỉnh Minh Hà",
  symbol: "UBND",
  place: "Tân Hòa",
  headTitle: "Chủ tịch",
  headName: "Trần Văn Bình",
};
const person = {
  name: "Nguyễn Thị Ánh Nguyệt",
  address: "Thôn Đồng Nổi, xã Tân Hòa",
  idNumber: "001180012345",
  idIssued: "12/05/2021, Cục Cảnh sát",
};

const filledIn = (template: string, change: Partial<PaperInput> = {}): PaperInput => ({
  template,
  agency,
  number: `12/${symbolFor(template) || "UBND"}`,
  issuedOn: civilDate("2026-07-09"),
  draft: false,
  matter: {
    code: "KN-2026-0001",
    petitioners: [person],
    peopleCount: 1,
    representatives: [],
    respondent: "Phòng Kinh tế xã Tân Hòa",
    contestedAct: "Quyết định số 45/QĐ-UBND về việc thu hồi đất",
    content: "Không đồng ý với diện tích thu hồi.",
    receivedOn: civilDate("2026-07-02"),
    acceptedOn: civilDate("2026-07-09"),
    settleBy: civilDate("2026-08-10"),
  },
  visit: {
    registerNo: 17,
    receivedAt: "2026-07-02T08:30",
    place: "Nơi tiếp công dân xã Tân Hòa",
    officer: { name: "Lê Thu Hà", title: "Công chức tiếp công dân" },
    giver: person,
    content: "Khiếu nại việc thu hồi đất",
    items: [{ title: "Đơn khiếu nại", pages: 3, copyType: "bản chính" }],
    petitionCode: "TH-2026-00017",
    trackingSecret: "K7M4-9QXT",
    trackingUrl: "https://example.invalid/tra-cuu?ma=TH-2026-00017",
  },
  fields: {},
  recipients: ["Thanh tra tỉnh Minh Hà"],
  legalBasis: ["Luật Khiếu nại 02/2011/QH13"],
  ...change,
});

const almostEmpty = (template: string): PaperInput => ({
  template,
  agency: { name: "Ủy ban nhân dân xã Tân Hòa", symbol: "UBND", place: "Tân Hòa", headTitle: "Chủ tịch" },
  draft: true,
  fields: {},
  recipients: [],
  legalBasis: [],
});

/** Words that the official form prints, whatever is filled in. */
const fixedWords: Readonly<Record<string, string>> = {
  "tcd-02": "các thông tin, tài liệu sau:",
  "kn-03": "nhận thấy đơn khiếu nại đủ điều kiện thụ lý.",
  "kn-04": "không đủ điều kiện để thụ lý giải quyết vì",
  "kn-05": "Thành lập Đoàn (hoặc Tổ) xác minh gồm:",
  "kn-06": "5. Những nội dung khác có liên quan:",
  "kn-07": "những thông tin, tài liệu, bằng chứng sau đây:",
  "kn-08": "Đã giao, nhận thông tin, tài liệu, bằng chứng sau đây:",
  "kn-09": "Kinh phí trưng cầu giám định (nếu phải chi trả)",
  "kn-10": "trực tiếp bàn giao thông tin, tài liệu, bằng chứng",
  "kn-11": "Tạm đình chỉ việc thi hành",
  "kn-12": "Lý do của việc hủy bỏ:",
  "kn-13": "4. Kiến nghị về việc giải quyết khiếu nại:",
  "kn-14": "II. NỘI DUNG ĐỐI THOẠI",
  "kn-14a": "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
  "kn-14b": "Về việc tiếp tục giải quyết khiếu nại",
  "kn-15": "Từ những nhận định và căn cứ trên,",
  "dialogue-notice": "Về việc tổ chức đối thoại trong giải quyết khiếu nại",
  "complexity-certificate": "Về việc xác định vụ việc khiếu nại phức tạp",
  "withdrawal-record": "Ghi nhận việc rút khiếu nại",
  "enforcement-direction": "2. Nội dung phải thi hành",
  "publication-record": "Về việc công khai quyết định giải quyết khiếu nại",
};

describe("every paper of the procedure", () => {
  it("is on the list under its official number", () => {
    expect(templates.map((one) => one.key)).toEqual(expect.arrayContaining(Object.keys(fixedWords)));
    expect(templates.find((one) => one.key === "kn-14a")?.form).toBe("14a");
    expect(templates.find((one) => one.key === "dialogue-notice")?.form).toBeNull();
  });

  it.each(Object.entries(fixedWords))(
    "%s prints the words of its form, filled in and almost empty",
    async (key, words) => {
      for (const input of [filledIn(key), almostEmpty(key)]) {
        for (const text of [await pdfText(input), await docxText(input)]) {
          expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
          expect(text).toContain("Độc lập - Tự do - Hạnh phúc");
          expect(text).toContain("TÂN HÒA");
          expect(text).toContain(words);
          expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
        }
      }
    },
  );
});

describe("a notice of acceptance", () => {
  it("names the petitioner, the number, the day and the signer", async () => {
    for (const text of [await pdfText(filledIn("kn-03")), await docxText(filledIn("kn-03"))]) {
      expect(text).toContain("Số: 12/TB");
      expect(text).toContain("Tân Hòa, ngày 09 tháng 7 năm 2026");
      expect(text).toContain("Kính gửi: Nguyễn Thị Ánh Nguyệt");
      expect(text).toContain("001180012345, ngày cấp: 12/05/2021, nơi cấp: Cục Cảnh sát");
      expect(text).toContain("- Thanh tra tỉnh Minh Hà;");
      expect(text).toContain("CHỦ TỊCH");
      expect(text).toContain("Trần Văn Bình");
    }
  });

  it("lists several petitioners and counts those who are not named", async () => {
    const base = filledIn("kn-03");
    const input: PaperInput = base.matter
      ? { ...base, matter: { ...base.matter, petitioners: [person, { name: "Lê Văn Cường" }], peopleCount: 14 } }
      : base;
    const text = await pdfText(input);
    expect(text).toContain("1. Nguyễn Thị Ánh Nguyệt; địa chỉ: Thôn Đồng Nổi");
    expect(text).toContain("2. Lê Văn Cường");
    expect(text).toContain("Và 12 người khác");
  });
});

describe("a decision to stop", () => {
  it("says suspended where evidence of an obstacle is given, ended where only a ground is", async () => {
    const suspended = await pdfText(
      filledIn("kn-14a", { fields: { ground: "Sự kiện bất khả kháng", evidence: "Giấy ra viện" } }),
    );
    expect(suspended).toContain("Về việc tạm đình chỉ giải quyết khiếu nại");
    const ended = await pdfText(filledIn("kn-14a", { fields: { ground: "Người khiếu nại rút toàn bộ khiếu nại" } }));
    expect(ended).toContain("Về việc đình chỉ giải quyết khiếu nại");
  });
});

describe("a first decision", () => {
  it("takes the measure, the content and the second resolver, and starts each basis with Căn cứ", async () => {
    const input = filledIn("kn-15", {
      fields: { measure: "Hủy bỏ một phần", content: "Đo đạc lại diện tích.", conclusion: "Đúng một phần" },
    });
    const text = await pdfText(input);
    expect(text).toContain("Căn cứ Luật Khiếu nại 02/2011/QH13;");
    expect(text).toContain("Điều 1. Hủy bỏ một phần: Quyết định số 45/QĐ-UBND");
    expect(text).toContain("Điều 2. Đo đạc lại diện tích.");
    expect(await docxText(input)).toContain("có quyền khiếu nại đến Chủ tịch Ủy ban nhân dân tỉnh Minh Hà");
  });

  it("flows over pages with numbers from the second on, and the last lines stay with the signature", async () => {
    const long = Array.from(
      { length: 60 },
      (_, n) => `Nội dung xác minh thứ ${n + 1}: ${"đất đai và bồi thường ".repeat(6)}`,
    ).join("\n");
    const all = await pages(filledIn("kn-15", { fields: { findings: long } }));
    expect(all.length).toBeGreaterThan(3);
    expect(all[0]).not.toMatch(/^1 /u);
    expect(all[1]).toMatch(/^2 /u);
    expect(all.at(-1)).toContain("chịu trách nhiệm thi hành Quyết định này./.");
    expect(all.at(-1)).toContain("Trần Văn Bình");
  });
});

describe("the receipt", () => {
  it("carries the petition's code and secret, and a picture of the address in Word", async () => {
    const input = filledIn("tcd-02");
    for (const text of [await pdfText(input), await docxText(input)]) {
      expect(text).toContain("Mẫu số 02/TCD");
      expect(text).toContain("TH-2026-00017");
      expect(text).toContain("K7M4-9QXT");
      expect(text).toContain("08 giờ 30 phút, ngày 02 tháng 7 năm 2026");
    }
    const zip = await JSZip.loadAsync(await renderPaper(input, "docx"));
    expect(Object.keys(zip.files).some((name) => name.endsWith(".png"))).toBe(true);
  });
});

describe("what a person wrote", () => {
  const odd = '- #let x = $1$ *đậm* _nghiêng_ \\n <b> & "trích" [a] @ref // ghi chú';

  it("comes out literally, in PDF and in Word", async () => {
    const input = filledIn("kn-04", { fields: { reason: odd } });
    expect(await pdfText(input)).toContain(odd);
    expect(await docxText(input)).toContain(odd);
  });

  it("may hold signs that the font lacks, control characters and decomposed letters", async () => {
    const input = filledIn("kn-04", { fields: { reason: `Đất 😀 \u0007${"Nguyễn".normalize("NFD")}` } });
    expect(await pdfText(input)).toContain("Nguyễn");
    expect(await docxText(input)).toContain("Đất 😀 Nguyễn");
  });
});

describe("marks and refusals", () => {
  it("marks a draft and a reprint, and prints an empty number until there is one", async () => {
    const draft = await pdfText(almostEmpty("kn-15"));
    expect(draft).toContain("DỰ THẢO");
    expect(draft).toMatch(/Số:\s*\/QĐ-UBND/u);
    const again = filledIn("kn-03", { reprint: 2 });
    expect(await pdfText(again)).toContain("BẢN IN LẠI LẦN 2");
    expect(await docxText(again)).toContain("BẢN IN LẠI LẦN 2");
    expect(await pdfText(filledIn("kn-03"))).not.toMatch(/DỰ THẢO|BẢN IN LẠI/u);
  });

  it("declares PDF/A-2b", async () => {
    const pdf = Buffer.from(await renderPaper(filledIn("kn-03"), "pdf")).toString("latin1");
    expect(pdf).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
  });

  it("refuses a paper that does not exist", async () => {
    const refusal = renderPaper(filledIn("kn-03", { template: "kn-99" }), "pdf");
    await expect(refusal).rejects.toBeInstanceOf(PaperError);
    await expect(refusal).rejects.toMatchObject({ code: "unknown-template" });
  });

  it("makes papers again after the renderer was closed", async () => {
    await closeRenderer();
    expect(await pdfText(filledIn("kn-03"))).toContain("THÔNG BÁO");
  });
});
