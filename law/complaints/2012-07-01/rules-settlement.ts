import type { Cited, DeadlineRule, Text } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";
import { settlement } from "./limits.ts";

const overdueFirst = t(
  "Quá hạn: người khiếu nại có quyền khiếu nại lần hai hoặc khởi kiện vụ án hành chính (Điều 33 Luật Khiếu nại)",
  "Overdue: the complainant may complain a second time or sue (Article 33 of the Law on Complaints)",
);
const overdueSecond = t(
  "Quá hạn: người khiếu nại có quyền khởi kiện vụ án hành chính (Điều 42 Luật Khiếu nại)",
  "Overdue: the complainant may sue (Article 42 of the Law on Complaints)",
);
const overdueDismissal = t(
  "Quá hạn: người bị kỷ luật buộc thôi việc có quyền khởi kiện vụ án hành chính (khoản 3 Điều 57 Luật Khiếu nại)",
  "Overdue: who was dismissed may sue (Article 57.3 of the Law on Complaints)",
);

const first = (cited: Cited, id: string, amount: number, name: Text) =>
  settlement(cited, id, amount, name, overdueFirst);
const second = (cited: Cited, id: string, amount: number, name: Text) =>
  settlement(cited, id, amount, name, overdueSecond);
const disciplinary = (cited: Cited, id: string, amount: number, name: Text) =>
  settlement(cited, id, amount, name, overdueDismissal);

const d28 = text("Điều 28 Luật Khiếu nại");
const d37 = text("Điều 37 Luật Khiếu nại");
const d50 = text("Điều 50 Luật Khiếu nại");
const remote = "vùng sâu, vùng xa đi lại khó khăn";

export const settling: readonly DeadlineRule[] = [
  first(d28, "KN-28-1", 30, t("Giải quyết khiếu nại lần đầu", "Settle a first complaint")),
  first(d28, "KN-28-2", 45, t("Giải quyết khiếu nại lần đầu, vụ việc phức tạp", "Settle a first complaint, complex")),
  first(
    { ...d28, gap: "GAP-6" },
    "KN-28-3",
    45,
    t(`Giải quyết khiếu nại lần đầu ở ${remote}`, "Settle a first complaint, remote area"),
  ),
  first(
    { ...d28, gap: "GAP-6" },
    "KN-28-4",
    60,
    t(
      `Giải quyết khiếu nại lần đầu ở ${remote}, vụ việc phức tạp`,
      "Settle a first complaint, remote area and complex",
    ),
  ),
  second(d37, "KN-37-1", 45, t("Giải quyết khiếu nại lần hai", "Settle a second complaint")),
  second(d37, "KN-37-2", 60, t("Giải quyết khiếu nại lần hai, vụ việc phức tạp", "Settle a second complaint, complex")),
  second(
    { ...d37, gap: "GAP-6" },
    "KN-37-3",
    60,
    t(`Giải quyết khiếu nại lần hai ở ${remote}`, "Settle a second complaint, remote area"),
  ),
  second(
    { ...d37, gap: "GAP-6" },
    "KN-37-4",
    70,
    t(
      `Giải quyết khiếu nại lần hai ở ${remote}, vụ việc phức tạp`,
      "Settle a second complaint, remote area and complex",
    ),
  ),
  disciplinary(d50, "KN-50-2", 30, t("Giải quyết khiếu nại quyết định kỷ luật", "Settle a disciplinary complaint")),
  disciplinary(
    d50,
    "KN-50-2-complex",
    45,
    t("Giải quyết khiếu nại quyết định kỷ luật, vụ việc phức tạp", "Settle a disciplinary complaint, complex"),
  ),
];
