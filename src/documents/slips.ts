import type { Slip } from "../casework/papers/slip.ts";
import { dateInWords } from "./blanks.ts";
import { cleanText } from "./clean.ts";

/** The words of one slip. It says nothing of what the petition is about: slips get lost. */
export interface SlipShown {
  readonly agency: string;
  readonly title: string;
  readonly to: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly note: string;
  readonly url: string;
}

/** Cut apart, eight on a page. */
export interface SlipSheet {
  readonly name: string;
  readonly slips: readonly SlipShown[];
}

export const slipShown = (slip: Slip): SlipShown => ({
  agency: cleanText(slip.agency),
  title: "PHIẾU THEO DÕI ĐƠN",
  to: cleanText(slip.name),
  rows: [
    { label: "Mã của riêng ông (bà):", value: slip.code },
    { label: "Mã bí mật (giữ kín):", value: slip.secret },
  ],
  note: [
    `Đơn tiếp nhận ${dateInWords(slip.receivedOn)}. Quét mã hoặc nhập hai mã trên tại địa chỉ dưới đây.`,
    slip.again ? `Phiếu cấp lại ${dateInWords(slip.givenOn)}; phiếu cũ hết hiệu lực.` : "",
    "Không đưa phiếu cho người khác.",
  ]
    .filter(Boolean)
    .join(" "),
  url: slip.url,
});
