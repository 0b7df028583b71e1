import { createHash } from "node:crypto";
import * as oidc from "openid-client";
import type { Pool } from "pg";
import type { SignOnFlow, SignOnLinks, SignOnProvider } from "../../casework/access/accounts-port.ts";
import type { SingleSignOnConfig } from "../config.ts";

/** Between leaving for the provider and coming back. */
const FLOW_MINUTES = 10;
const WAIT_SECONDS = 5;
/** How long what the provider says of itself is believed, and how long a provider that is away is not asked again. */
const KNOWN_SECONDS = 3_600;
const AWAY_SECONDS = 10;

/**
 * A provider of OpenID Connect: authorization code, PKCE (S256), state, nonce; the signature of the ID token is checked
 * although it comes straight from the provider. Nothing is asked of the provider before somebody wants to sign in by it.
 */
export function oidcProvider(
  settings: SingleSignOnConfig,
  { redirectUri, notice }: { readonly redirectUri: string; readonly notice: (line: string) => void },
): SignOnProvider {
  const configuration = rememberedConfiguration(settings, notice);
  return {
    name: settings.name,
    begin: async (linkFor) => {
      const known = await configuration();
      if (!known) return undefined;
      const flow: SignOnFlow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        until: Date.now() + FLOW_MINUTES * 60_000,
        linkFor: linkFor ?? null,
      };
      const url = oidc.buildAuthorizationUrl(known, {
        redirect_uri: redirectUri,
        scope: "openid",
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: "S256",
        // A link lasts: whoever left a session open at the provider must not be linked by the next one at the counter.
        ...(linkFor === undefined ? {} : { prompt: "login" }),
      });
      return { url: url.href, flow };
    },
    finish: async (flow, query) => {
      const known = await configuration();
      if (!known) return "unreachable";
      const given = new URL(redirectUri);
      given.search = query;
      try {
        const tokens = await oidc.authorizationCodeGrant(known, given, {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims || claims.sub.length > 255) return "refused";
        return { issuer: claims.iss, subject: claims.sub, isStrong: isStrong(claims, settings.secondFactor) };
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError && error.error === "access_denied") return "denied";
        notice(`Single sign-on: an answer was refused (${kindOf(error)}).`);
        return isAway(error) ? "unreachable" : "refused";
      }
    },
  };
}

function rememberedConfiguration(settings: SingleSignOnConfig, notice: (line: string) => void) {
  let kept: { readonly answer: Promise<oidc.Configuration | undefined>; until: number } | undefined;
  const ask = async () => {
    try {
      return await discover(settings);
    } catch (error) {
      notice(`Single sign-on: the provider could not be asked (${kindOf(error)}). Sign-in by password goes on.`);
      if (kept) kept.until = performance.now() + AWAY_SECONDS * 1000;
      return undefined;
    }
  };
  return () => {
    if (!kept || performance.now() > kept.until)
      kept = { answer: ask(), until: performance.now() + KNOWN_SECONDS * 1000 };
    return kept.answer;
  };
}

function discover({ issuer, clientId, clientSecret }: SingleSignOnConfig): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  return oidc.discovery(server, clientId, undefined, authentication(clientSecret), {
    timeout: WAIT_SECONDS,
    // Plain http passes the reading of the configuration on this machine only.
    execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === "http:" ? [oidc.allowInsecureRequests] : [])],
  });
}

/** By header, which every provider has to know unless it says otherwise; without a secret, a public client. */
function authentication(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const known = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (known.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

function isStrong(claims: oidc.IDToken, counted: readonly string[]): boolean {
  const said = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
  return said.some((each) => typeof each === "string" && counted.includes(each));
}

/** The provider did not answer, or not with what it should: not the fault of who signs in. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "TypeError" || error.name === "TimeoutError" || error.name === "AbortError") return true;
  return "code" in error && (error.code === "OAUTH_TIMEOUT" || error.code === "OAUTH_RESPONSE_IS_NOT_JSON");
}

/** Codes of the library and of the standard; never a message, which may quote what was sent. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const said = "error" in error && typeof error.error === "string" ? error.error : "";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return /^[a-z_]{1,40}$/.test(said) ? `${code} ${said}` : code;
}

/** Whose account is whose, in a table that only the sign-in library's role sees. */
export function databaseSignOnLinks(pool: Pool): SignOnLinks {
  return {
    since: async (officerId) => {
      const { rows } = await pool.query<{ since: Date }>(
        "select created_at as since from auth.single_sign_on where user_id = $1",
        [officerId],
      );
      return rows[0]?.since;
    },
    officerOf: async ({ issuer, subject }) => {
      const { rows } = await pool.query<{ user_id: string }>(
        "select user_id from auth.single_sign_on where issuer = $1 and subject = $2",
        [issuer, subject],
      );
      return rows[0]?.user_id;
    },
    link: async (officerId, { issuer, subject }) => {
      const { rowCount } = await pool.query(
        "insert into auth.single_sign_on (user_id, issuer, subject) values ($1, $2, $3) on conflict do nothing",
        [officerId, issuer, subject],
      );
      return rowCount === 1;
    },
    unlink: async (officerId) => {
      const { rowCount } = await pool.query("delete from auth.single_sign_on where user_id = $1", [officerId]);
      return rowCount === 1;
    },
    spend: async ({ state, until }) => {
      const digest = createHash("sha256").update(state).digest("hex");
      // The state's digest is the key of the row, so of two at the same moment one comes too late.
      const { rowCount } = await pool.query(
        `insert into auth.verification (id, identifier, value, "expiresAt") values ($1::uuid, 'single-sign-on', 'used', $2) on conflict (id) do nothing`,
        [digest.slice(0, 32), new Date(until)],
      );
      return rowCount === 1;
    },
  };
}
