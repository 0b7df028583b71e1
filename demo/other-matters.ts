import { type Step, step } from "./stories.ts";
import type { DemoText } from "./texts.ts";

type Values = NonNullable<Step["values"]>;

/** A matter that is no first complaint; everything in it is invented. */
export interface OtherMatter {
  readonly at: "commune" | "province";
  readonly kind: "complaint" | "denunciation" | "recommendation";
  /** Days before the demonstration's day, or the day itself; a day that is still ahead is left out. */
  readonly received: number | string;
  readonly text: DemoText;
  readonly respondent?: string;
  readonly competence?: { readonly against: string; readonly chosen?: string; readonly reason?: string };
  /** Absent: handed to whom it concerns, no matter opened yet. */
  readonly opened?: Opened;
  /** What runs beside it. */
  readonly beside?: Opened;
}

export interface Opened {
  readonly procedure: string;
  readonly values: Values;
  readonly steps: readonly Step[];
}

const official = "Công chức địa chính xã Hoa Lạc (nhân vật hư cấu)";
const denounced = (content: string): DemoText => ({ content, request: "Xác minh, xử lý và giữ kín thông tin." });
const fees = denounced("Một công chức thu tiền làm hồ sơ đất ngoài quy định của nhiều hộ, không có biên lai.");
const roll = denounced("Danh sách hỗ trợ thiên tai có tên người không bị thiệt hại, hộ mất nhà lại không có tên.");
const works = denounced("Công trình mương nội đồng nghiệm thu đủ khối lượng nhưng còn thiếu hơn 200 m.");

const opening: Values = { violation: "duty", withinCompetence: true, forwarded: false };
const denunciation = (values: Values, steps: readonly Step[]): Opened => ({
  procedure: "denunciation",
  values: { ...opening, ...values },
  steps,
});
const checked = [step("log-and-check", 0), step("record-check", 2, { identified: true })];
const accepted = [...checked, step("accept", 4, { fromComplaint: false, accused: official })];
const told = [...accepted, step("notify-acceptance", 1), step("notify-accused", 0, { namesDenouncer: false })];
const verified = [...told, step("set-up-team", 1)];
const heard = [...verified, step("work-with-accused", 7, { explained: "in-writing" })];
const concluded = [
  ...heard,
  step("report-team", 7, { conclusion: "partly-right" }),
  step("conclude", 4, { conclusion: "partly-right" }),
];
const extension = step("extend", 4, { complexity: "complex", criteria: ["b"], days: "20" });

const second: DemoText = {
  content:
    "Tôi không đồng ý với quyết định giải quyết khiếu nại lần đầu của xã về diện tích đất bị thu hồi tại thôn Lau Hạ.",
  request: "Xem xét lại toàn bộ nội dung khiếu nại.",
  contestedAct: "Quyết định giải quyết khiếu nại lần đầu của Chủ tịch UBND xã Hoa Lạc",
};
const discipline: DemoText = {
  content: "Tôi là công chức xã, bị kỷ luật cảnh cáo vì chậm trả hồ sơ; hồ sơ chậm do phần mềm lỗi nhiều ngày.",
  request: "Hủy quyết định kỷ luật.",
  contestedAct: "Quyết định kỷ luật công chức của Chủ tịch UBND xã Hoa Lạc",
};
const afterDecision: Values = { signaturesComplete: true, firstOverdue: false, firstDecisionReceivedOn: "-9" };
const acceptIt = step("accept", 5, { eligible: true });
const wish = (content: string): DemoText => ({ content, request: "Đề nghị xem xét, trả lời." });

const eligible: Values = {
  class: "complaint",
  sentToCompetentToo: false,
  guidedBefore: false,
  transferredBefore: false,
  forwarded: false,
  originals: false,
};
const proposed = (received: number, content: string, paper: NonNullable<Step["paper"]>): OtherMatter => ({
  at: "commune",
  kind: "complaint",
  received,
  text: wish(content),
  opened: {
    procedure: "petition-processing",
    values: {},
    steps: [
      step("check", 1, eligible),
      { act: "propose", after: 0, values: { proposal: "Đủ điều kiện, thuộc thẩm quyền; đề xuất thụ lý." }, paper },
    ],
  },
});

export const otherMatters: readonly OtherMatter[] = [
  { at: "commune", kind: "denunciation", received: 2, text: roll },
  { at: "commune", kind: "denunciation", received: 5, text: fees, opened: denunciation({}, checked) },
  {
    at: "commune",
    kind: "denunciation",
    received: 34,
    text: works,
    respondent: official,
    competence: { against: "commune-official" },
    opened: denunciation({}, [...verified, extension]),
    beside: {
      procedure: "denouncer-protection",
      values: { requestedBy: "written" },
      steps: [
        step("assess", 2, { people: ["denouncer", "spouse"], danger: "victimised" }),
        step("order", 2, { measures: ["identity", "job"] }),
        step("begin", 1),
      ],
    },
  },
  {
    at: "commune",
    kind: "denunciation",
    received: 40,
    text: roll,
    opened: denunciation({}, [...heard, step("suspend", 3, { ground: "a" })]),
  },
  {
    at: "commune",
    kind: "denunciation",
    received: 66,
    text: fees,
    opened: denunciation({}, [
      ...concluded,
      step("send", 3),
      step("handle", 2, { outcome: "recommended", recommendedTo: "Sở Nội vụ tỉnh Sông Mây" }),
      step("publish", 1, { ways: ["posting"], publishedOn: "+0" }),
    ]),
  },
  {
    at: "commune",
    kind: "denunciation",
    received: 15,
    text: denounced("Trưởng một đơn vị cấp tỉnh cho người nhà thuê đất công không qua đấu giá."),
    competence: {
      against: "provincial-agency-head",
      chosen: "Chánh Thanh tra tỉnh Sông Mây",
      reason: "Nơi gửi đã đề nghị cơ quan này xem xét; cần thống nhất trước khi chuyển.",
    },
    opened: denunciation({ withinCompetence: false }, [
      step("transfer", 3, { transferredBefore: false, agency: "Chủ tịch UBND tỉnh Sông Mây" }),
    ]),
  },
  // Accepted under the version before 1 July 2026, carried on under the new one.
  {
    at: "commune",
    kind: "denunciation",
    received: "2026-06-01",
    text: works,
    opened: denunciation({}, [...told, step("set-up-team", 30)]),
  },
  {
    at: "province",
    kind: "denunciation",
    received: 20,
    text: denounced("Xã đã kết luận tố cáo nhưng bỏ qua hai chứng cứ đã nộp; tố cáo tiếp với cấp tỉnh."),
    opened: {
      procedure: "denunciation-again",
      values: { againBecause: "unlawful" },
      steps: [step("open-review", 4, { concluded: true, resolver: "Chủ tịch UBND xã Hoa Lạc" })],
    },
  },
  {
    at: "province",
    kind: "complaint",
    received: 3,
    text: second,
    competence: { against: "commune-chair" },
    opened: { procedure: "complaint-second", values: afterDecision, steps: [] },
  },
  {
    at: "province",
    kind: "complaint",
    received: 26,
    text: second,
    opened: {
      procedure: "complaint-second",
      values: afterDecision,
      steps: [acceptIt, step("order-verification", 3)],
    },
  },
  // The law before 1 July 2025: three levels, and the periods of that time.
  {
    at: "province",
    kind: "complaint",
    received: "2023-03-06",
    text: second,
    opened: {
      procedure: "complaint-second",
      values: afterDecision,
      steps: [acceptIt, step("order-verification", 4)],
    },
  },
  {
    at: "commune",
    kind: "complaint",
    received: 13,
    text: discipline,
    respondent: "Chủ tịch Ủy ban nhân dân xã Hoa Lạc",
    competence: { against: "commune-official" },
    opened: {
      procedure: "complaint-disciplinary",
      values: { dismissal: false, disciplineReceivedOn: "-6" },
      steps: [acceptIt],
    },
  },
  {
    at: "commune",
    kind: "recommendation",
    received: 4,
    text: wish("Đề nghị lắp gương cầu lồi ở ngã ba Gò Sậy."),
    opened: { procedure: "recommendation", values: {}, steps: [step("assign", 2, { unit: "Bộ phận địa chính" })] },
  },
  {
    at: "commune",
    kind: "recommendation",
    received: 24,
    text: wish("Đề nghị mở cửa nhà văn hóa thôn vào buổi tối cuối tuần."),
    opened: {
      procedure: "recommendation",
      values: {},
      steps: [
        step("assign", 2, { unit: "Bộ phận văn hóa" }),
        step("notify", 2, { result: "accepted" }),
        step("begin-handling", 1),
        step("answer", 6),
      ],
    },
  },
  {
    at: "commune",
    kind: "recommendation",
    received: 11,
    text: wish("Mẫu đơn xin xác nhận cư trú hỏi lại những thông tin đã có trong cơ sở dữ liệu; nên bỏ."),
    opened: {
      procedure: "regulation-reflection",
      values: {},
      steps: [step("log", 1, { form: "document", about: "regulation" }), step("assess", 3)],
    },
  },
  {
    at: "commune",
    kind: "complaint",
    received: 6,
    text: wish("Đơn trình bày việc tranh chấp ranh giới vườn và thái độ của cán bộ; chưa ghi ngày, chưa ký."),
    opened: {
      procedure: "petition-processing",
      values: {},
      steps: [step("check", 2, { class: "complaint", signed: false, dated: false }), step("ask-to-complete", 1)],
    },
  },
  // A proposal waits for the unit, for the head's approval, and for the head's signature.
  proposed(3, "Đề nghị xem lại biên bản kiểm đếm cây trồng ở thôn Gò Sậy.", "draft"),
  proposed(4, "Không đồng ý với văn bản trả hồ sơ đăng ký biến động đất đai.", "checked"),
  proposed(5, "Không đồng ý với thông báo dừng hỗ trợ tiền điện hộ chính sách.", "approved"),
  // Told, tested and connected, each in time, before the day of the online reception.
  {
    at: "commune",
    kind: "recommendation",
    received: 24,
    text: wish("Ở xa trụ sở và đi lại khó khăn, đề nghị được tiếp trực tuyến về việc cấp nước sạch thôn Trà Lũng."),
    opened: {
      procedure: "reception",
      values: {},
      steps: [
        step("decide-online", 2, { onlineGround: "2", sessionOn: "+14", noticedOn: "+0" }),
        step("test-connection", 7),
        step("connect-points", 7),
        step("arrive", 0),
      ],
    },
  },
];
