/**
 * Vietnamese text as people search for it: lower case, no diacritics, đ → d, one space between words.
 * NFC and NFD spellings, and old and new tone placement (Hoà, Hòa), give the same result.
 */
export function foldVietnamese(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/gu, " ").trim();
}
