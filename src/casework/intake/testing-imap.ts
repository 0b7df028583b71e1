import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export interface TestImap {
  readonly url: string;
  /** Letters with the marks that were set on them. */
  readonly letters: { readonly source: string; readonly marks: Set<string> }[];
  close(): Promise<void>;
}

/** As much of IMAP4rev1 over a socket as reading one mailbox takes: sign in, select, search, fetch, mark. */
export async function openTestImap(sources: readonly string[]): Promise<TestImap> {
  const letters = sources.map((source) => ({ source, marks: new Set<string>() }));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.write("* OK test server\r\n");
    let rest = "";
    socket.on("data", (data) => {
      rest += data.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        socket.write(Buffer.from(answer(line, letters), "utf8"));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://don:mat-khau@127.0.0.1:${port}/INBOX`,
    letters,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(line: string, letters: TestImap["letters"]): string {
  const [tag = "", ...words] = line.split(" ");
  const command = words
    .slice(0, words[0]?.toUpperCase() === "UID" ? 2 : 1)
    .join(" ")
    .toUpperCase();
  const ok = (...untagged: readonly string[]) =>
    [...untagged.map((each) => `* ${each}`), `${tag} OK done`, ""].join("\r\n");
  switch (command) {
    case "CAPABILITY":
      return ok("CAPABILITY IMAP4rev1");
    case "LIST":
    case "LSUB":
      return ok('LIST () "/" INBOX');
    case "SELECT":
    case "EXAMINE":
      return ok(
        "FLAGS (\\Seen)",
        "OK [PERMANENTFLAGS (\\Seen \\*)] any",
        `${letters.length} EXISTS`,
        "0 RECENT",
        "OK [UIDVALIDITY 1] valid",
        `OK [UIDNEXT ${letters.length + 1}] next`,
      );
    case "UID SEARCH": {
      const mark = /UNKEYWORD (\S+)/i.exec(line)?.[1] ?? "";
      const uids = letters.flatMap(({ marks }, i) => (marks.has(mark) ? [] : [i + 1]));
      return ok(`SEARCH ${uids.join(" ")}`.trim());
    }
    case "UID FETCH": {
      const uid = Number(words[2]);
      const source = letters[uid - 1]?.source ?? "";
      return `* ${uid} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(source)}}\r\n${source})\r\n${tag} OK done\r\n`;
    }
    case "UID STORE": {
      for (const mark of /\(([^)]*)\)/.exec(line)?.[1]?.split(" ") ?? [])
        letters[Number(words[2]) - 1]?.marks.add(mark);
      return ok();
    }
    default:
      return ok();
  }
}
