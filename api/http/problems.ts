import type { ClinicErrorCode } from "@/clinic/errors.ts";

/** What an error code means and what to do about it. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 429 | 500 | 503 | 507;
  readonly title: string;
  /** What happened, for people. */
  readonly detail: string;
  /** What the caller can do. */
  readonly remedy: string;
}

/** Every error code: the source of the answers and of the reference's error pages. */
export const problems = {
  malformed_json: {
    status: 400,
    title: "Malformed JSON",
    detail: "The body is not JSON in UTF-8, nests too deeply, or names a key twice.",
    remedy: "Send one JSON object in UTF-8, each key once, nested at most 20 deep.",
  },
  validation_failed: {
    status: 400,
    title: "Validation failed",
    detail: "Something that was sent is missing, unknown or not allowed; `errors` names each field.",
    remedy:
      "Correct the fields that `errors` names, each with a code that is listed below, and send the request again.",
  },
  token_missing: {
    status: 401,
    title: "Not signed in",
    detail: "This needs an access token, in one header `Authorization: Bearer <access>`.",
    remedy: "Sign in with POST /api/auth/login/ and send the access token.",
  },
  token_invalid: {
    status: 401,
    title: "Token not accepted",
    detail: "The token is not one of this clinic's, is of another kind, or its session has ended.",
    remedy: "Sign in again.",
  },
  token_expired: {
    status: 401,
    title: "Token expired",
    detail: "An access token is valid for 15 minutes, a refresh token for a day.",
    remedy: "Get a new access token with POST /api/auth/refresh/; after a day sign in again.",
  },
  invalid_credentials: {
    status: 401,
    title: "Username or password is wrong",
    detail: "No active member of staff has this username and this password.",
    remedy: "Try again, or ask an administrator for a one-time password.",
  },
  password_ended: {
    status: 401,
    title: "The password has expired",
    detail: "A password set by an administrator expires after 7 days unless its owner changes it.",
    remedy: "Ask an administrator for a new one-time password and change it at once.",
  },
  forbidden: {
    status: 403,
    title: "Not allowed",
    detail: "Your role does not allow this.",
    remedy: "Ask somebody whose role allows it, or ask an administrator for another role.",
  },
  not_found: {
    status: 404,
    title: "Not found",
    detail: "There is nothing with this id, or it has been voided.",
    remedy: "Look the id up again; `?include=voided` shows voided records to those who may see them.",
  },
  route_not_found: {
    status: 404,
    title: "No such address",
    detail: "The program has nothing at this address.",
    remedy: "Compare the address with the reference at /api/docs/.",
  },
  method_not_allowed: {
    status: 405,
    title: "Method not allowed",
    detail: "This address exists, but not for this method; the `Allow` header names the methods that do.",
    remedy: "Use one of the methods that `Allow` names.",
  },
  file_number_taken: {
    status: 409,
    title: "File number taken",
    detail: "Another patient, perhaps a voided one, has this file number.",
    remedy: "Look that patient up, or ask GET /api/patients/next-file-number/ for a free number.",
  },
  username_taken: {
    status: 409,
    title: "Username taken",
    detail: "Somebody else, perhaps somebody who has left, has this username.",
    remedy: "Choose another username.",
  },
  department_name_taken: {
    status: 409,
    title: "Department name taken",
    detail: "Another department, perhaps one no longer in use, has this name.",
    remedy: "Choose another name, or reactivate the old department.",
  },
  last_administrator: {
    status: 409,
    title: "Last administrator",
    detail: "This is the last active administrator; without one nobody could manage the staff.",
    remedy: "Make somebody else an administrator first.",
  },
  already_set_up: {
    status: 409,
    title: "Already set up",
    detail: "The clinic has an administrator.",
    remedy: "Sign in, or have the administrator's password reset on the clinic's computer.",
  },
  already_voided: {
    status: 409,
    title: "Already voided",
    detail: "The record has been voided before.",
    remedy: "Nothing is left to do; it can be restored.",
  },
  not_voided: {
    status: 409,
    title: "Not voided",
    detail: "Only a voided record can be restored.",
    remedy: "Nothing is left to do.",
  },
  version_conflict: {
    status: 412,
    title: "Changed by somebody else",
    detail: "The record is no longer at the version that `If-Match` names.",
    remedy: "Read it again, look at what has changed, and send your change with the new ETag.",
  },
  body_too_large: {
    status: 413,
    title: "Body too large",
    detail: "A body may have up to 1 MB.",
    remedy: "Send less.",
  },
  unsupported_media_type: {
    status: 415,
    title: "Not JSON",
    detail: "A body must be sent with `Content-Type: application/json`.",
    remedy: "Set the header and send JSON.",
  },
  internal_error: {
    status: 500,
    title: "Something went wrong",
    detail: "The program failed; nothing was written in part.",
    remedy: "Try again; if it happens again, give the request id to whoever looks after the program.",
  },
  record_unreadable: {
    status: 500,
    title: "Record cannot be opened",
    detail: "The sealed record does not open: it was damaged or tampered with. The audit records it.",
    remedy: "Restore it from a backup; `dovms doctor` and `dovms audit verify` say more.",
  },
  busy: {
    status: 503,
    title: "Busy",
    detail: "Too many people are signing in at this moment.",
    remedy: "Try again after the seconds that `Retry-After` names.",
  },
  database_unavailable: {
    status: 503,
    title: "Database unavailable",
    detail:
      "The database cannot be reached or cannot write now. The request was not acknowledged: it may or may not have been carried out.",
    remedy: "Try again after the seconds that `Retry-After` names.",
  },
  storage_full: {
    status: 507,
    title: "Disk full",
    detail:
      "The disk is full. Nothing can be written, and no patient can be read, because the audit could not record it.",
    remedy:
      "Free some space on the disk; the program then continues by itself, and nothing that was acknowledged is lost.",
  },
} as const satisfies Record<ClinicErrorCode, ProblemKind> & Record<string, ProblemKind>;

/** Every error code of the API: those of the clinic and those of HTTP. */
export type ProblemCode = keyof typeof problems;
