import { Said } from "./words/Said.tsx";
import type { Words } from "./words/words.ts";

interface NoDepartmentsProps {
  readonly words: Words;
  readonly mayAdd: boolean;
  readonly origin: string;
}

/** What comes next in a clinic that has no departments yet. */
export function NoDepartments({ words, mayAdd, origin }: NoDepartmentsProps) {
  const { title, what, askAdministrator } = words.home.noDepartments;
  return (
    <div class="card empty">
      <h3>{title}</h3>
      <p>{what}</p>
      {mayAdd ? <HowToAdd words={words} origin={origin} /> : <p>{askAdministrator}</p>}
    </div>
  );
}

function HowToAdd({ words, origin }: { words: Words; origin: string }) {
  const { byApi, showCommands, first, second, then } = words.home.noDepartments;
  return (
    <>
      <p>{byApi}</p>
      <details>
        <summary>{showCommands}</summary>
        <p>{first}</p>
        <pre><code>{signIn(origin)}</code></pre>
        <p>{second}</p>
        <pre><code>{add(origin)}</code></pre>
        <p>
          <Said text={then} reference={<a href="/api/docs/">{words.common.apiReference}</a>} />
        </p>
      </details>
    </>
  );
}

function signIn(origin: string): string {
  return `curl ${origin}/api/auth/login/ \\
  -H 'Content-Type: application/json' \\
  -d '{"username": "NAME", "password": "PASSWORD"}'`;
}

function add(origin: string): string {
  return `curl ${origin}/api/departments/ \\
  -H 'Authorization: Bearer TOKEN' \\
  -H 'Content-Type: application/json' \\
  -d '{"name": "General Outpatient"}'`;
}
