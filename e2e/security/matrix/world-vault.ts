import type { TestOffice } from "../../../src/server/testing.ts";
import { newTestKey, sealedTo, type TestKey } from "../../../src/server/testing-custodian.ts";
import { delegationReason } from "./actors.ts";
import { type Maker, mark, type Named } from "./secrets.ts";

/** Two custodians with a key in the commune: one of them is accused later on. */
export async function holdIdentities({ app, as, communeId }: TestOffice): Promise<void> {
  for (const other of [undefined, "accused"]) {
    const { recipient, sealedKey } = await newTestKey();
    await app.identity.becomeCustodian(await as("custodian", "here", other), {
      agencyId: communeId,
      recipient,
      sealedKey,
    });
  }
}

/** A request that waits; and of the denunciation in a matter one that was approved, and one that was refused. */
export async function releases(office: TestOffice, maker: Maker, waitingId: string, petitionId: string): Promise<void> {
  const { identity } = office.app;
  const [head, custodian] = [await office.as("head"), await office.as("custodian")];
  const named = await office.as("settlement-officer", "here", "named");
  const [waiting, approved, refused, reason] = [mark(), mark(), mark(), mark()];
  const ask = async (requester: typeof head, of: string, purpose: string, { recipient, sealedKey }: TestKey) => {
    const wanted = { petitionId: of, purpose: `Cần biết để xác minh ${purpose}`, days: 3, recipient, sealedKey };
    return identity.askRelease(requester, { ...wanted, kind: "identity-check" });
  };
  await ask(head, waitingId, waiting, await newTestKey());
  const own = await newTestKey();
  const { releaseId } = await ask(named, petitionId, approved, own);
  const { ciphertext: given } = await identity.openForRelease(custodian, { releaseId });
  const ciphertext = await sealedTo(own.recipient, "Những gì đã được cho xem");
  await identity.approveRelease(custodian, { releaseId, ciphertext, until: "2026-11-26" });
  const second = await ask(head, petitionId, refused, await newTestKey());
  await identity.refuseRelease(custodian, { releaseId: second.releaseId, reason: `Chưa rõ vì sao ${reason}` });
  maker.byName(
    "purpose-waiting",
    "why an identity is asked for",
    "custodians, the head who keeps an eye on the ledger, and who acts for the head",
    ["custodian", "accused custodian", "head", "accused head", "acting"],
    [waiting],
  );
  maker.byName(
    "purpose-decided",
    "why it was asked for, and why it was refused, of a denunciation from which others are barred",
    "the same but for those who are barred",
    ["custodian", "head", "acting"],
    [refused, reason],
  );
  maker.byName(
    "purpose-named",
    "why one assigned by name asked",
    "the same, and who asked",
    ["custodian", "head", "acting", "named"],
    [approved],
  );
  const inside = (armored: string) => armored.split("\n")[4] ?? "";
  maker.byName(
    "sealed-body",
    "the sealed identity itself",
    "custodians who are not barred",
    ["custodian"],
    [inside(given)],
  );
  maker.byName("released-body", "what was sealed to one who asked", "who asked", ["named"], [inside(ciphertext)]);
}

/** The head's role handed over, and a role that another administrator refused. */
export async function accounts({ app, as, officerId, communeId }: TestOffice, maker: Maker): Promise<void> {
  maker.add(
    "delegation",
    "why the head's role was handed over",
    "`head:delegate` or `officer:manage`, and who received it",
    [delegationReason],
    ({ where, role, other }) => where === "here" && (role === "head" || role === "administrator" || other === "acting"),
  );
  const reason = mark();
  const { changeId } = await app.access.grantRole(await as("administrator"), {
    officerId: await officerId("clerk"),
    agencyId: communeId,
    role: "reception-officer",
    from: app.today(),
  });
  await app.access.refuseChange(await as("administrator", "above"), { changeId: changeId ?? "", reason });
  maker.add(
    "account-change",
    "why an administrator refused what another proposed",
    "administrators of the agency and of the province above",
    [reason],
    ({ where, role }) => role === "administrator" && where !== "elsewhere",
  );
}

/**
 * What a custodian blacked out hangs on the petition for whoever sees it; the original stays sealed. Its ciphertext is known
 * by the line of its head that age makes anew for each file.
 */
export async function redactedCopy(
  office: TestOffice,
  maker: Maker,
  petitionId: string,
  those: readonly Named[],
): Promise<void> {
  const { app, as, communeId: agencyId } = office;
  const custodian = await as("custodian");
  const { rows } = await app.identity.listSealed(custodian, { agencyId });
  const identityId = rows.find(({ petition }) => petition?.id === petitionId)?.id ?? "";
  const { files } = await app.identity.openSealed(custodian, { id: identityId, purpose: "Làm bản sao đã che" });
  const fileId = files[0]?.id ?? "";
  const { bytes } = await app.identity.sealedFile(custodian, { fileId });
  const mac = /^--- (\S+)$/m.exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "";
  maker.byName(
    "sealed-original",
    "the sealed scan of a denunciation itself",
    "custodians who are not barred",
    ["custodian"],
    [mac],
  );
  const [name, content] = [mark(), mark()];
  const copy = new TextEncoder().encode(`■■■ tố cáo ${content}`);
  const { fileId: uploadId } = await app.files.addFile(custodian, { agencyId, name: `${name}.txt`, bytes: copy });
  await app.identity.addRedactedCopy(custodian, { identityId, fileId, uploadId });
  maker.byName(
    "redacted-copy",
    "the blacked-out copy of that scan, and its name",
    "the head, who acts for the head, those assigned by name, and the custodian who made it",
    [...those, "custodian"],
    [name, content],
  );
}
