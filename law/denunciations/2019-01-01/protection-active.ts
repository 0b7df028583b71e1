import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, option, t, text, yesNo } from "../../wording.ts";
import { answer } from "../secret-fields.ts";
import { correct } from "./acts-after.ts";
import { reassign } from "./acts-side.ts";
import { objects } from "./protection.ts";
import { protectionStates } from "./protection-states.ts";
import { head, office } from "./states.ts";

const d = (rest: string) => text(`${rest} Luật Tố cáo`);

const begin: ActRule = {
  id: "begin",
  name: t("Ghi nhận đã tổ chức thực hiện bảo vệ", "Record that the protection has begun"),
  todo: t("Tổ chức thực hiện ngay việc bảo vệ", "Put the protection in place at once"),
  rule: "TC-52-1",
  ...d("Khoản 4 Điều 52"),
  from: ["ORDERED"],
  to: "ACTIVE",
  actors: office,
  guards: [],
  fields: [
    date("begunOn", t("Ngày bắt đầu thực hiện", "Begun on")),
    yesNo("told", t("Quyết định đã đến người được bảo vệ", "The decision has reached the protected person")),
  ],
  documents: [],
  clocks: [],
  sets: { protectedFrom: "$begunOn" },
};

const change: ActRule = {
  id: "change",
  name: t("Thay đổi, bổ sung biện pháp bảo vệ", "Change or add to the protection"),
  rule: "TC-54-2",
  ...d("Khoản 1 Điều 54"),
  from: ["ACTIVE"],
  to: "same",
  actors: head,
  guards: [],
  fields: [objects, answer("reason", t("Lý do, nội dung thay đổi", "Reason and change"))],
  documents: ["bv-change"],
  bindingDocument: "bv-change",
  clocks: [],
  sets: { changed: true },
  leavesTheBuilding: true,
};

export const endGrounds = [
  option(
    "concluded",
    t("Đã có kết luận nội dung tố cáo hoặc quyết định đình chỉ", "The conclusion or termination was issued"),
    d("Điểm a khoản 2 Điều 54"),
  ),
  option(
    "no-ground",
    t("Căn cứ áp dụng biện pháp bảo vệ không còn", "The ground is gone"),
    d("Điểm b khoản 2 Điều 54"),
  ),
  option(
    "request",
    t("Người được bảo vệ đề nghị bằng văn bản", "The protected person asked for it in writing"),
    d("Điểm b khoản 2 Điều 54"),
  ),
];

/** `grounds`: Luật 136/2025 adds one. */
export const endBy = (grounds: typeof endGrounds): ActRule => ({
  id: "end",
  name: t("Chấm dứt biện pháp bảo vệ", "End the protection"),
  todo: t("Chấm dứt bảo vệ khi có căn cứ", "End the protection where there is ground"),
  rule: "TC-54-1",
  ...d("Khoản 2 Điều 54"),
  from: ["ORDERED", "ACTIVE"],
  to: "ENDED",
  actors: head,
  guards: [],
  fields: [
    choice("why", t("Căn cứ chấm dứt", "Ground"), grounds),
    date("requestedOn", t("Ngày văn bản đề nghị", "Day of the written request"), {
      required: "written-request-of-protected",
      shownWhen: "written-request-of-protected",
    }),
    answer("reason", t("Lý do", "Reason"), { required: false }),
  ],
  documents: ["bv-end"],
  bindingDocument: "bv-end",
  clocks: [],
  sets: { endedBecause: "$why" },
  leavesTheBuilding: true,
});

const open = protectionStates.filter((state) => !state.final).map((state) => state.id);

/** Settled 26, as far as a protection has entries that can be wrong. */
const correctProtection: ActRule = {
  ...correct,
  from: open,
  fields: correct.fields
    .filter((field) => !field.id.startsWith("newW") && field.id !== "newForwarded")
    .map((field) =>
      field.id === "what"
        ? { ...field, options: (field.options ?? []).filter(({ id }) => id === "received-on" || id === "other") }
        : field,
    ),
  clocks: [{ do: "restart", clock: "protection", from: "newDate", when: "corrects-received" }, { do: "recompute" }],
  sets: {},
};

export const activeActs: readonly ActRule[] = [
  begin,
  change,
  endBy(endGrounds),
  correctProtection,
  { ...reassign, from: open },
];
