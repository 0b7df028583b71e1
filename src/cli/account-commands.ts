import { type Command, Option } from "commander";
import { type Role, roles } from "../server/role-names.ts";
import { asJson, type JsonOption, json, out } from "./output.ts";
import { agencyIdOf, dayOf, withApp } from "./with-app.ts";

interface UserOption extends JsonOption {
  readonly user: string;
}
interface CreateOptions extends UserOption {
  readonly name: string;
  readonly agency: string;
  readonly role: Role;
  readonly title?: string;
}
interface GrantOptions extends UserOption {
  readonly agency: string;
  readonly role: Role;
  readonly from?: string;
  readonly to?: string;
}

const role = () => new Option("--role <role>", "the role").choices(roles).makeOptionMandatory();

export function addAccountCommands(program: Command): void {
  const user = program.command("user").description("officers' accounts");
  user
    .command("create")
    .description("makes an account with a one-time password, printed once")
    .requiredOption("--user <name>", "user name")
    .requiredOption("--name <full name>", "as the papers show it")
    .requiredOption("--agency <code>")
    .addOption(role())
    .option("--title <job title>")
    .addOption(asJson())
    .action(createUser);
  user
    .command("reset-password")
    .description("a new one-time password, printed once; the officer's sessions end")
    .requiredOption("--user <name>", "user name")
    .addOption(asJson())
    .action(resetPassword);
  user
    .command("reset-second-factor")
    .description("takes the second factor away; the officer's sessions end")
    .requiredOption("--user <name>", "user name")
    .addOption(asJson())
    .action(resetSecondFactor);
  user
    .command("grant")
    .description("gives a role in an agency")
    .requiredOption("--user <name>", "user name")
    .requiredOption("--agency <code>")
    .addOption(role())
    .option("--from <date>", "first day; default: today")
    .option("--to <date>", "last day")
    .addOption(asJson())
    .action(grant);
  program
    .command("token")
    .description("tokens for the API")
    .command("create")
    .description("makes a token that acts with an officer's rights; its secret is printed once")
    .requiredOption("--user <name>", "user name of the officer")
    .option("--label <text>", "what it is for", "command line")
    .addOption(asJson())
    .action(createToken);
}

async function createUser({ user, name, agency, role: first, title, json: wantsJson }: CreateOptions): Promise<void> {
  const made = await withApp(async (app) =>
    app.access.createOfficer(app.command, {
      username: user,
      displayName: name,
      jobTitle: title,
      role: first,
      agencyId: await agencyIdOf(app, agency),
    }),
  );
  if (wantsJson) json({ officerId: made.officerId, oneTimePassword: made.oneTimePassword });
  else out(made.oneTimePassword);
}

async function resetPassword({ user, json: wantsJson }: UserOption): Promise<void> {
  const made = await withApp(async (app) =>
    app.access.resetPassword(app.command, await app.access.officerByUsername(app.command, { username: user })),
  );
  if (wantsJson) json({ oneTimePassword: made.oneTimePassword });
  else out(made.oneTimePassword ?? "");
}

async function resetSecondFactor({ user, json: wantsJson }: UserOption): Promise<void> {
  await withApp(async (app) =>
    app.access.resetSecondFactor(app.command, await app.access.officerByUsername(app.command, { username: user })),
  );
  if (wantsJson) json({ user });
  else out("Done.");
}

async function grant({ user, agency, role: given, from, to, json: wantsJson }: GrantOptions): Promise<void> {
  const made = await withApp(async (app) => {
    const { officerId } = await app.access.officerByUsername(app.command, { username: user });
    return app.access.grantRole(app.command, {
      officerId,
      agencyId: await agencyIdOf(app, agency),
      role: given,
      from: dayOf(from, app.today()),
      to: to === undefined ? undefined : dayOf(to, to),
    });
  });
  if (wantsJson) json({ grantId: made.grantId });
  else out("Done.");
}

async function createToken({ user, label, json: wantsJson }: UserOption & { readonly label: string }): Promise<void> {
  const made = await withApp(async (app) => {
    const { officerId } = await app.access.officerByUsername(app.command, { username: user });
    return app.access.createToken(app.command, { officerId, label });
  });
  if (wantsJson) json({ id: made.tokenId, token: made.secret });
  else out(made.secret);
}
