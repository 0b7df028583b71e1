import { randomUUID } from "node:crypto";
import { type Command, Option } from "commander";
import type { App } from "../server/app.ts";
import { asJson, type JsonOption, json, misused, out } from "./output.ts";
import { dayOf, withApp } from "./with-app.ts";

type Notice = Parameters<App["calendar"]["previewNotice"]>[1];

interface DryRun extends JsonOption {
  readonly dryRun?: boolean;
}
interface AnnounceOptions extends DryRun {
  readonly date: string[];
  readonly kind: "holiday" | "swapped-off" | "worked-saturday";
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source: string;
}

const many = (value: string, before: readonly string[] = []) => [...before, value];

export function addCalendarCommands(program: Command): void {
  const calendar = program.command("calendar").description("the civil-service calendar");
  calendar
    .command("show")
    .description("a year: each day off or worked on a Saturday, its source, and the notices")
    .argument("<year>")
    .addOption(asJson())
    .action(show);
  calendar
    .command("announce")
    .description("enters announced days; open deadlines get their new date, with a note")
    .addOption(new Option("--date <date>", "YYYY-MM-DD; may be repeated").argParser(many).makeOptionMandatory())
    .addOption(
      new Option("--kind <kind>", "what the days are")
        .choices(["holiday", "swapped-off", "worked-saturday"])
        .makeOptionMandatory(),
    )
    .requiredOption("--name-vi <name>", "as people read it, in Vietnamese")
    .requiredOption("--name-en <name>", "the same in English")
    .requiredOption("--source <notice>", "the notice that says so")
    .option("--dry-run", "only says how many open deadlines would move")
    .addOption(asJson())
    .action(announceDays);
  calendar
    .command("complete")
    .description("the calendar of a year is announced completely: its deadlines are provisional no longer")
    .argument("<year>")
    .requiredOption("--source <notice>", "the notice that says so")
    .option("--dry-run", "only says how many open deadlines would change")
    .addOption(asJson())
    .action((year: string, options: DryRun & { readonly source: string }) =>
      carryOut({ kind: "complete", year: yearOf(year), source: options.source }, options),
    );
  calendar
    .command("withdraw")
    .description("takes a wrong notice back, and says why; both stay readable")
    .argument("<notice>", "its id, as `calendar show` prints it")
    .requiredOption("--reason <text>")
    .option("--dry-run", "only says how many open deadlines would move")
    .addOption(asJson())
    .action((noticeId: string, options: DryRun & { readonly reason: string }) =>
      carryOut({ kind: "withdrawal", noticeId, reason: options.reason }, options),
    );
}

function announceDays(options: AnnounceOptions): Promise<void> {
  const { date, kind, nameVi, nameEn, source } = options;
  const days = date.map((on) => ({ on: dayOf(on, on), kind, nameVi, nameEn }));
  return carryOut({ kind: "days", source, days }, options);
}

/** Enters the notice and computes open deadlines anew at once: nobody else may be running to do it. */
async function carryOut(notice: Notice, { dryRun, json: wantsJson }: DryRun): Promise<void> {
  if (dryRun) {
    const preview = await withApp((app) => app.calendar.previewNotice(app.command, notice));
    if (wantsJson) return json(preview);
    out(
      `${preview.moved} open deadlines would move${preview.more ? " at least" : ""}, ${preview.confirmed} would only change their label.`,
    );
    for (const { code, agencyCode, clock, from, to } of preview.examples)
      out(`  ${code}  ${agencyCode}  ${from} → ${to}  ${clock.vi}`);
    return;
  }
  const done = await withApp(async (app) => {
    const { noticeId } = await app.calendar.announce(app.command, { ...notice, key: randomUUID() });
    return { noticeId, ...(await app.calendar.recountDeadlines(app.task, { noticeId })) };
  });
  if (wantsJson) return json(done);
  out(`${done.noticeId}\n${done.moved} open deadlines moved, ${done.confirmed} changed their label.`);
}

async function show(year: string, { json: wantsJson }: JsonOption): Promise<void> {
  const sheet = await withApp((app) => app.calendar.yearSheet(app.command, { year: yearOf(year) }));
  if (wantsJson) {
    const { mayAnnounce: _, years: __, ...shown } = sheet;
    return json(shown);
  }
  out(
    `${sheet.year}: ${sheet.verified ? `verified ${sheet.verifiedOn}` : "not announced completely; deadlines are provisional"}`,
  );
  for (const { on, kind, name, source } of sheet.days) out(`  ${on}  ${kind.padEnd(15)}  ${name.vi}  (${source})`);
  for (const { id, kind, on, by, source, reason, withdrawnBy } of sheet.notices)
    out(
      `  notice ${id}  ${on}  ${kind}${withdrawnBy ? " (withdrawn)" : ""}  ${source ?? reason}  ${by ?? "command line"}`,
    );
}

function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw misused("year", `${text} is not a year.`);
  return Number(text);
}
