import { Command, type Help } from "commander";
import { addAccountCommands } from "./account-commands.ts";
import { addAgencyCommands } from "./agency-commands.ts";
import { addCalendarCommands } from "./calendar-commands.ts";
import { failureOf } from "./failure.ts";
import { addImportCommand } from "./import-command.ts";
import { addLawCommands } from "./law-commands.ts";
import { json, tell } from "./output.ts";
import { addReceiptCommands } from "./receipt-commands.ts";
import { addTrailCommands } from "./trail-commands.ts";
import { addUpkeepCommands } from "./upkeep-commands.ts";
import { addVaultCommands } from "./vault-commands.ts";

/** Every command there is. */
function everyCommand(): Command {
  const program = new Command("minhxet")
    .description("Minh Xét from the command line. --help after a command says what it takes.")
    .exitOverride()
    .configureHelp({
      visibleCommands: (command) => (command.parent ? command.commands.filter(isOurs) : leaves(command)),
      subcommandTerm: (command) => [pathOf(command), usageOf(command)].filter(Boolean).join(" "),
    } satisfies Partial<Help>)
    .helpCommand("help [command]", "what there is, or what one command takes");

  addAgencyCommands(program);
  addAccountCommands(program);
  addCalendarCommands(program);
  addImportCommand(program);
  addLawCommands(program);
  addReceiptCommands(program);
  addTrailCommands(program);
  addUpkeepCommands(program);
  addVaultCommands(program);

  return program;
}

/** Every command that does something, with the ones it stands under. */
function leaves(command: Command): Command[] {
  return command.commands
    .filter(isOurs)
    .flatMap((each) => (each.commands.some(isOurs) ? leaves(each) : [each]))
    .toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

function isOurs(command: Command): boolean {
  return command.name() !== "help";
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}`.trim() : "";
}

function usageOf(command: Command): string {
  const named = command.registeredArguments.filter((each) => each.required).map((each) => `<${each.name()}>`);
  const needed = command.options.filter((each) => each.mandatory).map((each) => each.flags);
  return [...named, ...needed].join(" ");
}

/** Runs one command with what was typed after the program's name; says what went wrong and sets the exit code. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const program = everyCommand();
  const wantsJson = args.includes("--json");
  if (wantsJson) program.configureOutput({ writeErr: () => undefined });
  else program.showHelpAfterError("--help says what this command takes.");
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: "user" });
  } catch (error) {
    const { exitCode, ...failure } = failureOf(error);
    if (exitCode !== 0 && wantsJson) json({ error: failure });
    else if (exitCode !== 0 && failure.message && failure.code !== "usage")
      tell(
        `minhxet: ${[failure.message, ...(failure.fields ?? []).map(({ field, message }) => `${field}: ${message}`)].join(" ")}`,
      );
    process.exitCode = exitCode;
  }
}
