export type {
  PaperAgency,
  PaperFiled,
  PaperFormat,
  PaperInput,
  PaperItem,
  PaperMatter,
  PaperParty,
  PaperSession,
  PaperVisit,
  PersonalCopy,
} from "../casework/papers/paper-input.ts";

export type PaperErrorCode = "unknown-template" | "unknown-format" | "render-failed" | "render-timeout";

/** A paper could not be made; `code` says why, the message never holds what is on the paper. */
export class PaperError extends Error {
  readonly code: PaperErrorCode;
  constructor(code: PaperErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PaperError";
    this.code = code;
  }
}
