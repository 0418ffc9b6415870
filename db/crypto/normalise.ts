/**
 * Values that must count as equal, made equal before they are digested or compared. What people typed is kept as they
 * typed it; only digests and searches see these forms.
 */

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
