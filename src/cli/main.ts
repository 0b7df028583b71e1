import { runCommand } from "./program.ts";

// Whoever reads our output may stop before its end: `minhxet agencies | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

await runCommand(process.argv.slice(2));
