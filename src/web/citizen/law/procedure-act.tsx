import type { ProcedureDescription } from "../../../rules/describe-procedure.ts";
import type { Text } from "../../../rules/pack.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { KeyValues } from "../../ui/stepper.tsx";
import { sayConfidence, sentence } from "./words.ts";

type Act = ProcedureDescription["acts"][number];
type Clock = Act["clocks"][number];

/** One act: who does it, from where to where, how soon; its papers, conditions and article when it is opened. */
export function ProcedureAct({ act, states }: { act: Act; states: ProcedureDescription["states"] }) {
  const nameOf = (id: string) => {
    const state = states.find((each) => each.id === id);
    return state ? say(state.name) : id;
  };
  const to = act.to === "same" ? m.law_act_same() : act.reaches.map(nameOf).join("; ");
  const who = act.actors.map(({ name }) => sentence(name)).join("; ");
  const rows: (readonly [string, React.ReactNode])[] = [
    [m.law_act_who(), who],
    [m.law_act_from(), act.from.map(nameOf).join("; ")],
    [m.law_act_to(), to],
  ];
  const within = act.clocks.filter((clock) => clock.do === "meet").flatMap(({ limits = [] }) => limits);
  const starts = act.clocks.filter((clock) => clock.do === "start").flatMap(limitsStarted);
  if (within.length > 0) rows.push([m.law_act_within(), <Limits key="within" limits={within} />]);
  if (starts.length > 0) rows.push([m.law_act_starts(), <Limits key="starts" limits={starts} />]);
  for (const [effect, words] of [
    ["pause", m.law_act_pauses],
    ["resume", m.law_act_resumes],
    ["extend", m.law_act_extends],
  ] as const)
    if (act.clocks.some((clock) => clock.do === effect)) rows.push([m.law_length(), words()]);
  if (act.documents.length > 0) rows.push([m.law_act_papers(), <Papers key="papers" documents={act.documents} />]);
  if (act.guards.length > 0) rows.push([m.law_act_conditions(), <Guards key="guards" guards={act.guards} />]);
  rows.push([
    m.law_article(),
    <span key="article">
      <cite lang="vi">{act.article}</cite>
      {act.confidence !== "text" && <small> ({sayConfidence(act)})</small>}
    </span>,
  ]);
  return (
    <details className="act" id={act.id}>
      <summary>
        <strong>{say(act.name)}</strong>
        <span>{who}</span>
      </summary>
      <KeyValues pairs={rows} />
    </details>
  );
}

interface Limit {
  readonly rule: string;
  readonly name: Text;
  readonly limit: Text;
}

function limitsStarted({ rules }: Clock): readonly Limit[] {
  return rules.flatMap(({ rule, name, limit }) => (name && limit ? [{ rule, name, limit }] : []));
}

function Limits({ limits }: { limits: readonly Limit[] }) {
  return (
    <ul className="plain">
      {limits.map(({ rule, name, limit }) => (
        <li key={rule}>
          <a href={`/thoi-han?${new URLSearchParams({ rule })}`}>{sentence(limit)}</a>: {say(name)}
        </li>
      ))}
    </ul>
  );
}

function Papers({ documents }: { documents: Act["documents"] }) {
  return (
    <ul className="plain">
      {documents.map(({ key, name, form }) => (
        <li key={key}>
          {say(name)} {form && `(${m.law_act_form({ form })})`}
        </li>
      ))}
    </ul>
  );
}

function Guards({ guards }: { guards: Act["guards"] }) {
  return (
    <ul className="plain">
      {guards.map(({ condition, refusal, ...cited }) => (
        <li key={condition}>
          {say(refusal)} <cite lang="vi">{cited.article}</cite>
          {cited.confidence !== "text" && <small> ({sayConfidence(cited)})</small>}
        </li>
      ))}
    </ul>
  );
}
