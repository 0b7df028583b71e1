import type { ActRule, FieldOption } from "../../../src/rules/pack.ts";
import { choice, guard, line, option, t, text } from "../../wording.ts";
import { refuseOral as oral2014, establishRefusal as written2014 } from "../2014-07-01/acts-refusal.ts";
import { record as record2014 } from "../2014-07-01/acts-session.ts";

const law = (rest: string) => text(`${rest} Luật Tiếp công dân`);
const point = (letter: string) => ({ ...text(`Điểm ${letter} khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP`), gap: "GAP-7" });

const oralGrounds: readonly FieldOption[] = [
  option(
    "1",
    t(
      "Say do dùng chất kích thích, mắc bệnh tâm thần hoặc mất khả năng nhận thức",
      "Intoxicated or not able to understand",
    ),
    law("Khoản 1 Điều 9"),
  ),
  option(
    "2",
    t("Đe dọa, xúc phạm, gây rối trật tự, vi phạm nội quy", "Threats, insults, disorder"),
    law("Khoản 2 Điều 9"),
  ),
  option(
    "a",
    t(
      "Mang vũ khí, vật liệu nổ, vật nguy hiểm mà không gửi, không giao nộp theo yêu cầu",
      "Weapons, explosives or dangerous things not handed over when asked",
    ),
    point("a"),
  ),
  option("b", t("Không chấp hành kiểm tra an ninh", "Refuses the security check"), point("b")),
  option(
    "c",
    t(
      "Tự ý ghi âm, ghi hình, phát trực tiếp khi đã được yêu cầu không thực hiện hoặc gây ảnh hưởng an ninh, trật tự",
      "Records or broadcasts after being told not to, or disturbs order by it",
    ),
    point("c"),
  ),
  option(
    "d",
    t("Kích động, lôi kéo, gây rối trật tự công cộng tại nơi tiếp", "Incites others or causes disorder at the place"),
    point("d"),
  ),
  option(
    "đ",
    t(
      "Không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp",
      "Without full civil capacity and without a lawful representative",
    ),
    point("đ"),
  ),
  option(
    "e",
    t(
      "Người đại diện, người được ủy quyền khiếu nại, kiến nghị, phản ánh không xuất trình được giấy tờ chứng minh",
      "Represents a complainant or the author of a reflection, without proof of it",
    ),
    point("e"),
  ),
  option(
    "g",
    t(
      "Nội dung không thuộc phạm vi khiếu nại, tố cáo, kiến nghị, phản ánh",
      "Not a complaint, denunciation, recommendation or reflection",
    ),
    point("g"),
  ),
  option(
    "i",
    t(
      "Đã có bản án, quyết định của Tòa án có hiệu lực, không thuộc trường hợp được xem xét lại (có văn bản trả lời)",
      "A final court judgment that may not be reviewed (there is a written answer saying so)",
    ),
    point("i"),
  ),
  option(
    "k",
    t("Cơ quan có thẩm quyền khác đang thụ lý, giải quyết", "Another competent body is settling it"),
    point("k"),
  ),
];

export const refuseOral: ActRule = {
  ...oral2014,
  ...text("Điều 9 Luật Tiếp công dân; khoản 2 Điều 4 Nghị định 154/2026/NĐ-CP"),
  gap: "GAP-7",
  fields: [
    choice("ground", t("Lý do từ chối", "Reason"), oralGrounds),
    line("explanation", t("Nội dung giải thích", "What was explained")),
  ],
};

export const establishRefusal: ActRule = {
  ...written2014,
  ...text("Khoản 3 Điều 9 Luật Tiếp công dân; khoản 3 Điều 4 Nghị định 154/2026/NĐ-CP"),
  gap: "GAP-7",
  fields: written2014.fields.map((field) =>
    field.id === "ground"
      ? {
          ...field,
          options: [
            ...(field.options ?? []),
            option(
              "h",
              t(
                "Kiến nghị, phản ánh đã được tiếp, hướng dẫn hoặc trả lời bằng văn bản đúng quy định, không có tình tiết mới",
                "A reflection received, guided or answered in writing before, with nothing new",
              ),
              point("h"),
            ),
          ],
        }
      : field,
  ),
  clocks: [{ do: "start", clock: "refusal-notice", rules: [{ rule: "TCD-9-2" }], from: "groundOn" }],
};

const identity = text(
  "Khoản 1 Điều 25 Luật Tiếp công dân (Luật 136/2025/QH15); khoản 1 Điều 12 Nghị định 154/2026/NĐ-CP",
);

export const record: ActRule = {
  ...record2014,
  ...text("Khoản 2 Điều 25 Luật Tiếp công dân; Điều 14, khoản 1 Điều 27 Nghị định 154/2026/NĐ-CP"),
  guards: [
    ...record2014.guards.map((each) => {
      if (each.condition === "identity-given")
        return {
          ...each,
          ...identity,
          refusal: t(
            "Phải yêu cầu công dân nêu rõ họ tên, địa chỉ và số căn cước, giấy chứng nhận căn cước, số định danh cá nhân hoặc số hộ chiếu.",
            "The citizen is asked for name, address and the number of an identity card, identity certificate, personal number or passport.",
          ),
        };
      if (each.condition === "lawfully-authorised")
        return {
          ...each,
          ...text("Khoản 1 Điều 25 Luật Tiếp công dân (Luật 136/2025/QH15); Điều 13 Nghị định 154/2026/NĐ-CP"),
          // Only since Decree 154/2026 is this a ground of refusal (điểm e khoản 1 Điều 4).
          instead: ["guide", "refuse-oral"],
        };
      return each;
    }),
    guard(
      "recorded-when-online",
      text("Khoản 1 Điều 24 Nghị định 154/2026/NĐ-CP"),
      t(
        "Buổi tiếp công dân trực tuyến phải được ghi âm, ghi hình có âm thanh.",
        "An online reception has to be recorded in picture and sound.",
      ),
    ),
  ],
  fields: [
    ...record2014.fields,
    {
      id: "recorded",
      label: t("Đã ghi âm, ghi hình buổi tiếp trực tuyến", "The online reception was recorded"),
      type: "yes-no",
      required: "held-online",
      shownWhen: "held-online",
      personal: false,
    },
  ],
};
