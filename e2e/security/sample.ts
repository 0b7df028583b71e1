/** What of JSON Schema our OpenAPI document uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly additionalProperties?: Schema | boolean;
}

export type Known = Readonly<Record<string, unknown>>;
export type Slot = readonly (string | number)[];

/** A value that the schema takes; fields whose name is known get the known value. */
export function sampleOf(schema: Schema, known: Known, name = ""): unknown {
  if (Object.hasOwn(known, name)) return known[name];
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return sampleOf(schema.anyOf[0], known, name);
  switch ([schema.type].flat()[0]) {
    case "object":
      if (!schema.properties) return { x: "x" };
      return Object.fromEntries(
        Object.entries(schema.properties).map(([key, each]) => [key, sampleOf(each, known, key)]),
      );
    case "array":
      return schema.items ? [sampleOf(schema.items, known, name)] : [];
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return true;
    default:
      if (schema.format === "uuid") return crypto.randomUUID();
      return schema.format === "date" ? "2026-11-20" : "07:30";
  }
}

/** Every place of a value where something else can be put, the insides of lists and objects too. */
export function slotsOf(value: unknown, at: Slot = []): readonly Slot[] {
  if (typeof value !== "object" || value === null) return [at];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    slotsOf(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? inside : [at, ...inside];
}

/** A copy with something else at one place. */
export function withAt(value: unknown, [first, ...rest]: Slot, put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value)) return value.map((each, i) => (i === first ? withAt(each, rest, put) : each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === first ? withAt(each, rest, put) : each]),
  );
}
