import { redirect } from "react-router";
import { appContext } from "../context.ts";
import { cookieName, isLocale } from "../paraglide/runtime.js";
import { formText, safePath } from "../ui/form-data.ts";
import type { Route } from "./+types/language.ts";

export async function action({ request, context }: Route.ActionArgs) {
  const secure = context.get(appContext).config.publicUrl.startsWith("https:") ? "; Secure" : "";
  const form = await request.formData();
  const locale = formText(form, "locale");
  return redirect(safePath(formText(form, "to"), "/"), {
    status: 303,
    headers: isLocale(locale)
      ? { "Set-Cookie": `${cookieName}=${locale}; Path=/; SameSite=Lax; Max-Age=31536000${secure}` }
      : {},
  });
}

export function loader() {
  return redirect("/", 303);
}
