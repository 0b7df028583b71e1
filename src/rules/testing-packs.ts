import { type CivilDate, civilDate } from "../time/civil-date.ts";
import type { Condition, LoadedPack } from "./load-pack.ts";
import type { ActRule, CompetenceRule, DeadlineRule, Holder, LawPack, ProcedureRule, Text } from "./pack.ts";

/** The same words in both languages. */
export const said = (words: string): Text => ({ vi: words, en: words });

const cited = { article: "Điều 1 Luật Thử", confidence: "text" } as const;

export function smallRule(id: string, change: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    ...cited,
    id,
    name: said(`việc ${id}`),
    startEvent: said("ngày bắt đầu"),
    direction: "forward",
    unit: "day",
    amount: 10,
    actor: "head",
    rollsOver: true,
    pausable: false,
    kind: "limit",
    ...change,
  };
}

export function smallAct(id: string, from: readonly string[], to: string, change: Partial<ActRule> = {}): ActRule {
  return {
    ...cited,
    id,
    name: said(`làm ${id}`),
    rule: "T-1",
    from,
    to,
    actors: ["head"],
    guards: [],
    fields: [],
    documents: [],
    clocks: [],
    sets: {},
    ...change,
  };
}

/** OPEN → HELD (may go back) → DONE, with a clock and a paper. */
export function smallProcedure(change: Partial<ProcedureRule> = {}): ProcedureRule {
  const state = (id: string, final: boolean) => ({
    id,
    name: said(`trạng thái ${id}`),
    plain: said(id),
    final,
    stage: "all",
  });
  return {
    id: "small",
    name: said("thủ tục thử"),
    opens: { ...cited, kinds: ["complaint"], role: "main", usual: true, prefix: "T", todo: said("mở"), fields: [] },
    stages: [{ id: "all", name: said("tất cả") }],
    initial: "OPEN",
    opening: [{ do: "start", clock: "settle", rules: [{ rule: "T-1" }] }],
    states: [state("OPEN", false), state("HELD", false), state("DONE", true)],
    acts: [
      smallAct("hold", ["OPEN"], "HELD", { clocks: [{ do: "pause" }] }),
      smallAct("resume", ["HELD"], "previous", { clocks: [{ do: "resume" }] }),
      smallAct("note", ["OPEN", "HELD"], "same"),
      smallAct("finish", ["OPEN"], "DONE", {
        documents: ["t-01"],
        clocks: [{ do: "meet", clock: "settle" }],
        guards: [{ ...cited, condition: "ready", refusal: said('chưa đủ: "điều kiện"') }],
      }),
    ],
    documents: [
      { ...cited, key: "t-01", form: "01", name: said("giấy"), symbol: "QĐ", recipients: [said("người gửi")] },
    ],
    ...change,
  };
}

const office = (name: string, at: Holder["at"] = "same"): Holder => ({ name: said(name), at });

export function smallCompetence(
  id: string,
  against: readonly string[],
  change: Partial<CompetenceRule> = {},
): CompetenceRule {
  return {
    ...cited,
    id,
    matter: "complaint",
    against,
    first: office("chủ tịch xã"),
    second: office("chủ tịch tỉnh", "parent"),
    ...change,
  };
}

/** One version of complaints, from that day on, that `checkLaw` finds nothing wrong with. */
export function smallPack(from: string, change: Partial<LawPack> = {}): LoadedPack {
  const validFrom: CivilDate = civilDate(from);
  const ready: Condition = () => true;
  const subject = change.subject ?? "complaints";
  return {
    id: `${subject}/${from}`,
    subject,
    validFrom,
    alias: "V0",
    basis: ["Luật Thử"],
    rules: [smallRule("T-1")],
    procedures: [smallProcedure()],
    against: [{ id: "commune-chair", label: said("chủ tịch xã") }],
    competence: [smallCompetence("T-C-1", ["commune-chair"])],
    transitions: [],
    duties: [],
    allowances: [],
    reportWindows: [],
    gaps: [],
    notEncoded: [],
    conditions: { ready },
    ...change,
  };
}

export const smallForms: ReadonlySet<string> = new Set(["t-01"]);

/** Two versions, the second from 1 July 2026. */
export function twoVersions(earlier: Partial<LawPack> = {}, later: Partial<LawPack> = {}): readonly LoadedPack[] {
  return [
    smallPack("2020-01-01", { validTo: civilDate("2026-06-30"), ...earlier }),
    smallPack("2026-07-01", { alias: "V2", ...later }),
  ];
}
