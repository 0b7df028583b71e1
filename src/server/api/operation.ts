import { createRoute, type OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { invalidInput, Refused } from "../../casework/refusal.ts";
import type { Asker } from "../../casework/setting.ts";
import { parseCivilDate } from "../../time/civil-date.ts";
import type { App } from "../app.ts";
import type { HttpEnv } from "../http/server.ts";

export interface Call {
  readonly app: App;
  readonly asker: Asker;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body as it came; the use case parses it. */
  readonly body: object;
  /** The caller's Idempotency-Key, or a new one. */
  readonly key: string;
  readonly c: Context<HttpEnv>;
}

/** One operation of the API: how it is described and what it calls. Use cases parse their input; here it is only described. */
export interface Operation {
  readonly method: "get" | "post" | "delete";
  /** `/petitions/{id}` under `/api/v1`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly isPublic?: boolean;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** A command: takes an Idempotency-Key, and the same key again gives the same answer. */
  readonly command?: boolean;
  readonly answers: z.ZodType | "file" | "nothing";
  readonly run: (call: Call) => Promise<unknown>;
}

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    article: z.string().optional(),
    rule: z.string().optional(),
    fields: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    instead: z.array(z.object({ act: z.string(), name: z.string() })).optional(),
    current: z.object({ seq: z.int(), state: z.string() }).optional(),
  })
  .openapi("Problem");

/** Registers the description and the handler of an operation. */
export function addOperation(api: OpenAPIHono<HttpEnv>, app: App | undefined, operation: Operation): void {
  api.openAPIRegistry.registerPath(describe(operation));
  const handler = async (c: Context<HttpEnv>) => {
    if (!app) throw new TypeError("This API only describes itself.");
    const call = {
      app,
      asker: c.get("asker"),
      params: c.req.param(),
      query: c.req.query(),
      body: await bodyOf(c, operation),
      key: keyOf(c),
      c,
    };
    const answer = await operation.run(call);
    if (answer instanceof Response) return answer;
    return answer === undefined ? c.body(null, 204) : c.json(answer, 200);
  };
  api.on(operation.method.toUpperCase(), operation.path.replaceAll(/\{(\w+)\}/g, ":$1"), handler);
}

function describe({ method, path, id, summary, tag, isPublic, query, body, command, answers }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const problems = {
    description: "A refusal, in the language of Accept-Language",
    content: { "application/problem+json": { schema: problem } },
  };
  return createRoute({
    method,
    path,
    operationId: id,
    summary,
    tags: [tag],
    security: isPublic ? [] : [{ token: [] }],
    request: {
      ...(names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
      ...(query ? { query } : {}),
      ...(command ? { headers: z.object({ "Idempotency-Key": z.uuid().optional() }) } : {}),
      ...(body ? { body: { required: true, content: { "application/json": { schema: body } } } } : {}),
    },
    responses: { ...success(answers), default: problems },
  });
}

function success(answers: Operation["answers"]): RouteConfig["responses"] {
  if (answers === "nothing") return { 204: { description: "Done" } };
  if (answers === "file")
    return { 200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } } };
  return { 200: { description: "The answer", content: { "application/json": { schema: answers } } } };
}

async function bodyOf(c: Context<HttpEnv>, { body }: Operation): Promise<object> {
  if (!body) return {};
  const read: unknown = await c.req.json().catch(() => undefined);
  if (typeof read === "object" && read !== null && !Array.isArray(read)) return read;
  throw invalidInput([
    {
      field: "",
      message: { vi: "Nội dung gửi lên phải là một đối tượng JSON.", en: "The body must be a JSON object." },
    },
  ]);
}

function keyOf(c: Context<HttpEnv>): string {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return crypto.randomUUID();
  if (z.uuid().safeParse(key).success) return key.toLowerCase();
  throw invalidInput([
    { field: "Idempotency-Key", message: { vi: "Khóa thao tác phải là UUID.", en: "The key must be a UUID." } },
  ]);
}

/** A civil date of the query; `fallback` when it is absent. Throws "invalid-input". */
export function dateOf(query: Call["query"], name: string, fallback: string) {
  const date = parseCivilDate(query[name] ?? fallback);
  if (date) return date;
  throw invalidInput([
    { field: name, message: { vi: "Ghi ngày theo dạng 2026-07-02.", en: "Write the date as 2026-07-02." } },
  ]);
}

/** The `{id}` of the path. Throws "not-found" when it is no UUID. */
export function idOf({ params }: Call): string {
  const value = params["id"] ?? "";
  if (!z.uuid().safeParse(value).success) throw missing();
  return value;
}

export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  /** The other parts of the form that are text. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The file and the fields of a multipart form. Throws "invalid-input" without a file. */
export async function uploadOf({ c }: Call): Promise<Upload> {
  const form = await c.req.formData().catch(() => undefined);
  const file = form?.get("file");
  if (!form || !(file instanceof File))
    throw invalidInput([{ field: "file", message: { vi: "Cần chọn tệp.", en: "A file is needed." } }]);
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  return { bytes: await file.bytes(), name: file.name, fields };
}

/** Bytes to be saved, never shown by a browser. */
export function fileAnswer(file: {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}): Response {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  return new Response(new Uint8Array(file.bytes), {
    headers: { "content-type": file.mediaType, "content-disposition": disposition },
  });
}

/** A stream to be saved, never shown by a browser; its digest goes before it. */
export function streamAnswer(file: {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
}): Response {
  return new Response(file.body, {
    headers: {
      "content-type": file.mediaType,
      "content-length": `${file.bytes}`,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "repr-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
    },
  });
}

export function missing(): Refused {
  return new Refused({ code: "not-found", message: { vi: "Không tìm thấy.", en: "Not found." } });
}
