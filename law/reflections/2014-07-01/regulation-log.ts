import type { Actor, ActRule } from "../../../src/rules/pack.ts";
import { choice, option, t, text, yesNo } from "../../wording.ts";

const decree = (rest: string) => text(`${rest} Nghị định 20/2008/NĐ-CP`);
export const office: readonly Actor[] = ["petition-officer", "reception-officer", "head"];
export const log: ActRule = {
  id: "log",
  name: t("Vào sổ, phân loại", "Log and classify"),
  todo: t("Vào sổ, phân loại phản ánh, kiến nghị", "Log and classify the reflection"),
  rule: "PAKN-7-1",
  ...decree("Điều 7, khoản 1 Điều 9"),
  from: ["RECEIVED"],
  to: "LOGGED",
  actors: office,
  guards: [],
  fields: [
    choice("form", t("Hình thức", "Form"), [
      option("document", t("Văn bản", "In writing"), decree("Khoản 1 Điều 6")),
      option("telephone", t("Điện thoại", "By telephone"), decree("Khoản 2 Điều 6")),
      option("questionnaire", t("Phiếu lấy ý kiến", "Opinion form"), decree("Khoản 3 Điều 6")),
    ]),
    yesNo("inVietnamese", t("Sử dụng tiếng Việt", "In Vietnamese")),
    yesNo("clearContent", t("Thể hiện rõ nội dung", "Clear content")),
    yesNo(
      "nameAndContact",
      t("Ghi rõ tên, địa chỉ, số điện thoại hoặc địa chỉ thư tín", "Name, address and telephone or mail address"),
    ),
    yesNo("throughChannel", t("Gửi qua cách thức, số điện thoại đã công bố", "Sent through a published channel")),
    choice("about", t("Nội dung", "About"), [
      option(
        "conduct",
        t("Vướng mắc do hành vi chậm trễ, phiền hà, thực hiện không đúng", "Delay, harassment or wrong application"),
        decree("Khoản 1 Điều 5"),
      ),
      option(
        "regulation",
        t("Nội dung quy định hành chính", "The regulation itself"),
        decree("Khoản 2 đến khoản 8 Điều 5"),
      ),
    ]),
    yesNo("ownCompetence", t("Quy định thuộc thẩm quyền xử lý của cơ quan", "The regulation is within our competence")),
  ],
  documents: [],
  clocks: [],
  sets: {
    form: "$form",
    inVietnamese: "$inVietnamese",
    clearContent: "$clearContent",
    nameAndContact: "$nameAndContact",
    throughChannel: "$throughChannel",
    about: "$about",
    ownCompetence: "$ownCompetence",
  },
};
