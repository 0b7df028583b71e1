import { createTransport } from "nodemailer";
import type { NoticeSender } from "../casework/notices/index.ts";

const timeoutMs = 20_000;

/**
 * Letters by SMTP: `smtps://user:password@host:465`, or `smtp://host:587`, which must offer STARTTLS unless it is this
 * machine. `from`: a bare address. The Message-ID is the notice's, so that a mailbox knows a second copy.
 */
export function smtpSender(address: string, from: string): NoticeSender {
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          textEncoding: "base64",
          messageId: `<${id}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return { is: "sent" };
      } catch (error) {
        return smtpFailure(error);
      }
    },
  };
}

/** What a server answers may quote the address: only the kind of it is kept. A recipient refused for good stays refused. */
function smtpFailure(error: unknown) {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  const status = typeof responseCode === "number" ? responseCode : 0;
  const failure = [typeof code === "string" && /^[A-Z]+$/.test(code) ? code : "ERROR", status || ""].join(" ").trim();
  return { is: code === "EENVELOPE" && status >= 500 ? "refused" : "failed", failure } as const;
}
