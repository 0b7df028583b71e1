import type { ActRule, DocumentRule, FieldRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { choice, option, t, text } from "../../wording.ts";
import { monitorBy } from "../2019-01-01/acts-after.ts";
import { mustGoOn } from "../2019-01-01/acts-suspension.ts";
import { againStates } from "../2019-01-01/again-states.ts";
import { settlementDocuments } from "../2019-01-01/documents.ts";
import { endBy, endGrounds } from "../2019-01-01/protection-active.ts";
import { settlementActs as decreeActs } from "../2019-05-28/acts.ts";
import { gaps } from "../gaps.ts";
import { transitions } from "../transition-2026.ts";
import { intakeClocks, within } from "../within.ts";
import { against, competence } from "./competence.ts";

const nd = (article: string) => text(`${article} Nghị định 31/2019/NĐ-CP (Nghị định 156/2026/NĐ-CP)`);
const d33 = text("Khoản 1 Điều 33 Luật Tố cáo (Luật 136/2025/QH15)");

const way = choice("way", t("Hình thức rút", "Withdrawn by"), [
  option("letter", t("Đơn rút tố cáo (Mẫu số 02)", "A letter (form 02)"), nd("Khoản 1 Điều 4")),
  option(
    "record",
    t("Biên bản ghi nhận ý kiến rút tố cáo (Mẫu số 03)", "A record of the statement (form 03)"),
    nd("Khoản 2 Điều 4"),
  ),
]);
const takenBy = choice(
  "takenBy",
  t("Người lập biên bản", "Record made by"),
  [
    option("resolver", t("Người giải quyết tố cáo", "The resolver"), d33),
    option("verifier", t("Người xác minh nội dung tố cáo", "Who verifies the content"), d33),
    option(
      "checker",
      t("Người kiểm tra thông tin và điều kiện thụ lý", "Who checks the conditions"),
      nd("Khoản 2 Điều 4"),
    ),
    option("receiver", t("Người tiếp nhận rút tố cáo", "Who receives the withdrawal"), nd("Khoản 2 Điều 4")),
  ],
  { required: "withdrawn-by-record", shownWhen: "withdrawn-by-record" },
);
const newForced = mustGoOn("đe dọa, ép buộc, mua chuộc", "threatened, forced or bought");

const reworded = (field: FieldRule): FieldRule => newForced.find((each) => each.id === field.id) ?? field;

function decreeAct(id: string): ActRule {
  const act = decreeActs.find((each) => each.id === id);
  if (!act) throw new RangeError(`the decree has no act ${id}`);
  return act;
}

const withdrawal = (id: string, article: string): ActRule => {
  const act = decreeAct(id);
  return {
    ...act,
    ...text(article),
    guards: act.guards.map((each) =>
      each.condition === "withdrawal-signed"
        ? {
            ...each,
            article: d33.article,
            refusal: t(
              "Đơn rút hoặc biên bản ghi nhận ý kiến rút phải có chữ ký hoặc điểm chỉ của người tố cáo.",
              "The letter or record of withdrawal is signed or fingerprinted by the denouncer.",
            ),
          }
        : each,
    ),
    fields: [way, takenBy, ...act.fields.map(reworded)],
  };
};

const expert = decreeAct("commission-expert");
const acts: readonly ActRule[] = [
  withdrawal("withdraw-part", "Khoản 1, khoản 2 Điều 33 Luật Tố cáo (Luật 136/2025/QH15)"),
  withdrawal("withdraw-all", "Khoản 1, khoản 2 Điều 33, điểm a khoản 3 Điều 34 Luật Tố cáo (Luật 136/2025/QH15)"),
  withdrawal(
    "withdraw-and-go-on",
    "Khoản 3 Điều 33 Luật Tố cáo; khoản 4 Điều 4 Nghị định 31/2019/NĐ-CP (Nghị định 156/2026/NĐ-CP)",
  ),
  {
    ...expert,
    ...nd("Khoản 1, khoản 2 Điều 15"),
    fields: expert.fields.map((field) =>
      field.id === "by"
        ? choice("by", field.label, [
            option("resolver", t("Người giải quyết tố cáo", "The resolver"), nd("Khoản 1 Điều 15")),
            option(
              "verifying-body",
              t("Cơ quan, tổ chức được giao xác minh, theo ủy quyền", "The verifying body, authorised"),
              nd("Khoản 1 Điều 15"),
            ),
          ])
        : field,
    ),
  },
  {
    ...monitorBy([
      option("resolver", t("Người giải quyết tố cáo", "The resolver")),
      option("inspectorate", t("Cơ quan thanh tra cùng cấp", "The inspectorate of the same level")),
      option("advising-unit", t("Đơn vị tham mưu giải quyết tố cáo", "The advising unit")),
    ]),
    ...text(
      "Khoản 3 Điều 44 Luật Tố cáo (Luật 136/2025/QH15); khoản 2 Điều 18 Nghị định 31/2019/NĐ-CP (Nghị định 156/2026/NĐ-CP)",
    ),
  },
];

const forms: readonly DocumentRule[] = settlementDocuments
  .filter((document) => document.key === "tc-02" || document.key === "tc-03")
  .map((document) => {
    const form = document.key.slice(3);
    return { ...document, form, ...text(`Mẫu số ${form} ban hành kèm theo Nghị định 156/2026/NĐ-CP`) };
  });

const breach = option(
  "breach",
  t(
    "Người được bảo vệ cố ý không chấp hành yêu cầu bảo vệ hoặc không giữ bí mật về việc được bảo vệ",
    "The protected person deliberately disobeyed, or gave away the protection",
  ),
  text("Điểm c khoản 2 Điều 54 Luật Tố cáo (Luật 136/2025/QH15)"),
);

/** Luật 136/2025/QH15 Điều 3 and Nghị định 156/2026/NĐ-CP, in force from 1 July 2026. */
export const law136: Amendment = {
  id: "denunciations/2026-07-01",
  validFrom: civilDate("2026-07-01"),
  alias: "V2",
  basis: [
    "Luật Tố cáo 25/2018/QH14 được sửa đổi, bổ sung bởi Luật 136/2025/QH15",
    "Nghị định 31/2019/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 156/2026/NĐ-CP",
  ],
  gaps,
  notEncoded: [
    "Cập nhật Cơ sở dữ liệu quốc gia (Điều 19a Nghị định 31/2019/NĐ-CP): chưa có kết nối",
    "Xử lý kỷ luật (Điều 21 đến Điều 23 Nghị định 31/2019/NĐ-CP theo Nghị định 156/2026/NĐ-CP)",
    "Thời hạn của pháp luật xử lý vi phạm hành chính đối với vi phạm quản lý nhà nước (khoản 2 Điều 42 Luật Tố cáo)",
    "Thẩm quyền chi tiết trong Viện kiểm sát (Điều 15 theo Luật 136/2025/QH15), Tòa án, Kiểm toán nhà nước, doanh nghiệp nhà nước, tổ chức chính trị",
  ],
  rules: [],
  procedures: [
    { id: "denunciation", acts, documents: forms },
    { id: "denunciation-again", acts: within(againStates, intakeClocks, acts), documents: forms },
    { id: "denouncer-protection", acts: [endBy([...endGrounds, breach])] },
  ],
  against,
  competence,
  transitions,
};
