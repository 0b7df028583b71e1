const segments = (table: DataView): { readonly from: number; readonly to: number }[] => {
  const count = table.getUint16(6) / 2;
  return Array.from({ length: count }, (_, index) => ({
    to: table.getUint16(14 + index * 2),
    from: table.getUint16(16 + count * 2 + index * 2),
  })).filter((one) => one.from !== 0xffff);
};

const cmapOf = (font: DataView): DataView => {
  const at = (offset: number): DataView => new DataView(font.buffer, font.byteOffset + offset);
  const tables = font.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    if (font.getUint32(entry) !== 0x636d6170) continue;
    const cmap = font.getUint32(entry + 8);
    for (let sub = 0; sub < font.getUint16(cmap + 2); sub += 1) {
      const table = cmap + font.getUint32(cmap + 4 + sub * 8 + 4);
      if (font.getUint16(table) === 4) return at(table);
    }
  }
  throw new Error("The font has no character map of format 4.");
};

/**
 * Replaces characters that the font cannot draw by "□". PDF/A refuses a page with a missing glyph,
 * so one emoji in a citizen's petition would otherwise stop the whole paper.
 */
export const keepDrawable = (font: Buffer): ((text: string) => string) => {
  const ranges = segments(cmapOf(new DataView(font.buffer, font.byteOffset, font.byteLength)));
  const drawable = (code: number): boolean => code === 10 || ranges.some((one) => code >= one.from && code <= one.to);
  return (text) => Array.from(text, (char) => (drawable(char.codePointAt(0) ?? 0) ? char : "□")).join("");
};
