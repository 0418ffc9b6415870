/**
 * Keeps a redirect to a path on this site. Browsers read `//host`, `/\host` and, because they drop tabs, `/<tab>/host`
 * as another host: a path taken from a query must not become an open redirect.
 */
export function withoutForeignHost(location: string): string {
  return location.replaceAll(/[\t\r\n]/g, "").replace(/^[/\\]{2,}/, "/");
}
