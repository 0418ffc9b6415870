/**
 * The server that ours is measured against: hono and @libsql/client on plain columns. No sign-in, no checks, no audit,
 * no sealing; the same queries and the same keys in its answers. Its one argument is the database file.
 */
import { Buffer } from "node:buffer";
import { type Client, createClient, type InValue, type Row } from "@libsql/client";
import { type Context, Hono } from "hono";
import { v7 as uuidv7 } from "uuid";

async function serve(path: string): Promise<void> {
  const client = createClient({ url: `file:${path}` });
  await client.execute("PRAGMA synchronous = FULL");
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  patients(app, client);
  visits(
    app,
    client,
    await namesOf(client, "department", "name"),
    await namesOf(client, "staff", "full_name"),
  );
  app.get("/api/departments/", async (c) => {
    const { rows } = await client.execute("SELECT id, name FROM department ORDER BY name");
    const shown = rows.map(({ id, name }) => ({ department_id: id, name }));
    return c.json(shown, 200, { "x-total-count": String(rows.length) });
  });
  const onListen = ({ port }: Deno.NetAddr) => console.log(`bare is ready at http://127.0.0.1:${port}/`);
  Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, app.fetch);
}

const PATIENT = "id, full_name, date_of_birth, gender, contact_details, file_number, voided_at";
const VISIT = "id, patient_id, department_id, clinician_id, visit_date, visit_time, notes, voided_at";

function patients(app: Hono, client: Client): void {
  app.get("/api/patients/", async (c) => {
    const { total } = await one(client, "SELECT kept AS total FROM patient_total", []);
    const [after = ""] = cursorOf(c);
    const limit = Number(c.req.query("limit"));
    const sql = `SELECT ${PATIENT} FROM patient WHERE id > ? AND voided_at IS NULL ORDER BY id LIMIT ?`;
    const { rows } = await client.execute({ sql, args: [after, limit + 1] });
    return page(c, rows, limit, total, ({ id }) => [id], patient);
  });
  app.get("/api/patients/:id/", async (c) => {
    const row = await patientById(client, c.req.param("id"));
    return row ? c.json(patient(row)) : c.notFound();
  });
  app.post("/api/patients/", async (c) => {
    const { full_name, date_of_birth, gender, contact_details, file_number } = await c.req.json();
    const id = uuidv7();
    const args = [id, full_name, date_of_birth, gender, contact_details, file_number];
    await client.execute({ sql: "INSERT INTO patient VALUES (?, ?, ?, ?, ?, ?, NULL)", args });
    return c.json({ patient_id: id, message: "Patient successfully registered" }, 201);
  });
}

function visits(app: Hono, client: Client, departments: Names, doctors: Names): void {
  const show = (row: Row) => ({
    visit_id: row.id,
    department: departments.get(row.department_id),
    doctor: doctors.get(row.clinician_id),
    visit_date: row.visit_date,
    visit_time: row.visit_time,
    notes: row.notes,
  });
  const showWithPatient = (row: Row) => ({ ...show(row), patient_id: row.patient_id });

  app.get("/api/patients/:id/visits/", async (c) => {
    const id = c.req.param("id");
    if (!await patientById(client, id)) return c.notFound();
    const count = "SELECT count(*) AS total FROM visit WHERE patient_id = ? AND voided_at IS NULL";
    const { total } = await one(client, count, [id]);
    const rows = await visitPage(c, client, "patient_id = ? AND", [id], 200);
    return page(c, rows, 200, total, () => [], show);
  });
  app.get("/api/visits/", async (c) => {
    const { start_date: start = "", end_date: end = "9999-99-99", department = "", limit = "200" } = c.req
      .query();
    const sum = "SELECT sum(kept) AS total FROM visit_day WHERE visit_date >= ? AND visit_date <= ?";
    const { total } = department === ""
      ? await one(client, sum, [start, end])
      : await one(client, `${sum} AND department_id = ?`, [start, end, department]);
    const which = department === "" ? "" : "department_id = ? AND";
    const rows = await visitPage(c, client, which, department === "" ? [] : [department], Number(limit));
    const keyOf = ({ visit_date, visit_time, id }: Row) => [visit_date, visit_time, id];
    return page(c, rows, Number(limit), total, keyOf, showWithPatient);
  });
  app.post("/api/visits/", async (c) => {
    const { patient_id, department_id, doctor_id, visit_date, visit_time, notes } = await c.req.json();
    const id = uuidv7();
    const args = [id, patient_id, department_id, doctor_id, visit_date, visit_time, notes];
    await client.execute({ sql: "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", args });
    return c.json({ visit_id: id, message: "Visit recorded successfully" }, 201);
  });
}

async function visitPage(
  c: Context,
  client: Client,
  which: string,
  args: InValue[],
  limit: number,
): Promise<Row[]> {
  const { start_date: start = "", end_date: end = "9999-99-99" } = c.req.query();
  const [date = end, time = "99:99", id = ""] = cursorOf(c);
  const sql =
    `SELECT ${VISIT} FROM visit WHERE ${which} visit_date >= ? AND (visit_date, visit_time, id) < (?, ?, ?)
    AND voided_at IS NULL ORDER BY visit_date DESC, visit_time DESC, id DESC LIMIT ?`;
  return (await client.execute({ sql, args: [...args, start, date, time, id, limit + 1] })).rows;
}

async function patientById(client: Client, id: string): Promise<Row | undefined> {
  return (await client.execute({ sql: `SELECT ${PATIENT} FROM patient WHERE id = ?`, args: [id] })).rows[0];
}

function patient({ id, full_name, date_of_birth, gender, contact_details, file_number }: Row) {
  return { patient_id: id, full_name, date_of_birth, gender, contact_details, file_number };
}

async function one(client: Client, sql: string, args: InValue[]): Promise<Row> {
  return (await client.execute({ sql, args })).rows[0]!;
}

function page(
  c: Context,
  rows: Row[],
  limit: number,
  total: unknown,
  keyOf: (row: Row) => unknown[],
  show: (row: Row) => Record<string, unknown>,
): Response {
  const headers: Record<string, string> = { "x-total-count": String(total) };
  const shown = rows.slice(0, limit);
  if (rows.length > limit) {
    const cursor = Buffer.from(JSON.stringify(keyOf(shown.at(-1)!))).toString("base64url");
    headers.link = `<${c.req.path}?limit=${limit}&cursor=${cursor}>; rel="next"`;
  }
  return c.json(shown.map(show), 200, headers);
}

function cursorOf(c: Context): string[] {
  const cursor = c.req.query("cursor");
  return cursor === undefined ? [] : JSON.parse(Buffer.from(cursor, "base64url").toString());
}

type Names = Map<unknown, unknown>;

/** Names are in memory, as ours are. */
async function namesOf(client: Client, table: string, column: string): Promise<Names> {
  const { rows } = await client.execute(`SELECT id, ${column} AS name FROM ${table}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

await serve(Deno.args[0]!);
