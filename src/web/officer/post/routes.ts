import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The post book and drafts; paths of files are from src/web. */
export const postRoutes: RouteConfigEntry[] = [
  route("post", "officer/post/enter.tsx"),
  route("post/book", "officer/post/book.tsx"),
  route("post/book/export", "officer/post/book-export.ts"),
  route("post/entries/:entryId", "officer/post/entry.tsx"),
  route("post/entries/:entryId/originals", "officer/post/originals.ts"),
  route("post/drafts", "officer/post/drafts.tsx"),
  route("post/drafts/:draftId", "officer/post/draft.tsx"),
  route("post/drafts/:draftId/pages/:page", "officer/post/picture.ts"),
];
