/** What a passphrase must hold to withstand guessing by whoever stole the sealed key: age's scrypt slows each guess to about a second. */
export const passphraseRules = {
  wordsMin: 4,
  lettersPerWordMin: 2,
  charactersMin: 16,
  distinctCharactersMin: 8,
} as const;

/** One form for what the same person types on different keyboards: composed letters, single blanks. */
export function tidyPassphrase(typed: string): string {
  return typed.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** At least four different words, or sixteen characters that are not one letter held down. */
export function isStrongPassphrase(typed: string): boolean {
  const passphrase = tidyPassphrase(typed);
  const words = new Set(passphrase.toLowerCase().split(" "));
  const long = [...words].filter((word) => [...word].length >= passphraseRules.lettersPerWordMin);
  if (long.length >= passphraseRules.wordsMin) return true;
  const characters = [...passphrase];
  return (
    characters.length >= passphraseRules.charactersMin &&
    new Set(characters).size >= passphraseRules.distinctCharactersMin
  );
}

const onsets = "bcdghklmnprstvx";
const vowels = "aeiou";
const wordsSuggested = 5;

/** Five words of two syllables drawn by chance (about 62 bits), without marks so that every keyboard types them. */
export function suggestPassphrase(): string {
  return Array.from({ length: wordsSuggested }, () => `${syllable()}${syllable()}`).join(" ");
}

const syllable = (): string => `${onsets[below(onsets.length)]}${vowels[below(vowels.length)]}`;

/** An even draw: numbers of the last, incomplete round are drawn again. */
function below(count: number): number {
  const limit = Math.floor(0x1_0000_0000 / count) * count;
  const drawn = new Uint32Array(1);
  for (;;) {
    crypto.getRandomValues(drawn);
    const [n = limit] = drawn;
    if (n < limit) return n % count;
  }
}
