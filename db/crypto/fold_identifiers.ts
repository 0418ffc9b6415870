/** Normal forms of values that count as equal. They are only digested and compared: what was typed is stored as typed. */

/** File numbers are equal without regard to case. */
export function foldFileNumber(fileNumber: string): string {
  return fileNumber.toLowerCase();
}

/** Usernames are equal without regard to case or Unicode spelling. */
export function foldUsername(username: string): string {
  return username.normalize("NFKC").toLowerCase();
}

/** Department names are equal without regard to case, Unicode spelling and spaces. */
export function foldDepartmentName(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim().replace(/\s+/gu, " ");
}
