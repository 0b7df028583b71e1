import { getLocale } from "../paraglide/runtime.js";

/** "340 KB", "1,2 MB" */
export function sizeInWords(bytes: number): string {
  const isSmall = bytes < 1024 * 1024;
  const shown = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: isSmall ? 0 : 1 });
  return isSmall ? `${shown.format(Math.max(1, bytes / 1024))} KB` : `${shown.format(bytes / 1024 / 1024)} MB`;
}
