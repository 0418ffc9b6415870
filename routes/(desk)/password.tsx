import { type Context, page } from "fresh";
import type { Clinic } from "../../clinic/clinic.ts";
import { changeOwnPassword, passwordChange } from "../../clinic/own_password.ts";
import { dayInWords } from "../(_shared)/clinic_time.ts";
import { define } from "../(_shared)/define.ts";
import { ErrorSummary } from "../(_shared)/ErrorSummary.tsx";
import { Field } from "../(_shared)/Field.tsx";
import { type Form, readForm } from "../(_shared)/form.ts";
import { NewPassword, repeated } from "../(_shared)/NewPassword.tsx";
import type { Person } from "../../clinic/person.ts";
import { type Problem, problemsIn, problemsOf } from "../(_shared)/problems.ts";
import type { State } from "../(_shared)/state.ts";
import { Title } from "../(_shared)/Title.tsx";

export const handler = define.handlers({
  GET: () => page<Problem[]>([]),

  async POST(ctx) {
    const problems = await change(ctx, await readForm(ctx.req));
    if (problems.length > 0) return page(problems, { status: 422 });
    return ctx.redirect("/?password=changed", 303);
  },
});

export default define.page<typeof handler>(({ data: problems, state: { house, person } }) => (
  <div class="narrow">
    <Title of="Change your password" problem={problems.length > 0} />
    <ErrorSummary problems={problems} />
    <h1>{person?.passwordEndsAt ? "Choose your own password" : "Change your password"}</h1>
    <Why person={person} clinic={house.clinic} />
    <form class="card" method="post" action="/password">
      <input type="text" autocomplete="username" value={person?.username} readOnly hidden />
      <Field
        name="current"
        label="Your password now"
        type="password"
        autocomplete="current-password"
        problems={problems}
      />
      <NewPassword name="new" label="New password" problems={problems} />
      <button class="button" type="submit">Change password</button>
    </form>
  </div>
));

async function change({ state: { scope } }: Context<State>, form: Form): Promise<Problem[]> {
  const given = { current: form.verbatim("current"), new: form.verbatim("new") };
  const checked = passwordChange.safeParse(given);
  const problems = [...problemsIn(checked.error?.issues ?? [], SAYINGS), ...repeated(form, given.new)];
  if (!checked.success || problems.length > 0) return problems;
  try {
    await changeOwnPassword(scope, checked.data);
    return [];
  } catch (error) {
    return problemsOf(error, {});
  }
}

function Why({ person, clinic }: { person: Person | null; clinic: Clinic }) {
  if (!person?.passwordEndsAt) {
    return <p>Wherever else you are signed in, you will be signed out. Here you stay signed in.</p>;
  }
  return (
    <p>
      The one you signed in with was made by somebody else and ends on{" "}
      <strong>{dayInWords(clinic, person.passwordEndsAt)}</strong>. Choose one that only you know, then carry
      on.
    </p>
  );
}

const SAYINGS = {
  current: { too_small: "Enter your password now.", too_big: "A password is shorter than that." },
  new: { too_small: "Choose a new password.", too_big: "A password has at most 1,024 characters." },
};
