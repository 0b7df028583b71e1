import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, choices, guard, inference, option, t, text, yesNo } from "../../wording.ts";
import { publish, publishHandling } from "../2019-01-01/acts-after.ts";
import { conclude, send, sendLate } from "../2019-01-01/acts-conclusion.ts";
import { complexity, extend, extendAgain } from "../2019-01-01/acts-extension.ts";
import { withdrawAll, withdrawAndGoOn, withdrawPart } from "../2019-01-01/acts-suspension.ts";
import {
  assignVerification,
  commissionExpert,
  recordExpertResult,
  reportAgency,
  reportTeam,
  setUpTeam,
  stripped,
  strippedGuard,
  verifyPersonally,
  workWithAccused,
  workWithDenouncer,
  workWithOthers,
} from "../2019-01-01/acts-verification.ts";

const nd = (article: string) => text(`${article} Nghị định 31/2019/NĐ-CP`);
const d3 = (point: string) => nd(`Điểm ${point} khoản 2 Điều 3`);

const criteria = choices(
  "criteria",
  t("Tiêu chí phức tạp", "Criteria of complexity"),
  [
    option(
      "a",
      t("Một nội dung nhưng phải xác minh từ 02 địa điểm trở lên", "One content, to be verified in two places or more"),
      d3("a"),
    ),
    option("b", t("Có từ 02 nội dung phải xác minh trở lên", "Two contents or more to verify"), d3("b")),
    option(
      "c",
      t(
        "Nhiều người tố cáo cùng một nội dung hoặc liên quan đến quyền, lợi ích của nhiều người",
        "Many denouncers of one content, or the rights and interests of many people",
      ),
      d3("c"),
    ),
    option("d", t("Có yếu tố nước ngoài", "A foreign element"), d3("d")),
    option(
      "dd",
      t("Liên quan đến trách nhiệm quản lý của nhiều cơ quan, tổ chức", "Several agencies are responsible"),
      d3("đ"),
    ),
    option(
      "e",
      t("Các cơ quan, tổ chức có liên quan còn ý kiến khác nhau", "The agencies concerned still differ"),
      d3("e"),
    ),
    option(
      "g",
      t(
        "Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra hoặc tham khảo ý kiến chuyên môn",
        "Contradictory evidence that needs time or expert advice",
      ),
      d3("g"),
    ),
  ],
  {
    help: t(
      "Một tiêu chí: vụ việc phức tạp; từ hai tiêu chí: đặc biệt phức tạp.",
      "One makes the case complex, two or more specially complex.",
    ),
  },
);

const rest = extend.fields.filter((field) => field.id !== "complexity");

const extensions: readonly ActRule[] = [
  {
    ...extend,
    ...text("Khoản 2, khoản 3, khoản 4 Điều 30 Luật Tố cáo; Điều 3 Nghị định 31/2019/NĐ-CP"),
    guards: [
      ...extend.guards,
      guard(
        "complexity-shown",
        nd("Khoản 3 Điều 3"),
        t(
          "Vụ việc đặc biệt phức tạp phải có từ 02 tiêu chí trở lên.",
          "A specially complex case meets two criteria or more.",
        ),
      ),
    ],
    fields: [complexity, criteria, ...rest],
  },
  {
    ...extendAgain,
    ...text("Khoản 3, khoản 4 Điều 30 Luật Tố cáo; Điều 3 Nghị định 31/2019/NĐ-CP"),
    guards: extendAgain.guards.map((each) =>
      each.condition === "specially-complex"
        ? {
            ...each,
            ...nd("Khoản 3 Điều 3"),
            refusal: t(
              "Vụ việc phức tạp chỉ được gia hạn một lần; gia hạn lần thứ hai phải có từ 02 tiêu chí trở lên.",
              "A complex case is extended once; a second extension takes two criteria or more.",
            ),
          }
        : each,
    ),
    fields: [criteria, ...rest],
  },
];

const noRelative = yesNo(
  "noRelative",
  t(
    "Từng thành viên đã tự khai: người bị tố cáo không phải là vợ, chồng, cha mẹ, con, con rể, con dâu, anh chị em ruột, bố mẹ bên vợ hoặc chồng; không có lợi ích liên quan trực tiếp",
    "Each member has declared: the accused is no spouse, parent, child, child-in-law, sibling or parent-in-law, and there is no direct interest",
  ),
);

const team: ActRule = {
  ...setUpTeam,
  ...nd("Khoản 1, khoản 3 Điều 10"),
  guards: [
    guard(
      "team-of-two",
      nd("Khoản 1 Điều 10"),
      t("Tổ xác minh phải có từ hai người trở lên.", "A team is of two people or more."),
      ["verify-personally"],
    ),
    guard(
      "leader-in-team",
      nd("Khoản 1 Điều 10"),
      t("Tổ trưởng phải là một thành viên của Tổ xác minh.", "The leader is one of the members."),
    ),
    guard(
      "no-relative-of-the-accused",
      nd("Khoản 3 Điều 10"),
      t(
        "Không được giao xác minh cho người thân thích của người bị tố cáo hoặc người có lợi ích liên quan trực tiếp.",
        "Relatives of the accused and people with a direct interest must not verify.",
      ),
    ),
    strippedGuard,
  ],
  fields: setUpTeam.fields.flatMap((field) => (field.id === stripped.id ? [noRelative, field] : [field])),
};

const heardInPerson = (act: ActRule, article: string): ActRule => ({
  ...act,
  ...nd(article),
  guards: act.guards.map((each) =>
    each.condition === "accused-heard"
      ? {
          ...each,
          ...nd("Khoản 1 Điều 12"),
          refusal: t(
            "Phải làm việc trực tiếp với người bị tố cáo và yêu cầu giải trình bằng văn bản trước khi kết thúc xác minh.",
            "The accused has to be met and asked for a written explanation before the verification ends.",
          ),
        }
      : each,
  ),
});

/** Điều 19: the ordinary course, verified by the resolver alone. Its own act, because it says why no team is set up. */
export const verifyClearCase: ActRule = {
  ...verifyPersonally,
  id: "verify-clear-case",
  name: t("Tự xác minh vụ việc đã rõ, có cơ sở xử lý ngay", "Verify a clear case personally, to handle it at once"),
  rule: "TC-19-1",
  ...nd("Điều 19"),
  from: ["ACCEPTED"],
  guards: ["clear-content", "concrete-evidence", "can-be-handled-at-once"].map((condition) =>
    guard(
      condition,
      nd("Điều 19"),
      t(
        "Chỉ áp dụng khi nội dung rõ ràng, chứng cứ cụ thể, có cơ sở để xử lý ngay.",
        "Only where the content is clear, the evidence concrete and it can be handled at once.",
      ),
      ["set-up-team", "assign-verification", "verify-personally"],
    ),
  ),
  fields: [
    yesNo("clearContent", t("Nội dung rõ ràng", "The content is clear")),
    yesNo("concreteEvidence", t("Chứng cứ cụ thể", "The evidence is concrete")),
    yesNo("immediate", t("Có cơ sở để xử lý ngay", "It can be handled at once")),
    ...verifyPersonally.fields,
  ],
};

const d15 = (clause: string) => nd(`${clause} Điều 15`);
/** Khoản 4 Điều 15: the time of the examination is not counted; nothing else of the verification stops the limit. */
const experts: readonly ActRule[] = [
  {
    ...commissionExpert,
    ...d15("Khoản 1, khoản 2"),
    guards: commissionExpert.guards.map((each) => ({ ...each, ...inference("Điều 15 Nghị định 31/2019/NĐ-CP") })),
    clocks: [{ do: "pause" }],
    fields: [
      ...commissionExpert.fields,
      choice("by", t("Người quyết định trưng cầu", "Decided by"), [
        option("resolver", t("Người giải quyết tố cáo", "The resolver"), d15("Khoản 1")),
        option(
          "inspectorate",
          t("Cơ quan thanh tra nhà nước được ủy quyền", "The state inspectorate, authorised"),
          d15("Khoản 2"),
        ),
      ]),
    ],
  },
  { ...recordExpertResult, rule: "TC-15-4", ...d15("Khoản 4"), clocks: [{ do: "resume" }] },
];

/** Khoản 1 Điều 12: the accused is met, and asked for a written explanation; a paper alone is not enough. */
const explained = choice("explained", t("Làm việc trực tiếp và giải trình", "Meeting and explanation"), [
  option(
    "in-writing",
    t("Đã làm việc trực tiếp và đã giải trình bằng văn bản", "Was met and explained in writing"),
    nd("Khoản 1 Điều 12"),
  ),
  option(
    "in-person",
    t(
      "Đã làm việc trực tiếp; được yêu cầu giải trình bằng văn bản nhưng chỉ trình bày trực tiếp",
      "Was met and asked to write, but explained by word of mouth only",
    ),
    nd("Khoản 1 Điều 12"),
  ),
  option(
    "declined",
    t(
      "Đã được yêu cầu nhưng không đến làm việc hoặc không giải trình",
      "Was asked, but did not come or did not explain",
    ),
    inference("Điểm a, điểm b khoản 2 Điều 10 Luật Tố cáo"),
  ),
]);

/** Note (12) of Mẫu số 12: the copy for the accused leaves out what harms the denouncer and what is secret. */
const withSafeCopy = (act: ActRule): ActRule => ({
  ...act,
  guards: act.guards.map((each) =>
    each.condition === "safe-copy"
      ? {
          ...each,
          ...text(
            "Khoản 3 Điều 8, Điều 56 Luật Tố cáo; Mẫu số 12 (ghi chú 12) ban hành kèm theo Nghị định 31/2019/NĐ-CP",
          ),
        }
      : each,
  ),
});

const posting: ActRule["clocks"] = [
  { do: "start", clock: "posting", rules: [{ rule: "TC-6-1", when: "stays-published" }], from: "publishedOn" },
];

/** Acts of the settlement, in a denunciation and in a further one. */
export const settlementActs: readonly ActRule[] = [
  ...extensions,
  team,
  { ...assignVerification, ...text("Khoản 2 Điều 31 Luật Tố cáo; khoản 2 Điều 10 Nghị định 31/2019/NĐ-CP") },
  { ...verifyPersonally, ...nd("Khoản 1 Điều 10") },
  verifyClearCase,
  {
    ...workWithAccused,
    ...nd("Điều 12"),
    fields: workWithAccused.fields.map((field) => (field.id === "explained" ? explained : field)),
  },
  { ...workWithDenouncer, ...nd("Điều 11") },
  { ...workWithOthers, ...nd("Điều 13, Điều 14") },
  ...experts,
  heardInPerson(reportTeam, "Khoản 1, khoản 2 Điều 16"),
  heardInPerson(reportAgency, "Khoản 4 Điều 16"),
  { ...heardInPerson(conclude, ""), ...text("Điều 35 Luật Tố cáo; Điều 17 Nghị định 31/2019/NĐ-CP") },
  withSafeCopy(send),
  withSafeCopy(sendLate),
  { ...withdrawPart, ...text("Khoản 2 Điều 33 Luật Tố cáo; khoản 1, khoản 2 Điều 4 Nghị định 31/2019/NĐ-CP") },
  { ...withdrawAll, ...text("Khoản 2 Điều 33 Luật Tố cáo; khoản 1, khoản 2 Điều 4 Nghị định 31/2019/NĐ-CP") },
  { ...withdrawAndGoOn, ...text("Khoản 3 Điều 33 Luật Tố cáo; khoản 3 Điều 4 Nghị định 31/2019/NĐ-CP") },
  {
    ...publish,
    ...text("Điều 40 Luật Tố cáo; khoản 2 Điều 6 Nghị định 31/2019/NĐ-CP"),
    clocks: [...publish.clocks, ...posting],
  },
  {
    ...publishHandling,
    ...text("Điều 40 Luật Tố cáo; khoản 2 Điều 6 Nghị định 31/2019/NĐ-CP"),
    clocks: [...publishHandling.clocks, ...posting],
  },
];
