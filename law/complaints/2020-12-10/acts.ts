import type { ActRule, Cited, ClockEffect, FieldRule, ProcedureRule } from "../../../src/rules/pack.ts";
import { choice, choices, guard, inference, option, t, text } from "../../wording.ts";
import { authorisation2020 } from "../2012-07-01/openings.ts";
import { verifier } from "../2012-07-01/states.ts";
import { actsOf, has } from "../changing.ts";

const decree = "Nghị định 124/2020/NĐ-CP";
const d29 = (rest: string) => text(`${rest} Điều 29 ${decree}`);

/** What starts to run besides, once a decision is issued. */
const more: readonly ClockEffect[] = [
  { do: "start", clock: "publication", rules: [{ rule: "KN-29-1" }] },
  { do: "start", clock: "enforcement", rules: [{ rule: "KN-31-1" }], fromEffectOf: "effect" },
];

const publicationGuards = [
  guard(
    "meeting-notice-in-time",
    d29("Điểm a khoản 3"),
    t(
      "Phải thông báo bằng văn bản trước cuộc họp công khai 03 ngày.",
      "The meeting has to be announced in writing 3 days before.",
    ),
  ),
  guard(
    "published-between-decision-and-entry",
    inference(`Khoản 3 Điều 29 ${decree}`),
    t(
      "Ngày công khai phải từ ngày ban hành quyết định đến ngày ghi nhận.",
      "Publication lies between the decision and this entry.",
    ),
  ),
];

/** Khoản 3 Điều 29 makes every decision public; that it means disciplinary ones too is our reading. */
function publication(procedure: ProcedureRule): Pick<ActRule, "article" | "confidence" | "clocks"> {
  const disciplinary = procedure.id.startsWith("complaint-disciplinary");
  return {
    ...(disciplinary ? inference(`Khoản 3 Điều 29 ${decree}`) : d29("Khoản 3")),
    clocks: [
      { do: "meet", clock: "publication" },
      {
        do: "start",
        clock: "posting",
        rules: [
          { rule: "KN-29-3", when: "by-posting" },
          { rule: "KN-29-4", when: "by-media" },
        ],
        from: "publishedOn",
      },
    ],
  };
}

const d5 = text(`Khoản 3 Điều 5 ${decree}`);
const authorised = guard(
  "authorisation-in-form",
  d5,
  t(
    "Chưa thể thụ lý: văn bản ủy quyền khiếu nại phải được công chứng hoặc chứng thực.",
    "Cannot accept yet: the authorisation has to be notarised or certified.",
  ),
  ["refuse", "correct"],
);

const ofGroups = new Set(["signatures-complete", "representative-paper"]);

/** All signatures, the appointment and the authorisation, before the officer's own check. */
function accepting(accept: ActRule): ActRule {
  const cited = accept.guards.map((each) =>
    ofGroups.has(each.condition) ? { ...each, ...text(`Khoản 1 Điều 16 ${decree}`) } : each,
  );
  return { ...accept, guards: [...cited.slice(0, -1), authorised, ...cited.slice(-1)] };
}

/** A missing or wrong authorisation is put right by a correction. */
export function withAuthorisation(correct: ActRule, authorisation: FieldRule): ActRule {
  const known = correct.fields.filter((field) => field.id !== "newAuthorisation");
  const what = known.map((field) =>
    field.id !== "what" || field.options?.some((each) => each.id === "authorisation")
      ? field
      : {
          ...field,
          options: [...(field.options ?? []), option("authorisation", t("Văn bản ủy quyền", "Authorisation"))],
        },
  );
  const renewed: FieldRule = {
    ...authorisation,
    id: "newAuthorisation",
    required: "corrects-authorisation",
    shownWhen: "corrects-authorisation",
  };
  return {
    ...correct,
    fields: [...what, renewed],
    sets: { ...correct.sets, authorisation: "$newAuthorisation" },
  };
}

const d20 = `Khoản 2, khoản 3 Điều 20 ${decree}`;

/** Second instance: the verifier works with the respondent, too. */
function respondentFirst(procedure: ProcedureRule): readonly ActRule[] {
  const report = actsOf(procedure)("report");
  const session = actsOf(procedure)("hold-working-session");
  const disciplinary = procedure.id === "complaint-disciplinary-second";
  const cited: Cited = disciplinary ? inference(d20) : text(d20);
  return [
    {
      id: "work-with-respondent",
      name: t("Làm việc với người bị khiếu nại", "Work with the respondent"),
      rule: "KN-19-1",
      ...cited,
      from: ["VERIFYING"],
      to: "same",
      actors: verifier,
      guards: [],
      fields: session.fields.filter((field) => field.id !== "with"),
      documents: ["kn-06"],
      clocks: [],
      sets: { respondentHeard: true },
    },
    {
      ...report,
      guards: [
        ...report.guards,
        guard(
          "respondent-heard",
          cited,
          t(
            "Trong giải quyết lần hai phải làm việc trực tiếp với người bị khiếu nại trước khi báo cáo.",
            "In the second instance the verifier has to work with the respondent before reporting.",
          ),
          ["work-with-respondent"],
        ),
      ],
    },
  ];
}

const chairs = choice("chair", t("Người chủ trì đối thoại", "Who chairs the dialogue"), [
  option("resolver", t("Người giải quyết khiếu nại lần hai", "The second resolver")),
  option("deputy", t("Cấp phó được phân công", "A deputy assigned")),
  option("agency-head", t("Thủ trưởng cơ quan chuyên môn cùng cấp", "Head of a specialised agency of the same level")),
  option("verifying-head", t("Thủ trưởng đơn vị được giao xác minh", "Head of the unit that verified")),
]);

const inPerson = choices(
  "inPerson",
  t("Trường hợp phải trực tiếp đối thoại", "What asks for the resolver in person"),
  [
    option("group", t("Nhiều người cùng khiếu nại về một nội dung", "Several complainants on one content")),
    option("agencies-differ", t("Các cơ quan có ý kiến khác nhau về biện pháp giải quyết", "The agencies differ")),
    option("tense", t("Người khiếu nại có thái độ gay gắt", "The complainant is vehement")),
    option("public-concern", t("Dư luận xã hội quan tâm", "The public is concerned")),
    option("security", t("Ảnh hưởng đến an ninh chính trị, trật tự, an toàn xã hội", "Security or order is touched")),
  ],
  { required: false },
);

/** Who has to chair the dialogue of a second complaint. */
export function chairing(hold: ActRule, cited: Cited): ActRule {
  const others = hold.fields.filter((field) => field.id !== "chair" && field.id !== "inPerson");
  return {
    ...hold,
    guards: [
      ...hold.guards.filter((each) => each.condition !== "chaired-as-law-says"),
      guard(
        "chaired-as-law-says",
        cited,
        t(
          "Người giải quyết lần hai phải trực tiếp đối thoại; chỉ Bộ trưởng, Chủ tịch Ủy ban nhân dân cấp tỉnh được phân công người khác, và chỉ khi không thuộc trường hợp phải trực tiếp.",
          "The second resolver has to chair in person; only a Minister or province chair may delegate, and only in other cases.",
        ),
        ["invite-dialogue"],
      ),
    ],
    fields: [chairs, inPerson, ...others],
  };
}

/** Who may order a review, and by which text. */
export function reviewing(open: ActRule, cited: Cited): ActRule {
  return { ...open, ...cited, guards: open.guards.map((each) => ({ ...each, ...inference(cited.article) })) };
}

/** The earlier decision is not carried out any more. */
function withoutEnforcement(act: ActRule): ActRule {
  return { ...act, clocks: [...act.clocks, { do: "cancel", clock: "enforcement" }] };
}

/** What is to be published is the new decision. */
function resettled(act: ActRule, article: string): ActRule {
  const stopped = withoutEnforcement(act);
  return { ...stopped, ...inference(article), clocks: [...stopped.clocks, { do: "cancel", clock: "publication" }] };
}

function publishedFirst(close: ActRule): ActRule["guards"] {
  return close.guards.map((each) => (each.condition === "published" ? { ...each, ...d29("Khoản 3") } : each));
}

/** Điểm b khoản 2 Điều 29: a first disciplinary decision goes to more than the law of 2011 names. */
function sendingActs(procedure: ProcedureRule): readonly ActRule[] {
  if (procedure.id === "complaint-second" || procedure.id === "complaint-disciplinary-second") return [];
  const disciplinary = procedure.id === "complaint-disciplinary";
  const cited = d29(disciplinary ? "Điểm b khoản 2" : "Điểm a khoản 2");
  const all = disciplinary
    ? t(
        "Đã gửi đủ: người khiếu nại, người bị khiếu nại, người có quyền, nghĩa vụ liên quan, cơ quan, tổ chức, cá nhân có liên quan",
        "Sent to all: complainant, respondent, related persons and the bodies concerned",
      )
    : t(
        "Đã gửi đủ: người khiếu nại, cấp trên trực tiếp, người giải quyết lần hai, người có quyền, nghĩa vụ liên quan, nơi chuyển đơn, thanh tra cùng cấp",
        "Sent to all: complainant, superior, second resolver, related persons, forwarders, inspectorate",
      );
  const act = actsOf(procedure);
  return ["send", "send-late"].map((id) => ({
    ...act(id),
    ...(disciplinary ? cited : text(`${act(id).article}; ${cited.article}`)),
    guards: act(id).guards.map((each) => ({ ...each, ...cited })),
    fields: act(id).fields.map((field) => (field.id === "allRecipients" ? { ...field, label: all } : field)),
  }));
}

/** What the decree changes of one procedure. */
export function changedActs(procedure: ProcedureRule): readonly ActRule[] {
  const act = actsOf(procedure);
  const second = procedure.id.endsWith("second");
  const disciplinaryFirst = procedure.id === "complaint-disciplinary";
  const decide = act("decide");
  const sending: readonly ClockEffect[] = decide.clocks.map((effect) =>
    disciplinaryFirst && effect.do === "start" && effect.clock === "sending"
      ? { ...effect, rules: [{ rule: "KN-54-1" }] }
      : effect,
  );
  const shown = publication(procedure);
  const d38 = text(`Điều 38 ${decree}`);
  const correct = withAuthorisation(act("correct"), authorisation2020);
  return [
    accepting(act("accept")),
    { ...decide, clocks: [...sending, ...more] },
    ...(has(procedure, "recheck-decide")
      ? [{ ...act("recheck-decide"), clocks: [...act("recheck-decide").clocks, ...more] }]
      : []),
    ...sendingActs(procedure),
    { ...act("publish"), ...shown, guards: publicationGuards },
    { ...act("publish-late"), ...shown, guards: [...act("publish-late").guards, ...publicationGuards] },
    {
      ...act("direct-enforcement"),
      ...text(`Khoản 1 Điều 31 ${decree}`),
      clocks: [{ do: "meet", clock: "enforcement" }],
    },
    ...(has(procedure, "second-complaint") ? [withoutEnforcement(act("second-complaint"))] : []),
    { ...act("close"), guards: publishedFirst(act("close")) },
    {
      ...correct,
      clocks: [{ do: "restart", clock: "publication", from: "newDate", when: "corrects-decision" }, ...correct.clocks],
    },
    { ...act("reassign"), ...inference(`Điều 18 ${decree}`) },
    reviewing(act("open-review"), d38),
    { ...act("review-uphold"), ...inference(d38.article) },
    resettled(act("review-resettle"), d38.article),
    ...(second ? respondentFirst(procedure) : []),
    ...(procedure.id === "complaint-second" ? [chairing(act("hold-dialogue"), text(`Khoản 1 Điều 28 ${decree}`))] : []),
  ];
}
