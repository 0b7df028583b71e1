import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: "./src/web/i18n/project.inlang",
      outdir: "./src/web/paraglide",
      strategy: ["cookie", "baseLocale"],
      cookieName: "minhxet-lang",
    }),
    reactRouter(),
  ],
  // Inlined fonts and styles would need data: in the content security policy.
  build: { assetsInlineLimit: 0 },
});
