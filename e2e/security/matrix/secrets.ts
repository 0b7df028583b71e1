import type { Grant, Permission, Role } from "../../../src/casework/access/index.ts";
import type { Actor } from "./actors.ts";
import { markOf } from "./reading.ts";

/** Something marked that must reach only those who may know it. */
export interface Secret {
  readonly id: string;
  /** In words, for the table. */
  readonly what: string;
  readonly who: string;
  readonly traces: readonly string[];
  mayKnow(actor: Actor): boolean;
}

let made = 0;
/** A word that stands nowhere else: no text, no key, no file of the program holds it. */
export function mark(): string {
  const letters = "bcdfghklmnpr";
  const n = made++;
  if (n >= 12 ** 3) throw new Error("the marks are used up, and would be given out twice");
  return `Zxq${letters[Math.floor(n / 144)]}u${letters[Math.floor(n / 12) % 12]}o${letters[n % 12]}jwy`;
}

/** A citizen who does not exist, of whom everything is marked. */
export interface Marked {
  readonly name: string;
  readonly address: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly traces: readonly string[];
}

export function markedPerson(): Marked {
  const [name, address] = [mark(), mark()];
  const number = String(100_000 + made * 137).padStart(6, "0");
  const [idNumber, phone] = [`079388${number}`, `0988${number}`];
  return {
    name: `Tôn Thử ${name}`,
    address: `Số 9 ngõ ${address}, xã An Thử`,
    idNumber,
    phone,
    traces: [name, address, idNumber, phone],
  };
}

export type Named = Role | "receipt-holder" | "named" | "acting" | "accused head" | "accused custodian";

export interface World {
  readonly agencies: Readonly<Record<"here" | "elsewhere" | "above", string>>;
  can(grants: readonly Grant[], permission: Permission, agencyId: string): boolean;
}

/** Builds the secrets: who may know each comes from the policy table, or is said by name for what is sealed or restricted. */
export function secretMaker({ agencies, can }: World) {
  const secrets: Secret[] = [];
  const add = (id: string, what: string, who: string, traces: readonly string[], mayKnow: (actor: Actor) => boolean) =>
    secrets.push({ id, what, who, traces: traces.map(markOf), mayKnow });
  return {
    secrets,
    nobody: (id: string, what: string, traces: readonly string[]) => add(id, what, "nobody", traces, () => false),
    /** Whoever holds one of the permissions in that agency. */
    byPolicy: (
      id: string,
      what: string,
      where: keyof World["agencies"],
      permissions: readonly Permission[],
      traces: readonly string[],
      holder = false,
    ) =>
      add(
        id,
        what,
        [...permissions.map((each) => `\`${each}\``), ...(holder ? ["the holder of the receipt"] : [])].join(" or "),
        traces,
        ({ grants, role }) =>
          (holder && role === "receipt-holder") || permissions.some((each) => can(grants, each, agencies[where])),
      ),
    /** Those of the commune with that role, and the ones told apart by that word. */
    byName: (id: string, what: string, who: string, names: readonly Named[], traces: readonly string[]) =>
      add(
        id,
        what,
        who,
        traces,
        ({ role, where, other }) =>
          (role === "receipt-holder" && names.includes(role)) ||
          (where === "here" &&
            names.some((name) => name === (other === "accused" ? `accused ${role}` : (other ?? role)))),
      ),
    add,
  };
}

export type Maker = ReturnType<typeof secretMaker>;
