import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";
import { officerRoutes } from "./officer/routes.ts";

export default [
  layout("citizen/layout.tsx", [
    index("citizen/home.tsx"),
    route("track", "citizen/track.tsx"),
    route("thoi-han", "citizen/law/deadlines.tsx"),
    route("thu-tuc", "citizen/law/procedures.tsx"),
    route("thu-tuc/:id", "citizen/law/procedure.tsx"),
    route("phap-luat", "citizen/law/known-law.tsx"),
    route("lich-tiep", "citizen/reception-calendar.tsx"),
    route("goc-nhat-ky", "citizen/trail-roots.tsx"),
    route("sign-in", "account/sign-in.tsx"),
    route("sign-in/passkey", "account/passkey-sign-in.tsx"),
    route("sign-in/single", "account/single-start.tsx"),
    route("sign-in/single/back", "account/single-back.tsx"),
    route("password", "account/password.tsx"),
    route("passkeys", "account/passkeys.tsx"),
    route("single-sign-on", "account/single-sign-on.tsx"),
    route("sessions", "account/sessions.tsx"),
    route("second-factor", "account/second-factor.tsx"),
  ]),
  route("phong-cho/:code", "citizen/waiting-room/screen.tsx"),
  route("phong-cho/:code/lay-so", "citizen/waiting-room/kiosk.tsx"),
  route("sign-out", "account/sign-out.ts"),
  route("language", "account/language.ts"),
  layout("officer/layout.tsx", prefix("office", officerRoutes)),
  route("*", "citizen/not-found.tsx"),
] satisfies RouteConfig;
