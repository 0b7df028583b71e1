import type { Command } from "commander";
import { addBackupCommands } from "./backup-commands.ts";
import { asJson, type JsonOption, json, misused, out } from "./output.ts";
import { withApp } from "./with-app.ts";

export function addUpkeepCommands(program: Command): void {
  addBackupCommands(program);
  program
    .command("demo")
    .description("the invented province")
    .command("load")
    .description("fills an empty embedded database with it (a server's with MINHXET_DEMO=1)")
    .addOption(asJson())
    .action(loadDemo);
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
