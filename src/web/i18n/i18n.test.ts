import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const folder = join(import.meta.dirname, "messages");
const areas = readdirSync(join(folder, "vi"));
const messages = (locale: string, area: string) =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(folder, locale, area), "utf8")));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe("every sentence of the interface exists in Vietnamese and in English", () => {
  it("has the same areas, each named in the settings", () => {
    expect(readdirSync(join(folder, "en"))).toEqual(areas);
    const settings = readFileSync(join(import.meta.dirname, "project.inlang/settings.json"), "utf8");
    for (const area of areas) expect(settings).toContain(`{locale}/${area}`);
  });

  it.each(areas)("%s: the same sentences, none empty, the same blanks to fill", (area) => {
    const vi = messages("vi", area);
    const en = messages("en", area);
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of Object.entries(vi)) {
      expect(text.trim(), key).not.toBe("");
      expect(en[key]?.trim(), key).not.toBe("");
      expect(placeholders(en[key] ?? ""), key).toEqual(placeholders(text));
      expect(text.normalize("NFC"), key).toBe(text);
    }
  });

  it("uses one name for one sentence over all areas", () => {
    const keys = areas.flatMap((area) => Object.keys(messages("vi", area)));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});
