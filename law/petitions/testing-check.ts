import type { ActCommand } from "../../src/rules/decide.ts";
import { openIn, perform, type refusalOf } from "../testing-matter.ts";

export type Values = ActCommand["values"];

/** Answers to the check of a petition with which nothing is wrong. */
export const eligible = {
  class: "complaint",
  withinCompetence: true,
  vietnamese: true,
  dated: true,
  nameAndAddress: true,
  signed: true,
  contentStated: true,
  legible: true,
  firstTime: true,
  sentToCompetentToo: false,
  guidedBefore: false,
  transferredBefore: false,
  forwarded: false,
  inPerson: false,
  originals: false,
};

/** A petition in processing, checked on the day it came. */
export function checked(more: Values = {}, received = "2026-07-02") {
  const { pack, matter } = openIn("petitions", "petition-processing", received);
  return { pack, matter: perform(pack, matter, "check", received, { ...eligible, ...more }) };
}

export const outside: Values = { withinCompetence: false };

/** What a refusal offers instead. */
export const acts = (refusal: ReturnType<typeof refusalOf>) => refusal.instead.map((each) => each.act);
