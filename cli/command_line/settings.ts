import { z } from "zod";
import { type Options, type Settings, text, toggle } from "./options.ts";

/** Where the data is and which key opens it. Every command on the database takes these. */
export const databaseOptions = {
  data: {
    env: "DOVMS_DATA",
    value: "FOLDER",
    schema: text.default("./dovms-data"),
    help: "the data folder",
    defaultText: "./dovms-data",
  },
  databaseUrl: {
    env: "DOVMS_DATABASE_URL",
    value: "URL",
    schema: z.url({ protocol: /^(https?|libsql)$/, error: "must be an http, https or libsql address" })
      .optional(),
    help: "a libSQL server (sqld, Turso) instead of a file in the data folder",
  },
  databaseToken: {
    env: "DOVMS_DATABASE_TOKEN",
    secret: true,
    schema: text.optional(),
    help: "the libSQL server's token",
  },
  key: {
    env: "DOVMS_KEY",
    secret: true,
    schema: z.string().regex(
      /^[A-Za-z0-9+/]{43}=\s*$/,
      "must be 32 bytes in base64, e.g. from: openssl rand -base64 32",
    )
      .optional(),
    help: "the key that opens the database, 32 bytes in base64",
  },
  keyFile: {
    env: "DOVMS_KEY_FILE",
    value: "FILE",
    schema: text.optional(),
    help: "a file that holds the key",
  },
  keyCommand: {
    env: "DOVMS_KEY_COMMAND",
    value: "COMMAND",
    schema: text.optional(),
    help: "a command that prints the key (needs --allow-run)",
  },
  pageEncryption: {
    env: "DOVMS_PAGE_ENCRYPTION",
    value: "on|off",
    schema: z.enum(["on", "off"], { error: "must be on or off" }).default("on").transform((value) =>
      value === "on"
    ),
    help: "whether a new data folder's file is encrypted page by page, too",
    defaultText: "on",
  },
  timeZone: {
    env: "DOVMS_TIME_ZONE",
    value: "ZONE",
    schema: z.string().default("Africa/Maseru").refine(
      isTimeZone,
      "must be a time zone such as Africa/Maseru",
    ),
    help: "the clinic's time zone",
    defaultText: "Africa/Maseru",
  },
} satisfies Options;
export type DatabaseSettings = Settings<typeof databaseOptions>;

/** How the server is reached, and its first administrator. */
export const serverOptions = {
  host: {
    env: "DOVMS_HOST",
    value: "ADDRESS",
    schema: text.default("127.0.0.1"),
    help: "the address to listen on",
    defaultText: "127.0.0.1",
  },
  port: {
    env: "DOVMS_PORT",
    value: "PORT",
    schema: z.string().default("8000").refine(isPort, "must be a port, 0–65535").transform(Number),
    help: "the port to listen on; 0 takes a free one",
    defaultText: "8000",
  },
  tlsCert: {
    env: "DOVMS_TLS_CERT",
    value: "FILE",
    schema: text.optional(),
    help: "a certificate in PEM, for https",
  },
  tlsKey: {
    env: "DOVMS_TLS_KEY",
    value: "FILE",
    schema: text.optional(),
    help: "the certificate's key in PEM",
  },
  behindProxy: {
    env: "DOVMS_BEHIND_PROXY",
    value: "CIDR",
    schema: text.refine(isCidr, "must be an address range such as 10.0.0.0/8").optional(),
    help: "the range of a proxy that does https; its X-Forwarded-For is believed",
  },
  corsOrigins: {
    env: "DOVMS_CORS_ORIGINS",
    value: "ORIGINS",
    schema: z.string().default("").transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine(
        (list) => list.every(isOrigin),
        "must be origins such as https://app.example.org, parted by commas",
      ),
    help: "web origins whose pages may call the API",
    defaultText: "none",
  },
  adminUsername: {
    env: "DOVMS_ADMIN_USERNAME",
    value: "NAME",
    schema: text.optional(),
    help: "makes the first administrator at the first start",
  },
  adminPassword: {
    env: "DOVMS_ADMIN_PASSWORD",
    secret: true,
    schema: text.optional(),
    help: "the first administrator's password",
  },
  adminPasswordFile: {
    env: "DOVMS_ADMIN_PASSWORD_FILE",
    value: "FILE",
    schema: text.optional(),
    help: "a file that holds the first administrator's password",
  },
} satisfies Options;
export type ServerSettings = Settings<typeof serverOptions>;

export const helpOption = { help: { schema: toggle, help: "this text" } } satisfies Options;
export const jsonOption = { json: { schema: toggle, help: "JSON, for programs" } } satisfies Options;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isCidr(text: string): boolean {
  const [address, bits] = text.split("/");
  const family = z.ipv4().safeParse(address).success
    ? 32
    : z.ipv6().safeParse(address).success
    ? 128
    : undefined;
  return family !== undefined && /^\d{1,3}$/.test(bits ?? "") && Number(bits) <= family;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
