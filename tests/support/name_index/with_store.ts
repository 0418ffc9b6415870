import type { Store } from "@/db/store.ts";

/** Closes the store after the test, whatever comes of it. */
export async function withStore(
  opening: Promise<Store>,
  test: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await opening;
  try {
    await test(store);
  } finally {
    await store.close();
  }
}
