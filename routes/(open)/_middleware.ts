import { guard } from "@/routes/(_shared)/session/guard.ts";

/** The pages here are open to everybody, signed in or not. */
export default guard(() => undefined);
