// A process of its own for the tests of the supervisor: opens the data folder, says so, and stays until its input ends.
import { openStore } from "../open-store.ts";
import { StoreError } from "../store-error.ts";

const [dataDir = "", mode] = process.argv.slice(2);

try {
  const store = await openStore({ dataDir, mode: mode === "join" ? "join" : "serve", durable: false });
  process.stdout.write(`open ${store.serverPid() ?? "joined"}\n`);
  process.stdin.resume().once("end", async () => {
    await store.close();
    process.stdout.write("closed\n");
  });
} catch (error) {
  process.stdout.write(`refused ${error instanceof StoreError ? error.code : String(error)}\n`);
}
