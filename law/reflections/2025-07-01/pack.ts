import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { reflections2014 } from "../2014-07-01/pack.ts";
import { earlierGaps } from "../gaps.ts";

/** Two levels since 1 July 2025; nothing of the steps is known to have changed. */
export const twoLevelReflections: Amendment = {
  id: "reflections/2025-07-01",
  validFrom: civilDate("2025-07-01"),
  alias: "V1",
  basis: [...reflections2014.basis, "Luật Tổ chức chính quyền địa phương 72/2025/QH15"],
  gaps: earlierGaps,
  notEncoded: reflections2014.notEncoded,
  rules: [],
  procedures: [],
};
