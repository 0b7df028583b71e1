import { z } from "@hono/zod-openapi";
import { invalidInput } from "../../casework/refusal.ts";
import { calendarKeeps, cited, day, open, packsKeep, text, wholeNumber } from "./law-operation.ts";
import { dateOf, type Operation } from "./operation.ts";

const openQuestion = z.object({ question: text, default: text }).optional();
const asOf = day.optional().describe("The law as it stood on that day; default: today");
const matter = z.enum(["complaint", "denunciation"]);

/** What the law says on a day. */
export const lawOperations: readonly Operation[] = [
  open({
    path: "/law/deadline",
    id: "computeDeadline",
    summary: "A deadline of the law with every step of its reasons, by the calendar announced in this installation",
    keep: calendarKeeps,
    query: z.object({
      rule: z.string(),
      start: day,
      paused: z.string().optional().describe("FROM..TO, several separated by commas"),
      extended: z.coerce.number().int().optional(),
      provisional: z.enum(["0", "1"]).optional(),
    }),
    answers: z.looseObject({
      rule: z.string(),
      name: text,
      start: day,
      startEvent: text,
      rawOn: day,
      dueOn: day,
      effectiveOn: day.optional(),
      version: z.string(),
      pack: z.string(),
      versionTo: day.optional(),
      limit: text,
      amount: z.int(),
      unit: z.enum(["day", "working-day", "immediately"]),
      ...cited,
      openQuestion,
      extensions: z.int(),
      extensionsMax: z.int(),
      provisional: z.boolean(),
      steps: z.array(z.looseObject({ kind: z.string(), from: day, to: day, counted: z.int(), text })),
    }),
    run: ({ app, query }) =>
      app.law.deadline({
        rule: query["rule"] ?? "",
        start: query["start"] ?? "",
        paused: (query["paused"] ?? "").split(",").filter(Boolean),
        extensions: wholeNumber("extended", query["extended"] ?? "0"),
        provisional: query["provisional"] === "1",
      }),
  }),
  open({
    path: "/law/rules",
    id: "listDeadlineRules",
    summary: "Every deadline rule in force on a day, with its value and article",
    keep: packsKeep,
    query: z.object({ asOf, subject: z.string().optional().describe("complaints, denunciations, reception …") }),
    answers: z.array(
      z.looseObject({
        rule: z.string(),
        subject: z.string(),
        version: day,
        name: text,
        startEvent: text,
        limit: text,
        amount: z.int(),
        unit: z.enum(["day", "working-day", "immediately"]),
        extensionsMax: z.int(),
        ...cited,
      }),
    ),
    run: ({ app, query }) => {
      const rules = app.law.rules(dateOf(query, "asOf", app.today()));
      const { subject } = query;
      return subject === undefined ? rules : rules.filter((rule) => rule.subject === subject);
    },
  }),
  open({
    path: "/law/competence",
    id: "findCompetence",
    summary: "Who settles a complaint or denunciation against such a body or person, first and second",
    keep: packsKeep,
    query: z.object({ matter, against: z.string().describe("an id of /law/kinds"), asOf }),
    answers: z.looseObject({
      matter,
      against: z.string(),
      againstLabel: text,
      asOf: day,
      first: z.string(),
      firstEn: z.string(),
      second: z.string().nullable(),
      secondEn: z.string().nullable(),
      rule: z.string(),
      ...cited,
      openQuestion,
      note: text.optional(),
      version: day,
      pack: z.string(),
    }),
    run: ({ app, query }) =>
      app.law.competence({
        matter: matterOf(query["matter"]) ?? refuseMatter(),
        against: query["against"] ?? "",
        on: dateOf(query, "asOf", app.today()),
      }),
  }),
  open({
    path: "/law/kinds",
    id: "listAgainstKinds",
    summary: "Whom or what a complaint or denunciation may be against on a day",
    keep: packsKeep,
    query: z.object({ matter: matter.optional(), asOf }),
    answers: z.array(z.object({ id: z.string(), label: text, matter, rule: z.string(), version: day })),
    run: ({ app, query }) => app.law.kinds(dateOf(query, "asOf", app.today()), matterOf(query["matter"])),
  }),
  open({
    path: "/law/procedures",
    id: "listProcedures",
    summary: "The procedures in force on a day",
    keep: packsKeep,
    query: z.object({ asOf }),
    answers: z.array(
      z.object({
        procedure: z.string(),
        name: text,
        subject: z.string(),
        pack: z.string(),
        version: day,
        states: z.int(),
        acts: z.int(),
      }),
    ),
    run: ({ app, query }) => app.law.procedures(dateOf(query, "asOf", app.today())),
  }),
  open({
    path: "/law/procedures/{id}",
    id: "describeProcedure",
    summary: "States, acts, documents and clocks of a procedure on a day, and its Mermaid diagram",
    keep: packsKeep,
    query: z.object({ asOf, language: z.enum(["vi", "en"]).optional().describe("of the diagram; default: vi") }),
    answers: z.looseObject({
      procedure: z.string(),
      name: text,
      pack: z.string(),
      version: day,
      states: z.array(z.looseObject({ id: z.string(), name: text, final: z.boolean() })),
      acts: z.array(z.looseObject({ id: z.string(), name: text, from: z.array(z.string()), to: z.string(), ...cited })),
      documents: z.array(z.looseObject({ key: z.string(), form: z.string().nullable(), name: text })),
      mermaid: z.string(),
    }),
    run: ({ app, params, query }) =>
      app.law.procedure({
        procedure: params["id"] ?? "",
        on: dateOf(query, "asOf", app.today()),
        language: query["language"] === "en" ? "en" : "vi",
      }),
  }),
  open({
    path: "/law/duties",
    id: "listReceptionDuties",
    summary: "How often heads have to receive citizens in person, on a day",
    keep: packsKeep,
    query: z.object({ asOf }),
    answers: z.array(
      z.looseObject({
        rule: z.string(),
        version: day,
        position: z.string(),
        positionName: text,
        level: z.string(),
        period: z.enum(["week", "month"]),
        days: z.int(),
        often: text,
        ...cited,
      }),
    ),
    run: ({ app, query }) => app.law.duties(dateOf(query, "asOf", app.today())),
  }),
  open({
    path: "/law/calendar/{year}",
    id: "readCalendarYear",
    summary: "Days off and worked Saturdays of a year, with their sources, and whether the year is announced",
    keep: calendarKeeps,
    answers: z.looseObject({
      year: z.int(),
      verified: z.boolean(),
      source: z.string(),
      workingDays: z.int(),
      days: z.array(
        z.object({
          on: day,
          kind: z.enum(["holiday", "swapped-off", "worked-saturday"]),
          name: text,
          source: z.string(),
        }),
      ),
    }),
    run: ({ app, params }) => app.law.calendarYear(wholeNumber("year", params["year"] ?? "")),
  }),
];

function matterOf(text: string | undefined) {
  if (text === undefined || text === "complaint" || text === "denunciation") return text;
  return refuseMatter();
}

function refuseMatter(): never {
  throw invalidInput([
    {
      field: "matter",
      message: { vi: "Ghi complaint (khiếu nại) hoặc denunciation (tố cáo).", en: "Write complaint or denunciation." },
    },
  ]);
}
