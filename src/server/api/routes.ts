import { OpenAPIHono } from "@hono/zod-openapi";
import type { App } from "../app.ts";
import type { HttpEnv } from "../http/server.ts";
import { accountChangeOperations } from "./account-change-operations.ts";
import { accountOperations } from "./account-operations.ts";
import { administrationOperations } from "./administration-operations.ts";
import { caseOperations } from "./case-operations.ts";
import { conflictOperations } from "./conflict-operations.ts";
import { delegationOperations } from "./delegation-operations.ts";
import { duplicateOperations } from "./duplicate-operations.ts";
import { filingOperations } from "./filing-operations.ts";
import { identityOperations } from "./identity-operations.ts";
import { importOperations } from "./import-operations.ts";
import { intakeOperations } from "./intake-operations.ts";
import { lawOperations } from "./law-operations.ts";
import { lawVersionOperations } from "./law-version-operations.ts";
import { matterOperations } from "./matter-operations.ts";
import { noticeOperations } from "./notice-operations.ts";
import { openOperations } from "./open-operations.ts";
import { addOperation, type Operation } from "./operation.ts";
import { publicationOperations } from "./publication-operations.ts";
import { queueOperations } from "./queue-operations.ts";
import { receiptOperations } from "./receipt-operations.ts";
import { receptionOperations } from "./reception-operations.ts";
import { sessionOperations } from "./session-operations.ts";
import { signatoryOperations } from "./signatory-operations.ts";
import { subordinateOperations } from "./subordinate-operations.ts";
import { trailOperations } from "./trail-operations.ts";
import { transferOperations } from "./transfer-operations.ts";

export const operations: readonly Operation[] = [
  ...openOperations,
  ...lawOperations,
  ...lawVersionOperations,
  ...accountOperations,
  ...accountChangeOperations,
  ...delegationOperations,
  ...administrationOperations,
  ...receptionOperations,
  ...queueOperations,
  ...sessionOperations,
  ...importOperations,
  ...intakeOperations,
  ...caseOperations,
  ...conflictOperations,
  ...duplicateOperations,
  ...matterOperations,
  ...transferOperations,
  ...signatoryOperations,
  ...subordinateOperations,
  ...trailOperations,
  ...filingOperations,
  ...noticeOperations,
  ...receiptOperations,
  ...publicationOperations,
  ...identityOperations,
];

/** The API under `/api/v1`. Without an application it only describes itself. */
export function apiRoutes(app: App | undefined): OpenAPIHono<HttpEnv> {
  const api = new OpenAPIHono<HttpEnv>();
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "minhxet token create --user NAME",
  });
  for (const operation of operations) addOperation(api, app, operation);
  const described = describeApi(api);
  api.get("/openapi.json", (c) => c.json(described));
  return api;
}

/** The OpenAPI 3.1 document, as docs/openapi.json holds it. */
export function openApiDocument(): object {
  return describeApi(apiRoutes(undefined));
}

function describeApi(api: OpenAPIHono<HttpEnv>): object {
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Minh Xét",
      version: "1",
      description:
        "Citizen reception, petitions and complaints. Dates are civil dates of Viet Nam, YYYY-MM-DD. A refusal is a problem document (RFC 9457) that cites the article.",
      license: { name: "EUPL-1.2" },
    },
    servers: [{ url: "/api/v1" }],
  });
}
