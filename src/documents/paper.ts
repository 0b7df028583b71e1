export type {
  PaperAgency,
  PaperErrorCode,
  PaperFormat,
  PaperInput,
  PaperItem,
  PaperMatter,
  PaperParty,
  PaperVisit,
} from "../casework/papers/paper-input.ts";
export { PaperError } from "../casework/papers/paper-input.ts";
