import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/**
 * Runs axe (WCAG 2.2 A and AA) in the page and returns one line for each fault. Goes in by the debugger's door, which a
 * strict content security policy does not shut.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  // Only faults are wanted: what passes need not be written down in full.
  const options = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] };
  const run = `${source}; axe.run(document, ${JSON.stringify(options)})`;
  const { result, exceptionDetails } = await client.send("Runtime.evaluate", {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  await client.detach();
  if (exceptionDetails) throw new Error(`axe failed: ${exceptionDetails.text}`);
  return (result.value as AxeResult).violations.flatMap((fault) =>
    fault.nodes.map((node) => `${fault.id} at ${node.target.join(" ")}`),
  );
}
