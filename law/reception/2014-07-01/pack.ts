import type { DeadlineRule, LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { choice, guard, line, option, t, text, words } from "../../wording.ts";

const common = {
  actor: "reception-officer",
  direction: "forward",
  rollsOver: true,
  pausable: false,
  kind: "limit",
} as const;

const rules: readonly DeadlineRule[] = [
  {
    ...common,
    ...text("Khoản 1 Điều 28 Luật Tiếp công dân"),
    id: "TCD-28-1",
    unit: "working-day",
    amount: 10,
    name: t("Trả lời công dân về kết quả tiếp nhận", "Answer the citizen about what was received"),
    startEvent: t("Ngày tiếp nhận khiếu nại, tố cáo, kiến nghị, phản ánh", "Day the matter was received"),
  },
  {
    ...common,
    ...text("Khoản 4 Điều 24 Luật Tiếp công dân"),
    id: "TCD-24-1",
    unit: "working-day",
    amount: 5,
    actor: "head",
    direction: "backward",
    rollsOver: false,
    name: t("Niêm yết lịch tiếp công dân trước 05 ngày làm việc", "Post the reception schedule 5 working days before"),
    startEvent: t("Ngày tiếp công dân", "Day of reception"),
  },
  {
    ...common,
    ...text("Khoản 2 Điều 27 Luật Tiếp công dân"),
    id: "TCD-27-1",
    unit: "working-day",
    amount: 7,
    name: t("Thông báo kết quả cho nơi chuyển đơn", "Report the result to the forwarding body"),
    startEvent: t("Ngày giải quyết vụ việc", "Day the case was settled"),
  },
  {
    ...common,
    ...text("Khoản 2 Điều 28 Luật Tiếp công dân"),
    id: "TCD-28-2",
    unit: "working-day",
    amount: 5,
    name: t("Nơi chuyển đơn trả lời công dân", "The forwarding body tells the citizen"),
    startEvent: t("Ngày nhận được thông báo kết quả", "Day the result was received"),
  },
];

const d9 = (clause: number) => text(`Khoản ${clause} Điều 9 Luật Tiếp công dân`);

/** Luật Tiếp công dân 42/2013/QH13: receiving, answering within ten working days. */
export const reception2014: LawPack = {
  id: "reception/2014-07-01",
  subject: "reception",
  validFrom: civilDate("2014-07-01"),
  alias: "V0",
  basis: ["Luật Tiếp công dân 42/2013/QH13"],
  rules,
  procedures: [
    {
      id: "reception",
      name: t("Tiếp công dân", "Citizen reception"),
      opens: {
        ...text("Điều 25 Luật Tiếp công dân"),
        kinds: ["complaint", "denunciation", "recommendation"],
        prefix: "TCD",
        todo: t("Theo dõi việc tiếp công dân", "Follow the reception"),
        fields: [],
      },
      stages: [
        { id: "intake", name: t("Tiếp", "Reception") },
        { id: "answer", name: t("Trả lời", "Answer") },
      ],
      initial: "CHECKED_IN",
      opening: [],
      states: [
        {
          id: "CHECKED_IN",
          name: t("Công dân đã đến", "Citizen present"),
          plain: t("Ông/bà đang được tiếp.", "You are being received."),
          stage: "intake",
          final: false,
          next: { act: "record", waitingOn: "us" },
        },
        {
          id: "RECORDED",
          name: t("Đã tiếp nhận", "Recorded"),
          plain: t("Nội dung đã được ghi vào sổ tiếp công dân.", "What you said is in the reception register."),
          stage: "answer",
          final: false,
          next: { act: "answer", clock: "answer", waitingOn: "us" },
        },
        {
          id: "NOTIFIED",
          name: t("Đã trả lời", "Answered"),
          plain: t("Cơ quan đã trả lời về việc tiếp nhận.", "The office has answered."),
          stage: "answer",
          final: true,
        },
        {
          id: "REFUSED_ORAL",
          name: t("Từ chối tiếp", "Reception refused"),
          plain: t("Cơ quan đã từ chối tiếp và giải thích lý do.", "Reception was refused and the reason explained."),
          stage: "intake",
          final: true,
        },
      ],
      acts: [
        {
          id: "record",
          name: t("Ghi sổ tiếp công dân và cấp giấy biên nhận", "Record and give the receipt"),
          rule: "TCD-25-2",
          ...text("Khoản 2 Điều 25 Luật Tiếp công dân"),
          from: ["CHECKED_IN"],
          to: "RECORDED",
          actors: ["reception-officer"],
          guards: [],
          fields: [words("content", t("Nội dung trình bày", "What was said"))],
          documents: ["tcd-02"],
          clocks: [{ do: "start", clock: "answer", rules: [{ rule: "TCD-28-1" }] }],
          sets: {},
        },
        {
          id: "refuse-oral",
          name: t("Từ chối tiếp, giải thích tại chỗ", "Refuse and explain on the spot"),
          rule: "TCD-9-3",
          ...text("Điều 9 Luật Tiếp công dân"),
          from: ["CHECKED_IN"],
          to: "REFUSED_ORAL",
          actors: ["reception-officer"],
          guards: [],
          fields: [
            choice("ground", t("Lý do từ chối", "Reason"), [
              option(
                "1",
                t(
                  "Say do dùng chất kích thích, mắc bệnh tâm thần hoặc mất khả năng nhận thức",
                  "Intoxicated or not able to understand",
                ),
                d9(1),
              ),
              option("2", t("Đe dọa, xúc phạm, gây rối trật tự, vi phạm nội quy", "Threats, insults, disorder"), d9(2)),
            ]),
            line("explanation", t("Nội dung giải thích", "What was explained")),
          ],
          documents: [],
          clocks: [],
          sets: { refusalGround: "$ground" },
        },
        {
          id: "answer",
          name: t("Trả lời công dân", "Answer the citizen"),
          todo: t("Trả lời công dân về kết quả tiếp nhận", "Answer the citizen"),
          rule: "TCD-28-1",
          ...text("Khoản 1 Điều 28 Luật Tiếp công dân"),
          from: ["RECORDED"],
          to: "NOTIFIED",
          actors: ["reception-officer", "petition-officer", "head"],
          guards: [
            guard(
              "answer-fits-class",
              text("Khoản 1 Điều 28 Luật Tiếp công dân"),
              t(
                "Với kiến nghị, phản ánh chỉ trả lời là đã tiếp nhận hoặc đã chuyển.",
                "A reflection is answered only as accepted or transferred.",
              ),
            ),
          ],
          fields: [
            choice("result", t("Nội dung trả lời", "Answer"), [
              option("accepted", t("Đã được tiếp nhận, thụ lý để giải quyết", "Accepted")),
              option("more-time", t("Cần kéo dài thời gian nghiên cứu", "More time is needed")),
              option("refused", t("Từ chối thụ lý", "Refused")),
              option("transferred", t("Đã chuyển đến cơ quan có thẩm quyền", "Transferred")),
            ]),
            words("explanation", t("Giải thích", "Explanation"), { required: false }),
          ],
          documents: [],
          clocks: [{ do: "meet", clock: "answer" }],
          sets: { answer: "$result" },
          leavesTheBuilding: true,
        },
      ],
      documents: [
        {
          key: "tcd-02",
          form: null,
          symbol: "GBN",
          name: t("Giấy biên nhận thông tin, tài liệu, bằng chứng", "Receipt for documents"),
          recipients: [t("Người cung cấp", "Who handed them in")],
          ...text("Khoản 2 Điều 8 Luật Tiếp công dân"),
        },
      ],
    },
  ],
  against: [],
  competence: [],
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: [],
  gaps: [],
  notEncoded: [
    "Từ chối tiếp bằng văn bản (khoản 3 Điều 9), Nghị định 64/2014/NĐ-CP",
    "Tiếp công dân định kỳ, đột xuất của người đứng đầu; phối hợp tại trụ sở tiếp công dân",
  ],
};
