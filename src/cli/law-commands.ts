import type { Command } from "commander";
import { lawCalendar, lawPacks } from "../../law/index.ts";
import { answerDeadline } from "../server/law-deadline.ts";
import { asJson, type JsonOption, json, misused, out } from "./output.ts";

const many = (value: string, before: readonly string[]) => [...before, value];

interface DeadlineOptions extends JsonOption {
  readonly rule: string;
  readonly start: string;
  readonly paused: string[];
  readonly extended: string;
  readonly provisional?: boolean;
}

export function addLawCommands(program: Command): void {
  const law = program.command("law").description("what the law says; needs no database");
  law
    .command("deadline")
    .description("a deadline with every step of its reasons")
    .requiredOption("--rule <id>", "rule, such as KN-27-1")
    .requiredOption("--start <date>", "the day of the start event, YYYY-MM-DD")
    .option("--paused <from..to>", "a pause; may be repeated", many, [])
    .option("--extended <n>", "number of extensions", "0")
    .option("--provisional", "answer outside verified holidays, marked as provisional")
    .addOption(asJson())
    .action(deadline);
  law
    .command("gaps")
    .description("what a lawyer must still confirm, with the default chosen")
    .addOption(asJson())
    .action(showGaps);
}

function deadline({ rule, start, paused, extended, provisional = false, json: wantsJson }: DeadlineOptions): void {
  if (!/^\d{1,2}$/.test(extended)) throw misused("extended", `${extended} is not a number of extensions.`);
  const answer = answerDeadline(
    { packs: lawPacks, calendar: lawCalendar },
    { rule, start, paused, extensions: Number(extended), provisional },
  );
  if (wantsJson) {
    json(answer);
    return;
  }
  out(`${answer.rule}: ${answer.dueOn}${answer.provisional ? " (provisional)" : ""}\n${answer.article}`);
  for (const { from, to, text } of answer.steps) out(`  ${from === to ? from : `${from} – ${to}`}  ${text.vi}`);
}

function showGaps({ json: wantsJson }: JsonOption): void {
  const gaps = lawPacks.flatMap((pack) =>
    pack.gaps.map(({ id, question, default: chosen }) => ({
      gap: id,
      pack: pack.id,
      question,
      default: chosen,
      rules: pack.rules.filter((rule) => rule.gap === id).map((rule) => ({ rule: rule.id, article: rule.article })),
    })),
  );
  if (wantsJson) {
    json(gaps);
    return;
  }
  for (const { gap, pack, question, default: chosen, rules } of gaps) {
    out(`${gap}  ${pack}  ${rules.map(({ rule }) => rule).join(" ")}`);
    out(`  ${question.vi}\n  → ${chosen.vi}`);
  }
}
