import type { ActRule, Cited } from "../../src/rules/pack.ts";
import { date, guard, inference, line, t, words } from "../wording.ts";
import { head } from "./2012-07-01/states.ts";

/** 2C-7: the first resolver takes the first decision back while the second complaint is under way. */
export function endForRevocation(cited: Cited): ActRule {
  return {
    id: "end-first-revoked",
    name: t(
      "Đình chỉ vì quyết định giải quyết lần đầu đã bị thu hồi, hủy bỏ",
      "End the settlement: the first decision was revoked",
    ),
    rule: "KN-11a-2",
    ...cited,
    from: ["ACCEPTED", "VERIFYING", "VERIFIED", "DIALOGUE_SET", "DIALOGUED", "SUSPENDED"],
    to: "TERMINATED",
    actors: head,
    guards: [
      guard(
        "revoked-by-entry",
        inference(cited.article),
        t("Ngày thu hồi không được sau ngày ghi nhận.", "The decision was revoked no later than this entry."),
      ),
    ],
    fields: [
      line("revokedBy", t("Quyết định thu hồi, hủy bỏ quyết định lần đầu", "Decision that revoked the first one")),
      date("revokedOn", t("Ngày thu hồi, hủy bỏ", "Revoked on")),
      words("direction", t("Yêu cầu giải quyết lại đối với người giải quyết lần đầu", "Direction to settle anew"), {
        required: false,
      }),
      words("reason", t("Lý do đình chỉ", "Reason")),
    ],
    documents: ["kn-14a"],
    bindingDocument: "kn-14a",
    clocks: [
      { do: "cancel", clock: "acceptance" },
      { do: "cancel", clock: "settlement" },
      { do: "cancel", clock: "information" },
      { do: "start", clock: "suspension-sending", rules: [{ rule: "KN-28b-2", when: "new-rules-apply" }] },
    ],
    sets: { terminationGround: "c", firstRevokedOn: "$revokedOn" },
    leavesTheBuilding: true,
  };
}
