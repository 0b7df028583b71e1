import { z } from "@hono/zod-openapi";
import { parseInput } from "../../casework/parse-input.ts";
import { invalidInput } from "../../casework/refusal.ts";
import { type Call, fileAnswer, idOf, type Operation, uploadOf } from "./operation.ts";

const text = z.object({ vi: z.string(), en: z.string() });
const uploadFields = z.object({
  agencyId: z.uuid(),
  limit: z.coerce.number().int().min(0).max(200).optional(),
});
const locale = z.object({ locale: z.enum(["vi", "en"]).default("vi") });

const run = z.looseObject({
  runId: z.uuid(),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  rows: z.int(),
  imported: z.int(),
  alreadyThere: z.int(),
  rejected: z.int(),
  sealed: z.int(),
  kept: z.int(),
});

/** The register that exists, as .xlsx. */
export const importOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/imports/preview",
    id: "previewImport",
    tag: "Imports",
    summary:
      "What an import would do, and what each column was taken for; multipart form with agencyId, file and, if wished, columns as JSON",
    answers: z.looseObject({
      counts: z.object({
        rows: z.int(),
        ready: z.int(),
        alreadyThere: z.int(),
        sealed: z.int(),
        kept: z.int(),
        rejected: z.int(),
      }),
    }),
    run: async (call) => call.app.reception.previewRegister(call.asker, await registerOf(call)),
  },
  {
    method: "post",
    path: "/imports",
    id: "startImport",
    tag: "Imports",
    summary:
      "Begins an import; rows that are there already are left alone, so the same file may be sent again. The form is that of the preview",
    answers: z.object({ runId: z.uuid() }),
    run: async (call) => call.app.reception.startImport(call.asker, await registerOf(call)),
  },
  {
    method: "get",
    path: "/imports/{id}",
    id: "importStatus",
    tag: "Imports",
    summary: "How far an import is; when done, rows = imported + alreadyThere + rejected",
    answers: run,
    run: (call) => call.app.reception.importRun(call.asker, { runId: idOf(call) }),
  },
  {
    method: "post",
    path: "/imports/{id}/cancel",
    id: "cancelImport",
    tag: "Imports",
    summary: "Stops an import after the batch under way; what was imported stays",
    answers: z.object({ state: z.string() }),
    run: (call) => call.app.reception.cancelImport(call.asker, { runId: idOf(call) }),
  },
  {
    method: "get",
    path: "/imports/{id}/rejections",
    id: "importRejections",
    tag: "Imports",
    summary: "The rows that were not taken, with the sheet's row number, the column, the value and the reason",
    answers: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), reason: text })),
    run: (call) => call.app.reception.importRejections(call.asker, { runId: idOf(call) }),
  },
  {
    method: "get",
    path: "/imports/{id}/errors",
    id: "importErrors",
    tag: "Imports",
    summary: "The same rows as .xlsx, to be mended and imported again",
    query: locale,
    answers: "file",
    run: async (call) => {
      const bytes = await call.app.reception.importErrors(call.asker, {
        runId: idOf(call),
        ...parseInput(locale, call.query),
      });
      const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return fileAnswer({ bytes, mediaType, name: "dong-can-sua.xlsx" });
    },
  },
];

const overrides = z.record(z.string(), z.string().nullable());

async function registerOf(call: Call) {
  const { bytes, fields } = await uploadOf(call);
  const { columns, ...rest } = fields;
  return { ...parseInput(uploadFields, rest), bytes, columns: columns ? chosenColumns(columns) : undefined };
}

/** `{"content": "H", "note": null}`; which names and letters there are, the use case knows. */
function chosenColumns(json: string): z.output<typeof overrides> {
  try {
    return overrides.parse(JSON.parse(json));
  } catch {
    throw invalidInput([
      {
        field: "columns",
        message: { vi: 'Ghi cột theo dạng {"content": "H"}.', en: 'Write columns as {"content": "H"}.' },
      },
    ]);
  }
}
