import { endpoints } from "@/api/endpoints.ts";
import { openapiDocument } from "@/api/openapi/document.ts";
import { EXIT, plainCommand } from "@/cli/command_line/command.ts";
import { version } from "@/cli/command_line/version.ts";

/** Prints the OpenAPI document, for programs that generate clients or check requests. */
export const openapiCommand = plainCommand({
  name: "openapi",
  summary: "Print the API's description, OpenAPI 3.1 in JSON",
  options: {},
  run(_settings, _env, out) {
    out.line(JSON.stringify(openapiDocument(endpoints, version), null, 2));
    return Promise.resolve(EXIT.done);
  },
});
