/**
 * An error with an HTTP status. Thrown in a middleware, handler or page it reaches the nearest `_error` page, or `_404`
 * when the status is 404.
 */
export class HttpError extends Error {
  override name = "HttpError";
  readonly status: number;

  /** `status` is the HTTP status; the client sees `message` when there is no error page. */
  constructor(status: number, message = `HTTP error ${status}`, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The HTTP status of an {@linkcode HttpError}; 500 for everything else. */
export function statusOf(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}
