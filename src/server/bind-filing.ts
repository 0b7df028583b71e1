import { createHmac, timingSafeEqual } from "node:crypto";
import type { Throttle } from "../casework/access/index.ts";
import { keyId, publicKeyText } from "../casework/audit/index.ts";
import * as filing from "../casework/filing/index.ts";
import type { ReceiptSigner } from "../casework/reception/index.ts";
import type { Setting } from "../casework/setting.ts";
import { atMost } from "./at-most.ts";
import type { Budgets } from "./auth/budgets.ts";
import { draftCookie } from "./auth/draft-cookie.ts";
import { joined } from "./joined.ts";
import { slowly } from "./slowly.ts";
import type { TrailKeyFile } from "./trail-key.ts";
import { refuseBeyond, type TooMuch } from "./within-budget.ts";

export interface FilingParts {
  readonly portal: filing.Portal;
  readonly key: Pick<TrailKeyFile, "read" | "file">;
  readonly budgets: Budgets;
  readonly throttle: Throttle;
  readonly filingsAnHour: number | undefined;
  readonly confirmation: Buffer;
  readonly isSecure: boolean;
}

interface From {
  readonly network: string;
}

/** What one network may do in an hour; many households and a whole commune may share one. */
const anHour = { drafts: 1_000, opened: 2_000, uploadedBytes: 2 * 1024 ** 3 } as const;
/** A filing that one network sends beyond so many times the usual number waits for the next hour. */
const farBeyond = 10;
const usualFilings = 300;
/** The rest of a rush waits in line: with fewer connections than filings all of them arrive. */
const sentAtOnce = 4;
const printedAtOnce = 2;
const confirmWithin = { leastMs: 3_000, mostMs: 30 * 60_000 } as const;

type Sent = { readonly petitionCode: string } | { readonly confirm: string };

/** What citizens file, within their budgets (settled 31). */
export function bindFiling(setting: Setting, parts: FilingParts) {
  const { portal, key, budgets, filingsAnHour = usualFilings } = parts;
  const within = async (what: string, { network }: From, most: number, units = 1): Promise<void> => {
    refuseBeyond(await budgets.spend(`${what} ${network}`, units), most, tooMuch);
  };
  const sending = atMost(sentAtOnce);
  const once = joined<Sent>();
  const printing = atMost(printedAtOnce);
  const keys = (): readonly string[] => {
    const found = key.read();
    return found ? [publicKeyText(found.publicKey)] : [];
  };
  return {
    cookie: draftCookie(parts.isSecure),
    steps: filing.steps,
    startDraft: async (from: From) => {
      await within("draft", from, anHour.drafts);
      return filing.startDraft(setting);
    },
    /** By hand, with two typed codes: guessing is counted. */
    findDraft: async (access: filing.DraftAccess, from: From) => {
      await within("find-draft", from, anHour.opened);
      return filing.openDraft(setting, access);
    },
    openDraft: (access: filing.DraftAccess) => filing.openDraft(setting, access),
    saveStep: (access: filing.DraftAccess, input: Parameters<typeof filing.saveStep>[2]) =>
      filing.saveStep(setting, access, input),
    forgetDraft: (access: filing.DraftAccess) => filing.forgetDraft(setting, access),
    addFiles: async (access: filing.DraftAccess, files: readonly filing.NewDraftFile[], from: From) => {
      const bytes = files.reduce((sum, each) => sum + each.bytes.byteLength, 0);
      await within("upload", from, anHour.uploadedBytes, bytes);
      return filing.addDraftFiles(setting, access, files);
    },
    removeFile: (access: filing.DraftAccess, fileId: string) => filing.removeDraftFile(setting, access, fileId),
    world: () => filing.filingWorld(setting, portal),
    problemsOf: filing.problemsOf,
    /** Published answers to what was written, and who settles it by the law. */
    similarAnswers: (given: filing.Filing) =>
      filing.similarAnswers(
        setting.law.packs,
        setting.today(),
        `${given.fields["content"] ?? ""}. ${given.fields["request"] ?? ""}`,
      ),
    whereItBelongs: filing.whereItBelongs,
    /** The sender's own earlier petition by the codes of its receipt, guessed as slowly as on the tracking page. */
    earlierPetition: (given: filing.Filing, codes: From & { readonly code: string; readonly secret: string }) =>
      slowly(parts.throttle, codes, () => filing.earlierPetition(setting, portal, given, codes)),
    /**
     * Sends a draft. Beyond the usual number from one network or to one office it asks once more: the answer is then what
     * to send back, some seconds later.
     */
    send: (access: filing.DraftAccess, from: From, confirmed: string) =>
      once(`${access.code} ${access.secret} ${confirmed}`, async () => {
        const draft = await filing.openDraft(setting, access);
        if (draft && !draft.sent && !isConfirmed(parts.confirmation, draft.code, confirmed)) {
          const mine = await budgets.spend(`filing ${from.network}`);
          refuseBeyond(mine, filingsAnHour * farBeyond, tooMuch);
          const theirs = await budgets.spend(`filing to ${draft.filing.fields["agency"] ?? ""}`);
          if (mine.units > filingsAnHour || theirs.units > filingsAnHour)
            return { confirm: confirmation(parts.confirmation, draft.code, Date.now()) };
        }
        return sending(() => filing.sendDraft(setting, portal, access));
      }),
    receipt: (access: filing.DraftAccess) => filing.filedReceipt(setting, key.read(), access),
    renderReceipt: (access: filing.DraftAccess) =>
      printing(() => filing.renderFiledReceipt(setting, key.read(), access)),
    /** Holds a PDF or the text of a QR code against this installation's key. */
    verifyReceipt: (given: string | Uint8Array) => filing.verifyReceipt(given, keys()),
    publishedKey: () => {
      const found = key.read();
      if (!found) return null;
      const publicKey = publicKeyText(found.publicKey);
      const pem = found.publicKey.export({ type: "spki", format: "pem" }).toString();
      return { algorithm: "Ed25519" as const, keyId: keyId(publicKey), publicKey, pem };
    },
  };
}

/** For the receipt of the counter: the same key and the same text as on that of what is filed online. */
export function receiptSigner(key: FilingParts["key"]): ReceiptSigner {
  return (said) => {
    const found = key.read();
    return found && filing.signReceipt(said, found);
  };
}

function confirmation(secret: Buffer, draft: string, atMs: number): string {
  return `${atMs}.${createHmac("sha256", secret).update(`${draft} ${atMs}`).digest("base64url")}`;
}

/** Given out by us for this draft, neither a moment ago nor long ago: a program that floods has to wait for each. */
function isConfirmed(secret: Buffer, draft: string, given: string): boolean {
  const atMs = Number(given.split(".", 1)[0]);
  if (!Number.isSafeInteger(atMs)) return false;
  const [is, expected] = [Buffer.from(given), Buffer.from(confirmation(secret, draft, atMs))];
  const age = Date.now() - atMs;
  const isOurs = is.length === expected.length && timingSafeEqual(is, expected);
  return isOurs && age >= confirmWithin.leastMs && age <= confirmWithin.mostMs;
}

const tooMuch: TooMuch = ({ vi, en }) => ({
  vi: `Mạng ông/bà đang dùng đã gửi quá nhiều trong giờ này. Bản nháp vẫn được giữ; hãy thử lại sau ${vi}, dùng mạng khác, hoặc đến trực tiếp nơi tiếp công dân.`,
  en: `Too much came from your network within this hour. The draft is kept; try again in ${en}, use another network, or come to the reception office.`,
});
