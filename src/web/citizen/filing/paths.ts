import type { Step } from "../../../casework/filing/index.ts";
import { m } from "../../paraglide/messages.js";

export const filingPath = "/nop-don";
export const receiptPath = "/nop-don/bien-nhan";
export const verifyPath = "/kiem-tra-bien-nhan";

export const stepPath = (step: Step): string => `${filingPath}/${step}`;

export const questions: Readonly<Record<Step, () => string>> = {
  loai: m.filing_q_loai,
  "noi-nhan": m.filing_q_noi_nhan,
  "su-viec": m.filing_q_su_viec,
  "yeu-cau": m.filing_q_yeu_cau,
  "nguoi-gui": m.filing_q_nguoi_gui,
  "cung-gui": m.filing_q_cung_gui,
  "tai-lieu": m.filing_q_tai_lieu,
  "kiem-tra": m.filing_q_kiem_tra,
};
