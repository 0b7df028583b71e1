import { openClient } from "../../../src/store/pool.ts";
import { mark, markedPerson } from "./secrets.ts";
import { addFile, key, type Planting, told } from "./world-taking.ts";

/** Letters of the post book: a complaint that a deputy forwarded, and a denunciation handed to the head. */
export async function postBook({ office, maker }: Planting): Promise<void> {
  const { app, as, communeId: agencyId } = office;
  const clerk = await as("clerk");
  const letter = async (kind: "complaint" | "denunciation") => {
    const sender = markedPerson();
    const [content, forwarder, number, note, scanName, scan] = [mark(), mark(), mark(), mark(), mark(), mark()];
    const fileId = await addFile(office, "here", agencyId, scanName, scan, "clerk");
    const { petitions } = await app.intake.recordPost(clerk, {
      key: key(),
      agencyId,
      receivedOn: "2026-11-23",
      source: "forwarded",
      forwarder: "na-deputy",
      forwarderName: `Đại biểu Thử ${forwarder}`,
      letterNumber: `12/${number}`,
      sender: { name: sender.name, address: sender.address, idNumber: sender.idNumber, phone: sender.phone },
      kinds: [kind],
      content: kind === "denunciation" ? told(sender, content) : `Việc ${content}`,
      note: `Phong bì ghi ${note}`,
      files: [{ fileId, title: "Bản quét đơn" }],
    });
    return {
      petitionId: petitions[0]?.id ?? "",
      sender,
      content,
      book: [forwarder, number, note],
      scan: [scanName, scan],
    };
  };
  const plain = await letter("complaint");
  maker.byPolicy(
    "post-people",
    "who wrote a complaint that came by post",
    "here",
    ["person:read", "petition:read", "post:read"],
    plain.sender.traces,
  );
  maker.byPolicy(
    "post-complaint",
    "that complaint, its scan and its name",
    "here",
    ["petition:read"],
    [plain.content, ...plain.scan],
  );
  maker.byPolicy("post-book", "who forwarded it, with which letter, and the note", "here", ["post:read"], plain.book);

  const denounced = await letter("denunciation");
  await app.petitions.handToHead(clerk, { key: key(), petitionId: denounced.petitionId });
  maker.nobody("post-denouncer", "a denouncer who wrote, and the scan of the letter", [
    ...denounced.sender.traces,
    ...denounced.scan,
  ]);
  maker.byName(
    "post-denunciation",
    "a denunciation by post handed to the head",
    "the head, and who acts for the head",
    ["head", "accused head", "acting"],
    [denounced.content],
  );
  maker.byName(
    "post-book-sealed",
    "the post book's words about it",
    "the officer who entered it",
    ["clerk"],
    denounced.book,
  );
}

/** A scan read for the officer who took it in, and a letter of the mailbox that nobody took yet: neither is classified. */
export async function scans({ office, maker }: Planting): Promise<void> {
  const { app, as, communeId: agencyId } = office;
  const [name, scan, sender, body, read] = [mark(), mark(), mark(), mark(), mark()];
  const fileId = await addFile(office, "here", agencyId, name, scan, "petition-officer");
  const { draftIds } = await app.intake.startDrafts(await as("petition-officer"), {
    key: key(),
    agencyId,
    fileIds: [fileId],
  });
  const mail = [mark(), mark(), mark()];
  const client = openClient(app.setting.store.migrator, "matrix");
  await client.connect();
  try {
    await client.query("update intake_draft set state = 'read', pages = 1, pages_read = 1 where id = $1", [
      draftIds[0],
    ]);
    const suggestion = { field: "sender.name", value: `Người Thử ${read}`, page: 0, places: [], confidence: 90 };
    const store =
      "insert into intake_draft_text (draft_id, sender, subject, body, suggestions) values ($1, $2, $3, $4, $5)";
    await client.query(store, [draftIds[0], `Người Thử ${sender}`, null, `Thư ${body}`, JSON.stringify([suggestion])]);
    const waiting = app.setting.newId();
    await client.query(
      "insert into intake_draft (id, agency_id, origin, state, received_at) values ($1, $2, 'email', 'read', now())",
      [waiting, agencyId],
    );
    await client.query(store, [waiting, `${mail[0]}@vidu.vn`, `Gửi ${mail[1]}`, `Thư ${mail[2]}`, "[]"]);
  } finally {
    await client.end();
  }
  maker.byName(
    "draft",
    "a scan not entered yet: its name, its words, and what was read off it",
    "the officer who took it in",
    ["petition-officer"],
    [name, scan, sender, body, read],
  );
  maker.nobody("mail-untaken", "a letter of the mailbox that no officer took yet", mail);
}

/** A number that waits, and one that was called, with the visit that it became. */
export async function waitingRoom({ office, maker, take }: Planting): Promise<void> {
  const { app, as, communeId: agencyId } = office;
  const counter = await as("reception-officer");
  const { ticketId } = await app.queue.takeNumber(counter, { key: key(), agencyId });
  await app.queue.callNext(counter, { key: key(), agencyId, desk: 1 });
  const visitor = markedPerson();
  const { visitId } = await take("here", visitor, ["recommendation"], "Kiến nghị sửa đường");
  await app.queue.finishTicket(counter, { ticketId, visitId });
  await app.queue.takeNumber(counter, { key: key(), agencyId, priority: true });
  maker.byPolicy(
    "called",
    "who was called by a number of the waiting room",
    "here",
    ["visit:read", "person:read", "petition:read"],
    visitor.traces,
  );
}
