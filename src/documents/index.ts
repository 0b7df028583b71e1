import type { Slip } from "../casework/papers/slip.ts";
import { cleanInput } from "./clean.ts";
import { renderDocx } from "./docx/render.ts";
import { PaperError, type PaperFormat, type PaperInput } from "./paper.ts";
import { closePdf, renderPdf } from "./pdf/render.ts";
import { slipShown } from "./slips.ts";
import { buildModel, symbolFor, templates } from "./templates.ts";

export type { DocumentModel } from "./model.ts";
export type {
  PaperAgency,
  PaperErrorCode,
  PaperFormat,
  PaperInput,
  PaperItem,
  PaperMatter,
  PaperParty,
  PaperVisit,
} from "./paper.ts";
export { PaperError, symbolFor, templates };

/**
 * Makes a statutory paper: PDF/A-2b or editable Word, as bytes.
 * Throws PaperError: `unknown-template`, `unknown-format`, `render-failed`, `render-timeout`.
 */
export const renderPaper = async (input: PaperInput, format: PaperFormat): Promise<Uint8Array> => {
  const model = buildModel(cleanInput(input));
  if (format === "pdf") return renderPdf([model]);
  if (format === "docx") return renderDocx(model);
  throw new PaperError("unknown-format", "A paper is made as pdf or docx.");
};

/** Several papers one after the other in one PDF. Throws as `renderPaper`. */
export const renderTogether = (inputs: readonly PaperInput[]): Promise<Uint8Array> =>
  renderPdf(inputs.map((input) => buildModel(cleanInput(input))));

/** Slips to be cut apart, eight on a page. Throws as `renderPaper`. */
export const renderSlips = (slips: readonly Slip[]): Promise<Uint8Array> =>
  renderPdf([{ name: "Phiếu theo dõi đơn", slips: slips.map(slipShown) }]);

/** Stops the worker that makes PDFs; the next paper starts another. */
export const closeRenderer = (): Promise<void> => closePdf();
