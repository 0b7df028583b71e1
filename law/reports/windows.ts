import type { Cited, ReportWindowRule, Text } from "../../src/rules/pack.ts";
import { t } from "../wording.ts";

type Due = ReportWindowRule["due"];

const periods: readonly {
  readonly id: string;
  readonly name: Text;
  readonly from: ReportWindowRule["from"];
  readonly toMonth: number;
  readonly narrative: boolean;
}[] = [
  {
    id: "Q1",
    name: t("Quý I", "First quarter"),
    from: { month: 12, day: 15, yearOffset: -1 },
    toMonth: 3,
    narrative: true,
  },
  {
    id: "Q2",
    name: t("Quý II", "Second quarter"),
    from: { month: 3, day: 15, yearOffset: 0 },
    toMonth: 6,
    narrative: false,
  },
  {
    id: "6M",
    name: t("6 tháng", "Six months"),
    from: { month: 12, day: 15, yearOffset: -1 },
    toMonth: 6,
    narrative: true,
  },
  {
    id: "Q3",
    name: t("Quý III", "Third quarter"),
    from: { month: 6, day: 15, yearOffset: 0 },
    toMonth: 9,
    narrative: false,
  },
  {
    id: "9M",
    name: t("9 tháng", "Nine months"),
    from: { month: 12, day: 15, yearOffset: -1 },
    toMonth: 9,
    narrative: true,
  },
  {
    id: "Q4",
    name: t("Quý IV", "Fourth quarter"),
    from: { month: 9, day: 15, yearOffset: 0 },
    toMonth: 12,
    narrative: false,
  },
  { id: "Y", name: t("Năm", "Year"), from: { month: 12, day: 15, yearOffset: -1 }, toMonth: 12, narrative: true },
];

/** The seven periods, from the 15th to the 14th. */
export function windows(cited: Cited, due: Due): readonly ReportWindowRule[] {
  return periods.map(({ id, name, from, toMonth, narrative }) => ({
    ...cited,
    id,
    name,
    from,
    to: { month: toMonth, day: 14 },
    due,
    narrative,
  }));
}
