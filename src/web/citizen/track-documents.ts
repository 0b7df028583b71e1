/** The tracking page where it takes files: a larger body is let in at this address, and at this one alone. */
export { action, default } from "./track.tsx";
