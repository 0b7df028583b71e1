import type { ActRule } from "../../../src/rules/pack.ts";
import { choice, date, guard, inference, line, option, t, text } from "../../wording.ts";
import type { Course } from "./courses.ts";
import { office } from "./states.ts";

const ways = choice("way", t("Hình thức công khai", "Way of publication"), [
  option(
    "meeting",
    t(
      "Công bố tại cuộc họp cơ quan, tổ chức nơi người bị khiếu nại công tác",
      "At a meeting where the respondent works",
    ),
  ),
  option(
    "posting",
    t("Niêm yết tại trụ sở làm việc hoặc nơi tiếp công dân", "Posted at the office or the reception point"),
  ),
  option("media", t("Thông báo trên phương tiện thông tin đại chúng", "In the mass media")),
]);

/** Until the decree: publication follows from the principle of openness, without a number of days. */
export const publish = (course: Course): ActRule => ({
  id: "publish",
  name: t("Công khai quyết định giải quyết khiếu nại", "Publish the decision"),
  todo: t("Công khai quyết định giải quyết", "Publish the decision"),
  rule: "KN-29-5",
  ...(course.id === "complaint-second"
    ? text("Khoản 2 Điều 41 Luật Khiếu nại")
    : inference(course.disciplinary ? "Điều 4 Luật Khiếu nại" : "Điều 4, khoản 2 Điều 41 Luật Khiếu nại")),
  from: ["SENT"],
  to: "PUBLISHED",
  actors: office,
  guards: [],
  fields: [
    ways,
    date("publishedOn", t("Ngày công khai", "Published on")),
    date("noticeOn", t("Ngày thông báo cuộc họp", "Meeting announced on"), {
      required: "by-meeting",
      shownWhen: "by-meeting",
    }),
    line("place", t("Nơi công khai", "Where"), {
      help: t(
        "Nơi niêm yết, tên báo, đài hoặc địa chỉ trang thông tin.",
        "Place of posting, name of the medium or address of the page.",
      ),
    }),
  ],
  documents: ["publication-record"],
  clocks: [],
  sets: { published: true, publishedBy: "$way" },
  leavesTheBuilding: true,
  publishes: {
    what:
      course.instance === "first"
        ? t("Quyết định giải quyết khiếu nại lần đầu", "First decision on a complaint")
        : t("Quyết định giải quyết khiếu nại lần hai", "Second decision on a complaint"),
    documents: [course.decision.key],
    shows: "extract",
    ways: "way",
    stays: "posting",
  },
});

export const publishLate = (course: Course): ActRule => ({
  ...publish(course),
  id: "publish-late",
  name: t(
    "Công khai quyết định khi đang thi hành hoặc đã có khiếu nại lần hai",
    "Publish the decision during enforcement or after a second complaint",
  ),
  from: ["ENFORCING", "NOT_EXECUTED", "ENFORCED", ...(course.instance === "first" ? ["APPEALED"] : [])],
  to: "same",
  guards: [
    guard(
      "decision-issued",
      inference("Điều 4 Luật Khiếu nại"),
      t("Chưa có quyết định giải quyết để công khai.", "There is no decision to publish."),
    ),
    guard(
      "not-published",
      inference("Điều 4 Luật Khiếu nại"),
      t("Quyết định đã được công khai.", "The decision is already published."),
    ),
  ],
});
