import { afterAll, describe, expect, it } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { civilDate } from "../time/civil-date.ts";
import { closeRenderer, type PaperInput, templates } from "./index.ts";
import { docxText, pdfText } from "./testing-papers.ts";

afterAll(closeRenderer);

const paper = (template: string, fields: Record<string, string> = {}): PaperInput => ({
  template,
  agency: {
    name: "Ủy ban nhân dân tỉnh Minh Hà",
    symbol: "UBND",
    place: "Minh Hà",
    headTitle: "Chủ tịch",
    headName: "Đỗ Văn Chín",
  },
  issuedOn: civilDate("2026-09-09"),
  draft: false,
  matter: {
    code: "KN-TT-26-0002",
    petitioners: [{ name: "Nguyễn Thị Ánh Nguyệt", address: "Thôn Đồng Nổi, xã Tân Hòa" }],
    peopleCount: 1,
    representatives: [],
    respondent: "Ủy ban nhân dân xã Tân Hòa",
    contestedAct: "Quyết định số 45/QĐ-UBND về việc thu hồi đất",
    content: "Không đồng ý với diện tích thu hồi.",
    receivedOn: civilDate("2026-08-03"),
  },
  fields,
  recipients: ["Hội đồng", "Người khiếu nại"],
  legalBasis: ["Luật Khiếu nại 02/2011/QH13"],
});

const empty = (template: string): PaperInput => {
  const { matter: _, issuedOn: __, ...rest } = paper(template);
  return { ...rest, draft: true, recipients: [], legalBasis: [] };
};

const first = {
  firstDecisionNumber: "12/QĐ-UBND",
  firstDecisionDate: "20/07/2026",
  firstDecisionAgency: "Ủy ban nhân dân xã Tân Hòa",
  firstResult: "Kết luận: Sai toàn bộ",
};

describe("every paper that the law on complaints names", () => {
  it("can be drawn", () => {
    const known = new Set(templates.map((one) => one.key));
    const named = lawPacks
      .filter((pack) => pack.subject === "complaints")
      .flatMap((pack) => pack.procedures.flatMap((procedure) => procedure.documents.map((document) => document.key)));
    expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([]);
  });
});

describe("a second decision", () => {
  it.each([
    ["filled in", paper("kn-16", first)],
    ["almost empty", empty("kn-16")],
  ])("prints the words of form 16, %s", async (_, input) => {
    for (const text of [await pdfText(input), await docxText(input)]) {
      expect(text).toContain("(lần hai)");
      expect(text).toContain("II. Kết quả giải quyết khiếu nại của người đã giải quyết khiếu nại lần đầu:");
      expect(text).toContain("IV. Kết quả đối thoại:");
      expect(text).toContain("V. Kết luận:");
      expect(text).toContain("Từ những nhận định và căn cứ trên,");
      expect(text).toContain("có quyền khởi kiện");
      expect(text).toContain("- Cơ quan thanh tra nhà nước cùng cấp;");
      expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
      expect(text).not.toContain("có quyền khiếu nại đến");
    }
  });

  it("asks whoever issued the contested decision to change it, where the complaint is right", async () => {
    const fields = { ...first, conclusion: "Đúng một phần", measure: "Yêu cầu hủy bỏ một phần" };
    const text = await pdfText(paper("kn-16", fields));
    expect(text).toContain(
      "Điều 1. Yêu cầu người ban hành quyết định hành chính bị khiếu nại hủy bỏ một phần: Quyết định số 45/QĐ-UBND",
    );
    expect(text).toContain("Quyết định số 12/QĐ-UBND ngày 20 tháng 7 năm 2026 của Ủy ban nhân dân xã Tân Hòa");
    expect(text).toContain("Kết luận: Sai toàn bộ");
  });

  it("upholds the first decision where the complaint is wrong", async () => {
    const text = await pdfText(paper("kn-16", { ...first, conclusion: "Sai toàn bộ" }));
    expect(text).toContain(
      "Công nhận và giữ nguyên nội dung quyết định giải quyết khiếu nại lần đầu là đúng (Quyết định số 12/QĐ-UBND",
    );
  });

  it("offers the court against a dismissal, not against another discipline", async () => {
    expect(await pdfText(paper("kn-16", { dismissal: "Có" }))).toContain("có quyền khởi kiện");
    const other = await pdfText(paper("kn-16", { dismissal: "Không" }));
    expect(other).not.toContain("khởi kiện");
    expect(other).toContain("điểm b khoản 1 Điều 57 Luật Khiếu nại");
  });
});

describe("a first decision on a disciplinary decision", () => {
  it("gives the days that the file counts, and the court only against a dismissal", async () => {
    const dismissed = await pdfText(paper("kn-15", { appealDays: "30", dismissal: "Có" }));
    expect(dismissed).toContain("Trong thời hạn 30 ngày");
    expect(dismissed).toContain("hoặc khởi kiện");
    const other = await pdfText(paper("kn-15", { appealDays: "10", dismissal: "Không" }));
    expect(other).toContain("Trong thời hạn 10 ngày");
    expect(other).not.toContain("khởi kiện");
  });
});

describe("the councils", () => {
  it("asks the disciplinary council under Điều 52 and sets up the advisory one under khoản 2 Điều 36", async () => {
    for (const input of [paper("council-request", { content: "Mức kỷ luật." }), empty("council-request")]) {
      const text = await docxText(input);
      expect(text).toContain("Kính gửi: Hội đồng kỷ luật cán bộ, công chức");
      expect(text).toContain("Căn cứ Điều 52 Luật Khiếu nại");
    }
    for (const input of [paper("advisory-council", { members: "Bà Lê Thị Một" }), empty("advisory-council")]) {
      const text = await pdfText(input);
      expect(text).toContain("Căn cứ khoản 2 Điều 36 Luật Khiếu nại");
      expect(text).toContain("thành lập Hội đồng tư vấn giải quyết khiếu nại lần hai");
    }
  });
});

describe("papers around a decision", () => {
  it("say which instance decided, and rest on the article of their act", async () => {
    const input = {
      ...paper("enforcement-direction", { decisionForm: "kn-16" }),
      article: "Khoản 1 Điều 58 Luật Khiếu nại",
    };
    const text = await pdfText(input);
    expect(text).toContain("(lần hai)");
    expect(text).toContain("Căn cứ khoản 1 Điều 58 Luật Khiếu nại");
    expect(await pdfText(paper("enforcement-direction"))).toContain("Căn cứ Điều 46 Luật Khiếu nại");
  });
});
