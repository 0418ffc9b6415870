import { z } from "zod";
import { changeOwnPassword, passwordChange } from "@/clinic/access/own_password.ts";
import { credentials, refresh, signIn, signOut } from "@/clinic/access/sessions.ts";
import { noContent, ok } from "./http/answer.ts";
import { endpoint } from "./http/endpoint.ts";
import { message } from "./http/schemas.ts";

const tag = "Sign-in";

export const authEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/auth/login/",
    tag,
    summary: "Sign in",
    description: "The access token is valid for 15 minutes, the refresh token for a day.",
    action: "open",
    body: { schema: credentials, example: { username: "doctor1", password: "password123" } },
    answer: {
      status: 200,
      description: "Signed in",
      schema: z.object({ access: z.string(), refresh: z.string() }),
      example: { access: "<jwt_access_token>", refresh: "<jwt_refresh_token>" },
    },
    problems: ["invalid_credentials", "password_ended", "busy"],
    handle: async ({ scope, body }) => ok(await signIn(scope, body)),
  }),
  endpoint({
    method: "POST",
    path: "/api/auth/refresh/",
    tag,
    summary: "Get a new access token",
    action: "open",
    body: {
      schema: z.strictObject({ refresh: z.string().max(4_096) }),
      example: { refresh: "<jwt_refresh_token>" },
    },
    answer: {
      status: 200,
      description: "A new access token",
      schema: z.object({ access: z.string() }),
      example: { access: "<new_jwt_access_token>" },
    },
    problems: ["token_invalid", "token_expired"],
    handle: async ({ scope, body }) => ok(await refresh(scope, body)),
  }),
  endpoint({
    method: "POST",
    path: "/api/auth/logout/",
    tag,
    summary: "Sign out",
    description: "The session and all its tokens end at once.",
    action: signOut.action,
    body: {
      schema: z.strictObject({ refresh: z.string().max(4_096).optional() }),
      example: { refresh: "<jwt_refresh_token>" },
      optional: true,
    },
    answer: { status: 204, description: "Signed out" },
    problems: [],
    handle: async ({ scope, body }) => {
      await signOut(scope, body);
      return noContent;
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/auth/password/",
    tag,
    summary: "Change one's own password",
    description:
      "All other sessions of this person end. The new password has 8 characters or more and is not a common one.",
    action: changeOwnPassword.action,
    body: { schema: passwordChange, example: { current: "password123", new: "seven blankets drying" } },
    answer: {
      status: 200,
      description: "Changed",
      schema: z.object({ message }),
      example: { message: "Password changed successfully" },
    },
    problems: ["busy"],
    handle: async ({ scope, body }) => {
      await changeOwnPassword(scope, body);
      return ok({ message: "Password changed successfully" });
    },
  }),
];
