import { randomUUID } from "node:crypto";
import type { TestOffice } from "../../../src/server/testing.ts";
import type { Where } from "./actors.ts";
import type { Maker, Marked, World } from "./secrets.ts";

/** What those who plant share. */
export interface Planting {
  readonly office: TestOffice;
  readonly maker: Maker;
  readonly agencies: World["agencies"];
  readonly can: World["can"];
  readonly take: Take;
}

type Kind = "complaint" | "denunciation" | "recommendation";

export type Take = (
  where: Where,
  visitor: Marked,
  kinds: readonly Kind[],
  content: string,
  more?: object,
) => Promise<{ readonly visitId: string; readonly petitionId: string; write(body: string): Promise<boolean> }>;

export interface Receipt {
  readonly code: string;
  readonly secret: string;
}

export const key = () => randomUUID();
const on = "2026-11-02";

/** Takes in at the counter, and keeps the receipts and what to look for. */
export function takerOf(
  office: TestOffice,
  agencies: World["agencies"],
  receipts: Receipt[],
  lookedFor: string[],
): Take {
  return async (where, visitor, kinds, content, more = {}) => {
    const taken = await office.app.reception.recordVisit(await office.as("reception-officer", where), {
      key: key(),
      agencyId: agencies[where],
      receivedOn: on,
      visitor: { name: visitor.name, address: visitor.address, idNumber: visitor.idNumber, phone: visitor.phone },
      kinds: [...kinds],
      content,
      readBack: true,
      ...more,
    });
    lookedFor.push(visitor.name, ...(kinds.includes("denunciation") ? [visitor.idNumber] : []));
    for (const { code, trackingSecret } of taken.petitions)
      if (trackingSecret) receipts.push({ code, secret: trackingSecret });
    const [first] = taken.petitions;
    return {
      visitId: taken.visitId,
      petitionId: first?.id ?? "",
      write: (body: string) =>
        office.app.petitions.writeByCode({
          key: key(),
          code: first?.code ?? "",
          secret: first?.trackingSecret ?? "",
          body,
          network: "203.0.113.0/24",
        }),
    };
  };
}

/** What a denouncer says of themselves. */
export const told = (visitor: Marked, content: string) =>
  `Tôi là ${visitor.name}, ở ${visitor.address}, số ${visitor.idNumber}, điện thoại ${visitor.phone}. Việc ${content}`;

export async function addFile(
  { app, as }: TestOffice,
  where: Where,
  agencyId: string,
  name: string,
  content: string,
  by: "reception-officer" | "clerk" | "petition-officer" = "reception-officer",
): Promise<string> {
  const bytes = new TextEncoder().encode(`Bản chụp ${content}`);
  return (await app.files.addFile(await as(by, where), { agencyId, name: `${name}.txt`, bytes })).fileId;
}
