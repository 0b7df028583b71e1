import type { LawPack } from "../../../src/rules/pack.ts";
import { civilDate } from "../../../src/time/civil-date.ts";
import { t, text } from "../../wording.ts";
import { petitionActs } from "../acts.ts";
import { articles2014 } from "../articles.ts";
import { documents2014, papers2014 } from "../documents.ts";
import { gaps2014 } from "../gaps.ts";
import { stages, states } from "../states.ts";

/** Thông tư 07/2014/TT-TTCP of 31 October 2014, in force from 15 December 2014 (Điều 32). */
export const circular7: LawPack = {
  id: "petitions/2014-12-15",
  subject: "petitions",
  validFrom: civilDate("2014-12-15"),
  alias: "V0",
  basis: ["Thông tư 07/2014/TT-TTCP", "Luật Tiếp công dân 42/2013/QH13"],
  rules: [],
  procedures: [
    {
      id: "petition-processing",
      name: t("Xử lý đơn", "Petition processing"),
      opens: {
        ...text("Điều 4, Điều 6 Thông tư 07/2014/TT-TTCP"),
        kinds: ["complaint", "denunciation", "recommendation"],
        role: "preliminary",
        prefix: "XLD",
        todo: t("Xử lý đơn", "Process the petition"),
        fields: [],
      },
      stages,
      initial: "RECEIVED",
      opening: [],
      // Hướng dẫn, chuyển, trả lại and không đủ điều kiện are answers in the sense of Điều 28.1 Luật Tiếp công dân.
      inherits: ["answer", "acceptance"],
      states,
      acts: petitionActs(articles2014, papers2014),
      documents: documents2014(articles2014),
    },
  ],
  against: [],
  competence: [],
  transitions: [],
  duties: [],
  allowances: [],
  reportWindows: [],
  gaps: gaps2014,
  notEncoded: [
    "Điều 7 đến Điều 20 Thông tư 07/2014/TT-TTCP: không có toàn văn, theo nguồn đã nêu",
    "Thời hạn lưu đơn 01 năm, việc tiêu hủy (khoản 2 Điều 28)",
    "Phân loại theo số người ký, theo hệ cơ quan để thống kê (khoản 4, khoản 6 Điều 6)",
  ],
};
