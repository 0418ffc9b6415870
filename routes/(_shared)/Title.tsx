import { Head } from "fresh/runtime";

/** The document's title. A page with problems says so first: it is what a screen reader reads out. */
export function Title({ of, problem = false }: { of: string; problem?: boolean }) {
  return (
    <Head>
      <title>{`${problem ? "Error: " : ""}${of} – DOVMS`}</title>
    </Head>
  );
}
