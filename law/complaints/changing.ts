import type { ActRule, ProcedureRule } from "../../src/rules/pack.ts";

/** The acts of a procedure by their id, for an amendment that changes some of them. */
export function actsOf(procedure: ProcedureRule): (id: string) => ActRule {
  return (id) => {
    const act = procedure.acts.find((each) => each.id === id);
    if (!act) throw new RangeError(`${procedure.id} has no act ${id} to change`);
    return act;
  };
}

/** Whether the procedure has the act at all: some belong to one instance only. */
export function has(procedure: ProcedureRule, id: string): boolean {
  return procedure.acts.some((each) => each.id === id);
}
