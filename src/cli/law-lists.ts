import type { Command } from "commander";
import type { CompetenceMatter } from "../rules/competence.ts";
import type { ProcedureDescription } from "../rules/describe-procedure.ts";
import { asOfDay, asOfFlags, openDesk, sayDate } from "./law-support.ts";
import { asJson, type JsonOption, json, misused, out } from "./output.ts";

interface AsOfOption extends JsonOption {
  readonly asOf?: string;
}

/** What can be looked up: who settles, how a procedure goes, what is open, what changes over, who must receive how often. */
export function addLawLists(law: Command): void {
  law
    .command("competence")
    .description("who settles a complaint or denunciation, first and second")
    .option("--matter <matter>", "complaint or denunciation")
    .option("--against <kind>", "whom or what it is against, by its id in --list")
    .option("--list", "the kinds there are on that day")
    .option(...asOfFlags)
    .addOption(asJson())
    .action(competence);
  law
    .command("procedure <name>")
    .description("states and acts of a procedure: who, papers, clocks, articles")
    .option(...asOfFlags)
    .option("--mermaid", "as a Mermaid state diagram")
    .addOption(asJson())
    .action(procedure);
  law
    .command("gaps")
    .description("what a lawyer must still confirm, with the default chosen; what is not encoded")
    .addOption(asJson())
    .action(gaps);
  law
    .command("transitions")
    .description("what each new version says of matters under way")
    .addOption(asJson())
    .action(transitions);
  law
    .command("duties")
    .description("how often heads have to receive citizens in person")
    .option(...asOfFlags)
    .addOption(asJson())
    .action(duties);
}

interface CompetenceOptions extends AsOfOption {
  readonly matter?: string;
  readonly against?: string;
  readonly list?: boolean;
}

async function competence({ matter: typed, against, list, asOf, json: wantsJson }: CompetenceOptions): Promise<void> {
  const matter = matterOf(typed);
  const on = asOfDay(asOf);
  const desk = await openDesk();
  if (list) {
    const kinds = desk.kinds(on, matter);
    if (wantsJson) json(kinds);
    else if (kinds.length === 0) out(`Không có bảng thẩm quyền vào ngày ${sayDate(on)}.`);
    else for (const kind of kinds) out(`${kind.matter}  ${kind.id}  ${kind.label.vi}  (${kind.rule})`);
    return;
  }
  if (matter === undefined) throw misused("matter", "--matter complaint or --matter denunciation is needed.");
  if (against === undefined) throw misused("against", "--against KIND is needed; --list shows the kinds.");
  const answer = desk.competence({ matter, against, on });
  if (wantsJson) {
    json(answer);
    return;
  }
  out(`${answer.againstLabel.vi}`);
  out(`${matter === "complaint" ? "Lần đầu" : "Giải quyết"}: ${answer.first}`);
  if (matter === "complaint") out(`Lần hai: ${answer.second ?? "không có; khởi kiện tại Tòa án"}`);
  else if (answer.second) out(`Tố cáo tiếp: ${answer.second}`);
  out(`${answer.rule}  ${answer.article}${answer.confidence === "text" ? "" : ` (${answer.confidence})`}`);
  if (answer.note) out(answer.note.vi);
  if (answer.openQuestion)
    out(`${answer.gap}: ${answer.openQuestion.question.vi}\n  → ${answer.openQuestion.default.vi}`);
}

function matterOf(text: string | undefined): CompetenceMatter | undefined {
  if (text === undefined || text === "complaint" || text === "denunciation") return text;
  throw misused("matter", `${text} is neither complaint nor denunciation.`);
}

interface ProcedureOptions extends AsOfOption {
  readonly mermaid?: boolean;
}

async function procedure(name: string, { asOf, mermaid, json: wantsJson }: ProcedureOptions): Promise<void> {
  const desk = await openDesk();
  const described = desk.procedure({ procedure: name, on: asOfDay(asOf) });
  if (wantsJson) json(described);
  else if (mermaid) out(described.mermaid.trimEnd());
  else tellProcedure(described);
}

function tellProcedure(described: ProcedureDescription): void {
  out(`${described.name.vi} (${described.procedure}, ${described.pack})\n`);
  for (const state of described.states) {
    const marks = [state.initial ? "bắt đầu" : "", state.final ? "kết thúc" : ""].filter(Boolean).join(", ");
    out(`${state.id}  ${state.name.vi}${marks ? ` (${marks})` : ""}`);
  }
  for (const act of described.acts) {
    out(`\n${act.id}  ${act.name.vi}`);
    out(`  ${act.from.join(", ")} → ${act.to}`);
    out(`  ai: ${act.actors.map((each) => each.name.vi).join(", ")}`);
    for (const guard of act.guards) out(`  điều kiện ${guard.condition}: ${guard.refusal.vi} (${guard.article})`);
    for (const document of act.documents)
      out(`  văn bản ${document.key}: ${document.name.vi}${document.form ? ` (Mẫu số ${document.form})` : ""}`);
    for (const clock of act.clocks) out(`  thời hạn ${clockLine(clock)}`);
    out(`  ${act.article}${act.confidence === "text" ? "" : ` (${act.confidence})`}`);
  }
}

function clockLine(clock: ProcedureDescription["acts"][number]["clocks"][number]): string {
  const rules = clock.rules.map(
    (each) => `${each.rule}${each.limit ? ` ${each.limit.vi}` : ""}${each.when ? ` khi ${each.when}` : ""}`,
  );
  return [clock.do, clock.clock, rules.join("; ")].filter(Boolean).join(" ");
}

/** One list: questions first, then the values that nobody read in the text, then what is left out. */
async function gaps({ json: wantsJson }: JsonOption): Promise<void> {
  const { questions, unverified, notEncoded } = (await openDesk()).gaps();
  if (wantsJson) {
    json([
      ...questions.map((each) => ({ kind: "question", ...each })),
      ...unverified.map(({ kind, id, name, article, gap = null, ...rest }) => ({
        kind: "unverified",
        gap,
        ...rest,
        question: name,
        default: null,
        rules: kind === "rule" ? [{ rule: id, article }] : [],
        values: kind === "rule" ? [] : [{ kind, id, name, article }],
      })),
      ...notEncoded.map((each) => ({ kind: "not-encoded", gap: null, ...each })),
    ]);
    return;
  }
  for (const { gap, pack, question, default: chosen, rules, values } of questions) {
    out(`${gap}  ${pack}  ${[...rules.map(({ rule }) => rule), ...values.map(({ id }) => id)].join(" ")}`);
    out(`  ${question.vi}\n  → ${chosen.vi}`);
  }
  for (const { pack, id, name, article, confidence, source } of unverified)
    out(`${confidence}  ${pack}  ${id}\n  ${name.vi}\n  ${article}${source ? ` (${source})` : ""}`);
  for (const { pack, notEncoded: lines } of notEncoded)
    for (const line of lines) out(`chưa mã hóa  ${pack}\n  ${line}`);
}

async function transitions({ json: wantsJson }: JsonOption): Promise<void> {
  const all = (await openDesk()).transitions();
  if (wantsJson) {
    json(all);
    return;
  }
  for (const each of all) {
    out(`${each.rule}  ${each.effect}  ${each.from.join(", ")} → ${each.into}  từ ${sayDate(each.on)}`);
    out(`  ${each.what.vi}\n  ${each.article}${each.confidence === "text" ? "" : ` (${each.confidence})`}`);
  }
}

async function duties({ asOf, json: wantsJson }: AsOfOption): Promise<void> {
  const all = (await openDesk()).duties(asOfDay(asOf));
  if (wantsJson) {
    json(all);
    return;
  }
  for (const each of all) {
    out(`${each.rule}  ${each.positionName.vi}: ${each.often.vi}`);
    out(`  ${each.article}${each.confidence === "text" ? "" : ` (${each.confidence})`}`);
  }
}
