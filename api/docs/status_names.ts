import type { ProblemKind } from "@/api/http/problems.ts";

/** What HTTP calls the statuses of the problems (RFC 9110, RFC 4918, RFC 6585). */
export const statusNames: Readonly<Record<ProblemKind["status"], string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
  507: "Insufficient Storage",
};
