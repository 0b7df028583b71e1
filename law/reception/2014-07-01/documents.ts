import type { DocumentRule } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";

const citizen = t("Công dân được tiếp", "The citizen received");

/** Papers of the law itself. Mẫu 01-TCD … 06-TCD of Thông tư 06/2014/TT-TTCP held from 15 December 2014 to 14 November 2021 only. */
export const documents: readonly DocumentRule[] = [
  {
    key: "tcd-02",
    form: null,
    symbol: "GBN",
    name: t("Giấy biên nhận thông tin, tài liệu, bằng chứng", "Receipt for documents"),
    recipients: [t("Người cung cấp", "Who handed them in")],
    ...text("Khoản 2 Điều 8 Luật Tiếp công dân"),
  },
  {
    key: "tcd-01",
    form: null,
    symbol: "TB",
    name: t("Thông báo về việc từ chối tiếp công dân", "Notice of refusal of reception"),
    recipients: [citizen],
    ...text("Khoản 3 Điều 9 Luật Tiếp công dân; Điều 4 Thông tư 06/2014/TT-TTCP"),
  },
  {
    key: "tcd-conclusion",
    form: null,
    symbol: "TB",
    name: t("Thông báo kết luận việc tiếp công dân", "Notice of the head's conclusion"),
    recipients: [t("Cơ quan, tổ chức, đơn vị có liên quan", "The units concerned"), citizen],
    ...text("Khoản 4 Điều 18 Luật Tiếp công dân; khoản 4 Điều 32 Thông tư 06/2014/TT-TTCP"),
  },
  {
    key: "tcd-appointment",
    form: null,
    symbol: "PH",
    name: t("Phiếu hẹn tiếp công dân", "Appointment"),
    recipients: [citizen],
    ...text("Khoản 3 Điều 13 Thông tư 06/2014/TT-TTCP"),
  },
];
