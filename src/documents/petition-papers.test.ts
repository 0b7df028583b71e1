import { afterAll, describe, expect, it } from "vitest";
import { lawPacks } from "../../law/index.ts";
import { civilDate } from "../time/civil-date.ts";
import { closeRenderer, type PaperInput, templates } from "./index.ts";
import { docxText, pages, pdfText } from "./testing-papers.ts";

afterAll(closeRenderer);

const person = {
  name: "Nguyễn Thị Ánh Nguyệt",
  address: "Thôn Đồng Nổi, xã Tân Hòa",
  idNumber: "001180012345",
  phone: "0912 345 678",
};
const body = "Sở Nông nghiệp và Môi trường tỉnh Minh Hà";
const content = "Đường thôn bị ngập sau khi thi công.";
const in2026 = ["Thông tư 05/2021/TT-TTCP", "Nghị định 154/2026/NĐ-CP"];

/** An invented petition in an invented province. */
const paper = (template: string, fields: PaperInput["fields"] = {}, change: Partial<PaperInput> = {}): PaperInput => ({
  template,
  agency: {
    name: "Ủy ban nhân dân xã Tân Hòa",
    parentName: "Ủy ban nhân dân tỉnh Minh Hà",
    symbol: "UBND",
    place: "Tân Hòa",
    headTitle: "Chủ tịch",
    headName: "Trần Văn Bình",
  },
  issuedOn: civilDate("2026-10-09"),
  draft: false,
  matter: {
    code: "XLD-2026-0017",
    petitioners: [person],
    peopleCount: 1,
    representatives: [],
    content,
    receivedOn: civilDate("2026-10-02"),
  },
  fields,
  recipients: ["Cơ quan có thẩm quyền", "Người gửi đơn"],
  legalBasis: in2026,
  ...change,
});

const empty = (template: string): PaperInput => ({
  template,
  agency: { name: "Ủy ban nhân dân xã Tân Hòa", symbol: "UBND", place: "Tân Hòa", headTitle: "Chủ tịch" },
  draft: true,
  fields: {},
  recipients: [],
  legalBasis: [],
});

const inBoth = async (input: PaperInput): Promise<string[]> => [await pdfText(input), await docxText(input)];

/** Words that stand on the paper whatever is filled in. */
const fixedWords: Readonly<Record<string, readonly string[]>> = {
  "tcd-01": ["Mẫu số 01/TCD", "Về việc từ chối tiếp công dân", "và thông báo để ông (bà) được biết"],
  "tcd-conclusion": ["khoản 4 Điều 18 Luật Tiếp công dân", "Người cần liên hệ để biết kết quả giải quyết"],
  "tcd-appointment": ["PHIẾU HẸN", "Địa điểm:"],
  "tt07-01": ["PHIẾU ĐỀ XUẤT THỤ LÝ ĐƠN", "đề xuất thụ lý để giải quyết đơn của", "NGƯỜI ĐỀ XUẤT"],
  "tt07-02": ["Về việc khiếu nại không đủ điều kiện thụ lý giải quyết", "để thực hiện việc khiếu nại"],
  "tt07-03": ["trả lại đơn và hướng dẫn ông (bà) gửi đơn khiếu nại đến", "để được giải quyết theo thẩm quyền"],
  "tt07-04": ["V/v trả lại đơn chuyển không đúng thẩm quyền", "chuyển đúng cơ quan có thẩm quyền giải quyết"],
  "tt07-05": ["V/v chuyển đơn tố cáo", "Sau khi xem xét nội dung đơn và căn cứ quy định của Luật Tố cáo"],
  "tt07-06": ["V/v chuyển đơn kiến nghị, phản ánh", "để xem xét, giải quyết"],
  "tt07-07": ["Đơn có nhiều nội dung khác nhau thuộc", "Đề nghị ông (bà) viết tách các nội dung đơn như đã hướng dẫn"],
  "tt05-01": ["PHIẾU ĐỀ XUẤT THỤ LÝ ĐƠN", "PHÊ DUYỆT CỦA THỦ TRƯỞNG", "NGƯỜI ĐỀ XUẤT"],
  "tt05-02": ["PHIẾU HƯỚNG DẪN", "NGƯỜI NHẬN PHIẾU"],
  "tt05-03": ["PHIẾU CHUYỂN ĐƠN TỐ CÁO", "khoản 1 Điều 14 Thông tư số 05/2021/TT-TTCP", "thông báo kết quả giải quyết"],
  "tt05-04": ["PHIẾU CHUYỂN ĐƠN KIẾN NGHỊ, PHẢN ÁNH", "thông báo kết quả giải quyết", "(thay trả lời)"],
  "xld-ineligible": ["Điều 11 của Luật Khiếu nại", "không đủ điều kiện thụ lý giải quyết vì"],
  "xld-return": ["V/v trả lại đơn chuyển không đúng thẩm quyền", "chuyển đúng cơ quan có thẩm quyền giải quyết"],
  "xld-completion": ["V/v đề nghị bổ sung đơn, tài liệu", "còn thiếu các nội dung sau đây"],
  "xld-demand": ["điểm b khoản 1 Điều 26 Luật Tiếp công dân", "lý do chậm giải quyết, xác định trách nhiệm"],
  "xld-other-transfer": ["V/v chuyển đơn của công dân", "để xem xét, giải quyết theo thẩm quyền"],
  "xld-other-guidance": ["V/v hướng dẫn gửi đơn đến nơi có thẩm quyền", "không thuộc thẩm quyền giải quyết"],
  "xld-complaint-transfer": ["PHIẾU CHUYỂN ĐƠN KHIẾU NẠI", "Luật số 136/2025/QH15"],
  "xld-filing": ["PHIẾU ĐỀ XUẤT XẾP LƯU ĐƠN", "đề xuất xếp lưu đơn vì", "NGƯỜI ĐỀ XUẤT"],
  "xld-report": ["Về việc đề xuất biện pháp xử lý kịp thời", "Kính trình xem xét, chỉ đạo", "NGƯỜI ĐỀ XUẤT"],
  "xld-inspection": ["khoản 2 Điều 25 Luật Tố cáo", "không rõ người gửi", "tiến hành thanh tra, kiểm tra"],
  "knpa-proposal": ["PHIẾU ĐỀ XUẤT THỤ LÝ ĐƠN", "NGƯỜI ĐỀ XUẤT"],
  "knpa-transfer": ["PHIẾU CHUYỂN ĐƠN KIẾN NGHỊ, PHẢN ÁNH", "điểm b khoản 2 Điều 26 Luật Tiếp công dân"],
  "knpa-answer": ["V/v trả lời kiến nghị, phản ánh", "khoản 2 Điều 26 Luật Tiếp công dân"],
  "pakn-transfer": ["về quy định hành chính", "điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP"],
};

describe("the papers of reception, petition processing and reflections", () => {
  it("are drawn for every document of every version of these laws", () => {
    const packs = lawPacks.filter((pack) => ["reception", "petitions", "reflections"].includes(pack.subject));
    const keys = packs.flatMap((pack) => pack.procedures.flatMap((each) => each.documents.map((one) => one.key)));
    const drawn = templates.map((one) => one.key);
    expect(new Set(keys).size).toBeGreaterThan(20);
    expect(keys.filter((key) => !drawn.includes(key))).toEqual([]);
    expect(drawn).toEqual([...new Set(drawn)]);
  });

  it("bear the number that the law gives them", () => {
    const numbers = Object.fromEntries(templates.map((one) => [one.key, one.form]));
    expect(numbers).toMatchObject({ "tcd-01": "01/TCD", "tt07-04": "04-XLĐ", "tt05-03": "03", "xld-return": null });
  });

  it.each(Object.entries(fixedWords))("%s prints its fixed words, filled in and almost empty", async (key, words) => {
    for (const input of [paper(key), empty(key)]) {
      for (const text of await inBoth(input)) {
        expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        for (const each of words) expect(text).toContain(each);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
      }
    }
  });

  it.each(Object.keys(fixedWords))("%s keeps literally what a person wrote", async (key) => {
    const odd = '- #let x = $1$ *đậm* _nghiêng_ <b> & "trích" [a] @ref // ghi chú';
    const base = paper(key);
    const matter = base.matter && { ...base.matter, content: odd };
    const fields = { competentBody: odd, parts: odd, direction: odd, reason: odd, missing: odd, answer: odd };
    for (const text of await inBoth({ ...base, matter, fields })) expect(text).toContain(odd);
  });
});

const hidden = [/Nguyệt/iu, /nguyet/iu, /Đồng Nổi/iu, /001180012345/u, /0912/u, /345 678/u];

describe("a paper on which the denouncer must not stand", () => {
  const told =
    "Tôi là NGUYỄN THỊ ÁNH NGUYỆT (bà Nguyệt, nguyen thi anh nguyet), ở Thôn Đồng Nổi, xã Tân Hòa, số 001180012345, điện thoại 0912.345.678, tố cáo ông Dũng nhận tiền.";
  const telling = (key: string, fields: PaperInput["fields"] = {}): PaperInput => {
    const base = paper(key, { competentBody: `${body} (đơn của bà Nguyễn Thị Ánh Nguyệt)`, ...fields });
    return {
      ...base,
      recipients: ["Cơ quan có thẩm quyền", "Bà Nguyễn Thị Ánh Nguyệt"],
      matter: base.matter && {
        ...base.matter,
        content: told,
        respondent: "Ông Hoàng Văn Dũng",
        representatives: [person],
      },
      visit: {
        registerNo: 1,
        receivedAt: "2026-10-02T08:30",
        place: "Nơi tiếp công dân",
        officer: { name: "Lê Thu Hà", title: "Công chức" },
        giver: person,
        content: told,
        items: [],
        petitionCode: "TH-2026-00017",
      },
    };
  };

  it.each(["tt05-03", "tt07-05", "xld-demand", "xld-other-transfer"])(
    "%s names nobody, though the input, the content and the fields do",
    async (key) => {
      for (const text of await inBoth(telling(key, { lowerBody: "Ủy ban nhân dân xã Phú Lâm" }))) {
        for (const trace of hidden) expect(text).not.toMatch(trace);
        expect(text).toContain("[đã giấu]");
        expect(text).toContain("tố cáo ông Dũng nhận tiền");
        expect(text).toContain("XLD-2026-0017");
      }
    },
  );

  it("says why, and whom it accuses", async () => {
    const text = await pdfText(telling("tt05-03"));
    expect(text).toContain("được giữ bí mật theo quy định của Luật Tố cáo");
    expect(text).toContain("Người bị tố cáo: Ông Hoàng Văn Dũng");
    expect(text).toContain("xã Tân Hòa nhận được đơn tố cáo");
  });
});

describe("what the office answers", () => {
  it("guides to one body or to several, as the act was", async () => {
    const one = await pdfText(paper("tt05-02", { competentBody: body, basis: "Điều 17 Luật Khiếu nại." }));
    expect(one).toContain("Về việc hướng dẫn gửi đơn đến cơ quan có thẩm quyền giải quyết");
    expect(one).toContain(`Đề nghị ông (bà) gửi đơn đến ${body}`);
    expect(one).toContain("Điều 17 Luật Khiếu nại.");
    const several = await pdfText(paper("tt05-02", { parts: "Đất đai: xã.\nBảo hiểm: cơ quan bảo hiểm xã hội." }));
    expect(several).toContain("Về việc hướng dẫn tách đơn có nhiều nội dung");
    expect(several).toContain("Bảo hiểm: cơ quan bảo hiểm xã hội.");
  });

  it("writes to the sender where it guides to another system, and does not copy the letter to that body", async () => {
    const text = await pdfText(paper("xld-other-guidance", { competentBody: body }));
    expect(text).toContain("Kính gửi: Ông (bà) Nguyễn Thị Ánh Nguyệt");
    expect(text).not.toContain("- Sở Nông nghiệp");
    expect(text).not.toContain("- Cơ quan có thẩm quyền");
  });

  it("names the circular of the day when it asks for completion", async () => {
    const now = await pdfText(paper("xld-completion", { missing: "Chữ ký." }));
    expect(now).toContain("căn cứ Điều 6 Thông tư 05/2021/TT-TTCP");
    const then = await pdfText(paper("xld-completion", {}, { legalBasis: ["Thông tư 07/2014/TT-TTCP"] }));
    expect(then).toContain("căn cứ Điều 6 Thông tư 07/2014/TT-TTCP");
  });

  it("demands a report by a day, with the day the limit below ended", async () => {
    const fields = { lowerBody: "Ủy ban nhân dân xã Phú Lâm", dueBelowOn: "15/09/2026", replyBy: "20/10/2026" };
    const text = await pdfText(paper("xld-demand", fields));
    expect(text).toContain("đã hết thời hạn giải quyết vào ngày 15 tháng 9 năm 2026");
    expect(text).toContain("trước ngày 20 tháng 10 năm 2026");
  });

  it("sends the spoken reflection as the record of it, with a copy to its author in place of an answer", async () => {
    const text = await pdfText(paper("knpa-transfer", { competentBody: body, what: "Bản ghi lại nội dung trình bày" }));
    expect(text).toContain("chuyển bản ghi lại nội dung trình bày của ông (bà) Nguyễn Thị Ánh Nguyệt");
    expect(text).toContain("- Ông (bà) Nguyễn Thị Ánh Nguyệt (thay trả lời);");
  });

  it("shows the opinion of the head on the proposal, and whom a reflection is given to", async () => {
    expect(await pdfText(paper("tt05-01", { opinion: "Đồng ý thụ lý." }))).toContain(
      "Ý kiến phê duyệt: Đồng ý thụ lý.",
    );
    expect(await pdfText(paper("knpa-proposal", { unit: "Phòng Kinh tế", assignedTo: "Lê Thu Hà" }))).toContain(
      "Bộ phận, người được giao giải quyết: Phòng Kinh tế, ông (bà) Lê Thu Hà.",
    );
  });
});

describe("what people wrote in lines", () => {
  it("stands as a list, and what bears a mark already keeps it", async () => {
    const text = await pdfText(
      paper("xld-completion", { missing: "Chữ ký.\n- Bản sao quyết định.\n1. Giấy ủy quyền." }),
    );
    expect(text).toContain("- Chữ ký. - Bản sao quyết định. 1. Giấy ủy quyền.");
  });

  it("addresses the head of the body below, once", async () => {
    const to = async (lowerBody: string) => pdfText(paper("xld-demand", { lowerBody }));
    expect(await to("Ủy ban nhân dân xã Phú Lâm")).toContain("Kính gửi: Người đứng đầu Ủy ban nhân dân xã Phú Lâm");
    expect(await to("Chủ tịch UBND xã Phú Lâm")).toContain("Kính gửi: Chủ tịch UBND xã Phú Lâm");
  });

  it("never parts those who sign, nor leaves them without the last words", async () => {
    const parts = Array.from({ length: 8 }, (_, lines) => "Đề xuất kiểm tra hiện trạng.\n".repeat(lines * 2 + 4));
    for (const proposal of parts) {
      const all = await pages(paper("tt05-01", { proposal }));
      const last = all.at(-1) ?? "";
      for (const words of ["PHÊ DUYỆT CỦA THỦ TRƯỞNG", "NGƯỜI ĐỀ XUẤT", "đề xuất thụ lý để giải quyết đơn của"])
        expect(last).toContain(words);
    }
  });

  it("names who gets originals back, a person or an office, or leaves the name to be written", async () => {
    const known = { receivedOn: "2026-10-02", bookNo: "117/2026", papers: "Giấy chứng nhận\nBiên lai" };
    const office = await pdfText(paper("xld-originals", { ...known, receiver: "Đoàn đại biểu Quốc hội tỉnh Minh Hà" }));
    expect(office).toContain("trả lại Đoàn đại biểu Quốc hội tỉnh Minh Hà các giấy tờ, tài liệu gốc sau đây");
    expect(office).toContain("- Giấy chứng nhận - Biên lai");
    expect(await pdfText(paper("xld-originals", known))).toMatch(/trả lại ông \(bà\): \.+ Địa chỉ: \.+/u);
  });
});

describe("at reception", () => {
  const reason = "Vụ việc đã được giải quyết bằng Quyết định số 45/QĐ-UBND.";

  it("refuses under the decree of the day, with the reason", async () => {
    const now = await pdfText(paper("tcd-01", { reason }));
    expect(now).toContain("khoản 3 Điều 9 Luật Tiếp công dân và điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP");
    expect(now).toContain(reason);
    const then = await pdfText(paper("tcd-01", { reason }, { legalBasis: ["Luật Tiếp công dân 42/2013/QH13"] }));
    expect(then).toContain("đã được giải quyết đúng chính sách, pháp luật");
    expect(then).toContain(reason);
    expect(then).not.toMatch(/154\/2026|Mẫu số/u);
  });

  it("refuses a repeated reflection on point h alone", async () => {
    const text = await pdfText(paper("tcd-01", { reason }, { recipients: ["Người kiến nghị, phản ánh"] }));
    expect(text).toContain("Căn cứ điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP");
    expect(text).not.toContain("khiếu nại/tố cáo");
  });

  it("tells the citizen and the unit what the head directed, until when, and whom to ask", async () => {
    const fields = { direction: "Kiểm tra ngay.", unit: "Phòng Kinh tế", doBy: "30/10/2026", contact: "Lê Thu Hà" };
    const text = await pdfText(paper("tcd-conclusion", fields, { recipients: ["Công dân được tiếp"] }));
    expect(text).toContain("1. Ý kiến chỉ đạo: Kiểm tra ngay.");
    expect(text).toContain("chậm nhất ngày 30 tháng 10 năm 2026");
    expect(text).toContain("- Phòng Kinh tế;");
    expect(text).toContain("- Ông (bà) Nguyễn Thị Ánh Nguyệt (để biết);");
    expect(text).not.toContain("- Công dân được tiếp");
  });

  it("names no denouncer to the units, and sends the citizen a copy only where the text of the day says so", async () => {
    const fields = { direction: "Kiểm tra ngay.", denunciation: "Có", unit: "Phòng Kinh tế", doBy: "30/10/2026" };
    const hiddenOn = await pdfText(paper("tcd-conclusion", fields, { recipients: ["Công dân được tiếp"] }));
    for (const trace of hidden) expect(hiddenOn).not.toMatch(trace);
    expect(hiddenOn).toContain("đã tiếp người tố cáo (mã đơn: XLD-2026-0017)");
    const units = ["Cơ quan, tổ chức, đơn vị có liên quan"];
    const now = await pdfText(paper("tcd-conclusion", { ...fields, denunciation: "Không" }, { recipients: units }));
    expect(now).toContain("khoản 2 Điều 25 Nghị định số 154/2026/NĐ-CP");
    expect(now).not.toContain("(để biết)");
  });

  it("gives a day with the head and leaves the hour to be written in", async () => {
    const fields = { session: "Định kỳ", sessionOn: "20/11/2026", postedOn: "10/11/2026" };
    const text = await pdfText(paper("tcd-appointment", fields));
    expect(text).toContain("..... giờ ....., ngày 20 tháng 11 năm 2026 (buổi tiếp công dân định kỳ)");
    expect(text).toContain("niêm yết từ ngày 10 tháng 11 năm 2026");
  });
});
