import { createHash } from "node:crypto";
import { ImapFlow } from "imapflow";
import PostalMime from "postal-mime";
import type { Mailbox, MailLetter } from "../casework/intake/index.ts";

/** Letters at a time, so that one job ends; the next finds the rest. */
const lettersMax = 50;
const letterBytesMax = 40 * 1024 * 1024;
/** A mark of its own: people who read the mailbox in another program set "seen". */
const takenMark = "MinhXetTaken";

/** The mailbox under `imaps://user:password@host:993/INBOX` (`imap://` only to this machine or behind a tunnel). */
export function imapMailbox(address: string): Mailbox {
  const url = new URL(address);
  const secure = url.protocol === "imaps:";
  return {
    collect: async (take) => {
      const client = new ImapFlow({
        host: url.hostname,
        port: Number(url.port) || (secure ? 993 : 143),
        secure,
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
        logger: false,
        socketTimeout: 60_000,
      });
      // Without a listener a broken line would end the process; the command under way rejects all the same.
      client.on("error", () => undefined);
      await client.connect();
      try {
        const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || "INBOX");
        try {
          return await collectFrom(client, take);
        } finally {
          lock.release();
        }
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

async function collectFrom(client: ImapFlow, take: (letter: MailLetter) => Promise<void>): Promise<number> {
  const found = await client.search({ unKeyword: takenMark }, { uid: true });
  const uids = (found || []).slice(0, lettersMax);
  const failures: unknown[] = [];
  for (const uid of uids) {
    // A byte more than is taken tells a letter that was cut from one that just fits.
    const message = await client.fetchOne(String(uid), { source: { maxLength: letterBytesMax + 1 } }, { uid: true });
    try {
      // biome-ignore lint/complexity/useOptionalChain: false, not undefined, where the letter is gone
      if (message && message.source) await take(await readLetter(message.source));
    } catch (error) {
      failures.push(error);
      continue;
    }
    await client.messageFlagsAdd(String(uid), [takenMark], { uid: true });
  }
  // A letter that cannot be taken stays as it is and holds up none behind it.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters could not be taken`);
  return uids.length;
}

/** Reads a letter as it came. Nothing it points to is fetched. */
export async function readLetter(source: Uint8Array, bytesMax = letterBytesMax): Promise<MailLetter> {
  const cut = source.length > bytesMax;
  const mail = await PostalMime.parse(source, { attachmentEncoding: "arraybuffer" });
  return {
    messageId: mail.messageId || createHash("sha256").update(source).digest("hex"),
    sender: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    body: (mail.text ?? wordsOf(mail.html ?? "")).replaceAll("\0", "").trim(),
    cut,
    attachments: (cut ? [] : mail.attachments).map(({ filename, content }) => ({
      name: filename ?? "tep-dinh-kem",
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  };
}

const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<(br|\/p|\/div|\/li|\/tr)[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, " ")
    .replace(/[ \t]+/g, " ");
