import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { NoticeMessage, NoticeSender, NoticeSenders } from "../casework/notices/index.ts";

/** For machines without a mail server or a gateway: letters as `<id>.eml`, messages to telephones as `<id>.json`. */
export function folderSenders(folder: string): Required<NoticeSenders> {
  return {
    email: writing(folder, "eml", letter),
    phone: writing(folder, "json", ({ id, to, short }) => `${JSON.stringify({ id, to, text: short }, null, 2)}\n`),
  };
}

function writing(folder: string, ending: string, contentOf: (message: NoticeMessage) => string): NoticeSender {
  return {
    send: async (message) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const place = path.join(folder, `${message.id}.${ending}`);
        // Beside its place first: whoever reads the folder sees whole messages only.
        await writeFile(`${place}.part`, contentOf(message), { mode: 0o600 });
        await rename(`${place}.part`, place);
        return { is: "sent" };
      } catch (error) {
        const { code } = error as { readonly code?: unknown };
        return { is: "failed", failure: typeof code === "string" ? code : "ERROR" };
      }
    },
  };
}

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");

/** As RFC 5322 and 2045 want it: addresses are ASCII, everything else is encoded. */
function letter({ id, to, subject, text }: NoticeMessage): string {
  const lines = base64(text).match(/.{1,76}/g) ?? [];
  return [
    `Message-ID: <${id}@minh-xet.invalid>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${base64(subject)}?=`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "Auto-Submitted: auto-generated",
    "",
    ...lines,
    "",
  ].join("\r\n");
}
