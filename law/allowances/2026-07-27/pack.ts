import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { text } from "../../wording.ts";
import { allowancesOf, circular320 } from "../2017-02-01/pack.ts";

/** Thông tư 65/2026/TT-BTC, in force from 27 July 2026: new amounts; the principle of Điều 3 stays. */
export const circular65: Amendment = {
  id: "allowances/2026-07-27",
  validFrom: civilDate("2026-07-27"),
  alias: "V2",
  basis: ["Thông tư 320/2016/TT-BTC được sửa đổi, bổ sung bởi Thông tư 65/2026/TT-BTC", "Nghị định 154/2026/NĐ-CP"],
  gaps: [],
  notEncoded: [
    ...circular320.notEncoded,
    "Viên chức tại đơn vị sự nghiệp công lập tính theo ngày làm việc thực tế (khoản 2 Điều 39 Nghị định 154/2026/NĐ-CP): chọn mức tương ứng có quy tắc nửa ngày",
  ],
  rules: [],
  procedures: [],
  allowances: allowancesOf(
    {
      ordinary: 200_000,
      ordinaryWithAllowance: 150_000,
      central: 250_000,
      centralWithAllowance: 200_000,
      support: 100_000,
    },
    text("Khoản 1 Điều 4 Thông tư 320/2016/TT-BTC (Thông tư 65/2026/TT-BTC); Điều 3 Thông tư 320/2016/TT-BTC"),
    text("Khoản 2 Điều 4 Thông tư 320/2016/TT-BTC (Thông tư 65/2026/TT-BTC); Điều 3 Thông tư 320/2016/TT-BTC"),
  ),
};
