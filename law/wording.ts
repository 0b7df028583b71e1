import type { Cited, FieldOption, FieldRule, Guard, Text } from "../src/rules/pack.ts";

/** A sentence in both languages. */
export function t(vi: string, en: string): Text {
  return { vi, en };
}

/** Read in the text itself. */
export function text(article: string): Cited {
  return { article, confidence: "text" };
}

/** Read in a named source about the text, not in the text itself. */
export function secondary(article: string, source: string, gap?: string): Cited {
  return { article, confidence: "secondary", source, ...(gap ? { gap } : {}) };
}

/** Derived by us, for a lawyer to confirm. */
export function inference(article: string, gap?: string): Cited {
  return { article, confidence: "inference", ...(gap ? { gap } : {}) };
}

type Extra = Partial<Pick<FieldRule, "help" | "required" | "shownWhen">>;

export function date(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "date", required: true, personal: false, ...extra };
}

/** A short answer that may hold a name or an address. */
export function line(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "text", required: true, personal: true, ...extra };
}

/** A longer answer in free words. */
export function words(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "long-text", required: true, personal: true, ...extra };
}

export function choice(id: string, label: Text, options: readonly FieldOption[], extra: Extra = {}): FieldRule {
  return { id, label, type: "choice", options, required: true, personal: false, ...extra };
}

export function choices(id: string, label: Text, options: readonly FieldOption[], extra: Extra = {}): FieldRule {
  return { id, label, type: "choices", options, required: true, personal: false, ...extra };
}

export function yesNo(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "yes-no", required: true, personal: false, ...extra };
}

/** A whole number. */
export function count(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "number", required: true, personal: false, ...extra };
}

export function officer(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "officer", required: true, personal: false, ...extra };
}

export function officers(id: string, label: Text, extra: Extra = {}): FieldRule {
  return { id, label, type: "officers", required: true, personal: false, ...extra };
}

export function option(id: string, label: Text, cited?: Cited): FieldOption {
  return { id, label, ...cited };
}

export function guard(condition: string, cited: Cited, refusal: Text, instead?: readonly string[]): Guard {
  return { condition, refusal, ...cited, ...(instead ? { instead } : {}) };
}
