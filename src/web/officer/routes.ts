import { index, type RouteConfigEntry } from "@react-router/dev/routes";

/** Pages under /office; paths of files are from src/web. */
export const officerRoutes: RouteConfigEntry[] = [index("officer/home.tsx")];
