import { redirect } from "react-router";

/** The tracking page where it takes files: a larger body is let in here, and here alone. */
export { action, default } from "./track.tsx";

export const loader = () => redirect("/track", 303);
