import type { ActRule } from "../../../src/rules/pack.ts";
import { date, guard, inference, line, t, text, words, yesNo } from "../../wording.ts";
import { office } from "./states.ts";

const law = (rest: string) => text(`${rest} Luật Tiếp công dân`);

const notOwed = guard(
  "result-is-owed",
  law("Khoản 2 Điều 27, khoản 2 Điều 28"),
  t(
    "Việc theo dõi, thông báo kết quả chỉ áp dụng với khiếu nại, tố cáo; kiến nghị, phản ánh thì trả lời là đã chuyển.",
    "The result is followed and told only for complaints and denunciations; a reflection is answered as transferred.",
  ),
  ["answer"],
);

export const answerAndFollow: ActRule = {
  id: "answer-and-follow",
  name: t("Trả lời đã chuyển và theo dõi kết quả", "Answer that it was forwarded, and follow the result"),
  rule: "TCD-28-1",
  ...law("Điểm d khoản 1 Điều 28"),
  from: ["RECORDED", "CONCLUDED"],
  to: "FOLLOWING",
  actors: office,
  guards: [notOwed],
  fields: [
    line("sentTo", t("Cơ quan đã chuyển đến", "Sent to")),
    yesNo("resultAsked", t("Công dân yêu cầu được thông báo kết quả", "The citizen asked to be told the result")),
  ],
  documents: [],
  clocks: [{ do: "meet", clock: "answer" }],
  sets: { answer: "transferred", resultAsked: "$resultAsked" },
  leavesTheBuilding: true,
};

/** Điều 10.3d: the reception board follows and urges what it forwarded. */
export const urge: ActRule = {
  id: "urge",
  name: t("Đôn đốc cơ quan nhận chuyển", "Urge the body it was sent to"),
  rule: "TCD-27-1",
  ...law("Điểm d khoản 3 Điều 10"),
  from: ["FOLLOWING"],
  to: "same",
  actors: office,
  guards: [],
  fields: [words("urged", t("Nội dung đôn đốc", "What was asked"))],
  documents: [],
  clocks: [],
  sets: {},
  leavesTheBuilding: true,
};

export const recordResult: ActRule = {
  id: "record-result",
  name: t("Ghi nhận thông báo kết quả giải quyết", "Record the result reported to us"),
  rule: "TCD-27-1",
  ...law("Khoản 2 Điều 27"),
  from: ["FOLLOWING"],
  to: "RESULT_KNOWN",
  actors: office,
  guards: [
    guard(
      "result-day-not-in-future",
      inference("Khoản 2 Điều 28 Luật Tiếp công dân"),
      t("Ngày nhận kết quả không được sau ngày ghi nhận.", "The result cannot have arrived after this entry."),
    ),
  ],
  fields: [
    date("resultOn", t("Ngày nhận được thông báo kết quả", "Result received on")),
    words("result", t("Kết quả giải quyết", "The result")),
  ],
  documents: [],
  clocks: [
    {
      do: "start",
      clock: "citizen-result",
      rules: [{ rule: "TCD-28-2", when: "result-asked-for" }],
      from: "resultOn",
    },
  ],
  sets: {},
};

export const tellResult: ActRule = {
  id: "tell-result",
  name: t("Thông báo kết quả giải quyết cho công dân", "Tell the citizen the result"),
  todo: t("Thông báo kết quả giải quyết cho công dân", "Tell the citizen the result"),
  rule: "TCD-28-2",
  ...law("Khoản 2 Điều 28"),
  from: ["RESULT_KNOWN"],
  to: "NOTIFIED",
  actors: office,
  guards: [],
  fields: [words("told", t("Nội dung thông báo", "What was told"))],
  documents: [],
  clocks: [{ do: "meet", clock: "citizen-result" }],
  sets: {},
  leavesTheBuilding: true,
};

export const closeUnasked: ActRule = {
  id: "close-unasked",
  name: t("Kết thúc theo dõi, công dân không yêu cầu thông báo", "End the following; the citizen did not ask"),
  rule: "TCD-28-2",
  ...inference("Khoản 2 Điều 28 Luật Tiếp công dân"),
  from: ["RESULT_KNOWN"],
  to: "NOTIFIED",
  actors: office,
  guards: [
    guard(
      "result-not-asked-for",
      law("Khoản 2 Điều 28"),
      t(
        "Công dân đã yêu cầu được thông báo kết quả nên phải thông báo trong 05 ngày làm việc.",
        "The citizen asked to be told the result, so it is told within 5 working days.",
      ),
      ["tell-result"],
    ),
  ],
  fields: [],
  documents: [],
  clocks: [],
  sets: {},
};
