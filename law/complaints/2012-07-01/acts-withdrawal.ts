import type { ActRule } from "../../../src/rules/pack.ts";
import { date, guard, inference, t, text, words, yesNo } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { head } from "./states.ts";

/** Law of 2011: withdrawal of the whole, by a signed letter only. */
export const withdrawAll = (course: Course): ActRule => ({
  id: "withdraw-all",
  name: t("Rút khiếu nại, đình chỉ giải quyết", "Withdrawal; settlement ends"),
  rule: "KN-10-old",
  ...text("Điều 10 Luật Khiếu nại"),
  from: ["KN_SCREEN", ...course.inHand],
  to: "TERMINATED",
  actors: head,
  guards: [
    guard(
      "withdrawal-signed",
      text("Điều 10 Luật Khiếu nại"),
      t(
        "Đơn rút khiếu nại phải có chữ ký hoặc điểm chỉ của người khiếu nại.",
        "The withdrawal needs the signature or fingerprint of the complainant.",
      ),
    ),
    guard(
      "withdrawal-not-before-receipt",
      inference("Điều 10 Luật Khiếu nại"),
      t(
        "Ngày rút phải từ ngày nhận khiếu nại đến ngày ghi nhận.",
        "The withdrawal lies between receipt and this entry.",
      ),
    ),
  ],
  fields: [
    date("withdrawnOn", t("Ngày rút khiếu nại", "Withdrawn on")),
    yesNo("signed", t("Đơn rút có chữ ký hoặc điểm chỉ", "The letter is signed or fingerprinted")),
    words("reason", t("Lý do, nội dung đơn rút", "What the letter says"), { required: false }),
  ],
  documents: ["withdrawal-record", "kn-14a"],
  bindingDocument: "kn-14a",
  clocks: [
    { do: "cancel", clock: "acceptance" },
    { do: "cancel", clock: "settlement" },
    { do: "cancel", clock: "information" },
    { do: "meet", clock: "answer" },
  ],
  sets: { withdrawnAll: true },
  leavesTheBuilding: true,
});
