import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface TestSmtp {
  readonly url: string;
  /** Letters as they came, with whom the envelope named. */
  readonly letters: { readonly to: string; readonly source: string }[];
  close(): Promise<void>;
}

/** A real SMTP server on this machine. It refuses for good whoever is called "khong-co@…", and for now "day@…". */
export async function openTestSmtp(): Promise<TestSmtp> {
  const letters: { to: string; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, answer) => {
      if (address.startsWith("khong-co@")) answer(Object.assign(new Error(`no ${address}`), { responseCode: 550 }));
      else if (address.startsWith("day@")) answer(Object.assign(new Error(`full ${address}`), { responseCode: 452 }));
      else answer();
    },
    onData: (stream, session, answer) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push({ to: session.envelope.rcptTo[0]?.address ?? "", source: Buffer.concat(parts).toString("utf8") });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
