import type { AllowanceRule, Cited, LawPack, Text } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { t, text } from "../../wording.ts";

export interface Amounts {
  readonly ordinary: number;
  readonly ordinaryWithAllowance: number;
  readonly central: number;
  readonly centralWithAllowance: number;
  readonly support: number;
}

const without = t("chưa hưởng phụ cấp trách nhiệm theo nghề", "without the professional allowance");
const having = t("đang hưởng phụ cấp trách nhiệm theo nghề", "with the professional allowance");
const joined = (who: Text, what: Text): Text => t(`${who.vi}, ${what.vi}`, `${who.en}, ${what.en}`);

const assigned = t("Người được giao nhiệm vụ tiếp công dân, xử lý đơn", "Who is assigned to reception or petitions");
const summoned = t(
  "Người đứng đầu, cấp phó tiếp định kỳ, đột xuất; người được triệu tập",
  "Heads and deputies who receive citizens; who is summoned",
);
const central = t(
  "Người được giao nhiệm vụ tại Trụ sở tiếp công dân trung ương",
  "Who is assigned at the central office",
);
const support = t(
  "Lực lượng phối hợp (an ninh, y tế, giao thông, dân phòng); người chuyên trách xử lý đơn",
  "Supporting forces; who processes petitions full time",
);

/**
 * Điều 3: the assigned are paid by the working day (the whole amount); everybody else by the day actually worked,
 * the whole amount from half of a standard day on and half of it below.
 */
export function allowancesOf(amounts: Amounts, first: Cited, second: Cited): readonly AllowanceRule[] {
  const rule = (id: string, name: Text, amount: number, wholeDayFrom: number, cited = first): AllowanceRule => ({
    ...cited,
    id,
    name,
    amount,
    wholeDayFrom,
  });
  return [
    rule("R1-50", joined(assigned, without), amounts.ordinary, 0),
    rule("R1-50-summoned", joined(summoned, without), amounts.ordinary, 0.5),
    rule("R1-51", joined(assigned, having), amounts.ordinaryWithAllowance, 0),
    rule("R1-51-summoned", joined(summoned, having), amounts.ordinaryWithAllowance, 0.5),
    rule("R1-52", joined(central, without), amounts.central, 0),
    rule("R1-52-allowance", joined(central, having), amounts.centralWithAllowance, 0),
    rule("R1-53", support, amounts.support, 0.5, second),
  ];
}

/** Thông tư 320/2016/TT-BTC, in force from 1 February 2017 (Điều 8). */
export const circular320: LawPack = {
  id: "allowances/2017-02-01",
  subject: "allowances",
  validFrom: civilDate("2017-02-01"),
  alias: "V0",
  basis: ["Thông tư 320/2016/TT-BTC", "Nghị định 64/2014/NĐ-CP"],
  rules: [],
  procedures: [],
  against: [],
  competence: [],
  transitions: [],
  duties: [],
  allowances: allowancesOf(
    {
      ordinary: 100_000,
      ordinaryWithAllowance: 80_000,
      central: 150_000,
      centralWithAllowance: 120_000,
      support: 50_000,
    },
    text("Điều 3, khoản 1 Điều 4 Thông tư 320/2016/TT-BTC"),
    text("Điều 3, khoản 2 Điều 4 Thông tư 320/2016/TT-BTC"),
  ),
  reportWindows: [],
  gaps: [],
  notEncoded: [
    "Mức cụ thể do Hội đồng nhân dân cấp tỉnh quyết định (khoản 2 Điều 7): nhập khi tính, không quá mức tối đa cộng 20%",
    "Thông tư liên tịch 46/2012/TTLT-BTC-TTCP (trước 01/02/2017)",
  ],
};
