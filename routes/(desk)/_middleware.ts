import { guard } from "@/routes/(_shared)/session/guard.ts";
import { requireSignIn } from "@/routes/(_shared)/session/require_sign_in.ts";

/** The pages here are for those who are signed in, with a password of their own. */
export default guard(requireSignIn);
