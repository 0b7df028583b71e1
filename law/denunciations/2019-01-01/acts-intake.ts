import type { ActRule, ClockEffect, FieldRule } from "../../../src/rules/pack.ts";
import { choice, guard, inference, officer, option, t, text, yesNo } from "../../wording.ts";
import { answer, shortAnswer } from "../secret-fields.ts";
import { desk, head, intake } from "./states.ts";

const d24 = (clause: number) => text(`Khoản ${clause} Điều 24 Luật Tố cáo`);
const d25 = (clause: number) => text(`Khoản ${clause} Điều 25 Luật Tố cáo`);

/** The initial processing is over: nothing of it runs any more. */
export const screened: readonly ClockEffect[] = [
  { do: "meet", clock: "acceptance" },
  { do: "meet", clock: "answer" },
  { do: "cancel", clock: "transfer" },
  { do: "cancel", clock: "transfer-notice" },
];

export const openingFields: readonly FieldRule[] = [
  choice("violation", t("Hành vi bị tố cáo", "What is denounced"), [
    option(
      "duty",
      t("Vi phạm trong việc thực hiện nhiệm vụ, công vụ", "A breach in the performance of public duties"),
      text("Khoản 2 Điều 2 Luật Tố cáo"),
    ),
    option(
      "state-management",
      t("Vi phạm về quản lý nhà nước trong các lĩnh vực", "A breach of state management rules by anybody"),
      text("Khoản 3 Điều 2 Luật Tố cáo"),
    ),
  ]),
  yesNo("withinCompetence", t("Thuộc thẩm quyền giải quyết của cơ quan này", "Within the competence of this office")),
  yesNo(
    "forwarded",
    t(
      "Do cơ quan báo chí, cơ quan, tổ chức, cá nhân có thẩm quyền chuyển đến",
      "Forwarded by the press or a competent body",
    ),
  ),
];

export const logAndCheck: ActRule = {
  id: "log-and-check",
  name: t("Vào sổ, phân loại, kiểm tra thông tin và điều kiện thụ lý", "Log, classify, begin the check"),
  todo: t("Vào sổ và kiểm tra điều kiện thụ lý tố cáo", "Log it and check the conditions of acceptance"),
  rule: "TC-24-1",
  ...d24(1),
  from: ["TC_SCREEN"],
  to: "CHECKING",
  actors: desk,
  guards: [],
  fields: [
    officer("officer", t("Người kiểm tra, xác minh thông tin và điều kiện thụ lý", "Officer who checks"), {
      required: false,
    }),
  ],
  documents: [],
  clocks: [],
  sets: { assignedTo: "$officer" },
};

export const extendCheck: ActRule = {
  id: "delegate-check",
  name: t("Kiểm tra tại nhiều địa điểm hoặc ủy quyền kiểm tra", "Check in several places or delegate the check"),
  rule: "TC-24-1-delegated",
  ...d24(1),
  from: ["CHECKING"],
  to: "same",
  actors: head,
  guards: [
    guard(
      "check-not-extended",
      d24(1),
      t("Thời hạn xử lý ban đầu đã được kéo dài đến 10 ngày làm việc.", "The limit is already 10 working days."),
      ["record-check", "accept", "refuse"],
    ),
  ],
  fields: [
    choice("why", t("Lý do", "Reason"), [
      option("several-places", t("Phải kiểm tra, xác minh tại nhiều địa điểm", "Several places have to be checked")),
      option(
        "delegated",
        t("Ủy quyền cho cơ quan, tổ chức có thẩm quyền kiểm tra", "The check is delegated to another body"),
      ),
    ]),
    shortAnswer("agency", t("Cơ quan được ủy quyền", "Body it is delegated to"), {
      required: "check-is-delegated",
      shownWhen: "check-is-delegated",
    }),
  ],
  documents: ["tc-delegation"],
  clocks: [
    {
      do: "rechoose",
      clock: "acceptance",
      rules: [{ rule: "TC-24-1-delegated", when: "check-extended" }, { rule: "TC-24-1" }],
    },
  ],
  sets: { checkExtended: true },
};

export const recordCheck: ActRule = {
  id: "record-check",
  name: t("Ghi kết quả kiểm tra thông tin về người tố cáo", "Record the check of who the denouncer is"),
  rule: "TC-24-1",
  ...d24(1),
  from: ["CHECKING"],
  to: "same",
  actors: desk,
  guards: [],
  fields: [
    yesNo(
      "identified",
      t(
        "Đã xác định được người tố cáo, đúng là người đứng tên tố cáo",
        "The denouncer is identified and is who they say",
      ),
    ),
    answer("result", t("Việc kiểm tra đã thực hiện", "What was checked"), { required: false }),
  ],
  documents: ["tc-08"],
  clocks: [],
  sets: { identified: "$identified" },
};

const unnamedGrounds = choice("ground", t("Trường hợp", "Case"), [
  option("unnamed", t("Không rõ họ tên, địa chỉ của người tố cáo", "No name or address"), d25(1)),
  option(
    "unidentified",
    t("Qua kiểm tra không xác định được người tố cáo", "The denouncer cannot be identified"),
    d25(1),
  ),
  option("false-name", t("Sử dụng họ tên của người khác để tố cáo", "Somebody else's name was used"), d25(1)),
  option(
    "other-form",
    t("Không theo hình thức của Điều 22 (đơn hoặc trực tiếp)", "Neither a petition nor in person (Article 22)"),
    d25(1),
  ),
]);

const evidence: readonly FieldRule[] = [
  yesNo("clearSubject", t("Nội dung rõ ràng về người có hành vi vi phạm", "It is clear who broke the law")),
  yesNo("concreteEvidence", t("Có tài liệu, chứng cứ cụ thể về hành vi vi phạm", "There is concrete evidence")),
  yesNo("verifiable", t("Có cơ sở để thẩm tra, xác minh", "It can be verified")),
];

export const notProcessUnnamed: ActRule = {
  id: "not-process-unnamed",
  name: t("Không xử lý thông tin không rõ người tố cáo", "Do not process: the denouncer is not known"),
  rule: "TC-25-1",
  ...d25(1),
  from: intake,
  to: "NOT_PROCESSED",
  actors: desk,
  guards: [
    guard(
      "no-evidence-for-inspection",
      d25(2),
      t(
        "Đủ ba điều kiện của khoản 2 Điều 25: phải thanh tra, kiểm tra hoặc chuyển đến nơi có thẩm quyền thanh tra, kiểm tra.",
        "All three conditions of Article 25.2 hold: it has to be inspected, or passed to who can inspect.",
      ),
      ["to-inspection"],
    ),
  ],
  fields: [unnamedGrounds, ...evidence],
  documents: [],
  clocks: screened,
  sets: { notProcessedBecause: "$ground" },
};

export const toInspection: ActRule = {
  id: "to-inspection",
  name: t("Chuyển sang thanh tra, kiểm tra", "Pass on to inspection"),
  rule: "TC-25-2",
  ...d25(2),
  from: intake,
  to: "TO_INSPECTION",
  actors: head,
  guards: [
    guard(
      "evidence-for-inspection",
      d25(2),
      t(
        "Chỉ thanh tra, kiểm tra khi có đủ ba điều kiện: rõ người vi phạm, có chứng cứ cụ thể, có cơ sở để thẩm tra, xác minh.",
        "Only where all three hold: a clear subject, concrete evidence, and a basis to verify.",
      ),
      ["not-process-unnamed"],
    ),
  ],
  fields: [
    unnamedGrounds,
    ...evidence,
    choice("by", t("Cách xử lý", "How"), [
      option("self", t("Quyết định thanh tra, kiểm tra theo thẩm quyền", "Inspect by own power")),
      option("other", t("Chuyển thông tin đến cơ quan có thẩm quyền", "Pass it to the competent body")),
    ]),
    shortAnswer("agency", t("Cơ quan được chuyển đến", "Body it is passed to"), {
      required: "inspected-elsewhere",
      shownWhen: "inspected-elsewhere",
    }),
  ],
  documents: ["tc-inspection"],
  clocks: screened,
  sets: { inspectionBy: "$by" },
  leavesTheBuilding: true,
};

export const notProcessDuplicate: ActRule = {
  id: "not-process-duplicate",
  name: t(
    "Không xử lý tố cáo đã gửi nhiều nơi hoặc đã được hướng dẫn",
    "Do not process: sent to many, or guided before",
  ),
  rule: "TC-24-4",
  ...d24(3),
  from: intake,
  to: "NOT_PROCESSED",
  actors: desk,
  guards: [
    guard(
      "stated-outside-competence",
      d24(3),
      t(
        "Chỉ được không xử lý khi tố cáo không thuộc thẩm quyền; thuộc thẩm quyền thì phải kiểm tra để thụ lý.",
        "Only a denunciation outside competence may be left; one within it has to be checked for acceptance.",
      ),
      ["log-and-check", "accept"],
    ),
  ],
  fields: [
    yesNo("outsideCompetence", t("Tố cáo không thuộc thẩm quyền giải quyết của cơ quan", "It is outside competence")),
    choice("ground", t("Trường hợp", "Case"), [
      option(
        "sent-to-many",
        t(
          "Gửi đồng thời cho nhiều nơi, trong đó có nơi có thẩm quyền",
          "Sent to several bodies at once, the competent one among them",
        ),
        d24(3),
      ),
      option("guided-before", t("Đã được hướng dẫn nhưng vẫn gửi", "Guided before and sent all the same"), d24(3)),
      option(
        "transferred-before",
        t("Đơn có cùng nội dung đã được chuyển đến nơi có thẩm quyền", "The same content was transferred before"),
        inference("Khoản 1 Điều 14 Thông tư 05/2021/TT-TTCP", "GAP-12"),
      ),
    ]),
  ],
  documents: [],
  clocks: screened,
  sets: { notProcessedBecause: "$ground" },
};
