// A process of its own for the tests that kill it: makes a base of a data folder, or restores one.
import { openStore } from "../open-store.ts";
import { backupBase, restoreTo } from "./index.ts";

const [what, dataDir = "", key = "", from = ""] = process.argv.slice(2);
const notice = () => undefined;

if (what === "base") {
  const store = await openStore({ dataDir, mode: "join" });
  await backupBase(store, { recipients: [key] });
  await store.close();
} else {
  await restoreTo({ from, dataDir, identities: [key], notice });
}
