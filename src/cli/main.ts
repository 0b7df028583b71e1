import { Command, CommanderError, Option } from "commander";
import { lawCalendar, lawPacks } from "../../law/index.ts";
import { roles } from "../casework/access/policy.ts";
import { isLawRangeError } from "../rules/law-range-error.ts";
import type { App } from "../server/app.ts";
import { ConfigError, readConfig } from "../server/config.ts";
import { refusalOf } from "../server/http/problem.ts";
import { answerDeadline } from "../server/law-deadline.ts";
import { StoreError } from "../store/index.ts";
import { parseCivilDate } from "../time/civil-date.ts";

/** 0 done, 1 failed, 2 refused or used wrongly. */
const FAILED = 1;
const REFUSED = 2;

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const json = (value: unknown): void => out(JSON.stringify(value, null, 2));
const many = (value: string, before: readonly string[]) => [...before, value];

/** Runs a command beside the running application, or with the database started for it alone. */
async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  // Not at the top: what the law says needs neither the database nor anything else of the application.
  const { createApp } = await import("../server/app.ts");
  const app = await createApp(readConfig(process.env), {
    mode: "join",
    notice: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function agencyIdOf(app: App, code: string): Promise<string> {
  const tree = await app.agencies.agencyTree("nobody", { asOf: app.today() });
  const found = tree.find((agency) => agency.code === code);
  if (!found) throw new CommanderError(REFUSED, "minhxet.agency", `There is no agency ${code} today.`);
  return found.id;
}

function dayOf(text: string | undefined, fallback: string) {
  const date = parseCivilDate(text ?? fallback);
  if (!date) throw new CommanderError(REFUSED, "minhxet.date", `${text} is not a date YYYY-MM-DD.`);
  return date;
}

const program = new Command("minhxet")
  .description("Minh Xét from the command line.")
  .exitOverride()
  .showHelpAfterError();
const asJson = () => new Option("--json", "print nothing but JSON");

program
  .command("agencies")
  .description("the tree of agencies as it stood on a day")
  .option("--as-of <date>", "YYYY-MM-DD; default: today")
  .addOption(asJson())
  .action(async (options: { asOf?: string; json?: boolean }) => {
    const tree = await withApp((app) => app.agencies.agencyTree("nobody", { asOf: dayOf(options.asOf, app.today()) }));
    const lines = tree.map(({ code, name, level, parent }) => ({ code, name, level, parent }));
    if (options.json) return json(lines);
    for (const { code, name, level } of lines)
      out(`${{ province: "", district: "  ", commune: "    " }[level]}${code}  ${name}`);
  });

const law = program.command("law").description("what the law says; needs no database").exitOverride();

law
  .command("deadline")
  .description("a deadline with every step of its reasons")
  .requiredOption("--rule <id>", "rule, such as KN-27-1")
  .requiredOption("--start <date>", "the day of the start event, YYYY-MM-DD")
  .option("--paused <from..to>", "a pause; may be repeated", many, [])
  .option("--extended <n>", "number of extensions", "0")
  .option("--provisional", "answer outside verified holidays, marked as provisional")
  .addOption(asJson())
  .action(
    (options: {
      rule: string;
      start: string;
      paused: string[];
      extended: string;
      provisional?: boolean;
      json?: boolean;
    }) => {
      const { rule, start, paused, provisional = false } = options;
      const answer = answerDeadline(
        { packs: lawPacks, calendar: lawCalendar },
        { rule, start, paused, extensions: Number(options.extended), provisional },
      );
      if (options.json) return json(answer);
      out(`${answer.rule}: ${answer.dueOn}${answer.provisional ? " (provisional)" : ""}\n${answer.article}`);
      for (const step of answer.steps) out(`  ${JSON.stringify(step)}`);
    },
  );

law
  .command("gaps")
  .description("what a lawyer must still confirm, with the default chosen")
  .addOption(asJson())
  .action((options: { json?: boolean }) => {
    const gaps = lawPacks.flatMap((pack) =>
      pack.rules
        .filter((rule) => rule.gap !== undefined)
        .map((rule) => ({ gap: rule.gap, pack: pack.id, rule: rule.id, article: rule.article, name: rule.name })),
    );
    if (options.json) return json(gaps);
    for (const { gap, pack, rule, article } of gaps) out(`${gap}  ${pack}  ${rule}  ${article}`);
  });

program
  .command("token")
  .description("tokens for the API")
  .exitOverride()
  .command("create")
  .description("makes a token that acts with an officer's rights; its secret is printed once")
  .requiredOption("--user <name>", "user name of the officer")
  .option("--label <text>", "what it is for", "command line")
  .addOption(asJson())
  .action(async (options: { user: string; label: string; json?: boolean }) => {
    const made = await withApp(async (app) => {
      const { officerId } = await app.access.officerByUsername(app.command, { username: options.user });
      return app.access.createToken(app.command, { officerId, label: options.label });
    });
    if (options.json) return json({ id: made.tokenId, token: made.secret });
    out(made.secret);
  });

const user = program.command("user").description("officers' accounts").exitOverride();
const role = () => new Option("--role <role>", "the role").choices(roles).makeOptionMandatory();

user
  .command("create")
  .description("makes an account with a one-time password, printed once")
  .requiredOption("--user <name>")
  .requiredOption("--name <full name>")
  .requiredOption("--agency <code>")
  .addOption(role())
  .option("--title <job title>")
  .addOption(asJson())
  .action(
    async (options: {
      user: string;
      name: string;
      agency: string;
      role: (typeof roles)[number];
      title?: string;
      json?: boolean;
    }) => {
      const made = await withApp(async (app) =>
        app.access.createOfficer(app.command, {
          username: options.user,
          displayName: options.name,
          jobTitle: options.title,
          role: options.role,
          agencyId: await agencyIdOf(app, options.agency),
        }),
      );
      if (options.json) return json(made);
      out(made.oneTimePassword);
    },
  );

user
  .command("reset-password")
  .description("a new one-time password, printed once; the officer's sessions end")
  .requiredOption("--user <name>")
  .addOption(asJson())
  .action(async (options: { user: string; json?: boolean }) => {
    const made = await withApp(async (app) =>
      app.access.resetPassword(
        app.command,
        await app.access.officerByUsername(app.command, { username: options.user }),
      ),
    );
    if (options.json) return json(made);
    out(made.oneTimePassword);
  });

user
  .command("grant")
  .description("gives a role in an agency")
  .requiredOption("--user <name>")
  .requiredOption("--agency <code>")
  .addOption(role())
  .option("--from <date>", "first day; default: today")
  .option("--to <date>", "last day")
  .addOption(asJson())
  .action(
    async (options: {
      user: string;
      agency: string;
      role: (typeof roles)[number];
      from?: string;
      to?: string;
      json?: boolean;
    }) => {
      const made = await withApp(async (app) => {
        const { officerId } = await app.access.officerByUsername(app.command, { username: options.user });
        const agencyId = await agencyIdOf(app, options.agency);
        const to = options.to === undefined ? undefined : dayOf(options.to, options.to);
        return app.access.grantRole(app.command, {
          officerId,
          agencyId,
          role: options.role,
          from: dayOf(options.from, app.today()),
          to,
        });
      });
      if (options.json) return json(made);
      out("Done.");
    },
  );

program
  .command("audit")
  .description("the trail of what was done")
  .exitOverride()
  .command("verify")
  .description("computes every chain of the trail again")
  .addOption(asJson())
  .action(async (options: { json?: boolean }) => {
    const answer = await withApp((app) => app.audit.verifyTrail(app.command));
    if (options.json) json(answer);
    else out(`${answer.chains} chains, ${answer.rows} rows, ${answer.faults.length} faults`);
    if (answer.faults.length > 0) process.exitCode = FAILED;
  });

/** The line to show and the exit code. */
function endOf(error: unknown): { readonly line?: string; readonly code: number } {
  if (error instanceof CommanderError) {
    const isOurs = error.code.startsWith("minhxet.");
    return { line: isOurs ? error.message : undefined, code: error.exitCode === 0 ? 0 : REFUSED };
  }
  if (isLawRangeError(error)) return { line: error.text.vi, code: REFUSED };
  const refusal = refusalOf(error);
  if (refusal)
    return {
      line: [refusal.message.vi, ...(refusal.fields ?? []).map(({ field, message }) => `${field}: ${message.vi}`)].join(
        " ",
      ),
      code: REFUSED,
    };
  if (error instanceof ConfigError) return { line: error.lines.join("\n"), code: REFUSED };
  if (error instanceof StoreError) return { line: error.message, code: FAILED };
  return { line: error instanceof Error ? (error.stack ?? error.message) : String(error), code: FAILED };
}

try {
  await program.parseAsync();
} catch (error) {
  const { line, code } = endOf(error);
  if (line) process.stderr.write(`minhxet: ${line}\n`);
  process.exitCode = code;
}
