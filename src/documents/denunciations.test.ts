import { afterAll, describe, expect, it } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { civilDate } from "../time/civil-date.ts";
import { closeRenderer, type PaperInput, renderPaper, symbolFor, templates } from "./index.ts";
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

/** Invented; must never be on a paper of a denunciation. */
const denouncer = {
  name: "Nguyễn Thị Ánh Nguyệt",
  address: "Thôn Đồng Nổi, xã Tân Hòa",
  idNumber: "001180012345",
  idIssued: "12/05/2021, Cục Cảnh sát",
  phone: "0900000001",
};

const basisOf = (day: string): readonly string[] =>
  lawPacks.find((pack) => pack.id === `denunciations/${day}`)?.basis ?? [];

const filledIn = (template: string, change: Partial<PaperInput> = {}): PaperInput => ({
  template,
  agency,
  number: `12/${symbolFor(template) || "UBND"}`,
  issuedOn: civilDate("2026-07-09"),
  draft: false,
  matter: {
    code: "TC-TT.A-26-0001",
    petitioners: [denouncer],
    representatives: [denouncer],
    peopleCount: 3,
    respondent: "Ông Lê Văn Tám",
    contestedAct: `Đơn của ${denouncer.name}`,
    content: `Tôi là ${denouncer.name}, ở ${denouncer.address}, tố cáo ông Tám.`,
    request: `Liên hệ tôi theo số ${denouncer.phone}.`,
    receivedOn: civilDate("2026-07-02"),
    acceptedOn: civilDate("2026-07-09"),
    settleBy: civilDate("2026-08-10"),
  },
  visit: {
    registerNo: 17,
    receivedAt: "2026-07-02T08:30",
    place: "Nơi tiếp công dân xã Tân Hòa",
    officer: { name: "Lê Thu Hà", title: "Công chức tiếp công dân" },
    giver: denouncer,
    content: `Đơn của ${denouncer.name}`,
    items: [{ title: `Đơn của ${denouncer.name}` }],
    petitionCode: "TH-2026-00017",
  },
  fields: { accused: "Ông Lê Văn Tám, công chức địa chính", content: "Nhận tiền khi làm thủ tục đất đai." },
  recipients: ["Cơ quan được gửi", "Người tố cáo (theo bí danh, không ghi địa chỉ)", "Cơ quan có liên quan"],
  legalBasis: basisOf("2026-07-01"),
  ...change,
});

const almostEmpty = (template: string): PaperInput => ({
  template,
  agency,
  draft: true,
  fields: {},
  recipients: [],
  legalBasis: [],
});

/** Words that the form prints, whatever is filled in: the numbered ones of the decree, the others ours (GAP-8). */
const fixedWords: Readonly<Record<string, readonly string[]>> = {
  "tc-01": ["QUYẾT ĐỊNH", "Gia hạn giải quyết tố cáo", "đã được thụ lý tại Quyết định số", "Thời gian gia hạn là"],
  "tc-02": ["ĐƠN RÚT TỐ CÁO", "Tên tôi/Chúng tôi là:", "Cách thức liên hệ:", "chấp nhận việc rút tố cáo nêu trên./."],
  "tc-03": ["BIÊN BẢN", "Ghi nhận việc rút tố cáo", "I. Thành phần làm việc", "II. Nội dung tố cáo đề nghị rút"],
  "tc-04": [
    "Căn cứ Điều 29 Luật Tố cáo ngày 12 tháng 6 năm 2018",
    "Thụ lý tố cáo đối với:",
    "Thời hạn giải quyết tố cáo là",
  ],
  "tc-05": ["Việc thụ lý tố cáo", "đã nhận được đơn tố cáo của", "biết và thực hiện quyền, nghĩa vụ của người tố cáo"],
  "tc-06": [
    "Về nội dung tố cáo",
    "biết và thực hiện quyền, nghĩa vụ của người bị tố cáo theo quy định của pháp luật./.",
  ],
  "tc-07": [
    "Thành lập Đoàn (Tổ) xác minh nội dung tố cáo",
    "quy định tại các điểm a, b, c, d khoản 1 và điểm a, b, c khoản 2 Điều 11 của Luật Tố cáo.",
  ],
  "tc-08": ["ĐOÀN (TỔ) XÁC MINH", "Tiến hành làm việc với:", "đã được đọc cho những người cùng làm việc nghe"],
  "tc-09": [
    "Để có cơ sở cho việc kết luận nội dung tố cáo bảo đảm chính xác, khách quan,",
    "là thành viên Đoàn (Tổ) xác minh tố cáo",
  ],
  "tc-10": ["TRƯỞNG ĐOÀN (TỔ) XÁC MINH", "2. Nhận xét, đánh giá:", "xem xét, chỉ đạo./."],
  "tc-11": ["Thực hiện nhiệm vụ được giao xác minh nội dung tố cáo tại", "3. Kiến nghị:", "xem xét, kết luận./."],
  "tc-12": [
    "KẾT LUẬN NỘI DUNG TỐ CÁO",
    "2. Căn cứ pháp luật để xác định có hay không có hành vi vi phạm pháp luật:",
    "NGƯỜI GIẢI QUYẾT TỐ CÁO",
  ],
  "tc-refusal": ["Việc không thụ lý tố cáo", "Lý do không thụ lý:"],
  "tc-delegation": ["Căn cứ khoản 1 Điều 24 Luật Tố cáo"],
  "tc-inspection": ["Căn cứ khoản 2 Điều 25 Luật Tố cáo"],
  "tc-party-transfer": ["Căn cứ Điều 15 Thông tư số 05/2021/TT-TTCP"],
  "tc-assignment": ["Căn cứ Điều 31 Luật Tố cáo", "đã lược bỏ họ tên, địa chỉ, bút tích"],
  "tc-suspension": ["Tạm đình chỉ việc giải quyết tố cáo", "khoản 1, khoản 4 Điều 34 Luật Tố cáo"],
  "tc-resumption": ["Tiếp tục giải quyết tố cáo", "khoản 2 Điều 34 Luật Tố cáo"],
  "tc-termination": ["Đình chỉ việc giải quyết tố cáo", "khoản 3, khoản 4 Điều 34 Luật Tố cáo"],
  "tc-conclusion-notice": ["Căn cứ khoản 3 Điều 35 Luật Tố cáo", "có quyền tố cáo tiếp"],
  "tc-handling": ["Xử lý kết luận nội dung tố cáo", "Điều 36, Điều 44 Luật Tố cáo"],
  "tc-publication": [
    "không có thông tin về người tố cáo và nội dung thuộc bí mật nhà nước (khoản 3 Điều 40 Luật Tố cáo)",
  ],
  "tc-crime-transfer": ["Căn cứ khoản 1 Điều 27 và điểm d khoản 1 Điều 44 Luật Tố cáo"],
  "tc-forwarder-reply": ["Căn cứ khoản 2 Điều 26 Luật Tố cáo"],
  "tc-delay-report": ["Thực hiện khoản 3 Điều 38 Luật Tố cáo"],
  "tc-again-notice": ["căn cứ điểm a khoản 2 Điều 37 Luật Tố cáo", "không giải quyết lại vụ việc tố cáo"],
  "tc-report-demand": ["Căn cứ khoản 2 Điều 38 Luật Tố cáo", "2. Lý do về việc chậm giải quyết tố cáo;"],
  "tc-stop-order": ["Căn cứ khoản 5 Điều 38 Luật Tố cáo", "chấm dứt việc giải quyết"],
  "bv-decision": ["khoản 1 Điều 51, Điều 52 Luật Tố cáo", "Áp dụng biện pháp bảo vệ"],
  "bv-referral": ["Căn cứ khoản 1 Điều 49 và khoản 1 Điều 51 Luật Tố cáo"],
  "bv-refusal": ["căn cứ khoản 3 Điều 51 Luật Tố cáo", "không áp dụng biện pháp bảo vệ"],
  "bv-change": ["khoản 1, khoản 3 Điều 54 Luật Tố cáo", "Thay đổi, bổ sung biện pháp bảo vệ"],
  "bv-end": ["khoản 2, khoản 3 Điều 54 Luật Tố cáo", "Chấm dứt áp dụng biện pháp bảo vệ"],
};

const secrets = Object.values(denouncer);

describe("every paper that the law on denunciations names", () => {
  const named = lawPacks
    .filter((pack) => pack.subject === "denunciations")
    .flatMap((pack) => pack.procedures.flatMap((procedure) => procedure.documents))
    .filter((document) => /^(tc|bv)-/u.test(document.key));

  it("can be drawn, under the number that the latest version gives it", () => {
    const known = new Map(templates.map((one) => [one.key, one.form]));
    for (const document of named) expect(known.has(document.key), document.key).toBe(true);
    for (const document of named.filter((each) => each.form !== null))
      expect(known.get(document.key), document.key).toBe(document.form);
    expect([...new Set(named.map((each) => each.key))].sort()).toEqual(Object.keys(fixedWords).sort());
  });

  it.each(Object.entries(fixedWords))(
    "%s prints the words of its form and nothing of who denounced",
    async (key, words) => {
      for (const input of [filledIn(key), almostEmpty(key)]) {
        for (const text of [await pdfText(input), await docxText(input)]) {
          expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
          for (const each of words) expect(text).toContain(each);
          expect(text).not.toMatch(/undefined|null|NaN|\[object|Căn cứ Căn cứ/u);
          for (const each of secrets) expect(text).not.toContain(each);
        }
      }
    },
  );

  it.each(["record-check", "work-with-denouncer", "work-with-accused", "work-with-others"])(
    "the record of a session names nobody who denounced (%s)",
    async (act) => {
      const text = await pdfText(filledIn("tc-08", { act, fields: { summary: "Đã trình bày.", with: "Chi cục Thử" } }));
      for (const each of secrets) expect(text).not.toContain(each);
      if (act === "work-with-denouncer") expect(text).toContain("người tố cáo (mã hồ sơ TC-TT.A-26-0001)");
      if (act === "work-with-others") expect(text).toContain("Tiến hành làm việc với: Chi cục Thử");
    },
  );

  it("keeps a denouncer's name out of the recipients too: the word stands alone", async () => {
    const text = await pdfText(filledIn("tc-01"));
    expect(text).toContain("- Người tố cáo;");
    expect(text).not.toContain("bí danh");
  });
});

describe("the notices of acceptance", () => {
  const file = { acceptanceNumber: "41/QĐ-UBND", acceptanceDate: "09/07/2026", acceptedContent: "Nhận tiền." };

  it("leaves the denouncer's address blank and gives the code, the decision and the limit", async () => {
    const text = await pdfText(filledIn("tc-05", { fields: file }));
    expect(text).toMatch(/Kính gửi: \.{40,}/u);
    expect(text).toContain("Mã hồ sơ: TC-TT.A-26-0001");
    expect(text).toContain("đã thụ lý tố cáo tại Quyết định số 41/QĐ-UBND ngày 09 tháng 7 năm 2026.");
    expect(text).toContain("đến hết ngày 10 tháng 8 năm 2026");
  });

  it("says that another body forwarded it only where one did", async () => {
    const forwarded = filledIn("tc-05", { fields: { ...file, forwarded: "Có" } });
    expect(await pdfText(forwarded)).toContain("do cơ quan, tổ chức, cá nhân có thẩm quyền chuyển đến");
    expect(await pdfText(filledIn("tc-05", { fields: file }))).not.toContain("chuyển đến");
  });

  it("tells the accused the content, not the code of the file", async () => {
    const text = await pdfText(filledIn("tc-06"));
    expect(text).toContain("Nhận tiền khi làm thủ tục đất đai.");
    expect(text).toContain("- ông Lê Văn Tám, công chức địa chính;");
    expect(text).not.toContain("TC-TT.A-26-0001");
  });
});

describe("withdrawal, before and after 1 July 2026", () => {
  it("follows the form of Nghị định 31/2019/NĐ-CP in the earlier version and of Nghị định 156/2026/NĐ-CP in the later", async () => {
    const earlier = { legalBasis: basisOf("2025-07-01"), act: "withdraw-all" };
    expect(await pdfText(filledIn("tc-02", earlier))).toContain("cho tôi rút nội dung tố cáo:");
    const old = await pdfText(filledIn("tc-03", earlier));
    expect(old).toContain("đã làm việc trực tiếp với");
    expect(old).toContain("NGƯỜI RÚT TỐ CÁO");
    expect(old).not.toContain("Thành phần làm việc");
    expect(await pdfText(filledIn("tc-03", { act: "withdraw-all" }))).toContain("NGƯỜI TỐ CÁO RÚT TỐ CÁO");
  });

  it("is a citizen's paper: no agency stands above the letter, in PDF and in Word", async () => {
    for (const text of [await pdfText(filledIn("tc-02")), await docxText(filledIn("tc-02"))]) {
      expect(text).not.toContain("TỈNH MINH HÀ");
      expect(text).toContain("Kính gửi: Chủ tịch Ủy ban nhân dân xã Tân Hòa");
    }
  });
});

describe("what the versions rest on", () => {
  it("names the decree only from its day on, and the amendments only from theirs", async () => {
    const law = await pdfText(filledIn("tc-04", { legalBasis: basisOf("2019-01-01") }));
    expect(law).toContain("Căn cứ Điều 29 Luật Tố cáo ngày 12 tháng 6 năm 2018;");
    expect(law).not.toContain("Nghị định số 31/2019/NĐ-CP");
    const decree = await pdfText(filledIn("tc-04", { legalBasis: basisOf("2019-05-28") }));
    expect(decree).toContain("Căn cứ Điều 9 Nghị định số 31/2019/NĐ-CP ngày 10 tháng 4 năm 2019 của Chính phủ");
    expect(decree).not.toContain("136/2025");
    const now = await pdfText(filledIn("tc-04"));
    expect(now).toContain("(được sửa đổi, bổ sung bởi Luật số 136/2025/QH15)");
    expect(now).toContain("(được sửa đổi, bổ sung bởi Nghị định số 156/2026/NĐ-CP)");
  });
});

describe("papers that refer to earlier ones", () => {
  it("finds acceptance, team, assignment, conclusion and protection by what the file gives", async () => {
    const fields = {
      acceptanceNumber: "41/QĐ-UBND",
      acceptanceDate: "09/07/2026",
      teamNumber: "43/QĐ-UBND",
      teamDate: "13/07/2026",
      assignmentNumber: "301/UBND",
      assignmentDate: "14/07/2026",
      conclusionNumber: "05/KL-UBND",
      conclusionDate: "07/08/2026",
      protectionNumber: "44/QĐ-UBND",
      protectionDate: "15/07/2026",
      limitEndsOn: "08/08/2026",
      days: "30",
    };
    expect(await docxText(filledIn("tc-01", { fields }))).toContain("30 ngày, kể từ ngày 08 tháng 8 năm 2026");
    expect(await docxText(filledIn("tc-10", { fields }))).toContain(
      "Quyết định số 43/QĐ-UBND ngày 13 tháng 7 năm 2026",
    );
    expect(await docxText(filledIn("tc-11", { fields }))).toContain("Văn bản số 301/UBND ngày 14 tháng 7 năm 2026");
    expect(await docxText(filledIn("tc-12", { fields }))).toContain("Quyết định số 41/QĐ-UBND thụ lý tố cáo");
    expect(await docxText(filledIn("tc-publication", { fields }))).toContain("số 05/KL-UBND ngày 07 tháng 8 năm 2026");
    expect(await docxText(filledIn("bv-end", { fields }))).toContain(
      "Quyết định số 44/QĐ-UBND ngày 15 tháng 7 năm 2026",
    );
  });

  it("the assigned body stands above its own report, addressed to the resolver", async () => {
    const text = await pdfText(filledIn("tc-11", { fields: { assignedAgency: "Thanh tra tỉnh Minh Hà" } }));
    expect(text).toContain("THANH TRA TỈNH MINH HÀ");
    expect(text).toContain("Kính gửi: Chủ tịch Ủy ban nhân dân xã Tân Hòa");
    expect(text).not.toContain("Trần Văn Bình");
  });
});

describe("a conclusion", () => {
  it("keeps what a person wrote literally, flows over pages and ends with the signature", async () => {
    const odd = '#let x = $1$ *đậm* <b> & "trích" [a] @ref // ghi chú';
    const findings = [
      odd,
      ...Array.from({ length: 60 }, (_, n) => `Nội dung ${n + 1}: ${"kết quả xác minh ".repeat(7)}`),
    ];
    const input = filledIn("tc-12", { fields: { findings: findings.join("\n"), conclusion: "Tố cáo đúng một phần" } });
    const all = await pages(input);
    expect(all.join(" ")).toContain(odd);
    expect(await docxText(input)).toContain(odd);
    expect(all.length).toBeGreaterThan(3);
    expect(all[1]).toMatch(/^2 /u);
    expect(all.at(-1)).toContain("NGƯỜI GIẢI QUYẾT TỐ CÁO");
    expect(all.at(-1)).toContain("- Cơ quan thanh tra nhà nước cùng cấp;");
  });

  it("is marked while a draft, and is PDF/A-2b", async () => {
    expect(await pdfText(almostEmpty("tc-12"))).toContain("DỰ THẢO");
    const pdf = Buffer.from(await renderPaper(filledIn("tc-12"), "pdf")).toString("latin1");
    expect(pdf).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
  });
});
