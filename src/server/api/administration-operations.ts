import { z } from "@hono/zod-openapi";
import { roles } from "../../casework/access/policy.ts";
import { createInput, renameInput } from "../../casework/agencies/manage.ts";
import { type Notice, noticeInput } from "../../casework/calendar/notice-input.ts";
import { parseInput } from "../../casework/parse-input.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { idOf, type Operation } from "./operation.ts";

const newOfficer = z.object({
  username: z.string().max(60),
  displayName: z.string().max(200),
  jobTitle: z.string().trim().min(1).max(200).optional(),
  agencyId: z.uuid(),
  role: z.enum(roles),
});
const outcome = {
  outcome: z.enum(["done", "done-alone", "waiting"]).describe("done-alone: nobody else administers there"),
  changeId: z.uuid().nullable().describe("The proposal that waits for another administrator"),
};
const activeBody = z.object({ active: z.boolean() });
const grantBody = z.object({
  agencyId: z.uuid(),
  role: z.enum(roles),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
const factorRule = z.object({ agencyId: z.uuid(), role: z.enum(roles) });
const factorRuleBody = factorRule.extend({ demanded: z.boolean() });
const renameBody = renameInput.omit({ agencyId: true });
const endBody = z.object({ lastDay: z.iso.date() });

/** One of three, by `kind`; the use case says what each needs. */
const noticeBody = z.object({
  kind: z.enum(["days", "complete", "withdrawal"]),
  source: z.string().optional().describe("The notice; with days and complete"),
  days: z
    .array(
      z.object({
        on: z.iso.date(),
        kind: z.enum(["holiday", "swapped-off", "worked-saturday"]),
        nameVi: z.string(),
        nameEn: z.string(),
      }),
    )
    .optional(),
  year: z.int().optional().describe("The year that is announced completely"),
  noticeId: z.uuid().optional().describe("The notice that is withdrawn"),
  reason: z.string().optional().describe("Why it is withdrawn"),
});
const calendarDay = z.object({
  on: z.iso.date(),
  kind: z.enum(["holiday", "swapped-off", "worked-saturday"]),
  name: z.object({ vi: z.string(), en: z.string() }),
  source: z.string(),
  noticeId: z.uuid().nullable(),
  by: z.string().nullable(),
});
const recountCounts = { looked: z.int(), moved: z.int(), confirmed: z.int() };
const yearAnswer = z.object({
  year: z.int(),
  verified: z.boolean(),
  verifiedOn: z.iso.date().nullable(),
  source: z.string(),
  years: z.array(z.object({ year: z.int(), verified: z.boolean() })),
  days: z.array(calendarDay),
  workingDays: z.array(z.int()),
  notices: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["days", "complete", "withdrawal"]),
      year: z.int().nullable(),
      withdraws: z.uuid().nullable(),
      withdrawnBy: z.uuid().nullable(),
      source: z.string().nullable(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      on: z.iso.date(),
      days: z.array(z.object({ on: z.iso.date(), kind: z.string(), vi: z.string(), en: z.string() })),
      recount: z.object({ state: z.enum(["waiting", "running", "done"]), ...recountCounts }),
    }),
  ),
  mayAnnounce: z.boolean(),
});
const previewAnswer = z.object({
  moved: z.int(),
  confirmed: z.int(),
  examples: z.array(
    z.object({
      code: z.string(),
      agencyCode: z.string(),
      clock: z.object({ vi: z.string(), en: z.string() }),
      from: z.iso.date(),
      to: z.iso.date(),
    }),
  ),
  more: z.boolean(),
  touched: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
});

/**
 * Accounts, agencies and the calendar, for administrators. Accounts and agencies take no Idempotency-Key: a one-time password is said once and kept nowhere, so it
 * cannot be said again; what is made twice is refused by its name or code.
 */
export const administrationOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/officers",
    id: "createOfficer",
    tag: "Administration",
    summary: "Makes an account with a one-time password, which is said once",
    body: newOfficer,
    answers: z.object({ officerId: z.uuid(), oneTimePassword: z.string(), ...outcome }),
    run: ({ app, asker, body }) => app.access.createOfficer(asker, parseInput(newOfficer, body)),
  },
  {
    method: "post",
    path: "/officers/{id}/reset-password",
    id: "resetPassword",
    tag: "Administration",
    summary: "A new one-time password; the officer's sessions end. Of an administrator: proposed to another one",
    answers: z.object({ oneTimePassword: z.string().nullable(), ...outcome }),
    run: (call) => call.app.access.resetPassword(call.asker, { officerId: idOf(call) }),
  },
  {
    method: "post",
    path: "/officers/{id}/active",
    id: "setActive",
    tag: "Administration",
    summary: "Closes an account, or opens it again",
    body: activeBody,
    answers: "nothing",
    run: (call) =>
      call.app.access.setActive(call.asker, { ...parseInput(activeBody, call.body), officerId: idOf(call) }),
  },
  {
    method: "post",
    path: "/officers/{id}/reset-second-factor",
    id: "resetSecondFactor",
    tag: "Administration",
    summary: "Proposes to take the second factor of an account away, or does it where nobody else administers",
    answers: z.object(outcome),
    run: (call) => call.app.access.resetSecondFactor(call.asker, { officerId: idOf(call) }),
  },
  {
    method: "post",
    path: "/officers/{id}/end-sessions",
    id: "endSessionsOf",
    tag: "Administration",
    summary: "Ends every session of an officer",
    answers: z.object({ ended: z.int() }),
    run: (call) => call.app.access.endSessionsOf(call.asker, { officerId: idOf(call) }),
  },
  {
    method: "post",
    path: "/officers/{id}/unlink-single-sign-on",
    id: "unlinkSingleSignOnOf",
    tag: "Administration",
    summary: "Takes the link of an account to the provider of single sign-on away; the officer's sessions end",
    answers: "nothing",
    run: (call) => call.app.access.unlinkSingleSignOnOf(call.asker, { officerId: idOf(call) }),
  },
  {
    method: "get",
    path: "/officers/{id}/account",
    id: "accountSheet",
    tag: "Administration",
    summary: "Second factor, single sign-on, number of open sessions, and what was done to the account",
    answers: z.object({
      secondFactorSince: z.iso.datetime().nullable(),
      singleSignOnSince: z.iso.datetime().nullable(),
      openSessions: z.int(),
      events: z.array(
        z.object({
          seq: z.int(),
          what: z.string(),
          on: z.iso.date(),
          by: z.string().nullable(),
          eyes: z.string().nullable(),
        }),
      ),
    }),
    run: (call) => call.app.access.accountSheet(call.asker, { officerId: idOf(call) }),
  },
  {
    method: "get",
    path: "/second-factor-rules",
    id: "secondFactorRules",
    tag: "Administration",
    summary: "The roles that demand a second factor, in the agencies that the asker administers",
    answers: z.array(factorRule),
    run: ({ app, asker }) => app.access.secondFactorRules(asker),
  },
  {
    method: "post",
    path: "/second-factor-rules",
    id: "demandSecondFactor",
    tag: "Administration",
    summary: "Demands a second factor of everybody who holds a role in an agency, or no longer",
    body: factorRuleBody,
    answers: "nothing",
    run: ({ app, asker, body }) => app.access.demandSecondFactor(asker, parseInput(factorRuleBody, body)),
  },
  {
    method: "post",
    path: "/officers/{id}/grants",
    id: "grantRole",
    tag: "Administration",
    summary: "Proposes a role in an agency from a day on (default: today), or gives it where nobody else administers",
    body: grantBody,
    answers: z.object({ grantId: z.uuid(), ...outcome }),
    run: (call) => {
      const { agencyId, role, from, to } = parseInput(grantBody, call.body);
      return call.app.access.grantRole(call.asker, {
        officerId: idOf(call),
        agencyId,
        role,
        from: (from ?? call.app.today()) as CivilDate,
        ...(to === undefined ? {} : { to: to as CivilDate }),
      });
    },
  },
  {
    method: "post",
    path: "/grants/{id}/end",
    id: "endRole",
    tag: "Administration",
    summary: "Proposes the last day on which a role holds, or ends it where nobody else administers",
    body: endBody,
    answers: z.object(outcome),
    run: (call) =>
      call.app.access.endRole(call.asker, {
        grantId: idOf(call),
        lastDay: parseInput(endBody, call.body).lastDay as CivilDate,
      }),
  },
  {
    method: "post",
    path: "/agencies",
    id: "createAgency",
    tag: "Administration",
    summary: "Adds an agency below one that the asker administers; its code can never change",
    body: createInput,
    answers: z.object({ agencyId: z.uuid() }),
    run: ({ app, asker, body }) => app.agencies.createAgency(asker, parseInput(createInput, body)),
  },
  {
    method: "post",
    path: "/agencies/{id}/names",
    id: "renameAgency",
    tag: "Administration",
    summary: "Calls an agency otherwise from a day on; earlier days keep the old name",
    body: renameBody,
    answers: "nothing",
    run: (call) =>
      call.app.agencies.renameAgency(call.asker, { ...parseInput(renameBody, call.body), agencyId: idOf(call) }),
  },
  {
    method: "get",
    path: "/calendar/{year}",
    id: "calendarYear",
    tag: "Administration",
    summary:
      "A year of the civil-service calendar with the source of each day, the notices and how far deadlines follow",
    answers: yearAnswer,
    run: ({ app, asker, params }) => app.calendar.yearSheet(asker, { year: Number(params.year) }),
  },
  {
    method: "post",
    path: "/calendar/preview",
    id: "previewNotice",
    tag: "Administration",
    summary: "How many open deadlines a notice would move, with ten examples; nothing is stored",
    body: noticeBody,
    answers: previewAnswer,
    run: ({ app, asker, body }) => app.calendar.previewNotice(asker, noticeOf(body)),
  },
  {
    method: "post",
    path: "/calendar/notices",
    id: "announceCalendar",
    tag: "Administration",
    summary: "Enters announced days, that a year is complete, or a withdrawal; open deadlines follow in the background",
    body: noticeBody,
    command: true,
    answers: z.object({ noticeId: z.uuid() }),
    run: ({ app, asker, body, key }) => app.calendar.announce(asker, { ...noticeOf(body), key }),
  },
];

/** What the kind does not use is left out; the use case names what is missing. */
const noticeOf = (body: object): Notice => parseInput(noticeInput, body);
