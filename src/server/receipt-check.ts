import { existsSync } from "node:fs";
import { publicKeyText } from "../casework/audit/index.ts";
import { receiptKeyFile } from "./trail-key.ts";

export { isFiledText, verifyReceipt } from "../casework/filing/index.ts";

/** The key in its file; none where this machine is no installation, so that checking a receipt makes no key. */
export function ownReceiptKeys(named: string | undefined, dataDir: string): readonly string[] {
  const { file, read } = receiptKeyFile(named, dataDir);
  const key = existsSync(file) ? read() : null;
  return key ? [publicKeyText(key.publicKey)] : [];
}
