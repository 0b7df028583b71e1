import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { App } from "../server/app.ts";
import { asJson, FAILED, type JsonOption, json, misused, out, tell } from "./output.ts";
import { agencyIdOf, withApp } from "./with-app.ts";

interface ImportOptions extends JsonOption {
  readonly agency: string;
  readonly columns?: string;
}
type RegisterImport = Parameters<App["reception"]["runImport"]>[1];

export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("takes in what an office keeps outside")
    .command("register")
    .description("imports a register of reception; the same file may be imported again and adds nothing twice")
    .argument("<file>", ".xlsx")
    .requiredOption("--agency <code>", "whose register it is")
    .option("--columns <list>", "what columns hold, where the headers mislead: content=H,note=- (- : there is none)")
    .addOption(asJson())
    .action(importRegister);
}

/** Ctrl-C stops after the batch under way: what is imported stays, and the same file may be imported again. */
async function importRegister(file: string, options: ImportOptions): Promise<void> {
  const columns = options.columns === undefined ? undefined : columnsOf(options.columns);
  const bytes = new Uint8Array(await readFile(file));
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const result = await withApp(async (app) =>
    app.reception.runImport(app.command, {
      agencyId: await agencyIdOf(app, options.agency),
      bytes,
      columns,
      signal: stop.signal,
      onProgress: ({ rows, imported, alreadyThere, rejected }) =>
        tell(`${imported + alreadyThere + rejected} of ${rows} rows: ${imported} imported, ${rejected} rejected`),
    }),
  );
  const { state, rows, imported, alreadyThere, sealed, kept } = result;
  const rejected = result.rejected.map(({ row, column, value, reason }) => ({ row, column, value, reason: reason.vi }));
  if (options.json) json({ rows, imported, alreadyThere, rejected, sealed, kept });
  else {
    out(`${rows} rows: ${imported} imported, ${alreadyThere} there already, ${rejected.length} rejected.`);
    if (sealed > 0)
      out(
        `${sealed} of the imported rows hold a denunciation and were kept without personal data; ${kept} identities were sealed for the agency's custodians.`,
      );
    for (const { row, column, value, reason } of rejected) out(`  row ${row}, ${column}: ${value} — ${reason}`);
  }
  if (state === "done") return;
  tell(`The import was ${state}: import the same file again.`);
  process.exitCode = FAILED;
}

function columnsOf(list: string): RegisterImport["columns"] {
  const pairs = list.split(",").map((pair) => {
    const [field, letter, ...more] = pair.trim().split("=");
    if (!field || !letter || more.length > 0)
      throw misused("columns", `Write columns as content=H,note=-, not ${pair}.`);
    return [field, letter === "-" ? null : letter] as const;
  });
  return Object.fromEntries(pairs);
}
