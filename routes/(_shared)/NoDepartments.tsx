/** What comes next in a clinic that has no departments yet. */
export function NoDepartments({ mayAdd, origin }: { mayAdd: boolean; origin: string }) {
  return (
    <div class="card empty">
      <h3>There are none yet</h3>
      <p>
        A department is a place where patients are seen: General Outpatient, Maternity, Radiology. Every visit
        belongs to one, so they come first.
      </p>
      {mayAdd ? <HowToAdd origin={origin} /> : <p>Your administrator can add them.</p>}
    </div>
  );
}

function HowToAdd({ origin }: { origin: string }) {
  return (
    <>
      <p>For now they are added through the API. It takes two commands in a terminal.</p>
      <details>
        <summary>Show the two commands</summary>
        <p>Sign in. The answer holds an access token, which is good for 15 minutes:</p>
        <pre><code>{signIn(origin)}</code></pre>
        <p>Add a department, with that token in place of TOKEN:</p>
        <pre><code>{add(origin)}</code></pre>
        <p>
          Then load this page again. The <a href="/api/docs/">API reference</a> describes everything else.
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
