/** The introduction of the document (Markdown): what is true of every endpoint. */
export const aboutTheApi = `
The programming interface of a clinic's DOVMS. It can be read and tried out at [/api/docs/](/api/docs/).

**Signing in.** \`POST /api/auth/login/\` gives an access token (15 minutes) and a refresh token (a day). Send the access
token as \`Authorization: Bearer <access>\`.

**Bodies** are one JSON object in UTF-8, up to 1 MB, with \`Content-Type: application/json\`. Unknown keys and unknown
query parameters are refused.

**Lists** are plain arrays. Without \`limit\` they are whole. With \`limit\` the header \`Link: <…>; rel="next"\` names the
next page; \`X-Total-Count\` is always the total number. A record that cannot be opened keeps its place, with
\`"error": "record_unreadable"\`.

**Errors** are \`application/problem+json\`. Programs decide by \`code\`, which never changes; [every code](/api/docs/errors) has a
page that says what to do.

**Changing safely.** Answers with one record carry an \`ETag\`. Sent back as \`If-Match\`, it makes a change fail with 412
when somebody else has changed the record in the meantime.

**Methods.** \`PATCH\` does the same as \`PUT\`: keys left out keep their values. \`HEAD\` answers as \`GET\` does, without the
body. Paths work with and without the slash at their end.

**Time.** Dates are \`YYYY-MM-DD\` and times \`HH:MM\`, both local to the clinic. Instants are in UTC and end in \`Z\`.
`.trim();
