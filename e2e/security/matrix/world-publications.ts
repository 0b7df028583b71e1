import { decidedMatter, publish, settleAgain } from "../../../src/casework/publications/testing-publications.ts";
import { mark, markedPerson } from "./secrets.ts";
import { key, type Planting, told } from "./world-taking.ts";

/** What was made public, and what stays inside beside it: people, first words, what was taken back, whoever denounced. */
export async function publications(planting: Planting): Promise<void> {
  await decision(planting);
  await takenBack(planting);
  await conclusion(planting);
}

/** A decision whose words the officer redacted: anyone reads the last ones alone. */
async function decision({ office, maker }: Planting): Promise<void> {
  const { publications: published } = office.app;
  const clerk = await office.as("clerk");
  const person = markedPerson();
  const [content, place, first, reason] = [mark(), mark(), mark(), mark()];
  const said = { ...person, content: `Việc ${content}` };
  const matterId = await decidedMatter(office, { kind: "complaint", number: "901/QĐ-UBND", said });
  const id = await publish(office, matterId, "complaint", place);
  const word = (extract: string) => published.word(clerk, { key: key(), id, extract, nothingPersonal: true });
  for (const trace of [person.name, person.idNumber])
    await word(`Ông ${trace} được bồi thường`).then(
      () => Promise.reject(new Error("a name of the matter was published")),
      () => undefined,
    );
  await word(`Bản viết đầu ${first}`);
  await word("Người khiếu nại được tính lại tiền bồi thường");
  maker.byPolicy(
    "published-people",
    "the people of a complaint whose decision is public",
    "here",
    ["person:read", "petition:read", "matter:read", "visit:read"],
    [...person.traces, content],
  );
  maker.byPolicy("published-act", "what the act of publication says in the matter", "here", ["matter:read"], [place]);
  maker.nobody("published-first-words", "words of a public page before they were redacted", [first]);

  const wrong = await decidedMatter(office, { kind: "complaint", number: `902/${mark()}`, said: other() });
  const down = await publish(office, wrong);
  await published.withdraw(clerk, { key: key(), id: down, ground: "correction", reason: `Ghi nhầm ${reason}` });
  maker.byPolicy("taken-down-reason", "why a public page was taken down", "here", ["matter:read"], [reason]);
}

/** A decision that was public, taken back, and whose successor is not public yet. */
async function takenBack({ office, maker }: Planting): Promise<void> {
  const words = mark();
  const matterId = await decidedMatter(office, { kind: "complaint", number: "903/QĐ-UBND", said: other() });
  const id = await publish(office, matterId);
  const clerk = await office.as("clerk");
  await office.app.publications.word(clerk, { key: key(), id, extract: `Nội dung ${words}`, nothingPersonal: true });
  await settleAgain(office, matterId, "904/QĐ-UBND");
  maker.byPolicy("taken-back", "the words of a public decision that was taken back", "here", ["matter:read"], [words]);
}

/** The conclusion on a denunciation: number, day and agency are public, and no word can be added. */
async function conclusion({ office, maker }: Planting): Promise<void> {
  const head = await office.as("head");
  const denouncer = markedPerson();
  const [content, place] = [mark(), mark()];
  const matterId = await decidedMatter(office, {
    kind: "denunciation",
    number: "905/KL-UBND",
    said: { ...denouncer, content: told(denouncer, content) },
  });
  const id = await publish(office, matterId, "denunciation", place);
  const extract = `Người tố cáo là ${denouncer.name}`;
  await office.app.publications.word(head, { key: key(), id, extract, nothingPersonal: true }).then(
    () => Promise.reject(new Error("words of a denunciation were published")),
    () => undefined,
  );
  maker.nobody("denouncer-published", "a denouncer whose conclusion is public", denouncer.traces);
  maker.byName(
    "conclusion-published",
    "the content of that denunciation, and what its act of publication says",
    "the head, and who acts for the head",
    ["head", "accused head", "acting"],
    [content, place],
  );
}

/** Somebody of whom nothing is looked for: their marks are told nowhere else. */
const other = () => ({ name: "Vũ Thử Khác", address: "xã An Thử", idNumber: "001099333444", content: "Việc khác" });
