import { competenceOn, kindsOn } from "../../rules/competence.ts";
import { proceduresOn } from "../../rules/describe-procedure.ts";
import { rulesOn } from "../../rules/list-law.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import type { Text } from "../../rules/pack.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { syllablePairs } from "../people/index.ts";

/** Something already published that may answer the question. */
export interface PublishedAnswer {
  readonly title: Text;
  readonly text: Text;
  readonly article: string | null;
  /** Where it is read in full. */
  readonly path: string;
}

const shownMost = 4;
/** Fewer words in common are chance. */
const sharedLeast = 3;

/** Published answers that share the most telling words with what was written, the best first. */
export function similarAnswers(
  packs: readonly LoadedPack[],
  on: CivilDate,
  written: string,
): readonly PublishedAnswer[] {
  const index = indexOn(packs, on);
  const asked = syllablePairs(written);
  const scored = index.entries.map(({ answer, words }) => {
    const shared = [...words].filter((word) => asked.has(word));
    const weight = shared.reduce((sum, word) => sum + 1 / (index.uses.get(word) ?? 1), 0);
    return { answer, shared: shared.length, score: weight / Math.sqrt(words.size) };
  });
  return scored
    .filter(({ shared }) => shared >= sharedLeast)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, shownMost)
    .map(({ answer }) => answer);
}

interface Index {
  readonly entries: readonly { readonly answer: PublishedAnswer; readonly words: ReadonlySet<string> }[];
  /** In how many answers a pair of syllables stands. */
  readonly uses: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<readonly LoadedPack[], Map<CivilDate, Index>>();

/** The law of a day does not change while the program runs: it is read once. */
function indexOn(packs: readonly LoadedPack[], on: CivilDate): Index {
  const known = indexes.get(packs)?.get(on);
  if (known) return known;
  const entries = published(packs, on).map((answer) => ({
    answer,
    words: syllablePairs(`${answer.title.vi}. ${answer.text.vi}`),
  }));
  const uses = new Map<string, number>();
  for (const { words } of entries) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const made = { entries, uses };
  indexes.set(packs, new Map([[on, made]]));
  return made;
}

function published(packs: readonly LoadedPack[], on: CivilDate): readonly PublishedAnswer[] {
  const deadlines = rulesOn(packs, on).map(({ rule, name, startEvent, limit, article }) => ({
    title: name,
    text: { vi: `${limit.vi}, tính từ ${startEvent.vi}`, en: `${limit.en}, from ${startEvent.en}` },
    article,
    path: `/thoi-han?rule=${encodeURIComponent(rule)}`,
  }));
  const procedures = proceduresOn(packs, on).map(({ procedure, name }) => ({
    title: name,
    text: { vi: "Các bước, ai làm gì và trong bao lâu", en: "The steps, who does what and how long it takes" },
    article: null,
    path: `/thu-tuc/${procedure}`,
  }));
  const competent = kindsOn(packs, on).map(({ id, label, matter }) => {
    const { rule } = competenceOn(packs, { matter, against: id, on });
    const what = matter === "complaint" ? "Khiếu nại" : "Tố cáo";
    return {
      title: { vi: `${what} ${label.vi} thì ai giải quyết?`, en: `Who settles a ${matter} about: ${label.en}?` },
      text: rule.first.name,
      article: rule.article,
      path: "/phap-luat",
    };
  });
  return [...deadlines, ...procedures, ...competent];
}
