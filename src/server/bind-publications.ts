import type { Filing } from "../casework/filing/index.ts";
import * as publications from "../casework/publications/index.ts";
import type { Setting } from "../casework/setting.ts";
import { bound } from "./bound.ts";

/** What was made public, and who words it and takes it down. */
export function bindPublications(setting: Setting) {
  return {
    list: (input: publications.PublishedInput) => publications.listPublished(setting, input),
    open: (input: { readonly id: string }) => publications.openPublished(setting, input),
    firstOn: () => publications.firstPublishedOn(setting),
    /** Published decisions about what a draft describes. */
    similarTo: ({ fields }: Pick<Filing, "fields">) =>
      publications.similarPublications(setting, `${fields["content"] ?? ""}. ${fields["request"] ?? ""}`),
    ofMatter: bound(setting, publications.publicationsOf),
    word: bound(setting, publications.wordPublication),
    withdraw: bound(setting, publications.withdrawPublication),
  };
}
