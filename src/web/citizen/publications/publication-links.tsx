import type { Publication } from "../../../casework/publications/index.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { publicationsPath } from "../law/words.ts";

export function titleOf({ what, number }: Pick<Publication, "what" | "number">): string {
  return number ? m.publications_numbered({ what: say(what), number }) : say(what);
}

const beginning = 160;

/** A few of what was made public, each with its address and its first words. */
export function PublicationLinks({ publications }: { publications: readonly Publication[] }) {
  return (
    <ul className="law-links">
      {publications.map((each) => (
        <li key={each.id}>
          <a href={`${publicationsPath}/${each.id}`}>{titleOf(each)}</a>
          <span>{m.publications_line({ agency: each.agencyName, date: sayDate(each.publishedOn) })}</span>
          {each.field && <span>{`${m.publications_field()}: ${each.field}`}</span>}
          {each.extract && <span>{shortened(each.extract)}</span>}
        </li>
      ))}
    </ul>
  );
}

function shortened(text: string): string {
  if (text.length <= beginning) return text;
  const cut = text.slice(0, beginning);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}
