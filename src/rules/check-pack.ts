import type { Conditions } from "./load-pack.ts";
import type {
  ActRule,
  Cited,
  ClockEffect,
  DeadlineRule,
  FieldRule,
  LawPack,
  ProcedureRule,
  RuleChoice,
  Text,
} from "./pack.ts";

/** The faults of a pack, each beginning with its path; empty when there is none. */
export function checkPack(pack: LawPack, conditions: Conditions): readonly string[] {
  const faults: string[] = [];
  const known: Known = {
    rules: new Set(pack.rules.map((rule) => rule.id)),
    gaps: new Set(pack.gaps.map((gap) => gap.id)),
    conditions: new Set(Object.keys(conditions)),
    fault: (path, what) => faults.push(`${path}: ${what}`),
  };
  if (pack.validTo !== undefined && pack.validTo < pack.validFrom) known.fault("validTo", "before validFrom");
  if (!samePlainData(pack, JSON.parse(JSON.stringify(pack)))) known.fault(pack.id, "is not plain serialisable data");
  unique(
    known,
    "rules",
    pack.rules.map((rule) => rule.id),
  );
  unique(
    known,
    "gaps",
    pack.gaps.map((gap) => gap.id),
  );
  pack.rules.forEach((rule, i) => {
    checkRule(known, `rules[${i}] ${rule.id}`, rule);
  });
  pack.procedures.forEach((procedure, i) => {
    checkProcedure(known, `procedures[${i}] ${procedure.id}`, procedure);
  });
  checkTables(known, pack);
  return faults;
}

interface Known {
  readonly rules: ReadonlySet<string>;
  readonly gaps: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  fault(path: string, what: string): void;
}

/** What stands beside the procedures: competence, transitions, duties, amounts, reporting periods. */
function checkTables(known: Known, pack: LawPack): void {
  const tables = { ...pack, competences: pack.competence };
  for (const name of ["against", "competences", "transitions", "duties", "allowances", "reportWindows"] as const)
    unique(
      known,
      name,
      tables[name].map((each) => each.id),
    );
  const against = new Set(pack.against.map((each) => each.id));
  pack.against.forEach((each, i) => {
    checkText(known, `against[${i}] ${each.id}.label`, each.label);
    if (!pack.competence.some((rule) => rule.against.includes(each.id)))
      known.fault(`against[${i}] ${each.id}`, "no rule says who is competent");
  });
  pack.competence.forEach((rule, i) => {
    const at = `competence[${i}] ${rule.id}`;
    checkCited(known, at, rule);
    for (const holder of [rule.first, rule.second]) if (holder) checkText(known, `${at}.holder`, holder.name);
    for (const id of rule.against) if (!against.has(id)) known.fault(`${at}.against`, `unknown ${id}`);
  });
  pack.transitions.forEach((rule, i) => {
    const at = `transitions[${i}] ${rule.id}`;
    checkCited(known, at, rule);
    checkText(known, `${at}.what`, rule.what);
    if (rule.when !== undefined) checkCondition(known, `${at}.when`, rule.when);
    for (const id of rule.procedures ?? [])
      if (!pack.procedures.some((procedure) => procedure.id === id))
        known.fault(`${at}.procedures`, `unknown procedure ${id}`);
    for (const id of rule.acts ?? [])
      if (!pack.procedures.some((procedure) => procedure.acts.some((act) => act.id === id)))
        known.fault(`${at}.acts`, `unknown act ${id}`);
  });
  for (const rule of [...pack.duties, ...pack.allowances, ...pack.reportWindows]) checkCited(known, rule.id, rule);
  for (const rule of [...pack.allowances, ...pack.reportWindows]) checkText(known, `${rule.id}.name`, rule.name);
  for (const each of pack.participants ?? []) {
    checkCited(known, each.id, each);
    checkText(known, `${each.id}.name`, each.name);
    checkText(known, `${each.id}.scope`, each.scope);
  }
  for (const duty of pack.duties) {
    checkText(known, `${duty.id}.positionName`, duty.positionName);
    if (!Number.isInteger(duty.days) || duty.days < 1) known.fault(`${duty.id}.days`, "is not a whole number of days");
  }
}

function checkRule(known: Known, path: string, rule: DeadlineRule): void {
  checkCited(known, path, rule);
  checkText(known, `${path}.name`, rule.name);
  checkText(known, `${path}.startEvent`, rule.startEvent);
  if (!Number.isInteger(rule.amount) || rule.amount < 0) known.fault(`${path}.amount`, "is not a whole number of days");
  if ((rule.unit === "immediately") !== (rule.amount === 0))
    known.fault(`${path}.amount`, `does not fit the unit ${rule.unit}`);
  if (rule.direction === "backward" && (rule.rollsOver || rule.pausable))
    known.fault(path, "counts backward and rolls over or pauses");
  if (rule.pausable && (rule.unit === "month" || rule.unit === "year"))
    known.fault(path, `counts in ${rule.unit}s and pauses`);
}

function checkProcedure(known: Known, path: string, procedure: ProcedureRule): void {
  unique(
    known,
    `${path}.states`,
    procedure.states.map((state) => state.id),
  );
  unique(
    known,
    `${path}.acts`,
    procedure.acts.map((act) => act.id),
  );
  unique(
    known,
    `${path}.documents`,
    procedure.documents.map((document) => document.key),
  );
  checkCited(known, `${path}.opens`, procedure.opens);
  checkText(known, `${path}.opens.todo`, procedure.opens.todo);
  if (procedure.opens.usual && procedure.opens.role !== "main") known.fault(`${path}.opens`, "is usual and not main");
  procedure.opens.fields.forEach((field, i) => {
    const at = `${path}.opens.fields[${i}] ${field.id}`;
    checkField(known, at, field);
    if (field.personal) known.fault(at, "is personal and would become a fact");
  });
  const stages = new Set(procedure.stages.map((stage) => stage.id));
  const acts = new Set(procedure.acts.map((act) => act.id));
  const clocks = startedClocks(procedure);
  if (!procedure.states.some((state) => state.id === procedure.initial))
    known.fault(`${path}.initial`, `unknown state ${procedure.initial}`);

  procedure.states.forEach((state, i) => {
    const at = `${path}.states[${i}] ${state.id}`;
    checkText(known, `${at}.name`, state.name);
    checkText(known, `${at}.plain`, state.plain);
    if (!stages.has(state.stage)) known.fault(`${at}.stage`, `unknown stage ${state.stage}`);
    if (state.next && !acts.has(state.next.act)) known.fault(`${at}.next`, `unknown act ${state.next.act}`);
    const next = procedure.acts.find((act) => act.id === state.next?.act);
    if (next && !next.from.includes(state.id)) known.fault(`${at}.next`, `${next.id} is not possible here`);
  });
  checkPaths(known, path, procedure);
  procedure.documents.forEach((document, i) => {
    checkCited(known, `${path}.documents[${i}] ${document.key}`, document);
    checkText(known, `${path}.documents[${i}] ${document.key}.name`, document.name);
  });
  procedure.acts.forEach((act, i) => {
    checkAct(known, `${path}.acts[${i}] ${act.id}`, act, procedure, acts, clocks);
  });
  procedure.opening.forEach((effect, i) => {
    checkClock(known, `${path}.opening[${i}]`, effect, undefined, clocks);
  });
}

/** Every state can be reached, every state that is not final can be left. */
function checkPaths(known: Known, path: string, procedure: ProcedureRule): void {
  const reached = new Set([procedure.initial]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const act of procedure.acts) if (act.from.some((from) => reached.has(from))) reached.add(act.to);
  }
  procedure.states.forEach((state, i) => {
    const at = `${path}.states[${i}] ${state.id}`;
    if (!reached.has(state.id)) known.fault(at, "cannot be reached");
    const leaves = procedure.acts.some(
      (act) => act.from.includes(state.id) && act.to !== "same" && act.to !== state.id,
    );
    if (!state.final && !leaves) known.fault(at, "is not final and has no exit");
  });
}

function checkAct(
  known: Known,
  path: string,
  act: ActRule,
  procedure: ProcedureRule,
  acts: ReadonlySet<string>,
  clocks: ReadonlySet<string>,
): void {
  const states = new Set(procedure.states.map((state) => state.id));
  const documents = new Set(procedure.documents.map((document) => document.key));
  const fields = new Map(act.fields.map((field) => [field.id, field]));
  checkCited(known, path, act);
  checkText(known, `${path}.name`, act.name);
  if (act.rule === "") known.fault(`${path}.rule`, "names no rule");
  if (act.actors.length === 0) known.fault(`${path}.actors`, "nobody may do it");
  if (act.from.length === 0) known.fault(`${path}.from`, "is possible in no state");
  for (const from of act.from) if (!states.has(from)) known.fault(`${path}.from`, `unknown state ${from}`);
  if (act.to !== "same" && act.to !== "previous" && !states.has(act.to))
    known.fault(`${path}.to`, `unknown state ${act.to}`);
  for (const key of act.documents) if (!documents.has(key)) known.fault(`${path}.documents`, `unknown document ${key}`);
  if (act.bindingDocument !== undefined && !act.documents.includes(act.bindingDocument)) {
    known.fault(`${path}.bindingDocument`, `${act.bindingDocument} is not a document of the act`);
  }
  if (act.prepares !== undefined) {
    const binding = procedure.acts.find((each) => each.id === act.prepares)?.bindingDocument;
    if (binding === undefined || !act.documents.includes(binding))
      known.fault(`${path}.prepares`, `${act.prepares} does not stand by a document of this act`);
  }
  for (const key of act.publishes?.documents ?? [])
    if (!documents.has(key)) known.fault(`${path}.publishes`, `unknown document ${key}`);
  if (act.publishes && !fields.has(act.publishes.ways))
    known.fault(`${path}.publishes`, `unknown field ${act.publishes.ways}`);
  unique(
    known,
    `${path}.fields`,
    act.fields.map((field) => field.id),
  );
  act.fields.forEach((field, i) => {
    checkField(known, `${path}.fields[${i}] ${field.id}`, field);
  });
  act.guards.forEach((guard, i) => {
    const at = `${path}.guards[${i}]`;
    checkCited(known, at, guard);
    checkText(known, `${at}.refusal`, guard.refusal);
    checkCondition(known, at, guard.condition);
    for (const other of guard.instead ?? []) if (!acts.has(other)) known.fault(`${at}.instead`, `unknown act ${other}`);
  });
  act.clocks.forEach((effect, i) => {
    checkClock(known, `${path}.clocks[${i}]`, effect, fields, clocks);
  });
  for (const [fact, value] of Object.entries(act.sets)) {
    if (typeof value !== "string" || !value.startsWith("$")) continue;
    const field = fields.get(value.slice(1));
    if (!field) known.fault(`${path}.sets.${fact}`, `unknown field ${value}`);
    else if (field.personal) known.fault(`${path}.sets.${fact}`, `copies the personal field ${value}`);
  }
}

function checkField(known: Known, path: string, field: FieldRule): void {
  checkText(known, `${path}.label`, field.label);
  if (typeof field.required === "string") checkCondition(known, `${path}.required`, field.required);
  if (field.shownWhen !== undefined) checkCondition(known, `${path}.shownWhen`, field.shownWhen);
  const chosen = field.type === "choice" || field.type === "choices";
  if (chosen !== (field.options !== undefined && field.options.length > 0))
    known.fault(`${path}.options`, `do not fit the type ${field.type}`);
  unique(
    known,
    `${path}.options`,
    (field.options ?? []).map((option) => option.id),
  );
  for (const option of field.options ?? []) {
    checkText(known, `${path}.options ${option.id}`, option.label);
    if (option.article !== undefined || option.confidence !== undefined)
      checkCited(known, `${path}.options ${option.id}`, option);
  }
}

function checkClock(
  known: Known,
  path: string,
  effect: ClockEffect,
  fields: ReadonlyMap<string, FieldRule> | undefined,
  clocks: ReadonlySet<string>,
): void {
  if (effect.do === "start" || effect.do === "rechoose") checkRules(known, path, effect.rules);
  if ("clock" in effect && !clocks.has(effect.clock)) known.fault(path, `nothing starts the clock ${effect.clock}`);
  if (effect.do === "extend" && effect.by !== undefined && fields?.get(effect.by)?.type !== "number")
    known.fault(`${path}.by`, `${effect.by} is not a number field of the act`);
  if (effect.do === "restart") checkCondition(known, path, effect.when);
  if (effect.do === "start" && effect.fromEffectOf !== undefined && !clocks.has(effect.fromEffectOf)) {
    known.fault(path, `nothing starts the clock ${effect.fromEffectOf}`);
  }
  const from = effect.do === "start" || effect.do === "restart" ? effect.from : undefined;
  if (from !== undefined && fields?.get(from)?.type !== "date")
    known.fault(`${path}.from`, `${from} is not a date field of the act`);
}

function checkRules(known: Known, path: string, rules: RuleChoice): void {
  for (const choice of rules) {
    if (!known.rules.has(choice.rule)) known.fault(path, `unknown rule ${choice.rule}`);
    if (choice.when !== undefined) checkCondition(known, path, choice.when);
  }
}

/** Restarting a clock that only a later version starts is harmless: it is counted as started. */
function startedClocks(procedure: ProcedureRule): ReadonlySet<string> {
  const started = [...procedure.opening, ...procedure.acts.flatMap((act) => act.clocks)]
    .filter((effect) => effect.do === "start")
    .map((effect) => effect.clock);
  return new Set([...started, ...(procedure.inherits ?? [])]);
}

function checkCondition(known: Known, path: string, key: string): void {
  if (!known.conditions.has(key)) known.fault(path, `unknown condition ${key}`);
}

function checkCited(known: Known, path: string, cited: Partial<Cited>): void {
  if (!cited.article?.trim()) known.fault(`${path}.article`, "is missing");
  if (cited.confidence === undefined) known.fault(`${path}.confidence`, "is missing");
  if (cited.confidence === "secondary" && !cited.source?.trim())
    known.fault(`${path}.source`, "a secondary value names its source");
  if (cited.gap !== undefined && !known.gaps.has(cited.gap)) known.fault(`${path}.gap`, `unknown gap ${cited.gap}`);
}

function checkText(known: Known, path: string, text: Text): void {
  if (text.vi.trim() === "" || text.en.trim() === "") known.fault(path, "is not written in both languages");
}

function unique(known: Known, path: string, ids: readonly string[]): void {
  for (const id of new Set(ids.filter((each, i) => ids.indexOf(each) !== i))) known.fault(path, `${id} occurs twice`);
}

function samePlainData(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null) return Object.is(a, b);
  if (typeof b !== "object" || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a);
  const others = new Map(Object.entries(b));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && samePlainData(value, others.get(key)))
  );
}
