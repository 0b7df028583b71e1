import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { clamdScanner, noScanner } from "./clamd.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A little clamd: reads INSTREAM as the real one does and calls what holds the test word infected. */
async function listening(answer?: (content: Buffer) => string): Promise<string> {
  server = createServer((socket) => {
    let read = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (part: Buffer) => {
      read = Buffer.concat([read, part]);
      const content = contentOf(read);
      if (content)
        socket.end(`stream: ${answer?.(content) ?? (content.includes("EICAR") ? "Test-Signature FOUND" : "OK")}\0`);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server?.listen(0, "127.0.0.1", () => {
      const address = server?.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return `127.0.0.1:${port}`;
}

/** The chunks put together, once the empty one that ends them has come. */
function contentOf(read: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (!read.toString("latin1").startsWith(command)) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= read.length; ) {
    const length = read.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(read.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

test("what clamd calls clean is clean, what it finds is infected, also beyond one chunk", async () => {
  const scanner = clamdScanner(await listening());
  expect(await scanner.scan(new Uint8Array(200_000).fill(65))).toBe("clean");
  const infected = Buffer.concat([Buffer.alloc(150_000, 65), Buffer.from("EICAR")]);
  expect(await scanner.scan(infected)).toBe("infected");
});

test("a scanner that says something else, or is not there, is no consent", async () => {
  const scanner = clamdScanner(await listening(() => "INSTREAM size limit exceeded. ERROR"));
  expect(await scanner.scan(new Uint8Array(10))).toBe("unavailable");
  expect(await clamdScanner("/nowhere/clamd.ctl").scan(new Uint8Array(10))).toBe("unavailable");
});

test("without a scanner nothing is claimed", async () => {
  expect(await noScanner.scan(new Uint8Array(10))).toBe("off");
});
