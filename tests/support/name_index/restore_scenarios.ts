import type { OpenPatientRow } from "@/db/tables/patients.ts";
import type { Store } from "@/db/store.ts";
import { register, rename } from "./write_patients.ts";

/** The patients that are there when the copy is taken; `last` was registered last. */
export interface Known {
  readonly first: OpenPatientRow;
  readonly last: OpenPatientRow;
}
export type Step = (store: Store, known: Known) => Promise<void>;

/** What was done after the copy, read by the second process, and lost: all of it is named Ghost. */
const changesOfAll: Step = async (store, { first, last }) => {
  await register(store, "Ghost Letsie");
  await rename(store, first, "Ghost Mokoena");
  await rename(store, last, "Ghost Mofokeng");
};
const changesOfLast: Step = (store, { last }) => renameAll(store, last, "Ghost A", "Ghost B", "Ghost C");

/** What was lost, and what is done instead until the second process searches again. */
export const RESTORE_SCENARIOS: Readonly<Record<string, { readonly lost: Step; readonly instead: Step }>> = {
  "at once": { lost: changesOfAll, instead: () => Promise.resolve() },
  "after others were registered": {
    lost: changesOfAll,
    instead: (store) => registerAll(store, "Palesa A", "Palesa B", "Palesa C", "Palesa D", "Palesa E"),
  },
  "after as many changes as were lost, the last one of the same patient": {
    lost: changesOfAll,
    instead: async (store, { last }) => {
      await registerAll(store, "Palesa A", "Palesa B");
      await renameAll(store, last, "Refiloe Anew");
    },
  },
  "after more changes of the patient it read last": {
    lost: changesOfAll,
    instead: (store, { last }) => renameAll(store, last, "Refiloe A", "Refiloe B", "Refiloe C", "Refiloe D"),
  },
  "when but one patient's changes were lost, and that one was changed again after another was registered": {
    lost: changesOfLast,
    instead: async (store, { last }) => {
      await registerAll(store, "Palesa A");
      await renameAll(store, last, "Refiloe A", "Refiloe B", "Refiloe C");
    },
  },
};

async function registerAll(store: Store, ...names: string[]): Promise<void> {
  for (const name of names) await register(store, name);
}

async function renameAll(store: Store, row: OpenPatientRow, ...names: string[]): Promise<void> {
  let before = row;
  for (const name of names) before = await rename(store, before, name);
}
