import { invalidInput, Refused } from "../../casework/refusal.ts";

export interface StreamedFile {
  readonly name: string;
  /** To be read to its end, or given up. */
  readonly pieces: AsyncGenerator<Uint8Array>;
}

const headMax = 16 * 1024;
const missing = () => invalidInput([{ field: "file", message: { vi: "Cần chọn tệp.", en: "A file is needed." } }]);

/**
 * The first file of a multipart form (RFC 7578) as it comes in, never whole in memory: `formData()` would keep all of it.
 * What follows the file is not read. Throws "invalid-input" without a file, or when the form breaks off.
 */
export async function streamedFile(request: Request): Promise<StreamedFile> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(type);
  if (!boundary || !request.body) throw missing();
  const parts = new Parts(request.body.getReader(), `\r\n--${boundary[1] ?? boundary[2]}`);
  for await (const _ of parts.body());
  for (;;) {
    const head = await parts.head();
    if (head === undefined) throw missing();
    const name = fileNameOf(head);
    if (name) return { name, pieces: parts.body() };
    for await (const _ of parts.body());
  }
}

/** Browsers write quotation marks and line ends of a name as %22, %0D, %0A. An unchosen file has an empty name. */
function fileNameOf(head: string): string | undefined {
  const name = /^content-disposition:.*;\s*filename="([^"\r\n]*)"/im.exec(head)?.[1];
  return name?.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

class Parts {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #delimiter: Buffer;
  // The first delimiter has no line end before it: this one makes it like the others.
  #kept: Buffer = Buffer.from("\r\n");

  constructor(reader: ReadableStreamDefaultReader<Uint8Array>, delimiter: string) {
    this.#reader = reader;
    this.#delimiter = Buffer.from(delimiter);
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#reader.read();
    if (done) throw brokenOff();
    this.#kept = this.#kept.byteLength === 0 ? Buffer.from(value) : Buffer.concat([this.#kept, value]);
  }

  /** The header lines of the part that begins here; undefined after the last one. */
  async head(): Promise<string | undefined> {
    for (;;) {
      if (this.#kept.subarray(0, 2).toString("latin1") === "--") return undefined;
      const end = this.#kept.indexOf("\r\n\r\n");
      if (end >= 0) {
        const head = this.#kept.subarray(0, end).toString("utf8");
        this.#kept = this.#kept.subarray(end + 4);
        return head;
      }
      if (this.#kept.byteLength > headMax) throw brokenOff();
      await this.#more();
    }
  }

  /** What comes until the next delimiter. */
  async *body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.#kept.indexOf(this.#delimiter);
      if (end >= 0) {
        if (end > 0) yield this.#kept.subarray(0, end);
        this.#kept = this.#kept.subarray(end + this.#delimiter.byteLength);
        return;
      }
      const safe = this.#kept.byteLength - this.#delimiter.byteLength + 1;
      if (safe > 0) {
        yield this.#kept.subarray(0, safe);
        this.#kept = this.#kept.subarray(safe);
      }
      await this.#more();
    }
  }
}

function brokenOff(): Refused {
  return new Refused({
    code: "invalid-input",
    message: {
      vi: "Việc tải tệp lên bị gián đoạn. Hãy kiểm tra mạng và tải lại.",
      en: "The upload broke off. Check the network and send the file again.",
    },
    fields: [{ field: "file", message: { vi: "Tệp chưa tải lên hết.", en: "The file did not arrive whole." } }],
  });
}
