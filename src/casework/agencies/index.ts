export { type CreateAgencyInput, createAgency, type RenameAgencyInput, renameAgency } from "./manage.ts";
export {
  type AgencyLetterhead,
  type AgencyNode,
  type AgencySuccession,
  agenciesOn,
  agencySuccessions,
  agencyTree,
  letterhead,
  letterheadOn,
} from "./tree.ts";
