export {
  type AgencyLetterhead,
  type AgencyNode,
  type AgencySuccession,
  agenciesOn,
  agencySuccessions,
  agencyTree,
  letterhead,
} from "./tree.ts";
