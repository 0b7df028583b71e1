export { foldVietnamese } from "./folded-name.ts";
