import { civilDate } from "../../../src/time/civil-date.ts";
import type { Amendment } from "../../amend.ts";
import { petitionActs } from "../acts.ts";
import { articles2021 } from "../articles.ts";
import { documents2021, papers2014, papers2021 } from "../documents.ts";
import { gaps } from "../gaps.ts";

/** Thông tư 05/2021/TT-TTCP of 1 October 2021, in force from 15 November 2021. */
export const circular5: Amendment = {
  id: "petitions/2021-11-15",
  validFrom: civilDate("2021-11-15"),
  alias: "V0",
  basis: ["Thông tư 05/2021/TT-TTCP", "Luật Tiếp công dân 42/2013/QH13"],
  gaps,
  notEncoded: [
    "Thông tư 05/2021/TT-TTCP: chỉ có Điều 13 đến Điều 16; phần còn lại theo Thông tư 07/2014/TT-TTCP và nguồn đã nêu (GAP-12)",
    "Xếp lưu đơn có nội dung chống đối, lời lẽ xúc phạm (Thông tư 05/2021/TT-TTCP): chưa đối chiếu",
    "Cách thức liên hệ của người tố cáo là điều kiện của đơn tố cáo: xem quy trình tố cáo",
  ],
  rules: [],
  procedures: [
    {
      id: "petition-processing",
      acts: petitionActs(articles2021, papers2021),
      documents: documents2021(articles2021),
      withoutDocuments: Object.values(papers2014),
    },
  ],
};
