import { type Command, Option } from "commander";
import { asJson, type JsonOption, json, out } from "./output.ts";
import { agencyIdOf, dayOf, withApp } from "./with-app.ts";

interface CreateOptions extends JsonOption {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly level: "province" | "district" | "commune";
  readonly place: string;
  readonly parent?: string;
  readonly remote?: boolean;
  readonly headTitle?: string;
  readonly symbol?: string;
  readonly from?: string;
  readonly admin?: string;
}

interface RenameOptions extends JsonOption {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly place?: string;
  readonly from?: string;
}

export function addAgencyCommands(program: Command): void {
  program
    .command("agencies")
    .description("the tree of agencies as it stood on a day")
    .option("--as-of <date>", "YYYY-MM-DD; default: today")
    .addOption(asJson())
    .action(list);
  const agency = program.command("agency").description("one agency of the tree");
  agency
    .command("create")
    .description("adds an agency; the first one needs no parent")
    .requiredOption("--code <code>", "part of every petition's code, such as SM.HL; never changes")
    .requiredOption("--name <name>", 'as on its letters, such as "Ủy ban nhân dân xã Hòa Lạc"')
    .addOption(new Option("--level <level>").choices(["province", "district", "commune"]).makeOptionMandatory())
    .requiredOption("--place <name>", 'the place it stands for, such as "xã Hòa Lạc"')
    .option("--parent <code>", "the agency above")
    .option("--short-name <name>", "for lists")
    .option("--remote", "the place is on the province's list of remote communes")
    .option("--head-title <title>", "over the signature; default: CHỦ TỊCH")
    .option("--symbol <letters>", "in the symbol of its documents; default: UBND")
    .option("--from <date>", "its first day; default: today")
    .option("--admin <user>", "who administers it")
    .addOption(asJson())
    .action(create);
  agency
    .command("rename")
    .description("another name from a day on; earlier days keep the old one")
    .requiredOption("--code <code>")
    .requiredOption("--name <name>")
    .option("--short-name <name>")
    .option("--place <name>", "the place's new name, if that changes too")
    .option("--from <date>", "the first day of the name; default: today")
    .addOption(asJson())
    .action(rename);
}

async function list(options: JsonOption & { readonly asOf?: string }): Promise<void> {
  const tree = await withApp((app) => app.agencies.agencyTree("nobody", { asOf: dayOf(options.asOf, app.today()) }));
  const lines = tree.map(({ code, name, level, parent }) => ({ code, name, level, parent }));
  if (options.json) return json(lines);
  for (const { code, name, level } of lines)
    out(`${{ province: "", district: "  ", commune: "    " }[level]}${code}  ${name}`);
}

async function create(options: CreateOptions): Promise<void> {
  const { code, name, shortName, level, place, parent, remote, headTitle, symbol, from, admin } = options;
  const made = await withApp(async (app) => {
    const administrator = admin && (await app.access.officerByUsername(app.command, { username: admin }));
    return app.agencies.createAgency(app.command, {
      code,
      name,
      shortName,
      level,
      placeName: place,
      parent,
      remote,
      headTitle,
      symbol,
      from: dayOf(from, app.today()),
      ...(administrator ? { administratorId: administrator.officerId } : {}),
    });
  });
  if (options.json) json({ ...made, code });
  else out(`${code} is there.`);
}

async function rename({ code, name, shortName, place, from, json: wantsJson }: RenameOptions): Promise<void> {
  const done = await withApp(async (app) => {
    const agencyId = await agencyIdOf(app, code);
    const day = dayOf(from, app.today());
    await app.agencies.renameAgency(app.command, { agencyId, name, shortName, placeName: place, from: day });
    return { code, name, from: day };
  });
  if (wantsJson) json(done);
  else out(`${done.code}: ${done.name}, from ${done.from}.`);
}
