import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, officer, officers, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { head, verifier } from "./states.ts";

const d31 = (clause: number) => text(`Khoản ${clause} Điều 31 Luật Tố cáo`);

export const stripped = yesNo(
  "stripped",
  t(
    "Đã lược bỏ họ tên, địa chỉ, bút tích, thông tin cá nhân của người tố cáo khỏi đơn và tài liệu giao xác minh",
    "Name, address, handwriting and personal data of the denouncer are taken out of what is handed over",
  ),
);

/** Điều 56 lets the authority choose among measures; that this one is always taken is our reading of Điều 8.3. */
export const strippedGuard = guard(
  "denouncer-stripped",
  inference("Khoản 3 Điều 8, khoản 2 Điều 56 Luật Tố cáo"),
  t(
    "Phải lược bỏ thông tin về người tố cáo khỏi đơn và tài liệu trước khi giao xác minh.",
    "What reveals the denouncer has to be taken out before the file is handed over for verification.",
  ),
);

const task = [
  answer("content", t("Nội dung cần xác minh", "What is to be verified")),
  shortAnswer("period", t("Thời gian tiến hành xác minh", "Time given")),
];

/** Khoản 1 Điều 31: the resolver verifies himself; those he takes along are a team only from the decree on. */
export const setUpTeam: ActRule = {
  id: "set-up-team",
  name: t("Thành lập Tổ xác minh", "Set up a verification team"),
  todo: t("Thành lập Tổ xác minh hoặc giao xác minh", "Set up a team or assign the verification"),
  rule: "TC-10-1",
  ...inference("Khoản 1 Điều 31 Luật Tố cáo"),
  from: ["ACCEPTED", "VERIFYING"],
  to: "VERIFYING",
  actors: head,
  guards: [strippedGuard],
  fields: [
    officers("members", t("Thành viên", "Members")),
    officer("leader", t("Tổ trưởng", "Leader")),
    stripped,
    ...task,
  ],
  documents: ["tc-07"],
  bindingDocument: "tc-07",
  clocks: [],
  sets: { verifiedBy: "team", assignedTo: "$leader" },
};

export const assignVerification: ActRule = {
  id: "assign-verification",
  name: t("Giao cơ quan thanh tra hoặc cơ quan khác xác minh", "Assign the verification to another body"),
  rule: "TC-31-1",
  ...text("Khoản 1, khoản 2 Điều 31 Luật Tố cáo"),
  from: ["ACCEPTED", "VERIFYING"],
  to: "VERIFYING",
  actors: head,
  guards: [strippedGuard],
  fields: [
    shortAnswer("agency", t("Cơ quan, tổ chức, cá nhân được giao xác minh", "Body it is assigned to")),
    shortAnswer("accused", t("Người bị tố cáo, địa chỉ hoặc trụ sở", "The accused, with address or seat")),
    stripped,
    ...task,
    answer("powers", t("Quyền và trách nhiệm của người được giao", "Rights and duties")),
  ],
  documents: ["tc-assignment"],
  bindingDocument: "tc-assignment",
  clocks: [],
  sets: { verifiedBy: "agency" },
};

export const verifyPersonally: ActRule = {
  id: "verify-personally",
  name: t("Người giải quyết tố cáo tự mình xác minh", "The resolver verifies personally"),
  rule: "TC-10-1",
  ...d31(1),
  from: ["ACCEPTED", "VERIFYING"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [answer("content", t("Nội dung cần xác minh", "What is to be verified"))],
  documents: [],
  clocks: [],
  sets: { verifiedBy: "resolver" },
};

const session = {
  rule: "TC-11-1",
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  documents: ["tc-08"],
  clocks: [],
} as const;

const sessionFields = [
  answer("summary", t("Nội dung làm việc", "What was said")),
  yesNo("signed", t("Người làm việc đã ký biên bản", "They signed the record")),
  answer("unsignedNote", t("Ghi rõ việc không ký", "Note that it was not signed"), {
    required: "not-signed",
    shownWhen: "not-signed",
  }),
];

export const workWithAccused: ActRule = {
  ...session,
  id: "work-with-accused",
  name: t("Làm việc với người bị tố cáo", "Work with the accused"),
  ...d31(4),
  guards: [],
  fields: [
    choice("explained", t("Giải trình", "Explanation"), [
      option("in-person", t("Đã làm việc trực tiếp và giải trình", "Explained in person")),
      option("in-writing", t("Giải trình bằng văn bản", "Explained in writing")),
      option("declined", t("Đã được yêu cầu nhưng không giải trình", "Was asked and did not explain")),
    ]),
    ...sessionFields,
  ],
  sets: { accusedHeard: true },
};

export const workWithDenouncer: ActRule = {
  ...session,
  id: "work-with-denouncer",
  name: t("Làm việc với người tố cáo", "Work with the denouncer"),
  ...text("Điểm a khoản 1 Điều 11, khoản 3 Điều 56 Luật Tố cáo"),
  guards: [],
  fields: sessionFields,
  sets: { denouncerMet: true },
};

export const workWithOthers: ActRule = {
  ...session,
  id: "work-with-others",
  name: t("Làm việc với cơ quan, cá nhân liên quan; xác minh thực tế", "Work with others; verify on the spot"),
  ...d31(3),
  guards: [],
  fields: [shortAnswer("with", t("Làm việc với, hoặc địa điểm", "With whom, or where")), ...sessionFields],
  sets: {},
};

export const commissionExpert: ActRule = {
  id: "commission-expert",
  name: t("Trưng cầu giám định", "Commission an expert examination"),
  rule: "TC-15-1",
  ...inference("Điểm d khoản 1 Điều 11 Luật Tố cáo"),
  from: ["VERIFYING"],
  to: "same",
  actors: head,
  guards: [
    guard(
      "expert-not-awaited",
      inference("Điểm d khoản 1 Điều 11 Luật Tố cáo"),
      t("Đang chờ kết quả giám định đã trưng cầu.", "An examination is already awaited."),
      ["record-expert-result"],
    ),
  ],
  fields: [
    shortAnswer("expert", t("Cơ quan, tổ chức giám định", "Expert body")),
    answer("question", t("Nội dung yêu cầu giám định", "Question to the expert")),
    date("resultBy", t("Thời hạn đề nghị gửi kết luận giám định", "Result asked for by")),
  ],
  documents: ["tc-09"],
  bindingDocument: "tc-09",
  clocks: [],
  sets: { expertAwaited: true },
  leavesTheBuilding: true,
};

export const recordExpertResult: ActRule = {
  id: "record-expert-result",
  name: t("Ghi nhận kết quả giám định", "Record the expert's result"),
  rule: "TC-15-1",
  ...inference("Điểm d khoản 1 Điều 11 Luật Tố cáo"),
  from: ["VERIFYING"],
  to: "same",
  actors: verifier,
  guards: [
    guard(
      "expert-awaited",
      inference("Điểm d khoản 1 Điều 11 Luật Tố cáo"),
      t("Không có giám định nào đang chờ kết quả.", "No examination is awaited."),
      ["commission-expert"],
    ),
  ],
  fields: [
    choice("outcome", t("Kết quả", "Outcome"), [
      option("result", t("Đã có kết luận giám định", "The result has come")),
      option("ended", t("Chấm dứt việc trưng cầu, không có kết luận", "The request ended without a result")),
    ]),
    answer("result", t("Nội dung kết luận giám định", "What it says"), { required: false }),
  ],
  documents: [],
  clocks: [],
  sets: { expertAwaited: false },
};

export const heard = guard(
  "accused-heard",
  d31(4),
  t(
    "Người bị tố cáo phải được giải trình trước khi kết thúc xác minh.",
    "The accused has to be given the chance to explain before the verification ends.",
  ),
  ["work-with-accused"],
);
export const expertAnswered = guard(
  "expert-not-awaited",
  inference("Khoản 6 Điều 31 Luật Tố cáo"),
  t("Đang chờ kết quả giám định.", "The expert's result is still awaited."),
  ["record-expert-result"],
);

const reportBase = {
  rule: "TC-16-1",
  ...d31(6),
  from: ["VERIFYING"],
  to: "REPORTED",
  actors: verifier,
  fields: [
    choice("conclusion", t("Đề xuất đánh giá", "Proposed assessment"), [
      option("right", t("Tố cáo đúng", "Right")),
      option("partly-right", t("Tố cáo đúng một phần", "Right in part")),
      option("false", t("Tố cáo sai sự thật", "False")),
    ]),
    answer(
      "findings",
      t(
        "Kết quả xác minh từng nội dung, giải trình của người bị tố cáo",
        "Result for each content, and the explanation",
      ),
    ),
    answer("recommendation", t("Kiến nghị biện pháp xử lý", "Recommendation")),
    answer("earlier", t("Vi phạm, sai lầm của việc giải quyết trước đó", "Breaches in the earlier settlement"), {
      required: "resettlement",
      shownWhen: "resettlement",
    }),
  ],
  clocks: [],
  sets: { verificationConclusion: "$conclusion" },
} as const;

export const reportTeam: ActRule = {
  ...reportBase,
  id: "report-team",
  name: t("Báo cáo kết quả xác minh của Tổ xác minh", "Report of the team"),
  todo: t("Xác minh và báo cáo kết quả", "Verify and report"),
  guards: [
    guard(
      "verified-by-team",
      d31(6),
      t("Vụ việc này không do Tổ xác minh tiến hành xác minh.", "No team verifies this case."),
      ["report-agency", "conclude"],
    ),
    heard,
    expertAnswered,
  ],
  documents: ["tc-10"],
};

export const reportAgency: ActRule = {
  ...reportBase,
  id: "report-agency",
  name: t("Báo cáo kết quả xác minh của cơ quan được giao", "Report of the body it was assigned to"),
  guards: [
    guard(
      "verified-by-agency",
      d31(6),
      t("Vụ việc này không giao cho cơ quan khác xác minh.", "No other body was assigned to verify."),
      ["report-team", "conclude"],
    ),
    heard,
    expertAnswered,
  ],
  documents: ["tc-11"],
};

export const verifyFurther: ActRule = {
  id: "verify-further",
  name: t("Yêu cầu xác minh bổ sung", "Have it verified further"),
  rule: "TC-31-1",
  ...inference("Điều 31 Luật Tố cáo"),
  from: ["REPORTED"],
  to: "VERIFYING",
  actors: head,
  guards: [],
  fields: [answer("content", t("Nội dung cần xác minh thêm", "What is still to be verified"))],
  documents: [],
  clocks: [],
  sets: {},
};
