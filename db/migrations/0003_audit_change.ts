/** Which audit entries are about a change of a row: a trigger adds them, so that no code can forget it. */
export const auditChange: readonly string[] = [
  `CREATE TABLE audit_change (
    subject TEXT NOT NULL, at TEXT NOT NULL, chain TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (subject, at, chain, number)) WITHOUT ROWID`,
  // An old entry may have been altered to anything: what is no JSON of ours must not keep the program from starting.
  `INSERT OR IGNORE INTO audit_change SELECT changed.value ->> '$.id', at, chain, number
    FROM audit, json_each(iif(json_valid(subjects), subjects, '{}'), '$.rows') AS changed
    WHERE instr(subjects, '"version":')
      AND iif(changed.type = 'object', changed.value ->> '$.version', NULL) IS NOT NULL`,
  // Only a change has versions; looking for the word first keeps the entry of a read as quick as it was.
  `CREATE TRIGGER audit_changed AFTER INSERT ON audit WHEN instr(NEW.subjects, '"version":') BEGIN
    INSERT OR IGNORE INTO audit_change SELECT changed.value ->> '$.id', NEW.at, NEW.chain, NEW.number
      FROM json_each(NEW.subjects, '$.rows') AS changed WHERE changed.value ->> '$.version' IS NOT NULL;
  END`,
];
