import { recordingTooLarge } from "../casework/files/index.ts";
import * as matters from "../casework/matters/index.ts";
import type { Asker, Setting } from "../casework/setting.ts";
import { streamedFile } from "./http/multipart-file.ts";

/** Of a form, beside its file. */
const besideBytes = 1_000_000;
/** So much is still read of a refused file: a browser that cannot send the rest shows no answer. */
const drainedBytesMax = 64_000_000;

/** Recordings of online receptions: they go to the file store and come from it in pieces. */
export function bindRecordings(setting: Setting, bytesMax: number) {
  return {
    bytesMax,
    /** The file of a multipart request; see `addRecording`. */
    addRecording: async (asker: Asker, input: { readonly matterId: string; readonly request: Request }) => {
      const { matterId, request } = input;
      if (Number(request.headers.get("content-length") ?? 0) > bytesMax + besideBytes)
        throw recordingTooLarge(bytesMax);
      const { name, pieces } = await streamedFile(request);
      try {
        return await matters.addRecording(setting, asker, { matterId, name, pieces: kept(pieces) }, bytesMax);
      } catch (error) {
        await readRest(pieces);
        throw error;
      }
    },
    openRecording: async (asker: Asker, input: { readonly matterId: string; readonly fileId: string }) => {
      const { pieces, ...recording } = await matters.openRecording(setting, asker, input);
      return { ...recording, body: streamOf(pieces) };
    },
  };
}

/** A loop that is left early would end the generator, and there would be no rest to read. */
function kept(pieces: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
}

async function readRest(pieces: AsyncGenerator<Uint8Array>): Promise<void> {
  try {
    let bytes = 0;
    for await (const piece of pieces) {
      bytes += piece.byteLength;
      if (bytes > drainedBytesMax) return;
    }
  } catch {
    // Whoever sends has gone: nobody waits for the answer.
  }
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const from = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (stream) => {
      const { value, done } = await from.next();
      if (done) stream.close();
      else stream.enqueue(new Uint8Array(value));
    },
    cancel: async () => {
      await from.return?.();
    },
  });
}
