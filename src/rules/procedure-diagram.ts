import type { ActRule, ProcedureRule, StateId } from "./pack.ts";

export type Language = "vi" | "en";

/**
 * A procedure as a Mermaid state diagram: an arrow for each act that leads to another state, a note at a state for the
 * acts that leave a matter where it is.
 */
export function diagramOf(procedure: ProcedureRule, language: Language): string {
  const lines = ["stateDiagram-v2"];
  for (const state of procedure.states) lines.push(`  state "${plain(state.name[language])}" as ${idOf(state.id)}`);
  lines.push(`  [*] --> ${idOf(procedure.initial)}`);
  for (const act of procedure.acts)
    for (const from of act.from)
      for (const to of targets(procedure, act))
        lines.push(`  ${idOf(from)} --> ${idOf(to)}: ${plain(act.name[language])}`);
  for (const state of procedure.states) {
    const staying = procedure.acts.filter((act) => act.to === "same" && act.from.includes(state.id));
    if (staying.length === 0) continue;
    lines.push(`  note right of ${idOf(state.id)}`);
    for (const act of staying) lines.push(`    ${plain(act.name[language])}`);
    lines.push("  end note");
  }
  for (const state of procedure.states) if (state.final) lines.push(`  ${idOf(state.id)} --> [*]`);
  return `${lines.join("\n")}\n`;
}

/** The states an act may lead to. One that goes back leads to wherever its states could be entered from. */
export function targets(procedure: ProcedureRule, act: ActRule): readonly StateId[] {
  if (act.to === "same") return [];
  if (act.to !== "previous") return [act.to];
  const entering = procedure.acts.filter((each) => each.to !== "previous" && act.from.includes(each.to));
  const before = entering.flatMap((each) => each.from);
  return [...new Set(before)].filter((state) => !act.from.includes(state));
}

/** Mermaid's own words are written small; a state called by one of them would end the diagram. */
const idOf = (state: StateId): string => {
  const id = state.replaceAll(/\W/g, "_");
  return /^[a-z]+$/.test(id) ? `s_${id}` : id;
};

/** Without the characters that end a label. */
const plain = (label: string): string =>
  label
    .replaceAll(/[:;#"{}<>\n]/g, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
