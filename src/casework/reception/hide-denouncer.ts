import { randomInt } from "node:crypto";
import type { CivilDate } from "../../time/civil-date.ts";
import { redact } from "./register/redact.ts";

/** What is known of a denouncer while the request lasts; nothing of it is stored (settled 2). */
export interface Traces {
  readonly name: string;
  readonly address: string;
  readonly idNumber: string;
  readonly phone?: string | null;
  readonly email?: string | null;
}

export interface Hider {
  (text: string): string;
  (text: string | undefined): string | undefined;
  (text: string | null): string | null;
}

/** Takes these people's traces out of any text it is given; what is absent stays absent. */
export function hiderOf(people: readonly Traces[]): Hider {
  const named = people.map(({ name, address }) => ({ name, address }));
  const words = people
    .flatMap((one) => [one.idNumber, one.phone ?? "", one.email ?? "", one.name === "" ? one.address : ""])
    .filter((word) => word !== "");
  function hide(text: string): string;
  function hide(text: string | undefined): string | undefined;
  function hide(text: string | null): string | null;
  function hide(text: string | null | undefined): string | null | undefined {
    return text ? redact(text, named, words) : text;
  }
  return hide;
}

/** For visits in which nobody denounces. */
export const hideNothing: Hider = <T>(text: T): T => text;

const BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** "Người tố cáo 2026-K7QX3M": random, so that it says nothing about the person. */
export function newPseudonym(receivedOn: CivilDate): string {
  const code = Array.from({ length: 6 }, () => BASE32[randomInt(BASE32.length)]).join("");
  return `Người tố cáo ${receivedOn.slice(0, 4)}-${code}`;
}
