// Who may import whom. Tests may reach further: they set up what they test.
const TEST = ["[.](test|slow|e2e)[.]", "/testing"];
const VALUE = { dependencyTypesNot: ["type-only"] };

/** `from` may take values only from `allowed` (path patterns) among the project's own files. */
const onlyInto = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST },
  to: { path: "^(src|law|demo|bench|e2e)/", pathNot: allowed },
});

const pure = (name, from) => ({
  name,
  comment: "No I/O, no clock, no package: the same answer from the same input, for ever.",
  severity: "error",
  from: { path: from, pathNot: TEST },
  to: { dependencyTypes: ["core", "npm", "npm-dev"] },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: VALUE } },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "\\+types/" } },
    onlyInto("time-is-pure", "^src/time/", "^src/time/"),
    pure("time-needs-nothing", "^src/time/"),
    onlyInto("rules-know-no-law", "^src/rules/", "^src/(rules|time)/"),
    pure("rules-need-nothing", "^src/rules/"),
    onlyInto("law-is-data", "^law/", "^law/|^src/(rules|time)/"),
    pure("law-needs-nothing", "^law/"),
    onlyInto("store-knows-no-casework", "^src/store/", "^src/(store|time)/"),
    onlyInto("casework-knows-no-shell", "^src/casework/", "^src/(casework|rules|time|store)/"),
    {
      name: "areas-meet-at-their-index",
      comment: "An area of casework imports another only through its index.ts.",
      severity: "error",
      from: { path: "^src/casework/([^/]+)/", pathNot: TEST },
      to: { path: "^src/casework/[^/]+/", pathNot: "^src/casework/$1/|^src/casework/[^/]+/index\\.ts$" },
    },
    onlyInto("documents-know-the-ports", "^src/documents/", "^src/(documents|time|rules|casework)/"),
    onlyInto("channels-know-the-ports", "^src/channels/", "^src/(channels|time|rules|casework)/"),
    {
      name: "ports-are-types",
      comment: "What lives outside takes types from the rules and from casework, never their code.",
      severity: "error",
      from: { path: "^src/(documents|channels)/", pathNot: TEST },
      to: { path: "^src/(rules|casework)/", ...VALUE },
    },
    {
      name: "server-reaches-web-by-type",
      comment: "The bundle loads modules a second time; the only seam is its entry.",
      severity: "error",
      from: { path: "^src/server/", pathNot: TEST },
      to: { path: "^src/web/", ...VALUE },
    },
    onlyInto(
      "server-is-not-outermost",
      "^src/server/",
      "^src/(server|casework|documents|channels|store|rules|time|web)/|^law/|^demo/",
    ),
    {
      name: "web-takes-values-from-its-context",
      comment:
        "Values only through the app in the context; a second copy of a module breaks instanceof and context keys.",
      severity: "error",
      from: { path: "^src/web/", pathNot: TEST },
      to: { path: "^(src|law)/", pathNot: "^src/(web|time)/", ...VALUE },
    },
    {
      name: "web-knows-no-store",
      severity: "error",
      from: { path: "^src/web/", pathNot: TEST },
      to: { path: "^src/(store|documents|channels|cli)/|^law/" },
    },
    {
      name: "citizen-and-officer-apart",
      severity: "error",
      from: { path: "^src/web/(citizen|officer)/" },
      to: { path: "^src/web/(citizen|officer)/", pathNot: "^src/web/$1/" },
    },
    {
      name: "outermost-uses-the-app",
      comment: "Commands, the demonstration, benches and browser tests use the composed application.",
      severity: "error",
      from: { path: "^(src/cli|demo|bench|e2e)/", pathNot: TEST },
      to: { path: "^src/(web|casework|documents|channels)/", pathNot: TEST, ...VALUE },
    },
    {
      name: "nobody-imports-the-outermost",
      severity: "error",
      from: { path: "^(src/(?!cli/)|law/)", pathNot: TEST },
      to: { path: "^(src/cli|bench|e2e)/" },
    },
    {
      name: "no-test-support-in-the-program",
      severity: "error",
      from: { path: "^(src|law|demo)/", pathNot: TEST },
      to: { path: TEST },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(src/web/paraglide|build|\\.react-router)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
