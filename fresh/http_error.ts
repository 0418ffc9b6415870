/**
 * An error that already knows its HTTP status. Thrown in a middleware, handler or page it reaches the nearest
 * `_error` page, or `_404` when the status is 404.
 */
export class HttpError extends Error {
  override name = "HttpError";
  readonly status: number;

  /** `status` is the HTTP status; `message` is shown to the client when no error page is there. */
  constructor(status: number, message = `HTTP error ${status}`, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The HTTP status that `error` stands for; 500 for everything that is not an {@linkcode HttpError}. */
export function statusOf(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}
