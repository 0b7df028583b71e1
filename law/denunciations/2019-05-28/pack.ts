import type { ActRule, DocumentRule } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { choices, option, t, text } from "../../wording.ts";
import { extendCheck } from "../2019-01-01/acts-intake.ts";
import { orderStop, takeOver } from "../2019-01-01/again-delay.ts";
import { againStates } from "../2019-01-01/again-states.ts";
import {
  accused,
  againDocuments,
  denouncer,
  expertBody,
  intakeDocuments,
  managing,
  related,
  resolver,
  settlementDocuments,
} from "../2019-01-01/documents.ts";
import { gaps } from "../gaps.ts";
import { intakeClocks, within } from "../within.ts";
import { settlementActs } from "./acts.ts";
import { decreeRules } from "./rules.ts";

const inspectorateAbove = t("Cơ quan thanh tra nhà nước cấp trên", "The state inspectorate above");
const inspectorateHere = t("Cơ quan thanh tra nhà nước cùng cấp", "The state inspectorate of the same level");

const numbers = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

/** To whom the decree sends a paper, where the law does not say or names fewer. */
const recipients: Readonly<Record<string, DocumentRule["recipients"]>> = {
  "tc-04": [accused, related],
  "tc-09": [expertBody, resolver, denouncer, related],
  "tc-12": [accused, managing, related, inspectorateAbove, inspectorateHere],
};

const forms: readonly DocumentRule[] = settlementDocuments.flatMap((document) => {
  const form = numbers.find((number) => document.key === `tc-${number}`);
  if (!form) return [];
  const cited = text(`Mẫu số ${form} ban hành kèm theo Nghị định 31/2019/NĐ-CP`);
  return [{ ...document, form, ...cited, recipients: recipients[document.key] ?? document.recipients }];
});

const stopOrder: readonly DocumentRule[] = againDocuments
  .filter((document) => document.key === "tc-stop-order")
  .map((document) => ({ ...document, ...text("Khoản 3 Điều 5 Nghị định 31/2019/NĐ-CP"), gap: "GAP-8" }));

/** Note (8) of Mẫu số 05: it also tells that a denunciation is not accepted, with the reason. */
const refusalForm: readonly DocumentRule[] = intakeDocuments
  .filter((document) => document.key === "tc-refusal")
  .map((document) => ({
    key: document.key,
    name: document.name,
    symbol: document.symbol,
    recipients: document.recipients,
    form: "05",
    ...text("Mẫu số 05 (ghi chú 8) ban hành kèm theo Nghị định 31/2019/NĐ-CP"),
  }));

const d5 = (rest: string) => text(`${rest} Điều 5 Nghị định 31/2019/NĐ-CP`);

const takingOver: readonly ActRule[] = [
  {
    ...orderStop,
    ...text("Khoản 5 Điều 38 Luật Tố cáo; khoản 3 Điều 5 Nghị định 31/2019/NĐ-CP"),
    fields: [
      choices("grounds", t("Căn cứ cấp trên giải quyết", "Grounds"), [
        option(
          "procedure",
          t(
            "Vi phạm trình tự, thủ tục làm kết luận không chính xác, khách quan hoặc làm sai lệch hồ sơ",
            "A breach of procedure that makes the conclusion wrong or falsifies the file",
          ),
          d5("Điểm a khoản 1"),
        ),
        option(
          "resettlement",
          t("Có căn cứ của khoản 3 Điều 37 Luật Tố cáo", "A ground of Article 37.3"),
          d5("Điểm b khoản 1"),
        ),
        option(
          "relative",
          t(
            "Người bị tố cáo là người thân thích của người xác minh, người giải quyết",
            "The accused is a relative of who verifies or settles",
          ),
          d5("Điểm a khoản 2"),
        ),
        option(
          "relative-concerned",
          t(
            "Nội dung liên quan trực tiếp đến người thân thích của người xác minh, người giải quyết",
            "The content directly concerns such a relative",
          ),
          d5("Điểm b khoản 2"),
        ),
        option(
          "interest",
          t("Có lợi ích liên quan trực tiếp với người bị tố cáo", "A direct interest with the accused"),
          d5("Điểm c khoản 2"),
        ),
      ]),
      ...orderStop.fields.filter((field) => field.id !== "grounds"),
    ],
  },
  takeOver("TC-5-3", d5("Khoản 3")),
];

/** Nghị định 31/2019/NĐ-CP, in force from 28 May 2019: forms, criteria, teams, experts, publication, taking over. */
export const decree31: Amendment = {
  id: "denunciations/2019-05-28",
  validFrom: civilDate("2019-05-28"),
  alias: "V0",
  basis: ["Luật Tố cáo 25/2018/QH14", "Nghị định 31/2019/NĐ-CP"],
  gaps,
  notEncoded: [
    "Báo cáo hằng tháng của cơ quan thanh tra về việc thực hiện kết luận (khoản 2 Điều 18 Nghị định 31/2019/NĐ-CP): không phải thời hạn theo ngày",
    "Thông báo trên báo in, báo nói, báo hình ít nhất 02 lần liên tục (khoản 2 Điều 6): ghi vào biên bản, không có đồng hồ",
    "Xử lý kỷ luật (Điều 21 đến Điều 23 Nghị định 31/2019/NĐ-CP)",
    "Thời hạn của pháp luật xử lý vi phạm hành chính đối với vi phạm quản lý nhà nước (khoản 2 Điều 42 Luật Tố cáo)",
  ],
  rules: decreeRules,
  procedures: [
    {
      id: "denunciation",
      acts: [
        { ...extendCheck, ...text("Khoản 1 Điều 24 Luật Tố cáo; khoản 1 Điều 9 Nghị định 31/2019/NĐ-CP") },
        ...settlementActs,
      ],
      documents: [...forms, ...refusalForm],
    },
    {
      id: "denunciation-again",
      acts: [...takingOver, ...within(againStates, intakeClocks, settlementActs)],
      documents: [...forms, ...stopOrder],
    },
  ],
};
