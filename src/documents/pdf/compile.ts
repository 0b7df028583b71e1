import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const require = createRequire(import.meta.url);

const fontFiles = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"] as const;

/** Bytes of the four Tinos faces (metrics of Times New Roman, every Vietnamese letter; OFL). */
export const readFonts = (): readonly Buffer[] => {
  const home = dirname(require.resolve("@expo-google-fonts/tinos/package.json"));
  return fontFiles.map((face) => readFileSync(join(home, face, `Tinos_${face}.ttf`)));
};

/**
 * Opens a Typst compiler and gives a function from the JSON of a document model to a PDF/A-2b.
 * The text reaches Typst as a data file, so nothing in it can be markup.
 */
export const openCompiler = (fonts: readonly Buffer[]): ((modelJson: string) => Uint8Array<ArrayBuffer>) => {
  const layout = readFileSync(new URL("./layout.typ", import.meta.url), "utf8");
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: [...fonts] }] });
  return (modelJson) => {
    compiler.mapShadow(join(import.meta.dirname, "model.json"), Buffer.from(modelJson));
    try {
      const compiled = compiler.compile({ mainFileContent: layout });
      if (compiled.result === null) {
        const problems = compiled.takeDiagnostics();
        throw new Error(JSON.stringify(problems?.shortDiagnostics ?? "no diagnostics"));
      }
      return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: "a-2b" }));
    } finally {
      compiler.resetShadow();
      // The cache is global to the process; without this it grows by about 0.5 MB a paper.
      compiler.evictCache(0);
    }
  };
};
