import type { OpenedIdentity, ReleaseKind, ViewedRelease } from "../../../casework/identity/index.ts";
import type { Asker } from "../../../casework/setting.ts";
import type { App } from "../../../server/app.ts";
import { appContext, sessionContext } from "../../context.ts";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { problemsOf, statusOf } from "../matters/shown.ts";
import type { Route } from "./+types/desk.ts";

/** What the scripts of these pages ask for, and what they get. */
export interface DeskAnswers {
  readonly hold: null;
  readonly "change-key": null;
  readonly open: OpenedIdentity;
  readonly "open-for-release": { readonly ciphertext: string; readonly recipient: string };
  readonly approve: null;
  readonly ask: null;
  readonly view: ViewedRelease;
  readonly "add-copy": null;
}
export type DeskIntent = keyof DeskAnswers;

const intents: { readonly [I in DeskIntent]: (app: App, asker: Asker, form: FormData) => Promise<DeskAnswers[I]> } = {
  hold: async ({ identity }, asker, form) => {
    const [agencyId, recipient, sealedKey] = texts(form, "agencyId", "recipient", "sealedKey");
    await identity.becomeCustodian(asker, { agencyId, recipient, sealedKey });
    return null;
  },
  "change-key": async ({ identity }, asker, form) => {
    const [agencyId, sealedKey] = texts(form, "agencyId", "sealedKey");
    await identity.changeSealedKey(asker, { agencyId, sealedKey });
    return null;
  },
  open: ({ identity }, asker, form) => {
    const [id, purpose] = texts(form, "id", "purpose");
    return identity.openSealed(asker, { id, purpose });
  },
  "open-for-release": ({ identity }, asker, form) =>
    identity.openForRelease(asker, { releaseId: formText(form, "releaseId") }),
  approve: async ({ identity }, asker, form) => {
    const [releaseId, ciphertext, until] = texts(form, "releaseId", "ciphertext", "until");
    await identity.approveRelease(asker, { releaseId, ciphertext, until });
    return null;
  },
  ask: async ({ identity }, asker, form) => {
    const [petitionId, purpose, kind, days, recipient, sealedKey] = texts(
      form,
      "petitionId",
      "purpose",
      "kind",
      "days",
      "recipient",
      "sealedKey",
    );
    await identity.askRelease(asker, { petitionId, purpose, kind: kind as ReleaseKind, days, recipient, sealedKey });
    return null;
  },
  view: ({ identity }, asker, form) => identity.viewRelease(asker, { releaseId: formText(form, "releaseId") }),
  "add-copy": async ({ identity, files }, asker, form) => {
    const [agencyId, identityId, fileId, name] = texts(form, "agencyId", "identityId", "fileId", "name");
    const copy = form.get("copy");
    const bytes = copy instanceof Blob ? new Uint8Array(await copy.arrayBuffer()) : new Uint8Array();
    const { fileId: uploadId } = await files.addFile(asker, { agencyId, name, bytes });
    await identity.addRedactedCopy(asker, { identityId, fileId, uploadId });
    return null;
  },
};

function texts<Names extends readonly string[]>(form: FormData, ...names: Names) {
  return names.map((name) => formText(form, name)) as { [K in keyof Names]: string };
}

const isIntent = (text: string): text is DeskIntent => Object.hasOwn(intents, text);

/** Answers in JSON to this site's own scripts only: a form of another site is refused before it comes here. */
export async function action({ request, context }: Route.ActionArgs): Promise<Response> {
  const { asker } = context.get(sessionContext);
  const form = await request.formData();
  const intent = formText(form, "intent");
  if (!isIntent(intent)) return new Response(null, { status: 404 });
  const answer = await orRefusal<unknown>(intents[intent](context.get(appContext), asker, form));
  const headers = { "Cache-Control": "private, no-store" };
  if ("value" in answer) return Response.json({ value: answer.value }, { headers });
  const problem = problemsOf(answer.refusal)
    .map(({ message }) => message)
    .join(" ");
  return Response.json({ problem }, { status: statusOf(answer.refusal), headers });
}
