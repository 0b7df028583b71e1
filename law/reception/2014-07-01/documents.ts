import type { DocumentRule } from "../../../src/rules/pack.ts";
import { inference, t } from "../../wording.ts";

const citizen = t("Công dân được tiếp", "The citizen received");

/** The law speaks of the steps; the papers themselves came with Thông tư 06/2014/TT-TTCP, from 15 December 2014. */
export const documents: readonly DocumentRule[] = [
  {
    key: "tcd-02",
    form: null,
    symbol: "GBN",
    name: t("Giấy biên nhận thông tin, tài liệu, bằng chứng", "Receipt for documents"),
    recipients: [t("Người cung cấp", "Who handed them in")],
    ...inference("Khoản 2 Điều 8, điểm a khoản 1 Điều 26 Luật Tiếp công dân"),
  },
  {
    key: "tcd-01",
    form: null,
    symbol: "TB",
    name: t("Thông báo về việc từ chối tiếp công dân", "Notice of refusal of reception"),
    recipients: [citizen],
    ...inference("Khoản 3 Điều 9 Luật Tiếp công dân"),
  },
  {
    key: "tcd-conclusion",
    form: null,
    symbol: "TB",
    name: t("Thông báo kết luận việc tiếp công dân", "Notice of the head's conclusion"),
    recipients: [t("Cơ quan, tổ chức, đơn vị có liên quan", "The units concerned"), citizen],
    ...inference("Khoản 4 Điều 18 Luật Tiếp công dân"),
  },
  // For a whole session of a head: the law wants the content written down, and prints no form.
  {
    key: "tcd-session-minutes",
    form: null,
    symbol: "BB",
    name: t("Biên bản buổi tiếp công dân", "Minutes of the session"),
    recipients: [t("Cơ quan, tổ chức, đơn vị có liên quan", "The units concerned")],
    ...inference("Khoản 2 Điều 25 Luật Tiếp công dân"),
  },
  {
    key: "tcd-session-conclusion",
    form: null,
    symbol: "TB",
    name: t("Thông báo kết luận buổi tiếp công dân", "Notice of what the head concluded at the session"),
    recipients: [t("Cơ quan, tổ chức, đơn vị có liên quan", "The units concerned")],
    ...inference("Khoản 4 Điều 18 Luật Tiếp công dân"),
  },
  {
    key: "tcd-appointment",
    form: null,
    symbol: "PH",
    name: t("Phiếu hẹn tiếp công dân", "Appointment"),
    recipients: [citizen],
    ...inference("Khoản 2 Điều 18, Điều 24 Luật Tiếp công dân"),
  },
];
