import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import type { FileScanner } from "../casework/files/index.ts";

export const noScanner: FileScanner = { scan: async () => "off" };

const timeoutMs = 30_000;
const chunkBytes = 64 * 1024;

/** `host:port` of a clamd, or the absolute path of its socket. Speaks its INSTREAM; whatever else it answers counts as no answer. */
export function clamdScanner(address: string): FileScanner {
  const where = address.startsWith("/") ? { path: address } : hostAndPort(address);
  return {
    scan: async (bytes) => {
      try {
        const answer = await ask(connect(where), bytes);
        if (/^stream: OK\0?$/.test(answer)) return "clean";
        return /^stream: .+ FOUND\0?$/.test(answer) ? "infected" : "unavailable";
      } catch {
        return "unavailable";
      }
    },
  };
}

function hostAndPort(address: string) {
  const at = address.lastIndexOf(":");
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(address.slice(at + 1)) };
}

function ask(socket: Socket, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error("clamd does not answer")));
    socket.on("error", reject);
    socket.on("data", (part) => {
      answer += part.toString("utf8");
      if (answer.length > 4096) socket.destroy(new Error("no answer of clamd"));
      else if (answer.endsWith("\0")) socket.end();
    });
    socket.on("close", () => resolve(answer));
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      pipeline(framed(bytes), socket, { end: false }).catch(reject);
    });
  });
}

/** Each piece after its length, and a length of nothing at the end. */
async function* framed(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const whole of bytes instanceof Uint8Array ? [bytes] : bytes) {
    for (let from = 0; from < whole.byteLength; from += chunkBytes) {
      const piece = whole.subarray(from, from + chunkBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.byteLength);
      yield length;
      yield piece;
    }
  }
  yield Buffer.alloc(4);
}
