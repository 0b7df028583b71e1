/** What the content security policy of a page would stop or should never have to: one line for each. */
export function blockedByPolicy(html: string, policy: string): readonly string[] {
  const nonces = nonceOf(policy);
  const faults: string[] = [];
  for (const [tag, name = "", attributes = ""] of html.matchAll(
    /<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?|\s*\/)*)\s*>/gi,
  )) {
    const given = attributesOf(attributes);
    if (name === "style" || name === "base" || name === "object" || name === "embed") faults.push(tag);
    if (name === "script" && !given.has("src") && !nonces.includes(given.get("nonce") ?? "")) faults.push(tag);
    for (const [attribute, value] of given) {
      if (attribute.startsWith("on") || attribute === "style" || attribute === "srcdoc")
        faults.push(`${tag} ${attribute}`);
      if (isAddress(attribute) && !isOwn(value)) faults.push(`${tag} ${attribute}`);
    }
  }
  return faults;
}

/** The nonces that a policy allows. */
export function nonceOf(policy: string): readonly string[] {
  return [...policy.matchAll(/'nonce-([^']+)'/g)].map((match) => match[1] ?? "");
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g);
  return new Map([...found].map(([, name = "", a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? ""]));
}

const isAddress = (attribute: string) => ["src", "href", "action", "formaction", "data", "poster"].includes(attribute);

/** An address of this site, or a link to a law's text that the reader has to follow by hand. */
const isOwn = (value: string) => /^(\/(?!\/)|#|\?|\.|$)/.test(value) || /^data:image\//.test(value);
