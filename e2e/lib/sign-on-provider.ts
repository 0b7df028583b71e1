import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Who says yes at the provider, and how it saw them; "deny": the person turns back. */
type Answer = { readonly accountId: string; readonly amr?: string[]; readonly acr?: string } | "deny";

const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/**
 * A real provider of OpenID Connect on a port of this machine. Instead of a page with a password it has `answer`; `change`
 * may alter what its token endpoint says.
 */
export async function openSignOnProvider() {
  const state = {
    answer: "deny" as Answer,
    change: (idToken: string): string => idToken,
    away: false,
    asked: 0,
  };
  let handle: ReturnType<Provider["callback"]> | undefined;
  const server = createServer((request, response) => {
    state.asked += 1;
    if (state.away || !handle) response.writeHead(502).end();
    else void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: "minhxet", clientSecret: "made up for a test: a%b c" };
  return {
    ...client,
    issuer,
    state,
    /** Begins to answer, for a client at that address. */
    serve: (redirectUri: string) => {
      handle = providerFor(issuer, redirectUri, client, state);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function providerFor(
  issuer: string,
  redirectUri: string,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  state: { readonly answer: Answer; readonly change: (idToken: string) => string },
) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...rsa().privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: "made-up" }] },
    cookies: { keys: ["made up for a test"] },
    claims: { openid: ["sub", "acr", "amr"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith("/interaction/")) {
      ctx.respond = false;
      const result =
        state.answer === "deny" ? { error: "access_denied" } : { login: { remember: false, ...state.answer } };
      return provider.interactionFinished(ctx.req, ctx.res, result);
    }
    await next();
    if (ctx.path === "/token" && ctx.body?.id_token) ctx.body.id_token = state.change(ctx.body.id_token);
  });
  return provider.callback();
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const read = (text = ""): Record<string, unknown> => JSON.parse(Buffer.from(text, "base64url").toString("utf8"));

/** The token with other claims under its old signature. */
export function altered(idToken: string, claims: object): string {
  const [head, body, signature] = idToken.split(".");
  return [head, part({ ...read(body), ...claims }), signature].join(".");
}

/** The token with other claims, well signed by somebody else. */
export function signedElsewhere(idToken: string, claims: object): string {
  const [head, body] = idToken.split(".");
  const said = `${head}.${part({ ...read(body), ...claims })}`;
  return `${said}.${createSign("RSA-SHA256").update(said).sign(rsa().privateKey).toString("base64url")}`;
}

/** A browser without scripts, as far as signing in needs one: cookies by address, one answer at a time. */
export function visitor() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const ask = async (url: string, form?: Record<string, string>) => {
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      headers: { cookie, origin: new URL(url).origin },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get("location");
    return { status: answer.status, body: await answer.text(), to: location && new URL(location, url).href };
  };
  return { ask, jarOf };
}
