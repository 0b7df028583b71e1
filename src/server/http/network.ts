import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * The network a request comes from: an IPv4 address, or the /64 of an IPv6 one (a single household owns a /64). Only the
 * last `trustedProxies` entries of X-Forwarded-For were written by proxies that we believe.
 */
export function networkOf(incoming: Pick<IncomingMessage, "headers" | "socket">, trustedProxies: number): string {
  const peer = incoming.socket.remoteAddress ?? "";
  const forwarded = String(incoming.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const address = trustedProxies === 0 ? peer : (forwarded.at(-Math.min(trustedProxies, forwarded.length)) ?? peer);
  return prefixOf(address.replace(/^::ffff:(?=\d+\.)/i, ""));
}

function prefixOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
