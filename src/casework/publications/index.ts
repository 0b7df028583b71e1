export type { Publication } from "./publication.ts";
export { type MatterPublication, publicationsOf } from "./publications-of.ts";
export { firstPublishedOn, listPublished, openPublished, type PublishedInput, publishedInput } from "./published.ts";
export { type PublishedFrom, recordPublication } from "./record-publication.ts";
export { similarPublications } from "./similar-publications.ts";
export {
  type WithdrawPublicationInput,
  type WordPublicationInput,
  withdrawPublication,
  withdrawPublicationInput,
  wordPublication,
  wordPublicationInput,
} from "./write-publication.ts";
