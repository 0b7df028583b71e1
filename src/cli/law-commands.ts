import type { Command } from "commander";
import { addLawCheck } from "./law-check.ts";
import { addLawLists } from "./law-lists.ts";
import { openDesk, sayDate } from "./law-support.ts";
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
  addLawLists(law);
  addLawCheck(law);
}

async function deadline(options: DeadlineOptions): Promise<void> {
  const { rule, start, paused, extended, provisional = false, json: wantsJson } = options;
  if (!/^\d{1,2}$/.test(extended)) throw misused("extended", `${extended} is not a number of extensions.`);
  const desk = await openDesk();
  const answer = await desk.deadline({ rule, start, paused, extensions: Number(extended), provisional });
  if (wantsJson) {
    json(answer);
    return;
  }
  out(`${answer.rule}: ${answer.dueOn}${answer.provisional ? " (tạm tính)" : ""}`);
  out(`${answer.name.vi}: ${answer.limit.vi}`);
  out(
    `${answer.article} (phiên bản từ ${sayDate(answer.version)}${answer.confidence === "text" ? "" : `; ${answer.confidence}`})`,
  );
  for (const { from, to, text } of answer.steps) out(`  ${from === to ? from : `${from} – ${to}`}  ${text.vi}`);
  if (answer.openQuestion)
    out(`${answer.gap}: ${answer.openQuestion.question.vi}\n  → ${answer.openQuestion.default.vi}`);
}
