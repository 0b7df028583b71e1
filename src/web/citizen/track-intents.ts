import type { App } from "../../server/app.ts";
import { say } from "../i18n/say.ts";
import { m } from "../paraglide/messages.js";
import { formText } from "../ui/form-data.ts";
import { orRefusal } from "../ui/refusal.ts";

interface OpenedBy {
  readonly code: string;
  readonly secret: string;
  readonly network: string;
}

interface Problem {
  readonly field: string;
  readonly message: string;
}

const fieldOf = { write: "body", withdraw: "withdrawn", rate: "unsolved", add: "note", tell: "tellAt", hush: "tellAt" };
type Intent = keyof typeof fieldOf;
const isIntent = (name: string): name is Intent => Object.hasOwn(fieldOf, name);

/** What became of a form on the tracking page: what was typed stays beside its problems. */
export interface Sent {
  readonly intent: Intent;
  readonly problems: readonly Problem[];
  readonly status: number;
  readonly typed: string;
  readonly chosen: string;
}

interface Work {
  /** Field of the text, and of what a refusal as a whole is shown at. */
  readonly field: string;
  readonly missing: readonly Problem[];
  readonly chosen?: string;
  readonly start: (key: string) => Promise<boolean>;
}

/** Does what the form asks for; undefined where it only asks to see the petition. */
export async function doIntent(app: App, form: FormData, openedBy: OpenedBy): Promise<Sent | undefined> {
  const intent = formText(form, "intent");
  if (!isIntent(intent)) return undefined;
  const work = works[intent](app, form, openedBy);
  const typed = formText(form, fieldOf[intent]).trim();
  const told = { intent, typed, chosen: work.chosen ?? "" } satisfies Partial<Sent>;
  if (work.missing.length > 0) return { ...told, problems: work.missing, status: 422 };
  const answer = await orRefusal(work.start(formText(form, "key")));
  if ("value" in answer) return { ...told, problems: [], status: 200 };
  const { fields, message, code } = answer.refusal;
  const problems = fields?.map((each) => ({ field: each.field, message: say(each.message) })) ?? [
    { field: work.field, message: say(message) },
  ];
  return { ...told, problems, status: code === "too-many-attempts" ? 429 : code === "unavailable" ? 503 : 422 };
}

const works: Readonly<Record<Intent, (app: App, form: FormData, openedBy: OpenedBy) => Work>> = {
  write: (app, form, openedBy) => {
    const body = formText(form, "body").trim();
    return {
      field: "body",
      missing: body ? [] : [{ field: "body", message: m.citizen_letter_missing() }],
      start: (key) => app.petitions.writeByCode({ ...openedBy, key, body }),
    };
  },
  withdraw: (app, form, openedBy) => {
    const scope = (["withdraw-all", "withdraw-part"] as const).find((each) => each === formText(form, "scope"));
    const body = formText(form, "withdrawn").trim();
    const missing: Problem[] = [];
    if (!scope) missing.push({ field: "scope", message: m.after_withdraw_choose() });
    if (!formText(form, "sure")) missing.push({ field: "sure", message: m.after_withdraw_unsure() });
    return {
      field: "scope",
      missing,
      ...(scope ? { chosen: scope } : {}),
      start: async (key) => scope !== undefined && app.afterFiling.askWithdrawal({ ...openedBy, key, scope, body }),
    };
  },
  rate: (app, form, openedBy) => {
    const solved = (["yes", "partly", "no"] as const).find((each) => each === formText(form, "solved"));
    const body = formText(form, "unsolved").trim();
    return {
      field: "solved",
      missing: solved ? [] : [{ field: "solved", message: m.after_rate_choose() }],
      ...(solved ? { chosen: solved } : {}),
      start: async (key) => solved !== undefined && app.afterFiling.rateOutcome({ ...openedBy, key, solved, body }),
    };
  },
  add: (app, form, openedBy) => {
    const given = form.getAll("file").filter((each): each is File => each instanceof File && each.size > 0);
    const body = formText(form, "note").trim();
    return {
      field: "file",
      missing: given.length > 0 ? [] : [{ field: "file", message: m.after_add_missing() }],
      start: async (key) => {
        const files = await Promise.all(given.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
        return app.afterFiling.addDocuments({ ...openedBy, key, body }, files);
      },
    };
  },
  tell: (app, form, openedBy) => {
    const tellAt = formText(form, "tellAt").trim();
    return {
      field: "tellAt",
      missing: tellAt ? [] : [{ field: "tellAt", message: m.notices_missing() }],
      start: () => app.notices.setWish({ ...openedBy, tellAt }),
    };
  },
  hush: (app, _form, openedBy) => ({
    field: "tellAt",
    missing: [],
    start: () => app.notices.setWish({ ...openedBy, tellAt: null }),
  }),
};
