import path from "node:path";
import type { Command } from "commander";
import { readConfig } from "../server/config.ts";
import { asJson, type JsonOption, json, misused, out, tell } from "./output.ts";
import { withApp } from "./with-app.ts";

export function addUpkeepCommands(program: Command): void {
  program
    .command("backup")
    .description("writes the database and the files of one moment into a new file, while the application runs")
    .argument("<file>", "such as minhxet.tar.gz")
    .addOption(asJson())
    .action(writeBackup);
  program
    .command("restore")
    .description("puts a backup in the place of the database; what was there is kept aside")
    .argument("<file>", "a file that backup wrote")
    .addOption(asJson())
    .action(restoreBackup);
  program
    .command("demo")
    .description("the invented province")
    .command("load")
    .description("fills an empty embedded database with it (a server's with MINHXET_DEMO=1)")
    .addOption(asJson())
    .action(loadDemo);
}

async function writeBackup(file: string, options: JsonOption): Promise<void> {
  const { backup } = await import("../store/index.ts");
  const made = await withApp((app) => backup(app.setting.store, path.resolve(file)));
  if (options.json) json(made);
  else out(`${made.file}: ${made.rows} rows of ${made.tables} tables, ${made.files} files.`);
}

async function restoreBackup(file: string, options: JsonOption): Promise<void> {
  const { restore } = await import("../store/index.ts");
  const { dataDir, databaseUrl, databaseAppUrl } = readConfig(process.env);
  const made = await restore(path.resolve(file), { dataDir, databaseUrl, databaseAppUrl, notice: tell });
  if (options.json) return json(made);
  out(`Restored the backup of ${made.createdAt}: ${made.rows} rows, ${made.files} files.`);
  if (made.keptAs) out(`The database that was there is kept as ${made.keptAs}.`);
}

async function loadDemo(options: JsonOption): Promise<void> {
  const { loadDemoOnce } = await import("../server/first-start.ts");
  const lines = await withApp(loadDemoOnce);
  if (lines === "not-empty")
    throw misused("not-empty", "This database is not empty: the demonstration needs an empty one.");
  if (lines === "not-here")
    throw misused("not-here", "The demonstration goes into a server's database only with MINHXET_DEMO=1.");
  if (options.json) json({ loaded: true, signIns: lines });
  else for (const line of lines) out(line);
}
